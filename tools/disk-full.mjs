import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { announce, noisePhoto, sendPhoto } from "./photo-client.mjs";
import { pauseEvent, post, startProcess } from "./server-process.mjs";
import { helpIfAsked } from "./usage.mjs";

helpIfAsked(`Usage: node tools/disk-full.mjs

Fills a small disk under a running server and checks what it says. Needs root on Linux for the tmpfs.`);

const disk = mkdtempSync(join(tmpdir(), "stipple-disk-"));
const sessionId = randomUUID();
asRoot("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", disk]);
try {
  const server = await startProcess(join(disk, "data"));
  const write = () =>
    post(server.url, `/api/sessions/${sessionId}/events`, {
      events: Array.from({ length: 200 }, () => pauseEvent(sessionId)),
    });
  expect((await write()).status === 200, "a write works while there is space");

  const photo = await sendPhoto(server.url, noisePhoto(60, 40));
  expect(photo.status === 200, "a photo is kept while there is space");
  const [large, largeId] = [noisePhoto(200, 150), randomUUID()];
  expect((await announce(server.url, large, largeId)).status === 200, "a photo is announced");

  const filler = join(disk, "filler");
  fill(filler);
  const startedAt = performance.now();
  const refused = await until(write, ({ status }) => status !== 200);
  const answerMs = performance.now() - startedAt;
  expect(refused.status === 507 && refused.json.code === "storage.full", JSON.stringify(refused));
  expect(answerMs < 1000, `the refusal came after ${answerMs.toFixed(0)} ms`);
  const read = await fetch(`${server.url}/api/sessions/${sessionId}`);
  expect(read.status === 200 && (await read.json()).events.length >= 200, "reads go on");
  const unsaved = await sendPhoto(server.url, large, { id: largeId });
  expect(unsaved.status === 507 && unsaved.json.code === "storage.full", JSON.stringify(unsaved));
  const kept = await fetch(`${server.url}/api/photos/${photo.json.id}/image`);
  expect(kept.status === 200, "the photo that was kept is served");
  const { photos } = await (await fetch(`${server.url}/api/photos`)).json();
  expect(photos.length === 1 && photos[0].state === "ready", "no half photo is seen");
  const health = await (await fetch(`${server.url}/api/health`)).json();
  expect(health.status === "read-only", `health says ${JSON.stringify(health)}`);

  rmSync(filler);
  expect((await write()).status === 200, "writes resume by themselves");
  const again = await sendPhoto(server.url, large, { id: largeId });
  expect(again.status === 200, `photos are taken again, ${JSON.stringify(again)}`);
  server.child.kill("SIGTERM");
  await server.ended;
  console.log(
    `Disk full: 507 storage.full after ${answerMs.toFixed(0)} ms, reads went on, writes resumed.`,
  );
} finally {
  asRoot("umount", [disk]);
  rmSync(disk, { recursive: true });
}

function asRoot(command, args) {
  execFileSync(command, args);
}

function fill(path) {
  const file = openSync(path, "w");
  const block = Buffer.alloc(4096, 1);
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if (error.code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
}

async function until(act, isEnough) {
  for (let attempt = 0; attempt < 20; attempt++) {
    const result = await act();
    if (isEnough(result)) return result;
  }
  throw new Error("The disk is full, and every write still says it was kept.");
}

function expect(holds, what) {
  if (!holds) throw new Error(`Not so: ${what}`);
}
