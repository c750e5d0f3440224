import { readFileSync, statSync } from "node:fs";
import type { PixelImage } from "@stipple/trichometry";
import sharp, { type Metadata } from "sharp";
import { Problem } from "./problem.ts";

/** The caps of issue 4: what a phone or a clinic's camera makes, and no image bomb. */
const mostBytes = 25 * 1024 * 1024;
const mostPixels = 50_000_000;
const formats = ["jpeg", "png", "webp", "heif"];

/** The pixels of a photo file, turned as its camera was held, in sRGB. */
export async function readPhoto(path: string): Promise<PixelImage> {
  const bytes = readBytes(path);
  const { format, pages, width, height } = await describe(bytes);
  if (format === undefined || !formats.includes(format)) {
    throw new Problem("The photo has a form that is not read.", {
      detail: `It is ${format ?? "unknown"}; JPEG, PNG, WebP and HEIC are read.`,
      action: "Save it as JPEG or PNG.",
    });
  }
  if ((pages ?? 1) > 1) {
    throw new Problem("The photo is animated.", {
      detail: `It has ${pages} pictures; one is needed.`,
      action: "Save the one picture you mean.",
    });
  }
  if (width * height > mostPixels) throw tooManyPixels(`It has ${width} × ${height} pixels`);
  return decode(bytes);
}

function readBytes(path: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size <= mostBytes) return readFileSync(path);
    throw new Problem("The photo file is too large.", {
      detail: `It has ${size} bytes; the limit is ${mostBytes}.`,
      action: "Save it as JPEG.",
    });
  } catch (error) {
    if (error instanceof Problem) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new Problem(`${path} cannot be read.`, {
      detail: code === "ENOENT" ? "There is no such file." : `The system says ${code}.`,
      action: "Check the path.",
    });
  }
}

async function describe(bytes: Buffer): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
  } catch (error) {
    throw damaged(error);
  }
}

async function decode(bytes: Buffer): Promise<PixelImage> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: "truncated" })
      .autoOrient()
      .flatten({ background: "white" })
      .toColourspace("srgb")
      .ensureAlpha()
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, rgba: new Uint8Array(data) };
  } catch (error) {
    throw damaged(error);
  }
}

function damaged(error: unknown): Problem {
  const says = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  if (/pixel limit/i.test(says)) return tooManyPixels("It has more pixels");
  return new Problem("The file is not a photo, or it is damaged.", {
    detail: `The decoder says: ${says}.`,
    action: "Take or export the photo again.",
  });
}

function tooManyPixels(says: string): Problem {
  return new Problem("The photo is too large.", {
    detail: `${says}; the limit is ${mostPixels / 1e6} million.`,
    action: "Crop it to the spot that is measured; do not shrink it.",
  });
}
