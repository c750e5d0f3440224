/** Two ends of a range, low first. */
export type Interval = readonly [number, number];

/**
 * What the hairs' own scores do not say, set by 42 drawn scenes of the tuning seeds (levels L0 to L3 at 5 µm a pixel): counts
 * are low where hair lies on hair, because siblings hide each other. Where hair lies more densely they are high, because
 * long hairs that cross are cut into pieces.
 */
const doubt = {
  /** Share of the hairs that are missed or counted twice by chance. */
  missedShare: 0.05,
  hiddenPerCover: 1.2,
  /** From this cover on pieces are counted; how fast their share grows with it, and the most that is taken off. */
  piecesFromCover: 0.12,
  piecesPerCover: 3.2,
  mostPieces: 0.1,
  sdFraction: 0.03,
  sdFractionPerCover: 0.15,
};
/** 90 % of a normal distribution lie within this many standard deviations. */
const deviations90 = 1.645;

/**
 * The number of hairs with its 90 % interval.
 *
 *     middle = N (1 + max(−0.1, 1.2 c − 3.2 max(0, c − 0.12))),   sd² = N q + Σ p (1 − p) + (N (0.03 + 0.15 c))²
 *
 * p the chance that a detection is a hair, q the share that is missed by chance, c the share of the skin that hair
 * covers (docs/measurement-accuracy.md says how often the interval holds).
 */
export function countInterval(
  count: number,
  scores: readonly number[],
  coverFraction: number,
): Interval {
  const { missedShare, sdFraction, sdFractionPerCover } = doubt;
  const cover = Math.min(1, coverFraction);
  const pieces = doubt.piecesPerCover * Math.max(0, cover - doubt.piecesFromCover);
  const middle = count * (1 + Math.max(-doubt.mostPieces, doubt.hiddenPerCover * cover - pieces));
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
