import { mapForAlignment } from "./alignment-map.ts";
import { turnBack, turnedShift } from "./ghost-align.ts";
import { type Homography, rescaleHomography } from "./homography.ts";
import { findShift } from "./phase-correlation.ts";
import type { Plane } from "./plane.ts";

/** A guess of how two photos lie, and how much their small maps correlate under it. */
export interface StartGuess {
  readonly homography: Homography;
  readonly correlation: number;
}

/** Longer side of the searched maps: combed hair is no longer seen in them, outlines are. */
const sizePx = 80;

const turnsDeg = [0, -4, 4, -8, 8, -12, 12] as const;
const scales = [1, 0.93, 1.07, 0.87, 1.15] as const;

/** The shift between two photos of a head is less than this share of their size. */
const mostShiftFraction = 0.25;

/**
 * Likely starts of an alignment, the likeliest first: every turn and size of a coarse grid is tried, each with the
 * shift that phase correlation gives. For hair that was combed anew, where spectra mislead.
 *
 * @param first lightness of the first photo
 */
export function searchStarts(first: Plane, second: Plane): readonly StartGuess[] {
  const from = mapForAlignment(first, sizePx);
  const to = mapForAlignment(second, sizePx);
  const most = mostShiftFraction * sizePx;
  const guesses = turnsDeg.flatMap((turnDeg) =>
    scales.map((scale): StartGuess => {
      const turnRad = (turnDeg * Math.PI) / 180;
      const smallScale = (scale * to.factor) / from.factor;
      const turn = { cos: smallScale * Math.cos(turnRad), sin: smallScale * Math.sin(turnRad) };
      const turned = turnBack(to.plane, from.plane, turn);
      const shift = findShift(from.plane, turned, { x: most, y: most });
      const small = turnedShift(from.plane, to.plane, { ...turn, ...shift });
      return {
        homography: rescaleHomography(small, { from: 1 / from.factor, to: 1 / to.factor }),
        correlation: correlateShifted(from.plane, turned, {
          x: Math.round(shift.x),
          y: Math.round(shift.y),
        }),
      };
    }),
  );
  return guesses.toSorted((a, b) => b.correlation - a.correlation);
}

/** Correlation of the first plane with the second, moved by whole pixels, where they overlap. */
function correlateShifted(
  first: Plane,
  second: Plane,
  shift: { readonly x: number; readonly y: number },
): number {
  const { width, height } = first;
  let together = 0;
  let firstSquare = 0;
  let secondSquare = 0;
  for (let y = Math.max(0, shift.y); y < Math.min(height, height + shift.y); y++) {
    for (let x = Math.max(0, shift.x); x < Math.min(width, width + shift.x); x++) {
      const a = first.values[y * width + x] ?? 0;
      const b = second.values[(y - shift.y) * width + x - shift.x] ?? 0;
      together += a * b;
      firstSquare += a * a;
      secondSquare += b * b;
    }
  }
  const spread = Math.sqrt(firstSquare * secondSquare);
  return spread > 0 ? together / spread : 0;
}
