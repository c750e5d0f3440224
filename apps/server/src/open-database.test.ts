import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrations, sqliteDialect } from "@stipple/api";
import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, onTestFinished, test, vi } from "vitest";
import { copyDatabase, listCopies } from "./database-copies.ts";
import { databaseName, openDatabase } from "./open-database.ts";
import { tempFolder } from "./testing/temp-folder.ts";

async function opened(folder: string) {
  const database = await openDatabase(folder);
  if (database.kind === "problem") throw new Error(database.problem.message);
  return database;
}

/** A folder whose database has one row, at rest. */
async function folderWithRow(): Promise<string> {
  const folder = tempFolder();
  const { db, close } = await opened(folder);
  const owner = { clinic_id: "home", person_id: "me" };
  await db
    .insertInto("clock")
    .values({ ...owner, last_seen: "2026-11-22T18:00:00.000Z" })
    .execute();
  await close();
  return folder;
}

test("the first start makes a database that only its owner can read, and a copy of the day", async () => {
  const folder = join(tempFolder(), "data");
  const { close } = await opened(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, databaseName)).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "copies")).mode & 0o777).toBe(0o700);
  expect(listCopies(folder)).toHaveLength(1);
  await close();
  expect(readdirSync(folder).sort()).toEqual(["copies", databaseName]);
});

test("every commit is flushed, keys are enforced, and no second connection gets in", async () => {
  const folder = await folderWithRow();
  const { db, close } = await opened(folder);
  const other = new DatabaseSync(join(folder, databaseName));
  expect(() => other.prepare("select * from clock").all()).toThrow(/locked/);
  other.close();
  const orphan = { clinic_id: "home", person_id: "me", id: "e", device_id: "d", position: 1 };
  await expect(
    db
      .insertInto("device_event")
      .values({ ...orphan, event: "{}" as never })
      .execute(),
  ).rejects.toThrow(/FOREIGN KEY/);
  await close();
});

test("a second start on the same day makes no second copy, and ten are kept at most", async () => {
  const folder = await folderWithRow();
  const { db, close } = await opened(folder);
  expect(listCopies(folder)).toHaveLength(1);
  for (let index = 0; index < 12; index++) await copyDatabase(db, folder);
  const copies = listCopies(folder);
  expect(copies).toHaveLength(10);
  expect(copies.map(({ takenAt }) => takenAt)).toEqual(
    copies
      .map(({ takenAt }) => takenAt)
      .toSorted()
      .toReversed(),
  );
  await close();
});

test("a server that runs on makes a copy every day", async () => {
  const folder = await folderWithRow();
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const { close } = await opened(folder);
  await vi.advanceTimersByTimeAsync(49 * 3_600_000);
  await close();
  expect(listCopies(folder)).toHaveLength(3);
});

test("what an interrupted copy left behind is gone after the next start", async () => {
  const folder = await folderWithRow();
  writeFileSync(join(folder, "copies", "2026-11-22T18-00-00-000Z.sqlite.unfinished"), "half");
  await (await opened(folder)).close();
  expect(readdirSync(join(folder, "copies"))).toHaveLength(1);
});

test("a copy is a whole database with the rows of its moment", async () => {
  const folder = await folderWithRow();
  const { db, close } = await opened(folder);
  await copyDatabase(db, folder);
  await close();
  const [newest] = listCopies(folder);
  const copy = new DatabaseSync(join(folder, "copies", newest?.name ?? ""), { readOnly: true });
  expect(copy.prepare("select last_seen from clock").all()).toEqual([
    { last_seen: "2026-11-22T18:00:00.000Z" },
  ]);
  copy.close();
});

/** A folder as the first Stipple left it, before there were photos: one row, and no copy yet. */
async function folderOfVersion1(): Promise<string> {
  const folder = tempFolder();
  const sqlite = new DatabaseSync(join(folder, databaseName));
  const db = new Kysely<Record<string, Record<string, string>>>({
    dialect: sqliteDialect(() => sqlite),
  });
  const [first] = migrations;
  if (!first) throw new Error("There is a first migration.");
  const provider = { getMigrations: async () => ({ [first.name]: first.migration }) };
  await new Migrator({ db, provider }).migrateToLatest();
  const row = { clinic_id: "home", person_id: "me", last_seen: "2026-11-22T18:00:00.000Z" };
  await db.insertInto("clock").values(row).execute();
  sqlite.exec("pragma user_version = 1");
  sqlite.close();
  return folder;
}

