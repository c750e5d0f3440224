const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const jfif = 0xe0;

/** Segments that carry pixels or say how to decode them, and the 16 bytes that call the file a JPEG. */
const allowed = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd, startOfScan, jfif]);

/** JFIF's own fields, without the thumbnail it may carry. */
const jfifBytes = 16;

/**
 * Whether a JPEG holds nothing but its picture: no EXIF, GPS, XMP, colour profile, comment or thumbnail, and no byte
 * after its end. What Stipple keeps is so; a photo of an archive must be.
 */
export function isBareJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return false;

  let at = 2;
  while (bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === endOfImage) return at + 2 === bytes.length;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (!allowed.has(marker) || length < 2) return false;
    if (marker === jfif && length !== jfifBytes) return false;
    at += 2 + length;
    if (marker === startOfScan) at = endOfScan(bytes, at);
  }
  return false;
}

/** In the pixels 0xff is followed by 0, or by a restart marker. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
