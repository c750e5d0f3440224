/** Two ends of a range, low first. */
export type Interval = readonly [number, number];

/**
 * What the hairs' own scores do not say, set by drawn scenes of the tuning seeds (it holds in about 51 of 54, levels L1 to L3
 * at 3 to 5 µm a pixel): counts are low where hair lies on hair, because siblings hide each other, and they scatter more there.
 */
const doubt = {
  /** Share of the hairs that are missed or counted twice by chance. */
  missedShare: 0.05,
  hiddenPerCover: 0.5,
  sdFraction: 0.03,
  sdFractionPerCover: 0.25,
};
/** 90 % of a normal distribution lie within this many standard deviations. */
const deviations90 = 1.645;

/**
 * The number of hairs with its 90 % interval.
 *
 *     middle = N (1 + ½ c),   sd² = N q + Σ p (1 − p) + (N (0.03 + ¼ c))²
 *
 * p the chance that a detection is a hair, q the share that is missed by chance, c the share of the skin that hair
 * covers (docs/measurement-accuracy.md says how often the interval holds).
 */
export function countInterval(
  count: number,
  scores: readonly number[],
  coverFraction: number,
): Interval {
  const { missedShare, hiddenPerCover, sdFraction, sdFractionPerCover } = doubt;
  const cover = Math.min(1, coverFraction);
  const middle = count * (1 + hiddenPerCover * cover);
  const variance =
    count * missedShare +
    scores.reduce((sum, p) => sum + p * (1 - p), 0) +
    (count * (sdFraction + sdFractionPerCover * cover)) ** 2;
  const reach = deviations90 * Math.sqrt(variance);
  return [Math.max(0, Math.min(count, middle - reach)), Math.max(count, middle + reach)];
}

/** The interval of a density: the count's, wider by the error of the scale, which counts twice in an area. */
export function densityInterval(
  [low, high]: Interval,
  areaCm2: number,
  scaleSdFraction: number,
): Interval {
  const middle = (low + high) / 2;
  const reach = Math.hypot((high - low) / 2, 2 * deviations90 * scaleSdFraction * middle);
  return [Math.max(0, middle - reach) / areaCm2, (middle + reach) / areaCm2];
}
