import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pauseEvent, post, startProcess } from "./server-process.mjs";
import { helpIfAsked } from "./usage.mjs";

helpIfAsked(`Usage: node tools/bench-session-event.mjs [requests per turn] [turns]

CPU of logging one session event against a bare Hono and Zod echo of the same body, interleaved in one run.`);

if (process.argv[2] === "--echo") await import("../packages/api/src/testing/echo-server.ts");
else await compare(Number(process.argv[2] ?? 2000), Number(process.argv[3] ?? 4));

async function compare(requests, turns) {
  const folder = mkdtempSync(join(tmpdir(), "stipple-bench-"));
  const stipple = await startProcess(folder);
  const bare = await startEcho();
  const spentMs = { stipple: [], bare: [] };
  try {
    await turn(stipple, requests);
    await turn(bare, requests);
    for (let index = 0; index < turns; index++) {
      spentMs.stipple.push(await turn(stipple, requests));
      spentMs.bare.push(await turn(bare, requests));
    }
  } finally {
    bare.child.kill();
    stipple.child.kill("SIGTERM");
    await stipple.ended;
    rmSync(folder, { recursive: true });
  }
  const [event, echoed] = [median(spentMs.stipple), median(spentMs.bare)];
  console.log(
    `CPU per session event ${((event / requests) * 1000).toFixed(0)} µs, bare echo ` +
      `${((echoed / requests) * 1000).toFixed(0)} µs: ${(event / echoed).toFixed(2)} times.`,
  );
}

/** CPU time the process spends on so many requests, four at a time, in milliseconds. */
async function turn({ url, child }, requests) {
  const sessionId = randomUUID();
  const before = cpuMs(child.pid);
  let left = requests;
  const client = async () => {
    while (left-- > 0) {
      const body = { events: [pauseEvent(sessionId)] };
      const { status } = await post(url, `/api/sessions/${sessionId}/events`, body);
      if (status !== 200) throw new Error(`The server answered ${status}.`);
    }
  };
  await Promise.all([client(), client(), client(), client()]);
  return cpuMs(child.pid) - before;
}

/** User and system time of a process; Linux counts in hundredths of a second. */
function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function startEcho() {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), "--echo"]);
  return new Promise((resolve) => {
    child.stdout.once("data", (bytes) => resolve({ child, url: String(bytes).trim() }));
  });
}
