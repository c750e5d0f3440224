import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { databaseName } from "./open-database.ts";
import { running } from "./testing/running.ts";
import { tempFolder } from "./testing/temp-folder.ts";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

/** The program itself in a process of its own; resolves with what it said when it answers or ends. */
async function startMain(...args: string[]) {
  const child = spawn(process.execPath, [main, "--port", "0", "--no-open", ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  const ended = once(child, "close");
  const answering = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (bytes) => {
        said += bytes;
        if (/at http:\S+/.test(said)) resolve();
      });
    }
  });
  await Promise.race([answering, ended]);
  return { child, ended, said: () => said };
}

function filesWith(folder: string, text: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}

test("what was saved is there after the next start", async () => {
  const folder = tempFolder();
  const first = await running(folder);
  await first.send("PUT", "/api/answers", { answers: { ageYears: 34 } });
  await first.close();
  const second = await running(folder);
  expect((await second.send("GET", "/api/answers")).json.answers).toEqual({ ageYears: 34 });
  expect((await second.send("GET", "/api/health")).json).toMatchObject({
    status: "ok",
    demo: false,
    database: { writable: true },
  });
});

test("a second process on the same data is refused within a second, naming the first", async () => {
  const folder = tempFolder();
  await running(folder);
  const second = await startMain("--data", folder);
  const [code] = await second.ended;
  expect(code).toBe(1);
  expect(second.said()).toContain(`in use by process ${process.pid} on`);
  expect(second.said()).toContain("Stop that one first");
});

test("asked to stop, the program ends the running request, merges its log and gives the folder back", async () => {
  const folder = tempFolder();
  const { child, ended, said } = await startMain("--data", folder);
  const url = /http:\S+/.exec(said())?.[0] ?? "";
  const saving = fetch(`${url}/api/answers`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: '{"answers":{"ageYears":50}}',
  });
  expect((await saving).status).toBe(200);
  child.kill("SIGTERM");
  const [code] = await ended;
  expect(code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(["copies", databaseName]);
});

test("an option that makes no sense is named, and help lists the options", async () => {
  for (const port of ["99999", "", "1e3"]) {
    const wrong = await startMain("--port", port);
    expect((await wrong.ended)[0]).toBe(1);
    expect(wrong.said()).toContain(`--port is ${port};`);
  }
  const help = await startMain("--help");
  expect((await help.ended)[0]).toBe(0);
  expect(help.said()).toContain("--demo");
});

test.each([
  ["--prot", "5", "Unknown option '--prot'. Look at --help"],
  ["--host", "203.0.113.7", "Choose an address of this computer with --host."],
  ["--data", main, "Choose a folder with --data"],
])(
  "what cannot work is said in a sentence, without a trace: %s %s",
  async (option, value, says) => {
    const data = option === "--data" ? [] : ["--data", tempFolder()];
    const wrong = await startMain(...data, option, value);
    expect((await wrong.ended)[0]).toBe(1);
    expect(wrong.said()).toContain(says);
    expect(wrong.said()).not.toMatch(/^ +at /m);
  },
);

test("a server that listens everywhere names an address that it answers", async () => {
  const { url, send } = await running(tempFolder(), { host: "0.0.0.0" });
  expect(url).toMatch(/^http:\/\/localhost:\d+$/);
  expect((await send("GET", "/api/health")).status).toBe(200);
});

test("the app answers on its own addresses only, pages and API alike", async () => {
  const { url } = await running(tempFolder());
  const { port } = new URL(url);
  const statusFor = (host: string, path: string) =>
    new Promise<number>((resolve, reject) => {
      const socket = connect(Number(port), "127.0.0.1", () => {
        socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      });
      socket.once("data", (bytes) => resolve(Number(String(bytes).split(" ")[1])));
      socket.once("error", reject);
    });
  for (const path of ["/", "/api/health", "/assets/x.js"]) {
    expect(await statusFor("evil.example", path)).toBe(421);
    expect(await statusFor(`127.0.0.1.evil.example:${port}`, path)).toBe(421);
  }
  expect(await statusFor(`localhost:${port}`, "/api/health")).toBe(200);
  expect(await statusFor(`[::1]:${port}`, "/api/health")).toBe(200);
});

test("a damaged database is a page that offers the last copy; the copy opens without a new start", async () => {
  const folder = tempFolder();
  const file = join(folder, databaseName);
  const first = await running(folder);
  await first.send("PUT", "/api/answers", { answers: { ageYears: 34 } });
  await first.close();
  writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 4096), Buffer.alloc(9999)]));
  const damaged = readFileSync(file);

  const server = await running(folder);
  const refused = await server.send("GET", "/api/answers");
  expect(refused).toMatchObject({ status: 503, json: { code: "database.corrupt" } });
  expect((await server.send("GET", "/api/health")).json.database.writable).toBe(false);
  const { copies } = (await server.send("GET", "/api/recovery")).json;
  expect(copies).toHaveLength(1);

  const restored = await server.send("POST", "/api/recovery", { copy: copies[0].name });
  expect(restored.status).toBe(200);
  expect((await server.send("GET", "/api/answers")).json).toEqual({ answers: {} });
  const [hold] = (await server.send("GET", "/api/today")).json.holds;
  expect(hold).toMatchObject({ why: "history-gap" });
  expect(hold.says).toContain(copies[0].takenAt.slice(0, 10));
  const kept = readdirSync(folder).filter((name) => name.includes("damaged"));
  expect(kept).toHaveLength(1);
  expect(readFileSync(join(folder, kept[0] ?? "")).equals(damaged)).toBe(true);

  await server.send("POST", "/api/erase", { confirm: "erase everything" });
  expect(readdirSync(folder).filter((name) => name.includes("damaged"))).toEqual([]);
});

test("a copy that is damaged too leaves the server in recovery", async () => {
  const folder = tempFolder();
  await (await running(folder)).close();
  truncateSync(join(folder, databaseName), 10);
  const [copy = ""] = readdirSync(join(folder, "copies"));
  truncateSync(join(folder, "copies", copy), 5000);
  const server = await running(folder);
  const tried = await server.send("POST", "/api/recovery", { copy });
  expect(tried).toMatchObject({ status: 422, json: { code: "recovery.copy_damaged" } });
  expect((await server.send("GET", "/api/today")).status).toBe(503);
  expect((await server.send("GET", "/api/recovery")).json.copies).toHaveLength(1);
});

test("after erasing, no file in the folder holds what was written", async () => {
  const canary = "canary-7f3a91";
  const folder = tempFolder();
  const server = await running(folder);
  await server.send("POST", "/api/holds", {
    id: "00000000-0000-4000-8000-000000000001",
    says: `${canary} ${"x".repeat(400)}`,
  });
  const { zip } = { zip: await (await fetch(`${server.url}/api/export`)).arrayBuffer() };
  await fetch(`${server.url}/api/import`, {
    method: "POST",
    headers: { "content-type": "application/zip" },
    body: zip,
  });
  expect(filesWith(folder, canary).length).toBeGreaterThan(1);

  const erased = await server.send("POST", "/api/erase", { confirm: "erase everything" });
  expect(erased.status).toBe(204);
  expect(filesWith(folder, canary)).toEqual([]);
  expect((await server.send("GET", "/api/holds")).json.holds).toEqual([]);
  await server.close();
  expect(filesWith(folder, canary)).toEqual([]);
  expect(existsSync(join(folder, databaseName))).toBe(true);
});