function tablesOf(sqlite: DatabaseSync): readonly unknown[] {
  const tables = "select name from sqlite_schema where type = 'table' and name like 'photo%'";
  return sqlite
    .prepare(tables)
    .all()
    .map(({ name }) => name);
}

test("a database from before there were photos is copied as it was, then gets its tables, and keeps its rows", async () => {
  const folder = await folderOfVersion1();
  const { db, close } = await opened(folder);
  expect(await db.selectFrom("photo").selectAll().execute()).toEqual([]);
  expect(await db.selectFrom("clock").select("last_seen").execute()).toEqual([
    { last_seen: "2026-11-22T18:00:00.000Z" },
  ]);
  await close();

  const copies = listCopies(folder);
  expect(copies).toHaveLength(1);
  const copy = new DatabaseSync(join(folder, "copies", copies[0]?.name ?? ""), { readOnly: true });
  expect(copy.prepare("pragma user_version").get()).toEqual({ user_version: 1 });
  expect(tablesOf(copy)).toEqual([]);
  expect(copy.prepare("select last_seen from clock").all()).toHaveLength(1);
  copy.close();
  const now = new DatabaseSync(join(folder, databaseName), { readOnly: true });
  expect(now.prepare("pragma user_version").get()).toEqual({ user_version: 3 });
  expect(tablesOf(now)).toEqual(["photo", "photo_upload"]);
  now.close();
});

test("a copy of the first version can be put back, and is brought up to date again", async () => {
  const folder = await folderOfVersion1();
  await (await opened(folder)).close();
  const [copy] = listCopies(folder);
  copyFileSync(join(folder, "copies", copy?.name ?? ""), join(folder, databaseName));
  const { db, close } = await opened(folder);
  expect(await db.selectFrom("measurement").selectAll().execute()).toEqual([]);
  await close();
});

function spoil(file: string, at: number, bytes: Uint8Array): void {
  const content = readFileSync(file);
  content.set(bytes, at);
  writeFileSync(file, content);
}

test.each<[string, (file: string) => void]>([
  ["does not begin as a database", (file) => spoil(file, 0, Buffer.from("not a database"))],
  ["is garbage", (file) => writeFileSync(file, Buffer.alloc(8192, 7))],
  ["has a page of zeros", (file) => spoil(file, 4096, Buffer.alloc(4096))],
  ["has its table list overwritten", (file) => spoil(file, 100, Buffer.alloc(3000, 255))],
  ["is cut in the middle", (file) => truncateSync(file, 20_480)],
  ["is shorter than a header", (file) => truncateSync(file, 50)],
  ["is empty although copies exist", (file) => truncateSync(file, 0)],
])("a file that %s is reported and left untouched", async (_, damage) => {
  const folder = await folderWithRow();
  const file = join(folder, databaseName);
  damage(file);
  const before = readFileSync(file);
  const database = await openDatabase(folder);
  expect(database).toMatchObject({ kind: "problem", problem: { code: "database.corrupt" } });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("a file that is missing although copies exist is not silently made anew", async () => {
  const folder = await folderWithRow();
  rmSync(join(folder, databaseName));
  const database = await openDatabase(folder);
  expect(database).toMatchObject({ kind: "problem", problem: { code: "database.corrupt" } });
  expect(readdirSync(folder)).toEqual(["copies"]);
});

test("an empty file without copies is a first start that was cut short", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, databaseName), "");
  await (await opened(folder)).close();
});

test.each(["at rest", "not yet merged from its log"])(
  "a newer database, %s, is reported and not changed",
  async (state) => {
    const folder = await folderWithRow();
    const file = join(folder, databaseName);
    const newer = new DatabaseSync(file);
    newer.exec("pragma journal_mode = wal; pragma user_version = 99");
    if (state === "at rest") newer.close();
    else {
      const frozen = join(tempFolder(), "frozen");
      mkdirSync(frozen);
      for (const suffix of ["", "-wal"])
        copyFileSync(file + suffix, join(frozen, databaseName + suffix));
      newer.close();
      const database = await openDatabase(frozen);
      expect(database).toMatchObject({ kind: "problem", problem: { code: "database.newer" } });
      return;
    }
    const before = readFileSync(file);
    const database = await openDatabase(folder);
    expect(database).toMatchObject({ kind: "problem", problem: { code: "database.newer" } });
    expect(readFileSync(file).equals(before)).toBe(true);
  },
);
