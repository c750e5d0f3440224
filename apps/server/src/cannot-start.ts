/** Why the program cannot start, as a sentence that says what to do. */
export class CannotStart extends Error {}

/** What went wrong at the start, for the person who typed the command; a fault of the program keeps its trace. */
export function sentenceOf(error: unknown): string {
  if (error instanceof CannotStart) return error.message;
  if (!(error instanceof Error)) return String(error);
  const failure = `${"code" in error ? error.code : ""} ${error.message}`;
  const [, says] = known.find(([pattern]) => pattern.test(failure)) ?? [];
  return says ? `${error.message}. ${says}` : (error.stack ?? error.message);
}

/** By code and message, the first that fits. */
const known: readonly (readonly [RegExp, string])[] = [
  [/^ERR_PARSE_ARGS/, "Look at --help for the options there are."],
  [/^EADDRINUSE/, "Stop the other program, or choose another port with --port."],
  [/^EACCES listen/, "Choose a port from 1024 with --port."],
  [/^(EADDRNOTAVAIL|ENOTFOUND|EAI_)/, "Choose an address of this computer with --host."],
  [/^ENOSPC/, "Free some space on the disk of the data folder."],
  [/^E[A-Z]+ /, "Choose a folder with --data that can be made and written."],
  [/^ERR_SQLITE_ERROR/, "Choose a folder with --data that can be read and written."],
];
