import { chainLength } from "./chain.ts";
import type { HairDraft } from "./hair-draft.ts";
import type { Plane } from "./plane.ts";
import { visitSmoothRows } from "./smooth.ts";

/** What tells long, interlaced hair from hair that can be counted. */
export interface HairLengths {
  /** Length of all lines over the area of the photo, in mm per mm². */
  readonly mmPerMm2: number;
  /** Share of the photo that is dark enough for hair. */
  readonly coverFraction: number;
  /** Length that half of all hair, by length, exceeds. */
  readonly medianUm: number;
}

/**
 * Hair clipped or nearly so has up to 5 mm of shaft on a square millimetre; long hair crosses itself and is cut into
 * pieces by the filters, and a count of pieces is no count of hairs (specification section 0, point 3).
 */
const mostMmPerMm2 = 6.5;
const longestMedianUm = 3600;
/** Filters lose track of interlaced hair, so its darkness is asked too: hair that can be counted leaves skin free. */
const mostCoverFraction = 0.3;
const hairShareOfContrast = 0.35;
/** Noise is taken off first, or a finer or noisier photo would look darker than it is. */
const smoothingUm = 10;

export function measureLengths(
  drafts: readonly HairDraft[],
  relative: Plane,
  { umPerPx, usualContrast }: { readonly umPerPx: number; readonly usualContrast: number },
): HairLengths {
  const lengths = drafts.map(({ chain }) => chainLength(chain) * umPerPx).sort((a, b) => b - a);
  const totalUm = lengths.reduce((sum, length) => sum + length, 0);
  let seen = 0;
  const middle = lengths.find((length) => {
    seen += length;
    return seen >= totalUm / 2;
  });
  const areaPx = relative.values.length;
  const least = hairShareOfContrast * usualContrast;
  let dark = 0;
  visitSmoothRows(relative, smoothingUm / umPerPx, (row) => {
    for (let x = 0; x < row.length; x++) if (1 - (row[x] ?? 0) > least) dark++;
  });
  return {
    mmPerMm2: (totalUm * 1000) / (areaPx * umPerPx * umPerPx),
    coverFraction: drafts.length === 0 ? 0 : dark / areaPx,
    medianUm: middle ?? 0,
  };
}

export function isTooLong({ mmPerMm2, coverFraction, medianUm }: HairLengths): boolean {
  return mmPerMm2 > mostMmPerMm2 || coverFraction > mostCoverFraction || medianUm > longestMedianUm;
}
