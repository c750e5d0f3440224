import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Database, DatabaseCopy } from "@stipple/api";
import { sql } from "kysely";

/** So many automatic copies are kept; the oldest goes first. */
const keptCopies = 10;

const namePattern = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.sqlite$/;

/** Writes a consistent copy of the whole database beside it, named by the moment. */
export async function copyDatabase(db: Database, folder: string): Promise<void> {
  const copies = copiesFolder(folder);
  mkdirSync(copies, { recursive: true, mode: 0o700 });
  const name = `${new Date().toISOString().replaceAll(/[:.]/g, "-")}.sqlite`;
  const unfinished = join(copies, `${name}.unfinished`);
  try {
    await sql`vacuum into ${unfinished}`.execute(db);
    renameSync(unfinished, join(copies, name));
  } finally {
    rmSync(unfinished, { force: true });
  }
  for (const old of listCopies(folder).slice(keptCopies)) rmSync(join(copies, old.name));
}

/** Makes the copy of the day when there is none yet. */
export async function copyDaily(db: Database, folder: string): Promise<void> {
  const [newest] = listCopies(folder);
  const today = new Date().toISOString().slice(0, 10);
  if (newest?.takenAt.slice(0, 10) !== today) await copyDatabase(db, folder);
}

/** Copies there are, newest first. */
export function listCopies(folder: string): readonly DatabaseCopy[] {
  const copies = copiesFolder(folder);
  return namesIn(copies)
    .flatMap((name) => {
      const [, date, hour, minute, second, ms] = namePattern.exec(name) ?? [];
      if (!date) return [];
      const takenAt = `${date}T${hour}:${minute}:${second}.${ms}Z`;
      return [{ name, takenAt, bytes: statSync(join(copies, name)).size }];
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** Removes all copies and every damaged file that was set aside, after everything was erased. */
export function removeCopies(folder: string): void {
  rmSync(copiesFolder(folder), { recursive: true, force: true });
  removeNamed(folder, /\.(incoming|damaged-.+)$/);
}

/** Removes what a copy left behind that a kill or a power cut ended. */
export function removeUnfinished(folder: string): void {
  removeNamed(copiesFolder(folder), /\.unfinished(-journal)?$/);
}

function removeNamed(folder: string, pattern: RegExp): void {
  for (const name of namesIn(folder)) if (pattern.test(name)) rmSync(join(folder, name));
}

/** Where the copies of a data folder are. */
export function copiesFolder(folder: string): string {
  return join(folder, "copies");
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
