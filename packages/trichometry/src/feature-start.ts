import type { Homography } from "./homography.ts";
import { rescaleHomography } from "./homography.ts";
import type { Plane } from "./plane.ts";
import type { Point } from "./point.ts";
import { reducePlane } from "./reduce-plane.ts";
import { findSkinMarks, type SkinMark } from "./skin-marks.ts";

/** A start from skin marks alone, and how many of them it brings together. */
export interface MarkStart {
  readonly homography: Homography;
  readonly agreeing: number;
}

const sizePx = 1200;
const mostMarks = 28;
/** Marks this near to where a start puts them agree. */
const withinPx = 14;
/** Two marks nearer to each other than this say little about turn and size. */
const leastBasePx = 120;
const mostTurnRad = 0.45;
const mostScale = 1.35;
/** Two marks always agree with the start they made; fewer than five are a chance. */
const leastAgreeing = 5;

/**
 * The turn, size and shift that bring most skin marks of two photos together, tried over all pairs of marks; nothing
 * where too few agree. For photos whose hair was combed anew and that were taken without a ghost.
 */
export function startFromMarks(first: Plane, second: Plane): MarkStart | undefined {
  const from = reducePlane(first, sizePx);
  const to = reducePlane(second, sizePx);
  const firstMarks = findSkinMarks(from.plane, mostMarks);
  const secondMarks = findSkinMarks(to.plane, mostMarks);
  let best: MarkStart | undefined;
  for (const [i, a] of firstMarks.entries()) {
    for (const b of firstMarks.slice(i + 1)) {
      for (const c of secondMarks) {
        if (!isAlike(a, c)) continue;
        for (const d of secondMarks) {
          if (c === d || !isAlike(b, d)) continue;
          const homography = similarity(a.place, b.place, { c: c.place, d: d.place });
          if (!homography) continue;
          const agreeing = countAgreeing(firstMarks, secondMarks, homography);
          if (agreeing > (best?.agreeing ?? leastAgreeing - 1)) best = { homography, agreeing };
        }
      }
    }
  }
  return (
    best && {
      ...best,
      homography: rescaleHomography(best.homography, { from: 1 / from.factor, to: 1 / to.factor }),
    }
  );
}

function isAlike(a: SkinMark, b: SkinMark): boolean {
  return Math.max(a.depth, b.depth) < 2.5 * Math.min(a.depth, b.depth);
}

/** The turn, size and shift that take a to c and b to d, where they are those of two photos of one head. */
function similarity(
  a: Point,
  b: Point,
  { c, d }: { readonly c: Point; readonly d: Point },
): Homography | undefined {
  const fromX = b.x - a.x;
  const fromY = b.y - a.y;
  const toX = d.x - c.x;
  const toY = d.y - c.y;
  const square = fromX * fromX + fromY * fromY;
  if (square < leastBasePx ** 2) return undefined;
  const cos = (fromX * toX + fromY * toY) / square;
  const sin = (fromX * toY - fromY * toX) / square;
  const scale = Math.hypot(cos, sin);
  if (scale > mostScale || scale < 1 / mostScale) return undefined;
  if (Math.abs(Math.atan2(sin, cos)) > mostTurnRad) return undefined;
  return [cos, -sin, c.x - cos * a.x + sin * a.y, sin, cos, c.y - sin * a.x - cos * a.y, 0, 0, 1];
}

function countAgreeing(
  first: readonly SkinMark[],
  second: readonly SkinMark[],
  [cos, , right, sin, , down]: Homography,
): number {
  return first.filter(({ place }) => {
    const x = cos * place.x - sin * place.y + right;
    const y = sin * place.x + cos * place.y + down;
    return second.some(
      (mark) => Math.abs(mark.place.x - x) < withinPx && Math.abs(mark.place.y - y) < withinPx,
    );
  }).length;
}
