import type { Plane } from "./plane.ts";

/** Rows of one length, and how far the widest filter that goes over them reaches. */
export interface StripLayout {
  readonly width: number;
  readonly reachPx: number;
}

/** A few rows of a plane with what lies around them: pixel (x, y) at (y + reach) · stride + x + reach. */
export interface StripRows {
  /** Numbers from one row to the next. */
  readonly stride: number;
  readonly rows: Float64Array | Float32Array;
}

/** Rows that are answered for at once. */
export const stripRows = 64;

/** Room at the end of a row for what is worked out eight by eight. */
const slack = 8;

/** How many numbers a strip has to hold: its rows with their surroundings, and one answer for each pixel. */
export function layStrip({ width, reachPx }: StripLayout) {
  const stride = 8 * Math.ceil((width + 2 * reachPx + slack) / 8);
  return {
    stride,
    rowsLength: (stripRows + 2 * reachPx) * stride,
    answersLength: stripRows * stride,
  };
}

/** Which pixel of a row or column stands for one beyond its ends. */
export type Border = (index: number, count: number) => number;

/** The border goes on for ever. */
export const stretched: Border = (index, count) => Math.min(count - 1, Math.max(0, index));

/** Mirrored at both ends without repeating them (OpenCV's reflect101). */
export const mirrored: Border = (index, count) => {
  if (count === 1) return 0;
  const period = 2 * (count - 1);
  const wrapped = ((index % period) + period) % period;
  return wrapped < count ? wrapped : period - wrapped;
};

/** Puts the rows from `top` on into the strip, with what lies around them. */
export function fillStrip(
  { rows, stride }: StripRows,
  { width, height, values }: Plane,
  { top, rowCount, reachPx, border }: StripPart,
): void {
  for (let y = 0; y < rowCount + 2 * reachPx; y++) {
    const source = border(top + y - reachPx, height) * width;
    const first = y * stride + reachPx;
    rows.set(values.subarray(source, source + width), first);
    for (let i = 1; i <= reachPx; i++) {
      rows[first - i] = values[source + border(-i, width)] ?? 0;
      rows[first + width - 1 + i] = values[source + border(width - 1 + i, width)] ?? 0;
    }
  }
}

interface StripPart {
  readonly top: number;
  readonly rowCount: number;
  readonly reachPx: number;
  readonly border: Border;
}
