import { DatabaseSync } from "node:sqlite";
import { addHours, type Instant, instant } from "@stipple/protocol";
import { Kysely } from "kysely";
import { createApp } from "../app.ts";
import type { Tables } from "../db/database.ts";
import { migrate } from "../db/migrations.ts";
import { sqliteDialect } from "../db/sqlite.ts";
import { type Host, homePerson } from "../host.ts";
import { memoryPhotos } from "./memory-photos.ts";

/** The address every test request names. */
export const testOrigin = "http://localhost:4870";

/** A whole API on a real SQLite database in memory, with a clock that only the test moves. */
export async function testApi(changes: Partial<Host> = {}) {
  const sqlite = new DatabaseSync(":memory:");
  sqlite.exec("pragma foreign_keys = on");
  const db = new Kysely<Tables>({ dialect: sqliteDialect(() => sqlite) });
  await migrate(db);

  let now = instant("2026-11-22T18:00:00Z");
  const faults: unknown[] = [];
  const host: Host = {
    db,
    person: homePerson,
    clock: () => now,
    photos: memoryPhotos().store,
    storage: { state: () => ({ writable: true }), copy: async () => {}, scrub: async () => {} },
    allowedHosts: ["localhost:4870", "127.0.0.1:4870", "[::1]:4870"],
    version: "0.0.0-test",
    timeZone: "Europe/Berlin",
    report: (fault) => faults.push(fault),
    ...changes,
  };
  const app = createApp(host);

  return {
    app,
    host,
    sqlite,
    /** What the program itself did wrong; stays empty. */
    faults,
    setNow: (moment: string) => {
      now = instant(moment);
    },
    wait: (hours: number): Instant => {
      now = addHours(now, hours);
      return now;
    },
    /** Sends JSON, or nothing, and reads JSON. */
    async send(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
      const response = await app.request(`${testOrigin}${path}`, {
        method,
        headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const json = response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
      return { status: response.status, headers: response.headers, json };
    },
  };
}
