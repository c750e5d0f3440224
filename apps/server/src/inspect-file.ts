import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import type { Recovery } from "@stipple/api";
import { listCopies } from "./database-copies.ts";

export type DatabaseProblem = Recovery["problem"];

/** SQLite's first 16 bytes, and where its header keeps the schema version. */
const magic = "SQLite format 3\0";
const headerBytes = 100;
const userVersionAt = 60;

/**
 * What can be told about the file without opening it. A file that is missing or empty although copies of it
 * exist is a loss, not a first start.
 */
export function inspectFile(
  path: string,
  { folder, newest }: { readonly folder: string; readonly newest: number },
): DatabaseProblem | undefined {
  const bytes = existsSync(path) ? statSync(path).size : 0;
  if (bytes === 0) {
    return listCopies(folder).length === 0
      ? undefined
      : corrupt("The database file is missing or empty.");
  }

  const header = readHeader(path);
  if (header.length < headerBytes || header.toString("latin1", 0, magic.length) !== magic) {
    return corrupt("The database file does not begin as a database does.");
  }
  const version = header.readUInt32BE(userVersionAt);
  return version > newest ? newer(version, newest) : undefined;
}

/** The file is damaged; nothing in it was changed. */
export function corrupt(what: string): DatabaseProblem {
  return {
    code: "database.corrupt",
    message: `${what} It was left untouched.`,
    action: "Open one of the automatic copies; the damaged file is kept beside it.",
  };
}

/** The file was made by a later edition of Stipple. */
export function newer(version: number, newest: number): DatabaseProblem {
  return {
    code: "database.newer",
    message: `The database is of version ${version}; this Stipple knows versions up to ${newest}. It was left untouched.`,
    action: "Start the newer Stipple again, or open an older copy.",
  };
}

function readHeader(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const header = Buffer.alloc(headerBytes);
    return header.subarray(0, readSync(file, header, 0, headerBytes, 0));
  } finally {
    closeSync(file);
  }
}
