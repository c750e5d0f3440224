import type { Canvas } from "./canvas.ts";
import { blockSide, transformBlock, untransformBlock } from "./cosine-transform.ts";

/** Quantisation of brightness and colour at quality 50, row by row (ITU-T T.81, annex K.1). */
const brightnessTable = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
  92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const colourTable = [
  17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
  47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
];

/**
 * What JPEG takes from a photo: 8 × 8 cosine coefficients rounded by the standard's tables, colour at half size.
 *
 * Planes hold grey levels before and after. No file is made, so the result is the same on every machine.
 *
 * @param quality 1–100 as in the usual encoders
 */
export function loseByJpeg(canvas: Canvas, quality: number): void {
  if (!(quality >= 1 && quality <= 100)) {
    throw new RangeError(`jpegQuality must be 1 to 100, got ${quality}`);
  }
  const { width, height, planes } = canvas;
  const [red, green, blue] = planes;
  const halfWidth = Math.ceil(width / 2);
  const halfHeight = Math.ceil(height / 2);
  const bluish = new Float32Array(halfWidth * halfHeight);
  const reddish = new Float32Array(halfWidth * halfHeight);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const r = clamp(red[at] ?? 0);
      const g = clamp(green[at] ?? 0);
      const b = clamp(blue[at] ?? 0);
      const half = (y >> 1) * halfWidth + (x >> 1);
      red[at] = 0.299 * r + 0.587 * g + 0.114 * b;
      const share = 1 / (Math.min(2, width - (x & ~1)) * Math.min(2, height - (y & ~1)));
      bluish[half] = (bluish[half] ?? 0) + share * (-0.168736 * r - 0.331264 * g + 0.5 * b);
      reddish[half] = (reddish[half] ?? 0) + share * (0.5 * r - 0.418688 * g - 0.081312 * b);
    }
  }
  const table = scaleTable(colourTable, quality);
  quantisePlane(red, width, { table: scaleTable(brightnessTable, quality), middle: 128 });
  quantisePlane(bluish, halfWidth, { table, middle: 0 });
  quantisePlane(reddish, halfWidth, { table, middle: 0 });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const half = (y >> 1) * halfWidth + (x >> 1);
      const brightness = red[at] ?? 0;
      const cb = bluish[half] ?? 0;
      const cr = reddish[half] ?? 0;
      red[at] = brightness + 1.402 * cr;
      green[at] = brightness - 0.344136 * cb - 0.714136 * cr;
      blue[at] = brightness + 1.772 * cb;
    }
  }
}

function clamp(greyLevel: number): number {
  return greyLevel < 0 ? 0 : greyLevel > 255 ? 255 : Math.round(greyLevel);
}

/** The scaling of quality that the Independent JPEG Group's encoder made usual. */
function scaleTable(table: readonly number[], quality: number): Float32Array {
  const percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return Float32Array.from(table, (step) =>
    Math.max(1, Math.min(255, Math.floor((step * percent + 50) / 100))),
  );
}

function quantisePlane(
  plane: Float32Array,
  width: number,
  { table, middle }: { readonly table: Float32Array; readonly middle: number },
): void {
  const height = plane.length / width;
  const block = new Float32Array(blockSide * blockSide);
  for (let top = 0; top < height; top += blockSide) {
    for (let left = 0; left < width; left += blockSide) {
      for (let y = 0; y < blockSide; y++) {
        const from = Math.min(height - 1, top + y) * width;
        for (let x = 0; x < blockSide; x++) {
          block[y * blockSide + x] = (plane[from + Math.min(width - 1, left + x)] ?? 0) - middle;
        }
      }
      transformBlock(block);
      for (let i = 0; i < block.length; i++) {
        const step = table[i] ?? 1;
        block[i] = Math.round((block[i] ?? 0) / step) * step;
      }
      untransformBlock(block);
      const rows = Math.min(blockSide, height - top);
      const columns = Math.min(blockSide, width - left);
      for (let y = 0; y < rows; y++) {
        const to = (top + y) * width + left;
        for (let x = 0; x < columns; x++) plane[to + x] = (block[y * blockSide + x] ?? 0) + middle;
      }
    }
  }
}
