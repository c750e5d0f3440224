import { writeFileSync } from "node:fs";
import { type Command, type ExitCode, print, printJson, readWords } from "./command.ts";
import { Problem } from "./problem.ts";
import { askServer, usualUrl } from "./running-server.ts";

export const exportCommand: Command = {
  name: "export",
  summary: "everything the running server keeps → one archive",
  help: `stipple export FILE.zip [--url ${usualUrl}] [--json]

Asks the running server for everything it keeps of you and writes it into one
archive: stipple.json, and manifest.json with the SHA-256 of each file. An
existing file is never overwritten. The archive is not encrypted.

  --url URL   address of the server (default: ${usualUrl})
  --json      print {"file", "bytes"}

Exit codes: 0 written · 1 no server answers, it refused, or the file exists · 2
wrong use.

Example
  npm start                                   in one terminal
  npm run -s stipple -- export my-stipple.zip in another`,
  async run(words): Promise<ExitCode> {
    const { positionals, text, isSet } = readWords(
      words,
      { url: { type: "string" } },
      { name: "the file to write" },
    );
    const file = positionals[0] ?? "";
    const response = await askServer(text("url") ?? usualUrl, "/api/export");
    const bytes = Buffer.from(await response.arrayBuffer());
    writeNew(file, bytes);
    if (isSet("json")) printJson({ file, bytes: bytes.length });
    else print([`Wrote ${bytes.length} bytes into ${file}. Keep it where only you can read it.`]);
    return 0;
  },
};

function writeNew(file: string, bytes: Buffer): void {
  try {
    writeFileSync(file, bytes, { flag: "wx", mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new Problem(`${file} cannot be written.`, {
      detail: code === "EEXIST" ? "A file of this name exists." : `The system says ${code}.`,
      action: "Choose another name or folder.",
      exitCode: 1,
    });
  }
}
