// Photos for the tools that kill a server or spoil its files: made without a library, sent as the web app sends them.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import { post } from "./server-process.mjs";

/** A PNG of noise: 3 bytes a pixel, however it is packed. */
export function noisePhoto(width, height) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = randomBytes((width * 3 + 1) * height);
  for (let y = 0; y < height; y++) rows[y * (width * 3 + 1)] = 0;
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name, content) {
  const body = Buffer.concat([Buffer.from(name), content]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** Announces the photo, sends what is missing of it, and finishes; answers the first refusal, or the photo. */
export async function sendPhoto(
  url,
  bytes,
  { id = randomUUID(), pieceBytes = 256 * 1024, onOffset = () => {} } = {},
) {
  const announced = await announce(url, bytes, id);
  if (announced.status !== 200) return announced;
  let { offset } = announced.json;
  onOffset(offset);
  while (offset < bytes.length) {
    const sent = await sendPiece(url, id, {
      offset,
      bytes: bytes.subarray(offset, offset + pieceBytes),
    });
    if (sent.status !== 200) return sent;
    offset = sent.json.offset;
    onOffset(offset);
  }
  return finish(url, id);
}

/** Says that the photo will be sent; answers how far it is. */
export function announce(url, bytes, id) {
  return post(url, "/api/photo-uploads", {
    id,
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    details: { view: "vertex", takenOn: "2026-11-20" },
  });
}

async function sendPiece(url, id, { offset, bytes }) {
  const response = await fetch(`${url}/api/photo-uploads/${id}?offset=${offset}`, {
    method: "PATCH",
    headers: { "content-type": "application/octet-stream" },
    body: bytes,
  });
  return { status: response.status, json: await response.json() };
}

async function finish(url, id) {
  const response = await fetch(`${url}/api/photo-uploads/${id}/finish`, { method: "POST" });
  return { status: response.status, json: await response.json() };
}
