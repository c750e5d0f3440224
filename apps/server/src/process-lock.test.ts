import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { CannotStart } from "./cannot-start.ts";
import { lockFolder } from "./process-lock.ts";
import { tempFolder } from "./testing/temp-folder.ts";

function lockOf(folder: string) {
  return join(folder, "stipple.lock");
}

function holdBy(folder: string, changes: object): void {
  const unlock = lockFolder(folder);
  const mine = JSON.parse(readFileSync(lockOf(folder), "utf8"));
  unlock();
  writeFileSync(lockOf(folder), JSON.stringify({ ...mine, ...changes }));
}

test("a folder is locked once, and free again when given back", () => {
  const folder = tempFolder();
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(CannotStart);
  unlock();
  expect(existsSync(lockOf(folder))).toBe(false);
  lockFolder(folder)();
});

test("the refusal names process, machine, start and folder", () => {
  const folder = tempFolder();
  lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(
    new RegExp(`${folder}.*process ${process.pid} on ${hostname()}, started 20\\d\\d-`),
  );
});

test("the lock of a process that was killed is taken over", async () => {
  const folder = tempFolder();
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child, "spawn");
  const stat = readFileSync(`/proc/${child.pid}/stat`, "utf8");
  holdBy(folder, { pid: child.pid, processStart: stat.split(") ").at(-1)?.split(" ")[19] });
  expect(() => lockFolder(folder)).toThrow(`process ${child.pid} `);

  child.kill("SIGKILL");
  await once(child, "close");
  lockFolder(folder);
  expect(JSON.parse(readFileSync(lockOf(folder), "utf8")).pid).toBe(process.pid);
});

test.each([
  ["of the machine before its last start", { bootId: "another" }],
  ["of another process that had the same number", { processStart: "1" }],
  ["of a process number that is not in use", { pid: 2 ** 22 + 1, processStart: undefined }],
])("the lock %s is taken over", (_, changes) => {
  const folder = tempFolder();
  holdBy(folder, changes);
  lockFolder(folder);
  expect(JSON.parse(readFileSync(lockOf(folder), "utf8")).pid).toBe(process.pid);
});

test.each(["", "{", "null", '{"pid":"x"}'])("a lock file that says “%s” is taken over", (text) => {
  const folder = tempFolder();
  writeFileSync(lockOf(folder), text);
  lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(CannotStart);
});

test("the lock of another machine is respected, because its processes cannot be seen", () => {
  const folder = tempFolder();
  holdBy(folder, { host: "other-machine", pid: 1 });
  expect(() => lockFolder(folder)).toThrow("other-machine");
});

test("giving back does not remove the lock of whoever took over", () => {
  const folder = tempFolder();
  const unlock = lockFolder(folder);
  const other = JSON.stringify({ pid: 1, startedAt: "2026-11-22", host: hostname() });
  writeFileSync(lockOf(folder), other);
  unlock();
  expect(readFileSync(lockOf(folder), "utf8")).toBe(other);
});
