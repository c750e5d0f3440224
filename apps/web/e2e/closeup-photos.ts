import { createHash, randomUUID } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import {
  makeScene,
  makeSecondVisit,
  type SceneOptions,
  type SyntheticScene,
} from "../../../packages/synthetic-scalp/src/index.ts";
import { send } from "./seed.ts";
import type { App } from "./server.ts";

/** A clipped spot of 6 × 4.5 mm, seen at 5 µm a pixel: 1200 × 900 pixels. */
const spot: SceneOptions = {
  seed: 5,
  level: "L1",
  umPerPx: 5,
  widthUm: 6000,
  heightUm: 4500,
  tone: "II",
  hairColour: "dark",
};

export const firstVisit = () => makeScene(spot);

/** The same spot later: many hairs more. */
export const laterVisit = () =>
  makeSecondVisit(spot, {
    newFraction: 0.6,
    thickerFraction: 0,
    thinnerFraction: 0,
    goneFraction: 0,
  });

/** Hairs whose root lies in the photo. */
export function trueCount({ image, hairs }: SyntheticScene): number {
  return hairs.filter(({ root: [x, y] }) => x >= 0 && y >= 0 && x < image.width && y < image.height)
    .length;
}

/** Puts a scene into the store as the app's own upload does; answers with the photo's id. */
export async function addCloseUp(
  app: App,
  { image }: SyntheticScene,
  takenOn: string,
): Promise<string> {
  const file = pngOf(image);
  const id = randomUUID();
  await send(app, "POST", "/api/photo-uploads", {
    id,
    bytes: file.length,
    sha256: createHash("sha256").update(file).digest("hex"),
    details: { view: "close-up", siteId: "left of the mole", takenOn },
  });
  const pieceBytes = 1024 * 1024;
  for (let offset = 0; offset < file.length; offset += pieceBytes) {
    const response = await fetch(`${app.url}/api/photo-uploads/${id}?offset=${offset}`, {
      method: "PATCH",
      headers: { "content-type": "application/octet-stream" },
      body: new Uint8Array(file.subarray(offset, offset + pieceBytes)),
    });
    if (!response.ok) throw new Error(await response.text());
  }
  await send(app, "POST", `/api/photo-uploads/${id}/finish`);
  return id;
}

/** The pixels as a PNG (ISO/IEC 15948), 8 bits of red, green, blue and alpha, no row filtered. */
function pngOf({ width, height, rgba }: SyntheticScene["image"]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (4 * width + 1));
  for (let y = 0; y < height; y++) {
    rows.set(rgba.subarray(4 * width * y, 4 * width * (y + 1)), y * (4 * width + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "ascii"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
