import type { Strip } from "./hair-strip.ts";

/** A straight course in a strip: offset `middlePx + slope · (row − rows/2)` from row `from` to row `to`. */
export interface Band {
  readonly middlePx: number;
  readonly slope: number;
  readonly from: number;
  readonly to: number;
  /** Rows that it explains. */
  readonly worth: number;
}

export interface BandOrder {
  readonly widthPx: number;
  readonly depth: number;
  readonly mostDepth: number;
}

/** Steepest course across the strip, in pixels a pixel: about 25°. */
const steepest = 0.45;
const slopeSteps = 6;
const pxPerRow = 2;
/** Bonus for lying against bare skin: of two hairs in one dark stripe each keeps to its own side. */
const edgeBonus = 0.18;
/** A row without evidence costs as much as this share of a row of hair, so that a band ends. */
const rowPrice = 0.08;

/** The straight band of a hair's width and depth that explains most of what is left in a strip. */
export function findBand(strip: Strip, order: BandOrder): Band | undefined {
  const gains = gainAcross(strip, order);
  const limit = strip.side - order.widthPx / 2 - 1;
  const mostSlope = Math.min(steepest * pxPerRow, ((2 * limit) / Math.max(1, strip.rows)) * 1.5);
  let best: Band | undefined;
  for (let k = -slopeSteps; k <= slopeSteps; k++) {
    const slope = (k / slopeSteps) * mostSlope;
    for (let middlePx = -limit; middlePx <= limit; middlePx++) {
      const run = bestRun(strip, gains, middlePx, slope);
      if (run && (!best || run.worth > best.worth)) best = run;
    }
  }
  return best;
}

/** What a hair whose middle is at a place explains of its row: −1 … 1, and not a number where it leaves the strip. */
function gainAcross(
  { rows, columns, seen, others }: Strip,
  { widthPx, depth, mostDepth }: BandOrder,
): Float32Array {
  const gains = new Float32Array(rows * columns).fill(-1);
  const sums = new Float64Array(columns + 1);
  const half = Math.max(1, Math.round(widthPx / 2 - 0.5));
  const wide = 2 * half + 1;
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    for (let column = 0; column < columns; column++) {
      const other = Math.min(mostDepth, others[start + column] ?? 0);
      const here = seen[start + column] ?? 0;
      const without = here - other;
      const rest = here - Math.min(mostDepth, other + depth);
      const gain = (without * without - rest * rest) / (depth * depth);
      sums[column + 1] = (sums[column] ?? 0) + Math.max(-1, Math.min(1, gain));
    }
    for (let column = half + 1; column < columns - half - 1; column++) {
      const inner = ((sums[column + half + 1] ?? 0) - (sums[column - half] ?? 0)) / wide;
      const left =
        (seen[start + column - half - 1] ?? 0) - (others[start + column - half - 1] ?? 0);
      const right =
        (seen[start + column + half + 1] ?? 0) - (others[start + column + half + 1] ?? 0);
      const bare = Math.max(0, Math.min(1, 1 - (2 * Math.min(left, right)) / depth));
      gains[start + column] = inner + (inner > 0 ? edgeBonus * bare : 0);
    }
  }
  return gains;
}

/** The stretch of a course that is worth most: Kadane's largest sum of consecutive rows. */
function bestRun(
  { rows, columns, side }: Strip,
  gains: Float32Array,
  middlePx: number,
  slope: number,
): Band | undefined {
  let sum = 0;
  let from = 0;
  let most = 0;
  let bestFrom = 0;
  let bestTo = -1;
  let column = side + middlePx - (slope * rows) / 2;
  for (let row = 0; row < rows; row++, column += slope) {
    const at = (column + 0.5) | 0;
    sum += (at < 0 || at >= columns ? -1 : (gains[row * columns + at] ?? 0)) - rowPrice;
    if (sum <= 0) {
      sum = 0;
      from = row + 1;
    } else if (sum > most) {
      most = sum;
      bestFrom = from;
      bestTo = row;
    }
  }
  return bestTo < 0 ? undefined : { middlePx, slope, from: bestFrom, to: bestTo, worth: most };
}
