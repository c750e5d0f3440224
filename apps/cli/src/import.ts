import { readFileSync } from "node:fs";
import type { ImportResult } from "@stipple/api";
import { type Command, type ExitCode, print, printJson, readWords } from "./command.ts";
import { bullet, count } from "./layout.ts";
import { Problem } from "./problem.ts";
import { askServer, usualUrl } from "./running-server.ts";

export const importCommand: Command = {
  name: "import",
  summary: "an archive → the running server (replaces what it keeps)",
  help: `stipple import FILE.zip [--dry-run] [--url ${usualUrl}] [--json]

Gives an archive made by "export" to the running server. All or nothing: what
the server keeps is replaced, after a copy of its database file was made.

  --dry-run   only say what would be read
  --url URL   address of the server (default: ${usualUrl})
  --json      print the server's answer

Exit codes: 0 read · 1 no server answers, or it refused the archive · 2 wrong
use.

Example
  npm run -s stipple -- import my-stipple.zip --dry-run
  prints how many records of each kind the archive holds, and changes nothing.`,
  async run(words): Promise<ExitCode> {
    const { positionals, text, isSet } = readWords(
      words,
      { url: { type: "string" }, "dry-run": { type: "boolean" } },
      { name: "the file to read" },
    );
    const file = positionals[0] ?? "";
    const isDry = isSet("dry-run");
    const response = await askServer(
      text("url") ?? usualUrl,
      isDry ? "/api/import?dryRun=1" : "/api/import",
      { method: "POST", headers: { "content-type": "application/zip" }, body: readArchive(file) },
    );
    const answer: ImportResult = await response.json();
    if (isSet("json")) printJson(answer);
    else print([isDry ? "The archive holds:" : "Read:", ...answerLines(answer)]);
    return 0;
  },
};

function readArchive(file: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new Problem(`${file} cannot be read.`, {
      detail: code === "ENOENT" ? "There is no such file." : `The system says ${code}.`,
      action: "Check the path.",
    });
  }
}

function answerLines({ counts, warnings }: ImportResult): string[] {
  return [
    ...Object.entries(counts)
      .filter(([, amount]) => amount > 0)
      .map(([kind, amount]) => bullet(`${kind}: ${count(amount, "record")}`)),
    ...warnings.map((warning) => bullet(warning)),
  ];
}
