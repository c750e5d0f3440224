import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noisePhoto, sendPhoto } from "./photo-client.mjs";
import { startProcess } from "./server-process.mjs";
import { helpIfAsked } from "./usage.mjs";

helpIfAsked(`Usage: node tools/kill-uploads.mjs [kills]

Kills a server with SIGKILL while photos are sent to it, 100 times unless told. Every acknowledged piece and every
acknowledged photo must be there afterwards, no half photo may be seen, and no file may stay that nobody names.`);

const rounds = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), "stipple-kill-uploads-"));
const clients = Array.from({ length: 3 }, newUpload);
const finished = new Map();
/** What a request says whose server is gone. */
const cutOff = /fetch failed|terminated|SyntaxError/;
let acknowledged = 0;
let resumed = 0;
let isBroken = false;

try {
  for (let round = 1; round <= rounds; round++) {
    const server = await startProcess(folder);
    await checkPhotos(server.url, round);
    const sending = Promise.all(clients.map((_, index) => sendUntilKilled(server.url, index)));
    sending.catch(() => {
      isBroken = true;
    });
    await untilAcknowledged(round);
    await wait((round * 37) % 200);
    server.child.kill("SIGKILL");
    await Promise.all([sending, server.ended]);
  }
  const server = await startProcess(folder);
  for (let index = 0; index < clients.length; index++) await sendOne(server.url, index);
  await checkPhotos(server.url, rounds + 1);
  server.child.kill("SIGTERM");
  await server.ended;
  await checkFiles();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  `${rounds} kills, ${finished.size} photos acknowledged, 0 lost, ${resumed} uploads resumed in the middle, 0 files left over`,
);

function newUpload() {
  return { id: randomUUID(), bytes: noisePhoto(300, 200), offset: 0 };
}

/** Something was acknowledged since the start; every fourth time a whole photo. */
async function untilAcknowledged(round) {
  const count = () => (round % 4 === 0 ? finished.size : acknowledged);
  const before = count();
  while (!isBroken && count() === before) await wait(1);
}

function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function sendUntilKilled(url, index) {
  try {
    for (;;) await sendOne(url, index);
  } catch (error) {
    if (!cutOff.test(`${error.name} ${error.message}`)) throw error;
  }
}

/** Sends one photo from where it stands, and takes the next when it is acknowledged. */
async function sendOne(url, index) {
  const upload = clients[index];
  let isFirst = true;
  const onOffset = (offset) => {
    if (isFirst && offset < upload.offset) {
      throw new Error(`${upload.offset} bytes were acknowledged, ${offset} are there.`);
    }
    if (isFirst && offset > 0) resumed += 1;
    if (!isFirst) acknowledged += 1;
    isFirst = false;
    upload.offset = offset;
  };
  const { id, bytes } = upload;
  const sent = await sendPhoto(url, bytes, { id, pieceBytes: 64 * 1024, onOffset });
  if (sent.json.code === "photo.known") finished.set(id, undefined);
  else if (sent.status === 200) finished.set(id, sent.json.sha256);
  else throw new Error(`An upload is answered with ${JSON.stringify(sent)}`);
  clients[index] = newUpload();
}

async function checkPhotos(url, round) {
  const { photos } = await (await fetch(`${url}/api/photos`)).json();
  const known = new Map(photos.map((photo) => [photo.id, photo]));
  for (const [id, sha256] of finished) {
    const photo = known.get(id);
    if (!photo) throw new Error(`Round ${round}: an acknowledged photo is lost.`);
    if (sha256 !== undefined && photo.sha256 !== sha256) throw new Error("A photo is another one.");
  }
  for (const { id, sha256, state } of photos) {
    if (state !== "ready") throw new Error(`Round ${round}: a photo is ${state}.`);
    const response = await fetch(`${url}/api/photos/${id}/image`);
    const served = createHash("sha256")
      .update(await response.bytes())
      .digest("hex");
    if (served !== sha256) throw new Error(`Round ${round}: a photo is not whole.`);
  }
}

/** After one more start only the two files of each photo are there. */
async function checkFiles() {
  const server = await startProcess(folder);
  const { photos } = await (await fetch(`${server.url}/api/photos`)).json();
  server.child.kill("SIGTERM");
  await server.ended;
  const names = readdirSync(join(folder, "photos"), { recursive: true });
  if (names.length !== 2 * photos.length) {
    throw new Error(`${photos.length} photos have ${names.length} files.`);
  }
}
