import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { Problem } from "./problem.ts";

/** Writes a whole file or nothing: a reader never finds half of it, and the old one stays until the new one is on disk. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.draft`;
  try {
    const handle = openSync(draft, "w", 0o644);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw cannotWrite(file, error);
  }
}

const writeFaults: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full.",
  EDQUOT: "Your share of the disk is full.",
  EFBIG: "The file would be larger than the system allows.",
  EROFS: "The disk may only be read.",
  EACCES: "You may not write there.",
  EPERM: "You may not write there.",
  ENOENT: "There is no such folder.",
  ENOTDIR: "A part of the path is a file, not a folder.",
  EEXIST: "A file of this name exists.",
  EISDIR: "A folder of this name exists.",
};

/** Why a file cannot be written, and what to do; `kept` says what is safe all the same. */
export function cannotWrite(file: string, error: unknown, kept = "Nothing was changed."): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  const isFull = code === "ENOSPC" || code === "EDQUOT";
  return new Problem(`${file} cannot be written.`, {
    detail: `${writeFaults[code] ?? `The system says ${code}.`} ${kept}`,
    action: isFull
      ? "Free some space, then run the same command again."
      : "Choose another place, or correct what stands in the way.",
    exitCode: 1,
  });
}
