import type { PictureFormat } from "../host.ts";

/** What the first bytes of a file say it is, whatever its name says. */
export type SniffedFormat = PictureFormat | "heic" | "animated-png" | "gif" | "unknown";

export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  const head = latin1(bytes.subarray(0, 16));
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return isAnimatedPng(bytes) ? "animated-png" : "png";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "webp";
  if (head.startsWith("GIF8")) return "gif";
  return head.slice(4, 8) === "ftyp" ? isoFormat(bytes) : "unknown";
}

export function isPictureFormat(format: SniffedFormat): format is PictureFormat {
  return format === "jpeg" || format === "png" || format === "webp" || format === "avif";
}

/** AVIF and HEIC share one container; its brands tell them apart. */
function isoFormat(bytes: Uint8Array): SniffedFormat {
  const boxBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const text = latin1(bytes.subarray(8, Math.min(boxBytes, 256)));
  const brands: readonly string[] = text.match(/.{4}/gs) ?? [];
  if (brands.includes("avif")) return "avif";
  return brands.some((brand) => heicBrands.has(brand)) ? "heic" : "unknown";
}

const heicBrands = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]);

/** The chunk that makes a PNG move stands before its pixels. */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= bytes.length; at += view.getUint32(at) + 12) {
    const name = latin1(bytes.subarray(at + 4, at + 8));
    if (name === "acTL") return true;
    if (name === "IDAT") return false;
  }
  return false;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
