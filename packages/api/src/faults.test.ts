import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { expect, test } from "vitest";
import type { Tables } from "./db/database.ts";
import { migrate } from "./db/migrations.ts";
import { sqliteDialect } from "./db/sqlite.ts";
import { problemOf, storageProblem } from "./faults.ts";
import { testId } from "./testing/course.ts";
import { testApi } from "./testing/test-host.ts";

const sessionId = testId(0xf000);

function manyPauses(first: number) {
  const events = Array.from({ length: 400 }, (_, index) => ({
    id: testId(first + index),
    sessionId,
    at: "2026-11-22T18:00:00Z",
    kind: "paused",
  }));
  return { events };
}

test("a full disk is a 507 that says so; reads go on, and writes resume when there is space", async () => {
  const api = await testApi();
  const path = `/api/sessions/${sessionId}/events`;
  expect((await api.send("POST", path, manyPauses(0x10000))).status).toBe(200);
  const { page_count: pages } = api.sqlite.prepare("pragma page_count").get() ?? {};
  api.sqlite.exec(`pragma max_page_count = ${Number(pages) + 2}`);

  const refused = await api.send("POST", path, manyPauses(0x20000));
  expect(refused).toMatchObject({ status: 507, json: { code: "storage.full" } });
  expect(refused.json.message).toContain("What was saved before is safe");
  expect((await api.send("GET", `/api/sessions/${sessionId}`)).json.events).toHaveLength(400);
  expect((await api.send("GET", "/api/today")).status).toBe(200);

  api.sqlite.exec("pragma max_page_count = 100000");
  expect((await api.send("POST", path, manyPauses(0x20000))).json.accepted).toBe(400);
  expect(api.faults).toEqual([]);
});

test("a database that can only be read is a 507 for writes, and reads go on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stipple-"));
  try {
    const file = join(folder, "stipple.sqlite");
    const writable = new DatabaseSync(file);
    await migrate(new Kysely<Tables>({ dialect: sqliteDialect(() => writable) }));
    writable.close();
    chmodSync(file, 0o400);

    const sqlite = new DatabaseSync(file, { readOnly: true });
    const db = new Kysely<Tables>({ dialect: sqliteDialect(() => sqlite) });
    const api = await testApi({ db });
    const refused = await api.send("PUT", "/api/answers", { answers: { ageYears: 40 } });
    expect(refused).toMatchObject({ status: 507, json: { code: "storage.read_only" } });
    expect((await api.send("GET", "/api/answers")).json).toEqual({ answers: {} });
    sqlite.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a request that was cut off is no fault of the program", () => {
  const aborted = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
  expect(problemOf(aborted)).toMatchObject({ status: 400, code: "request.cut_off" });
});

test.each([
  [{ errcode: 13 }, "storage.full"],
  [{ code: "ENOSPC" }, "storage.full"],
  [{ errcode: 8 }, "storage.read_only"],
  [{ errcode: 8 | (3 << 8) }, "storage.read_only"],
  [{ errcode: 10 | (4 << 8) }, "storage.read_only"],
  [{ code: "EROFS" }, "storage.read_only"],
  [{ errcode: 1 }, undefined],
  ["text", undefined],
  [null, undefined],
])("%j is the storage problem %s", (error, code) => {
  expect(storageProblem(error)?.code).toBe(code);
});

test("a fault of the program is a 500 that tells nothing about the inside, and is reported", async () => {
  const storage = {
    state: () => {
      throw new Error("secret inside");
    },
    copy: async () => {},
    scrub: async () => {},
  };
  const api = await testApi({ storage });
  const { status, json } = await api.send("GET", "/api/health");
  expect({ status, code: json.code }).toEqual({ status: 500, code: "fault" });
  expect(JSON.stringify(json)).not.toContain("secret inside");
  expect(api.faults).toHaveLength(1);
});
