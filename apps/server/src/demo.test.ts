import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, type History, type Host, homePerson, type Today } from "@stipple/api";
import { addHours, elapsedHours, type Instant, instant } from "@stipple/protocol";
import { afterEach, expect, test } from "vitest";
import { claimFolder } from "./claim-folder.ts";
import { seedDemo } from "./demo.ts";
import { openDatabase } from "./open-database.ts";
import { openPhotos } from "./photos/open-photos.ts";
import { startServer } from "./start-server.ts";
import { running } from "./testing/running.ts";
import { tempFolder } from "./testing/temp-folder.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function demoHost() {
  const folder = mkdtempSync(join(tmpdir(), "stipple-demo-"));
  folders.push(folder);
  const opened = await openDatabase(folder);
  if (opened.kind !== "open") throw new Error("A new database opens.");
  const clock = { now: instant("2026-11-22T18:00:00Z") };
  const faults: unknown[] = [];
  const host: Host = {
    db: opened.db,
    storage: opened.storage,
    photos: openPhotos(folder),
    person: homePerson,
    clock: () => clock.now,
    allowedHosts: ["127.0.0.1:4870"],
    version: "0.0.0-test",
    timeZone: "Europe/Berlin",
    demo: true,
    report: (fault) => faults.push(fault),
  };
  const read = async (path: string) => {
    const response = await createApp(host).request(`http://127.0.0.1:4870${path}`);
    return response.json();
  };
  return { host, clock, faults, read, close: () => opened.close() };
}

test("the demo holds half a year that ended two to three days ago, with nothing refused", async () => {
  const { host, clock, faults, read, close } = await demoHost();
  await seedDemo(host);

  const today: Today = await read("/api/today");
  expect(today.next).toMatchObject({ kind: "next", missed: 2 });
  expect(today.assessment?.expired).toBe(false);
  expect(today.holds).toEqual([]);
  expect(today.devices.map(({ state }) => state.fitness)).toEqual(["blocked", "blocked", "fit"]);
  expect(agoH(today, clock.now)).toBeGreaterThanOrEqual(48);
  expect(agoH(today, clock.now)).toBeLessThan(73);

  const history: History = await read("/api/history");
  expect(history.sessions).toHaveLength(30);
  expect(history.sessions.every(({ planId, closed }) => planId !== undefined && closed)).toBe(true);
  expect(history.adherence).toMatchObject({ planned: 21, done: 19 });
  expect(faults).toEqual([]);
  await close();
});

test("started again it keeps what is there; a week later it is told anew, up to that day", async () => {
  const { host, clock, read, close } = await demoHost();
  await seedDemo(host);
  const { planId }: Today = await read("/api/today");

  clock.now = addHours(clock.now, 24);
  await seedDemo(host);
  const kept: Today = await read("/api/today");
  expect(kept.planId).toBe(planId);

  clock.now = addHours(clock.now, 7 * 24);
  await seedDemo(host);
  const later: Today = await read("/api/today");
  expect(later.planId).not.toBe(planId);
  expect(agoH(later, clock.now)).toBeLessThan(73);
  await close();
});

test("the demo does not start on a person's records, and leaves them and their copies alone", async () => {
  const folder = tempFolder();
  const person = await running(folder);
  await person.send("PUT", "/api/answers", { answers: { ageYears: 51 } });
  await person.close();
  const before = readdirSync(folder, { recursive: true });

  const demo = { demo: true, host: "127.0.0.1", port: 0, opensBrowser: false, otherHosts: [] };
  await expect(startServer({ ...demo, dataFolder: folder })).rejects.toThrow(
    "holds a person's records",
  );
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
  const again = await running(folder);
  expect((await again.send("GET", "/api/answers")).json.answers).toEqual({ ageYears: 51 });
});

test("a demo folder stays one, and is not opened as a person's", () => {
  const dataFolder = tempFolder();
  claimFolder({ demo: true, dataFolder });
  claimFolder({ demo: true, dataFolder });
  expect(() => claimFolder({ demo: false, dataFolder })).toThrow("Add --demo");
});

function agoH({ lastSession }: Today, now: Instant): number {
  return lastSession ? elapsedHours(lastSession.endedAt, now) : Number.NaN;
}
