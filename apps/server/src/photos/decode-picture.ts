import type { Reencoded } from "@stipple/api";
import sharp, { type SharpOptions } from "sharp";
import type { DecodeJob } from "./decoder.ts";

// The program of its own process in which pictures from outside are decoded; see decoder.ts.

sharp.cache(false);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadHeifBuffer",
  ],
});

const maxPixels = 50_000_000;
const maxSidePx = 12_000;
const thumbnailPx = 480;

const options: SharpOptions = {
  failOn: "error",
  limitInputPixels: maxPixels,
  sequentialRead: true,
};

/** What sharp calls the format of a decoder. */
const decoderNames = { jpeg: "jpeg", png: "png", webp: "webp", avif: "heif" } as const;

process.on("message", (job: DecodeJob) => {
  decode(job).then(
    (result) => process.send?.(result),
    (error: unknown) =>
      process.send?.({ kind: "refused", why: reasonOf(error) } satisfies Reencoded),
  );
});

async function decode({ bytes, format, keepsBytes }: DecodeJob): Promise<Reencoded> {
  const { width, height, pages = 1, ...found } = await sharp(bytes, options).metadata();
  if (found.format !== decoderNames[format]) return { kind: "refused", why: "unreadable" };
  if (pages > 1) return { kind: "refused", why: "several-pictures" };
  if (Math.max(width, height) > maxSidePx) return { kind: "refused", why: "too-many-pixels" };

  if (keepsBytes) {
    const thumbnail = await thumbnailOf(bytes);
    return { kind: "picture", full: new Uint8Array(), thumbnail, widthPx: width, heightPx: height };
  }
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .jpeg({ quality: 92, chromaSubsampling: "4:4:4", optimiseCoding: false })
    .toBuffer({ resolveWithObject: true });
  return {
    kind: "picture",
    full: new Uint8Array(data),
    thumbnail: await thumbnailOf(data),
    widthPx: info.width,
    heightPx: info.height,
  };
}

async function thumbnailOf(jpeg: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const size = { width: thumbnailPx, height: thumbnailPx, withoutEnlargement: true };
  const small = await sharp(jpeg, options)
    .resize({ ...size, fit: "inside" })
    .toColourspace("srgb")
    .jpeg({ quality: 82 })
    .toBuffer();
  return new Uint8Array(small);
}

function reasonOf(error: unknown): "too-many-pixels" | "unreadable" {
  const says = error instanceof Error ? error.message : "";
  return /pixel limit/i.test(says) ? "too-many-pixels" : "unreadable";
}
