import { randomUUID } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noisePhoto, sendPhoto } from "./photo-client.mjs";
import { startProcess } from "./server-process.mjs";
import { helpIfAsked } from "./usage.mjs";

helpIfAsked(`Usage: node tools/flip-photos.mjs [rounds]

Changes stored photos 1000 times unless told (bits, cuts, additions, swaps, older selves) under a running server, and
looks whether one is ever served, and whether the others still are.`);

const rounds = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), "stipple-flip-"));
const stored = join(folder, "photos");
const aside = join(folder, "aside");
const random = generator(7);
const fileIds = new Map();
const done = { bit: 0, cut: 0, addition: 0, swap: 0, "older self": 0, "other part": 0 };

const server = await startProcess(folder);
try {
  const older = await replacedPhoto();
  for (let number = 0; number < 6; number++) await addPhoto();
  const photos = await sound();
  for (let round = 0; round < rounds; round++) await spoil(photos, older, round);
  await sound();
} finally {
  server.child.kill("SIGTERM");
  await server.ended;
  rmSync(folder, { recursive: true, force: true });
}
const kinds = Object.entries(done).map(([kind, count]) => `${count} × ${kind}`);
console.log(
  `${rounds} changes of stored photos (${kinds.join(", ")}), ${rounds} refused, 0 served`,
);

/** Changes one file in one way, asks for it and for all others, and puts it back. */
async function spoil(photos, older, round) {
  const kind = Object.keys(done)[round % 6];
  const part = random(2) === 0 ? "full" : "thumbnail";
  const [any, other] = twoOf(photos);
  const victim = kind === "older self" ? replacedOf(photos, older) : any;
  const path = join(stored, `${victim.fileId}.${part}`);
  copyFileSync(path, aside);
  change(kind, { path, part, victim, other, older });
  await expectRefused(victim, part, kind);
  if (other !== victim) await expectServed(other, part);
  renameSync(aside, path);
  await expectServed(victim, part);
  done[kind] += 1;
}

/** The older self is that of the first photo: under its id another picture was kept since. */
function change(kind, { path, part, victim, other, older }) {
  const bytes = readFileSync(path);
  if (kind === "bit") {
    const at = random(3) === 0 ? random(104) : random(bytes.length);
    bytes[at] ^= 1 << random(8);
    writeFileSync(path, bytes);
  }
  if (kind === "cut") writeFileSync(path, bytes.subarray(0, random(bytes.length)));
  if (kind === "addition")
    writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(1 + random(99))]));
  if (kind === "swap") copyFileSync(join(stored, `${other.fileId}.${part}`), path);
  if (kind === "older self") writeFileSync(path, older[part]);
  if (kind === "other part") {
    copyFileSync(join(stored, `${victim.fileId}.${part === "full" ? "thumbnail" : "full"}`), path);
  }
}

/** Files of a photo that was deleted; another one then got its id. */
async function replacedPhoto() {
  const id = randomUUID();
  const first = await addPhoto(id);
  const older = {
    id,
    full: readFileSync(join(stored, `${first}.full`)),
    thumbnail: readFileSync(join(stored, `${first}.thumbnail`)),
  };
  await fetch(`${server.url}/api/photos/${id}`, { method: "DELETE" });
  await addPhoto(id);
  return older;
}

async function addPhoto(id = randomUUID()) {
  const before = new Set(existsSync(stored) ? readdirSync(stored) : []);
  const { status, json } = await sendPhoto(server.url, noisePhoto(160, 120), { id });
  if (status !== 200) throw new Error(JSON.stringify(json));
  const added = readdirSync(stored).find((name) => name.endsWith(".full") && !before.has(name));
  fileIds.set(id, added.slice(0, 36));
  return fileIds.get(id);
}

async function sound() {
  const { photos } = await (await fetch(`${server.url}/api/photos`)).json();
  for (const { id, state } of photos) if (state !== "ready") throw new Error(`${id} is ${state}.`);
  return photos.map(({ id }) => ({ id, fileId: fileIds.get(id) }));
}

async function expectRefused({ id }, part, kind) {
  const response = await get(id, part);
  const { code } = await response.json();
  const { photos } = await (await fetch(`${server.url}/api/photos`)).json();
  const { state } = photos.find((photo) => photo.id === id);
  if (response.status >= 400 && code.startsWith("photo") && state !== "ready") return;
  throw new Error(
    `${kind}: ${part} is answered with ${response.status} ${code} and listed as ${state}.`,
  );
}

async function expectServed({ id }, part) {
  const response = await get(id, part);
  await response.arrayBuffer();
  if (response.status !== 200)
    throw new Error(`A sound photo is answered with ${response.status}.`);
}

function get(id, part) {
  return fetch(`${server.url}/api/photos/${id}/${part === "full" ? "image" : "thumbnail"}`);
}

function replacedOf(photos, older) {
  return photos.find(({ id }) => id === older.id);
}

function twoOf(list) {
  const first = random(list.length);
  return [list[first], list[(first + 1 + random(list.length - 1)) % list.length]];
}

/** Whole numbers below a limit, the same ones every time (mulberry32). */
function generator(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
}
