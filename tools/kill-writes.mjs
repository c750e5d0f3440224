import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pauseEvent, post, startProcess } from "./server-process.mjs";
import { helpIfAsked } from "./usage.mjs";

helpIfAsked(`Usage: node tools/kill-writes.mjs [kills]

Kills a server with SIGKILL while it acknowledges session events, 100 times unless told, and looks for what was lost.`);

const rounds = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), "stipple-kill-"));
const sessionId = randomUUID();
const acknowledged = new Set();
const reopenMs = [];

try {
  for (let round = 1; round <= rounds; round++) {
    const server = await startProcess(folder);
    if (round > 1) reopenMs.push(server.startMs);
    await checkNothingLost(server.url, round);
    const before = acknowledged.size;
    const writing = writeUntilKilled(server.url);
    while (acknowledged.size === before) await wait(1);
    await wait(5 + ((round * 37) % 120));
    server.child.kill("SIGKILL");
    await Promise.all([writing, server.ended]);
  }
  const server = await startProcess(folder);
  reopenMs.push(server.startMs);
  await checkNothingLost(server.url, rounds + 1);
  server.child.kill("SIGTERM");
  await server.ended;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const sorted = reopenMs.toSorted((a, b) => a - b);
const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1];
console.log(
  `${rounds} kills, ${acknowledged.size} events acknowledged, 0 lost, start after a kill: p95 ${p95.toFixed(0)} ms`,
);

function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Four clients write one event after the other until the server is gone. */
async function writeUntilKilled(url) {
  const write = async () => {
    for (;;) {
      const event = pauseEvent(sessionId);
      try {
        const { status } = await post(url, `/api/sessions/${sessionId}/events`, {
          events: [event],
        });
        if (status === 200) acknowledged.add(event.id);
      } catch {
        return;
      }
    }
  };
  await Promise.all([write(), write(), write(), write()]);
}

async function checkNothingLost(url, round) {
  if (acknowledged.size === 0) return;
  const response = await fetch(`${url}/api/sessions/${sessionId}`);
  const { events } = await response.json();
  const kept = new Set(events.map(({ id }) => id));
  const lost = [...acknowledged].filter((id) => !kept.has(id));
  if (lost.length > 0 || kept.size !== events.length) {
    throw new Error(
      `Round ${round}: ${lost.length} of ${acknowledged.size} acknowledged events are lost.`,
    );
  }
}
