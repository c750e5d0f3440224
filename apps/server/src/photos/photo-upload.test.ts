import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crown, noise, sendPiece, servedPicture, uploadPhoto } from "../testing/photos.ts";
import { running, startRunning } from "../testing/running.ts";
import { filesHolding, photoFiles } from "../testing/stored-files.ts";
import { tempFolder } from "../testing/temp-folder.ts";

/** One server for all pictures that are sent once. */
const folder = mkdtempSync(join(tmpdir(), "stipple-upload-"));
let server: Awaited<ReturnType<typeof startRunning>>;

beforeAll(async () => {
  server = await startRunning(folder);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const marker = "canary-c7e1d5";

/** A photo as a phone writes it: with a place, a camera, a thumbnail, a comment, a wide colour space. */
function phonePhoto(width = 640, height = 480): Promise<Buffer> {
  return noise(width, height)
    .jpeg({ quality: 90 })
    .withMetadata({ orientation: 1 })
    .withIccProfile("p3")
    .withExif({
      IFD0: { Copyright: marker, Make: marker },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 31/1 12/1" },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${marker}</a></x:xmpmeta>`)
    .toBuffer();
}

test("what is served of a photo holds its picture and nothing else", async () => {
  const sent = Buffer.concat([await phonePhoto(), Buffer.from(`PK\x03\x04${marker}<script>`)]);
  for (const trace of [marker, "Exif", "ICC_PROFILE", "adobe:ns:meta"]) {
    expect(sent.includes(trace), trace).toBe(true);
  }
  const { id, status, json } = await uploadPhoto(server, sent);
  expect({ status, json }).toMatchObject({ status: 200, json: { widthPx: 640, heightPx: 480 } });

  for (const part of ["image", "thumbnail"]) {
    const served = await servedPicture(server, id, part);
    if (typeof served === "string") throw new Error(served);
    expect(segmentsOf(served), part).toEqual([]);
    // No segment is left that could hold a place; three letters ("GPS") stand in noise now and then by chance.
    for (const trace of [marker, "Exif", "ICC_PROFILE", "adobe:ns", "Photoshop", "<script>"]) {
      expect(served.includes(trace), trace).toBe(false);
    }
    const found = await sharp(served).metadata();
    expect(found).toMatchObject({ format: "jpeg", space: "srgb", hasProfile: false });
    expect(found).not.toHaveProperty("exif");
  }
  const small = await sharp(await bytesOf(id, "thumbnail")).metadata();
  expect([small.width, small.height]).toEqual([480, 360]);
  expect(await bytesOf(id)).toHaveLength(json.bytes);
  expect(
    createHash("sha256")
      .update(await bytesOf(id))
      .digest("hex"),
  ).toBe(json.sha256);
});

async function bytesOf(id: string, part = "image") {
  const served = await servedPicture(server, id, part);
  if (typeof served === "string") throw new Error(served);
  return served;
}

/** Markers of segments that could carry metadata, and what follows the picture's end. */
function segmentsOf(jpeg: Buffer): readonly string[] {
  const found: string[] = [];
  let at = 2;
  for (;;) {
    const marker = jpeg[at + 1] ?? 0;
    const length = jpeg.readUInt16BE(at + 2);
    const isJfif = marker === 0xe0 && length === 16;
    if ((marker >= 0xe0 && marker <= 0xfe && !isJfif) || jpeg[at] !== 0xff) found.push(`${marker}`);
    if (marker === 0xda) break;
    at += 2 + length;
  }
  if (jpeg.subarray(-2).toString("hex") !== "ffd9") found.push("after the end");
  return found;
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "EXIF orientation %i is applied and gone",
  async (orientation) => {
    const raw = Buffer.alloc(60 * 40 * 3, 40);
    for (let y = 0; y < 20; y++) raw.fill(220, y * 180, y * 180 + 90);
    const upright = await sharp(raw, { raw: { width: 60, height: 40, channels: 3 } })
      .png()
      .toBuffer();
    const tag = { orientation };
    const sent = await sharp(upright).jpeg({ quality: 95 }).withMetadata(tag).toBuffer();
    const expected = sharp(await sharp(sent).autoOrient().png().toBuffer());

    const { id } = await uploadPhoto(server, sent);
    const served = await bytesOf(id);
    expect((await sharp(served).metadata()).orientation).toBeUndefined();
    const [is, shouldBe] = [await pixels(sharp(served)), await pixels(expected)];
    expect([is.width, is.height]).toEqual([shouldBe.width, shouldBe.height]);
    expect(meanDifference(is.data, shouldBe.data)).toBeLessThan(3);
  },
);

async function pixels(image: Sharp) {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function meanDifference(a: Buffer, b: Buffer): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}

test.each<[string, () => Promise<Buffer>]>([
  ["CMYK JPEG", () => noise(300, 200).toColourspace("cmyk").jpeg().toBuffer()],
  ["grey JPEG", () => noise(300, 200).greyscale().jpeg().toBuffer()],
  ["progressive JPEG", () => noise(300, 200).jpeg({ progressive: true }).toBuffer()],
  ["16-bit PNG", () => noise(300, 200).toColourspace("rgb16").png().toBuffer()],
  ["PNG with opacity", () => noise(300, 200, 4).png().toBuffer()],
  ["WebP", () => noise(300, 200).webp().toBuffer()],
  ["AVIF", () => noise(300, 200).avif({ effort: 0 }).toBuffer()],
  ["black JPEG", () => noise(300, 200).linear(0, 0).jpeg().toBuffer()],
  ["JPEG whose EXIF data is cut short", () => cutExif()],
])("a %s becomes an 8-bit sRGB JPEG", async (_, make) => {
  const { id, status } = await uploadPhoto(server, await make());
  expect(status).toBe(200);
  const found = await sharp(await bytesOf(id)).metadata();
  expect(found).toMatchObject({ format: "jpeg", space: "srgb", depth: "uchar", channels: 3 });
  expect([found.width, found.height, found.chromaSubsampling]).toEqual([300, 200, "4:4:4"]);
});

/** A JPEG whose EXIF segment is as long as it says, and says nothing that can be read. */
async function cutExif(): Promise<Buffer> {
  const plain = await noise(300, 200).jpeg().toBuffer();
  const segment = Buffer.from("ffe1000c457869660000deadbeef", "hex");
  return Buffer.concat([plain.subarray(0, 2), segment, plain.subarray(2)]);
}

test("a photo of one pixel is kept", async () => {
  const { id, json } = await uploadPhoto(server, await noise(1, 1).png().toBuffer());
  expect([json.widthPx, json.heightPx]).toEqual([1, 1]);
  expect(await bytesOf(id, "thumbnail")).not.toHaveLength(0);
});

/** A PNG whose header says 50,000 × 50,000 and whose pixels are a few bytes. */
async function pngBomb(): Promise<Buffer> {
  const png = await noise(1, 1).png().toBuffer();
  png.writeUInt32BE(50_000, 16);
  png.writeUInt32BE(50_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ -1) >>> 0;
}

/** A still PNG that says it moves: the chunk acTL before its pixels (APNG 1.0). */
async function movingPng(): Promise<Buffer> {
  const png = await noise(20, 20).png().toBuffer();
  const named = Buffer.concat([
    Buffer.from("acTL", "latin1"),
    Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]),
  ]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(8, 0);
  ends.writeUInt32BE(crc32(named), 4);
  const chunk = Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

async function moving(format: "gif" | "webp"): Promise<Buffer> {
  const frames = await noise(20, 40).raw().toBuffer();
  const raw = { width: 20, height: 40, channels: 3, pageHeight: 20 } as const;
  return sharp(frames, { raw }).toFormat(format).toBuffer();
}

/** A small JPEG whose header says another size. */
async function jpegOf(width: number, height: number): Promise<Buffer> {
  const bytes = await noise(16, 16).jpeg().toBuffer();
  const frame = bytes.indexOf(Buffer.from("ffc0", "hex"));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

const jpeg = () => noise(300, 200).jpeg().toBuffer();
const text = (content: string) => async () => Buffer.from(content);

test.each<[string, () => Promise<Buffer>, number, string]>([
  ["a PNG that says 50,000 × 50,000", pngBomb, 413, "photo.too_many_pixels"],
  [
    "a black PNG of 12,500 × 10 pixels",
    () =>
      sharp({ create: { width: 12_500, height: 10, channels: 3, background: "#000" } })
        .png()
        .toBuffer(),
    413,
    "photo.too_many_pixels",
  ],
  ["a JPEG that says 8,500 × 6,000", () => jpegOf(8500, 6000), 413, "photo.too_many_pixels"],
  ["half a JPEG", async () => (await jpeg()).subarray(0, 9000), 422, "photo.unreadable"],
  ["a JPEG without its end", async () => (await jpeg()).subarray(0, -40), 422, "photo.unreadable"],
  ["the first bytes of a JPEG", async () => Buffer.from("ffd8ff", "hex"), 422, "photo.unreadable"],
  [
    "a JPEG head before a PNG",
    async () => Buffer.concat([Buffer.from("ffd8ffe0", "hex"), await noise(9, 9).png().toBuffer()]),
    422,
    "photo.unreadable",
  ],
  ["a RIFF that says WEBP", text(`RIFF....WEBP${"x".repeat(900)}`), 422, "photo.unreadable"],
  ["an AVIF without pictures", text("\0\0\0\x18ftypavif\0\0\0\0avifmif1"), 422, "photo.unreadable"],
  ["an animated WebP", () => moving("webp"), 415, "photo.animated"],
  ["an animated GIF", () => moving("gif"), 415, "photo.animated"],
  ["an animated PNG", movingPng, 415, "photo.animated"],
  ["a TIFF", () => noise(9, 9).tiff().toBuffer(), 415, "photo.format"],
  ["an SVG", text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 415, "photo.format"],
  ["an SVG with a declaration", text("<?xml version='1.0'?><svg/>"), 415, "photo.format"],
  ["a page", text("<!doctype html><script>alert(1)</script>"), 415, "photo.format"],
  ["a PDF", text("%PDF-1.7\n"), 415, "photo.format"],
  ["a zip", text("PK\x03\x04"), 415, "photo.format"],
  ["a HEIC photo", text("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), 415, "photo.heic"],
])("%s is refused in words, and nothing of it stays", async (_, make, status, code) => {
  const before = photoFiles(folder);
  const refused = await uploadPhoto(server, await make());
  expect({ status: refused.status, code: refused.json.code }).toEqual({ status, code });
  expect(refused.json.action).toMatch(/^[A-Z].{20}/);
  await server.send("DELETE", `/api/photo-uploads/${refused.id}`);
  expect((await server.send("GET", `/api/photos/${refused.id}`)).status).toBe(404);
  expect(photoFiles(folder)).toEqual(before);
});

test("no bytes at all cannot be announced", async () => {
  const { status, json } = await uploadPhoto(server, Buffer.alloc(0));
  expect({ status, message: json.message }).toEqual({
    status: 422,
    message: "bytes is 0; the least is 1.",
  });
});

test("uploads side by side do not touch each other", async () => {
  const sizes = [200, 230, 260, 290, 320, 350];
  const sent = await Promise.all(sizes.map((size) => noise(size, 200).jpeg().toBuffer()));
  const done = await Promise.all(
    sent.map((bytes) => uploadPhoto(server, bytes, { pieceBytes: 64 * 1024 })),
  );
  for (const [index, { id, json }] of done.entries()) {
    expect(json.widthPx).toBe(sizes[index]);
    expect((await sharp(await bytesOf(id)).metadata()).width).toBe(sizes[index]);
  }
});

test("the same piece sent eight times at once is kept once", async () => {
  const bytes = await noise(400, 300).jpeg().toBuffer();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const id = randomUUID();
  await server.send("POST", "/api/photo-uploads", {
    id,
    bytes: bytes.length,
    sha256,
    details: crown,
  });
  const sent = await Promise.all(
    Array.from({ length: 8 }, () => sendPiece(server, id, { bytes, offset: 0 })),
  );
  expect(sent.map(({ status }) => status)).toEqual(Array(8).fill(200));
  const finished = await Promise.all(
    Array.from({ length: 4 }, () => server.send("POST", `/api/photo-uploads/${id}/finish`)),
  );
  expect(finished.map(({ status }) => status)).toEqual(Array(4).fill(200));
  const { photos } = (await server.send("GET", "/api/photos")).json;
  expect(photos.filter((photo: { id: string }) => photo.id === id)).toHaveLength(1);
});

test("an upload goes on after the server was started anew", async () => {
  const folder = tempFolder();
  const bytes = await phonePhoto(900, 700);
  const first = await running(folder);
  const id = randomUUID();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const upload = { id, bytes: bytes.length, sha256, details: crown };
  await first.send("POST", "/api/photo-uploads", upload);
  await sendPiece(first, id, { bytes: bytes.subarray(0, 100_000), offset: 0 });
  expect(filesHolding(folder, bytes.subarray(50_000, 50_032))).toEqual([]);
  await first.close();

  const second = await running(folder);
  const { json } = await second.send("GET", `/api/photo-uploads/${id}`);
  expect(json.offset).toBe(100_000);
  await sendPiece(second, id, { bytes: bytes.subarray(100_000), offset: 100_000 });
  const finished = await second.send("POST", `/api/photo-uploads/${id}/finish`);
  expect(finished.json).toMatchObject({ widthPx: 900, heightPx: 700, state: "ready" });
});

test("no byte of a photo, sent or kept, stands in clear anywhere under the data folder", async () => {
  const sent = await phonePhoto();
  const half = { id: randomUUID() as string, bytes: sent };
  const sha256 = createHash("sha256").update(sent).digest("hex");
  await server.send("POST", "/api/photo-uploads", {
    id: half.id,
    bytes: sent.length,
    sha256,
    details: crown,
  });
  await sendPiece(server, half.id, { bytes: sent.subarray(0, 70_000), offset: 0 });
  const { id } = await uploadPhoto(server, sent);
  const kept = [await bytesOf(id), await bytesOf(id, "thumbnail")];
  expect(filesHolding(folder, "2026-11-20").length).toBeGreaterThan(0);

  for (const bytes of [sent, ...kept]) {
    for (let at = 0; at + 16 <= Math.min(bytes.length, 70_000); at += 4096) {
      expect(filesHolding(folder, bytes.subarray(at, at + 16))).toEqual([]);
    }
  }
  for (const trace of [marker, "JFIF", "\xff\xd8\xff"]) {
    expect(filesHolding(folder, Buffer.from(trace, "latin1"))).toEqual([]);
  }
});
