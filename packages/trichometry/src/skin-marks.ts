import { halvePlane, type Plane } from "./plane.ts";
import type { Point } from "./point.ts";
import { smoothPlane } from "./smooth.ts";

/** A mole, a freckle or a small scar: a dark spot on plain skin, which stays where it is when hair is combed. */
export interface SkinMark {
  readonly place: Point;
  readonly radiusPx: number;
  /** How much darker than the skin around it, of 1. */
  readonly depth: number;
  /** The depth over the unevenness of the skin around. */
  readonly prominence: number;
}

/** Radii that are looked for in a picture of about 1200 pixels, in its own pixels; the larger ones at half its size. */
const fineRadiusPx = 1.5;
const coarseRadiiPx = [2.5, 4.2] as const;

/** Least depth, and least depth over the unevenness of the skin around: between hairs nothing stands out like that. */
const leastDepth = 0.02;
const leastProminence = 3;
const leastDeviation = 0.008;

/** A hair's end is long and narrow; a mark curves alike in all directions. */
const mostOblong = 3;

/** The skin marks of a picture, those that stand out most first. */
export function findSkinMarks(lightness: Plane, mostMarks: number): readonly SkinMark[] {
  const half = halvePlane(lightness);
  const found = [
    ...spotsOfRadius(lightness, fineRadiusPx),
    ...coarseRadiiPx.flatMap((radiusPx) => spotsOfRadius(half, radiusPx / 2).map(doubleSize)),
  ];
  const kept: SkinMark[] = [];
  for (const mark of found.toSorted((a, b) => b.prominence - a.prominence)) {
    const isNew = kept.every(
      ({ place, radiusPx }) =>
        Math.hypot(place.x - mark.place.x, place.y - mark.place.y) >
        2 * Math.max(radiusPx, mark.radiusPx),
    );
    if (isNew) kept.push(mark);
    if (kept.length === mostMarks) break;
  }
  return kept;
}

function doubleSize(mark: SkinMark): SkinMark {
  const { x, y } = mark.place;
  return { ...mark, place: { x: 2 * x + 0.5, y: 2 * y + 0.5 }, radiusPx: 2 * mark.radiusPx };
}

function spotsOfRadius(lightness: Plane, radiusPx: number): readonly SkinMark[] {
  const { width, height } = lightness;
  const fine = smoothPlane(lightness, radiusPx / Math.SQRT2);
  const wide = smoothPlane(lightness, radiusPx * Math.SQRT2);
  const spot = {
    width,
    height,
    values: fine.values.map((value, at) => (wide.values[at] ?? 0) - value),
  };
  const marks: SkinMark[] = [];
  const edge = Math.ceil(5 * radiusPx);
  for (let y = edge; y < height - edge; y++) {
    for (let x = edge; x < width - edge; x++) {
      const at = y * width + x;
      if (!((spot.values[at] ?? 0) > leastDepth / 4) || !isPeak(spot, at) || isOblong(spot, at)) {
        continue;
      }
      const { mean, deviation } = ringOf(lightness, { x, y }, radiusPx);
      const depth = mean - (fine.values[at] ?? 0);
      // Skin that is as even as the noise of a camera is not evener for it.
      const prominence = depth / Math.max(deviation, leastDeviation);
      if (depth >= leastDepth && prominence >= leastProminence) {
        marks.push({ place: { x, y }, radiusPx, depth, prominence });
      }
    }
  }
  return marks;
}

function isPeak({ width, values }: Plane, at: number): boolean {
  const value = values[at] ?? 0;
  for (let row = -width; row <= width; row += width) {
    for (let column = -1; column <= 1; column++) {
      const other = values[at + row + column] ?? 0;
      if (other > value || (other === value && row + column < 0)) return false;
    }
  }
  return true;
}

/** By the curvatures along and across, as in Lowe's test for edges (2004). */
function isOblong({ width, values }: Plane, at: number): boolean {
  const value = (offset: number) => values[at + offset] ?? 0;
  const xx = value(1) - 2 * value(0) + value(-1);
  const yy = value(width) - 2 * value(0) + value(-width);
  const xy = (value(width + 1) - value(width - 1) - value(1 - width) + value(-width - 1)) / 4;
  const determinant = xx * yy - xy * xy;
  return determinant <= 0 || (xx + yy) ** 2 * mostOblong > (mostOblong + 1) ** 2 * determinant;
}

/** Lightness on a ring around a spot. */
function ringOf({ width, values }: Plane, { x, y }: Point, radiusPx: number) {
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (const reach of [2.6, 3.3, 4]) {
    for (let turn = 0; turn < 24; turn++) {
      const angle = (2 * Math.PI * turn) / 24;
      const column = Math.round(x + reach * radiusPx * Math.cos(angle));
      const row = Math.round(y + reach * radiusPx * Math.sin(angle));
      const value = values[row * width + column] ?? 0;
      sum += value;
      squares += value * value;
      count++;
    }
  }
  const mean = sum / count;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}
