import { createHash, randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { crc32, deflateSync } from "node:zlib";
import type { PhotoView } from "@stipple/protocol";
import {
  makeScene,
  makeSecondShot,
  makeSecondVisit,
  type SceneOptions,
  type SyntheticScene,
} from "@stipple/synthetic-scalp";
import { measureCloseUp } from "@stipple/trichometry";
import { foundOf } from "../src/measure/closeup/kept-measurement.ts";
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

/** The same spot later: a hair here and there is new, gone, thicker or thinner. */
export const nextVisit = () =>
  makeSecondVisit(spot, {
    newFraction: 0.06,
    thickerFraction: 0.05,
    thinnerFraction: 0.05,
    goneFraction: 0.04,
  });

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

/** A larger spot, for what needs many hairs; and three days after it, not cut in between. */
const largeSpot: SceneOptions = { ...spot, seed: 7, widthUm: 7000, heightUm: 5200 };
export const clipped = () => makeScene(largeSpot);
export const threeDaysLater = () => makeSecondShot(largeSpot, 3);

/** A close-up that is counted already, with the scale of a microscope; answers with the photo's id. */
export async function addCountedCloseUp(
  app: App,
  scene: SyntheticScene,
  takenOn: string,
): Promise<string> {
  const umPerPx = spot.umPerPx;
  const measured = measureCloseUp(scene.image, { umPerPx, scaleSdFraction: 0.02 });
  if (measured.kind === "refused") throw new Error(measured.refusal.says);
  const photoId = await addCloseUp(app, scene, takenOn);
  const scale = { source: "typed", umPerPx, umPerPxSd: 0.02 * umPerPx } as const;
  const part = { offset: { x: 0, y: 0 }, scale, roi: undefined, warnings: [] };
  await send(app, "POST", "/api/measurements", {
    ...foundOf(measured, part),
    id: randomUUID(),
    photoId,
    measuredAt: new Date().toISOString(),
  });
  return photoId;
}

/** Puts a scene into the store as a close-up; answers with the photo's id. */
export function addCloseUp(app: App, { image }: SyntheticScene, takenOn: string): Promise<string> {
  return sendPhoto(app, pngOf(image), { view: "close-up", siteId: "left of the mole", takenOn });
}

/** Puts a file into the store as the app's own upload does; answers with the photo's id. */
export async function sendPhoto(
  app: App,
  file: Buffer,
  details: { readonly view: PhotoView; readonly siteId?: string; readonly takenOn: string },
): Promise<string> {
  const id = randomUUID();
  // Drawing and counting take seconds, after which a connection may be closed at its other end: that is heard first.
  await setImmediate();
  await send(app, "POST", "/api/photo-uploads", {
    id,
    bytes: file.length,
    sha256: createHash("sha256").update(file).digest("hex"),
    details,
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
export function pngOf({ width, height, rgba }: SyntheticScene["image"]): Buffer {
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
