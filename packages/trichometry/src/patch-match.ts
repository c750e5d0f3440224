import type { Plane } from "./plane.ts";
import type { Point } from "./point.ts";

/** Where a patch of one picture was found again in another. */
export interface PatchMatch {
  readonly from: Point;
  readonly to: Point;
  /** Normalised cross-correlation, 1 for the same patch under any gain and offset. */
  readonly correlation: number;
}

export interface PatchSearch {
  /** Half the side of the patch. */
  readonly patchPx: number;
  /** How far from the expected place it is looked for. */
  readonly searchPx: number;
}

/**
 * The place near `expected` where the second picture looks most like the patch of the first around `from`; to a part
 * of a pixel. Nothing where the patch or the search runs over an edge, or the patch is plain.
 */
export function matchPatch(
  pictures: { readonly first: Plane; readonly second: Plane },
  pair: { readonly from: Point; readonly expected: Point },
  { patchPx, searchPx }: PatchSearch,
): PatchMatch | undefined {
  const patch = cutPatch(pictures.first, pair.from, patchPx);
  const x = Math.round(pair.expected.x);
  const y = Math.round(pair.expected.y);
  const { width, height } = pictures.second;
  const reach = patchPx + searchPx;
  if (!patch || x < reach || y < reach || x >= width - reach || y >= height - reach)
    return undefined;

  const side = 2 * searchPx + 1;
  const scores = new Float64Array(side * side);
  let best = 0;
  for (let down = 0; down < side; down++) {
    for (let across = 0; across < side; across++) {
      const at = down * side + across;
      const centre = { x: x + across - searchPx, y: y + down - searchPx };
      scores[at] = correlatePatch(patch, pictures.second, centre);
      if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
    }
  }
  const across = best % side;
  const down = Math.floor(best / side);
  const score = (column: number, row: number) =>
    column < 0 || row < 0 || column >= side || row >= side ? 0 : (scores[row * side + column] ?? 0);
  const value = score(across, down);
  return {
    from: pair.from,
    to: {
      x: x + across - searchPx + vertex(score(across - 1, down), value, score(across + 1, down)),
      y: y + down - searchPx + vertex(score(across, down - 1), value, score(across, down + 1)),
    },
    correlation: value,
  };
}

/** A square of values less their mean, divided by their root sum of squares. */
interface Patch {
  readonly half: number;
  readonly values: Float64Array;
}

/** Least root mean square of a patch, of lightness 1: below it, it is noise. */
const leastContrast = 0.004;

function cutPatch({ width, height, values }: Plane, place: Point, half: number): Patch | undefined {
  const x = Math.round(place.x);
  const y = Math.round(place.y);
  if (x < half || y < half || x >= width - half || y >= height - half) return undefined;
  const side = 2 * half + 1;
  const cut = new Float64Array(side * side);
  for (let row = 0; row < side; row++) {
    const from = (y - half + row) * width + x - half;
    for (let column = 0; column < side; column++)
      cut[row * side + column] = values[from + column] ?? 0;
  }
  const mean = cut.reduce((sum, value) => sum + value, 0) / cut.length;
  const spread = Math.sqrt(cut.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  if (!(spread > leastContrast * side)) return undefined;
  return { half, values: cut.map((value) => (value - mean) / spread) };
}

function correlatePatch({ half, values }: Patch, second: Plane, { x, y }: Point): number {
  const side = 2 * half + 1;
  let sum = 0;
  let squares = 0;
  let product = 0;
  for (let row = 0, at = 0; row < side; row++) {
    const from = (y - half + row) * second.width + x - half;
    for (let column = 0; column < side; column++, at++) {
      const value = second.values[from + column] ?? 0;
      sum += value;
      squares += value * value;
      product += value * (values[at] ?? 0);
    }
  }
  const spread = squares - (sum * sum) / values.length;
  return spread > 1e-9 ? product / Math.sqrt(spread) : 0;
}

function vertex(before: number, middle: number, after: number): number {
  const curve = before - 2 * middle + after;
  return curve < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curve))) : 0;
}
