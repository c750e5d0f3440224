/** Where one number lies among plausible parameters: the middle, and what 80 % and 95 % of the sets stay within. */
export interface Spread {
  readonly median: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
}

/** The spread of an outcome over all sets of parameters, in any order. */
export function spreadOf(outcomes: readonly number[]): Spread {
  const sorted = Float64Array.from(outcomes).sort();
  const at = (share: number) => quantile(sorted, share);
  return {
    median: at(0.5),
    low80: at(0.1),
    high80: at(0.9),
    low95: at(0.025),
    high95: at(0.975),
  };
}

/** The value below which a share of sorted values lies, straight between neighbours. */
export function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (place - below) * (high - low);
}
