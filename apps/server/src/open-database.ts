import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  statfsSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import {
  type Database,
  migrate,
  migrations,
  type Storage,
  sqliteDialect,
  type Tables,
} from "@stipple/api";
import { Kysely, sql } from "kysely";
import { CannotStart } from "./cannot-start.ts";
import { copyDaily, copyDatabase, removeCopies, removeUnfinished } from "./database-copies.ts";
import { corrupt, type DatabaseProblem, inspectFile, newer } from "./inspect-file.ts";

/** The file of a data folder that holds everything. */
export const databaseName = "stipple.sqlite";

/** A database that is open and current, or why the file was left untouched. */
export type Opened =
  | {
      readonly kind: "open";
      readonly db: Database;
      readonly storage: Storage;
      close(): Promise<void>;
    }
  | { readonly kind: "problem"; readonly problem: DatabaseProblem };

/** Opens the database of a folder that this process has locked; copies it first, where tables will change. */
export async function openDatabase(folder: string): Promise<Opened> {
  const path = join(folder, databaseName);
  const found = inspectFile(path, { folder, newest: migrations.length });
  if (found) return { kind: "problem", problem: found };

  const connection = connect(path);
  if (connection.kind === "problem") return connection;
  const db = new Kysely<Tables>({ dialect: sqliteDialect(connection.sqlite) });
  if (!connection.isReadOnly()) await bringUpToDate(db, connection.sqlite(), folder);
  const daily = copyEveryDay(db, folder, connection.isReadOnly);
  return {
    kind: "open",
    db,
    storage: storageOf(db, { path, folder, isReadOnly: connection.isReadOnly }),
    async close() {
      clearInterval(daily);
      connection.stopRetrying();
      await db.destroy();
    },
  };
}

interface Connection {
  readonly kind: "connected";
  readonly sqlite: () => DatabaseSync;
  readonly isReadOnly: () => boolean;
  readonly stopRetrying: () => void;
}

function connect(path: string): Connection | Extract<Opened, { kind: "problem" }> {
  const mayWrite = canWrite(path);
  const first = openSound(path, mayWrite ? openWritable : openReadOnly);
  if (!(first instanceof DatabaseSync)) return { kind: "problem", problem: first };

  let sqlite = first;
  let isReadOnly = !mayWrite;
  const retry = isReadOnly
    ? setInterval(() => {
        const writable = canWrite(path) && tryOpen(path);
        if (!writable) return;
        sqlite.close();
        sqlite = writable;
        isReadOnly = false;
        clearInterval(retry);
      }, 1000).unref()
    : undefined;
  return {
    kind: "connected",
    sqlite: () => sqlite,
    isReadOnly: () => isReadOnly,
    stopRetrying: () => clearInterval(retry),
  };
}

/** A connection to a file whose pages are sound and known, or what is wrong with it. */
function openSound(
  path: string,
  open: (path: string) => DatabaseSync,
): DatabaseSync | DatabaseProblem {
  let sqlite: DatabaseSync | undefined;
  try {
    sqlite = open(path);
    const problem = checkContent(sqlite, path);
    if (!problem) return sqlite;
    sqlite.close();
    return problem;
  } catch (error) {
    sqlite?.close();
    if (isDamaged(error)) return corrupt("The database file is damaged.");
    if (!isBusy(error)) throw error;
    throw new CannotStart(`The database ${path} is in use by another program. Close it first.`);
  }
}

/** Every commit is flushed to the disk before it is acknowledged; no second process gets in. */
const settings = ["locking_mode = exclusive", "synchronous = full", "foreign_keys = on"];

function openWritable(path: string): DatabaseSync {
  closeSync(openSync(path, "a", 0o600));
  const sqlite = new DatabaseSync(path, { timeout: 2000 });
  try {
    for (const setting of settings) {
      sqlite.exec(`pragma ${setting}`);
    }
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function tryOpen(path: string): DatabaseSync | undefined {
  try {
    return openWritable(path);
  } catch {
    return undefined;
  }
}

/** A folder that cannot be written has no place for SQLite's own files; a file at rest is read as it is. */
function openReadOnly(path: string): DatabaseSync {
  const url = pathToFileURL(path);
  const wal = `${path}-wal`;
  if (!existsSync(wal) || statSync(wal).size === 0) url.search = "immutable=1";
  return new DatabaseSync(url, { readOnly: true });
}

/** A check of all pages takes about a second per 300 MB; larger files are opened without it. */
const checkedBytes = 256 * 1024 * 1024;

function checkContent(sqlite: DatabaseSync, path: string): DatabaseProblem | undefined {
  const version = Number(sqlite.prepare("pragma user_version").get()?.user_version);
  if (version > migrations.length) return newer(version, migrations.length);
  if (statSync(path).size > checkedBytes) return undefined;
  const found = sqlite.prepare("pragma quick_check(1)").get()?.quick_check;
  return found === "ok" ? undefined : corrupt("The database file is damaged.");
}

async function bringUpToDate(db: Database, sqlite: DatabaseSync, folder: string): Promise<void> {
  sqlite.exec("pragma journal_mode = wal; pragma temp_store = memory");
  const version = Number(sqlite.prepare("pragma user_version").get()?.user_version);
  if (version < migrations.length) {
    if (version > 0) await copyDatabase(db, folder);
    await migrate(db);
    sqlite.exec(`pragma user_version = ${migrations.length}; pragma wal_checkpoint(truncate)`);
  }
  removeUnfinished(folder);
  await tryCopyDaily(db, folder);
}

async function tryCopyDaily(db: Database, folder: string): Promise<void> {
  await copyDaily(db, folder).catch((error: unknown) => {
    console.error(`The daily copy of the database was not made: ${String(error)}`);
  });
}

/** A server that runs for weeks makes its copies, too. */
function copyEveryDay(db: Database, folder: string, isReadOnly: () => boolean): NodeJS.Timeout {
  return setInterval(() => {
    if (!isReadOnly()) void tryCopyDaily(db, folder);
  }, 3_600_000).unref();
}

function storageOf(
  db: Database,
  { path, folder, isReadOnly }: { path: string; folder: string; isReadOnly: () => boolean },
): Storage {
  return {
    state() {
      if (isReadOnly() || !canWrite(path)) {
        return { writable: false, reason: "The data folder is read-only." };
      }
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize < neededBytes
        ? { writable: false, reason: "The disk is full." }
        : { writable: true };
    },
    copy: () => copyDatabase(db, folder),
    async scrub() {
      removeCopies(folder);
      await sql`vacuum`.execute(db);
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },
  };
}

/** With less than this a transaction may not fit. */
const neededBytes = 256 * 1024;

function canWrite(path: string): boolean {
  try {
    mkdirSync(join(path, ".."), { recursive: true, mode: 0o700 });
    accessSync(existsSync(path) ? path : join(path, ".."), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isBusy(error: unknown): boolean {
  return resultOf(error) === 5;
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
function isDamaged(error: unknown): boolean {
  return resultOf(error) === 11 || resultOf(error) === 26;
}

function resultOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return typeof error.errcode === "number" ? error.errcode & 0xff : undefined;
}
