// A Stipple server in a process of its own, for the tools that kill it, fill its disk or measure it.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const main = join(dirname(fileURLToPath(import.meta.url)), "../apps/server/src/main.ts");

/** Starts a server on a free port and resolves when it answers; rejects with its words when it ends before. */
export function startProcess(dataFolder, { onOutput = () => {} } = {}) {
  const startedAt = performance.now();
  const args = [main, "--data", dataFolder, "--port", "0", "--no-open"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (bytes) => {
      said += bytes;
      onOutput(String(bytes));
      const url = /at (http:\/\/\S+)/.exec(said)?.[1];
      if (url) resolve({ url, child, ended, startMs: performance.now() - startedAt });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    const failed = ({ code }) => reject(new Error(`The server ended with ${code}: ${said}`));
    ended.then(failed, reject);
  });
}

/** A POST of JSON; answers the status and what was said. */
export async function post(url, path, body) {
  const response = await fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, json: await response.json() };
}

/** The smallest session event, with an id of its own. */
export function pauseEvent(sessionId) {
  return { id: randomUUID(), sessionId, at: new Date().toISOString(), kind: "paused" };
}
