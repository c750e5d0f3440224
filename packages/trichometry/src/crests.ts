import type { Plane } from "./plane.ts";
import { ridgeAngles, visitRidges } from "./ridge.ts";
import type { RidgeStrip } from "./ridge-strip.ts";

/** Where a dark line is at its plainest, going across it. */
export interface Crest {
  readonly x: number;
  readonly y: number;
  /** The direction across the line is k · 22.5°. */
  readonly k: number;
}

/** A crest and the rows beside it. */
const neighbourRows = 2;

/** Shows the crests of the ridge filter's answers from `least` on, row by row; those on the frame are left out. */
export function visitCrests(
  plane: Plane,
  { sigmaPx, least }: { readonly sigmaPx: number; readonly least: number },
  visit: (crest: Crest) => void,
): void {
  const { width } = plane;
  visitRidges(plane, { sigmasPx: [sigmaPx], sharedRows: neighbourRows }, (strip, top, rowCount) => {
    for (let y = 1; y < rowCount - 1; y++) {
      for (let x = 1; x < width - 1; x++) {
        const at = y * strip.stride + x;
        if (!isCrest(strip, at, least)) continue;
        visit({ x, y: top + y, k: (strip.choice[at] ?? 0) % ridgeAngles });
      }
    }
  });
}

const acrossX = [1, 1, 0, -1, -1, -1, 0, 1];
const acrossY = [0, 1, 1, 1, 0, -1, -1, -1];

function isCrest({ stride, strength, choice }: RidgeStrip, at: number, least: number): boolean {
  const own = strength[at] ?? 0;
  if (own < least) return false;
  const k = (choice[at] ?? 0) % ridgeAngles;
  const step = (acrossY[k] ?? 0) * stride + (acrossX[k] ?? 0);
  return own >= (strength[at + step] ?? 0) && own > (strength[at - step] ?? 0);
}
