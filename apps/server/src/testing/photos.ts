import { createHash, randomUUID } from "node:crypto";
import sharp, { type Create, type Sharp } from "sharp";
import type { running } from "./running.ts";

type Server = Pick<Awaited<ReturnType<typeof running>>, "url" | "send">;

export const crown = { view: "vertex", takenOn: "2026-11-20" };

/** A picture of noise, which no encoder makes small. */
export function noise(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const create: Create = {
    width,
    height,
    channels,
    background: "#aa8877",
    noise: { type: "gaussian", mean: 128, sigma: 30 },
  };
  return sharp({ create });
}

/** Announces the bytes as a photo, sends them, and finishes; stops at the first refusal and answers it. */
export async function uploadPhoto(
  server: Server,
  bytes: Uint8Array,
  { id = randomUUID() as string, details = crown, pieceBytes = 1024 * 1024 } = {},
) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const upload = { id, bytes: bytes.length, sha256, details };
  const announced = await server.send("POST", "/api/photo-uploads", upload);
  if (announced.status !== 200) return { id, ...announced };
  for (let offset = announced.json.offset; offset < bytes.length; offset += pieceBytes) {
    const sent = await sendPiece(server, id, {
      offset,
      bytes: bytes.subarray(offset, offset + pieceBytes),
    });
    if (sent.status !== 200) return { id, ...sent };
  }
  return { id, ...(await server.send("POST", `/api/photo-uploads/${id}/finish`)) };
}

export async function sendPiece(
  { url }: Server,
  id: string,
  { bytes, offset }: { readonly bytes: Uint8Array; readonly offset: number },
) {
  const response = await fetch(`${url}/api/photo-uploads/${id}?offset=${offset}`, {
    method: "PATCH",
    headers: { "content-type": "application/octet-stream" },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, json: await response.json() };
}

/** The bytes of a picture that is served, or the problem's code. */
export async function servedPicture({ url }: Server, id: string, part = "image") {
  const response = await fetch(`${url}/api/photos/${id}/${part}`);
  if (response.ok) return Buffer.from(await response.arrayBuffer());
  const { code }: { code: string } = await response.json();
  return code;
}
