import { normalShare } from "./normal.ts";

/**
 * An even bar seen through a Gaussian blur, and how it changes with its width and place.
 *
 *     p(d) = Φ((h − d)/σ) − Φ((−h − d)/σ)
 *
 * d the distance from its middle, h half its width, σ the blur.
 */
export interface BarProfile {
  readonly sigmaPx: number;
  /** Distances up to h + `spillPx` are darkened. */
  readonly spillPx: number;
}

/** Beyond this many standard deviations from an edge nothing is seen of a bar. */
const reach = 3;
const stepsPerSigma = 32;

/** Φ and its slope φ at −3 … 3 in steps of 1/32. */
const shares = Float64Array.from({ length: 2 * reach * stepsPerSigma + 2 }, (_, i) =>
  normalShare(i / stepsPerSigma - reach),
);

export function createProfile(sigmaPx: number): BarProfile {
  if (!(sigmaPx > 0)) throw new RangeError(`sigmaPx must be above 0, got ${sigmaPx}`);
  return { sigmaPx, spillPx: reach * sigmaPx };
}

/** Φ(x/σ), between the entries of a table. */
export function edgeShare({ sigmaPx }: BarProfile, x: number): number {
  const at = (x / sigmaPx + reach) * stepsPerSigma;
  if (at <= 0) return 0;
  if (at >= 2 * reach * stepsPerSigma) return 1;
  const below = at | 0;
  const low = shares[below] ?? 0;
  return low + (at - below) * ((shares[below + 1] ?? 0) - low);
}

/** φ(x/σ)/σ: how fast Φ(x/σ) grows. */
export function edgeSlope({ sigmaPx }: BarProfile, x: number): number {
  const at = ((x / sigmaPx + reach) * stepsPerSigma) | 0;
  if (at < 0 || at >= 2 * reach * stepsPerSigma) return 0;
  return (((shares[at + 1] ?? 0) - (shares[at] ?? 0)) * stepsPerSigma) / sigmaPx;
}

export function barShare(profile: BarProfile, distancePx: number, halfWidthPx: number): number {
  return (
    edgeShare(profile, halfWidthPx - distancePx) - edgeShare(profile, -halfWidthPx - distancePx)
  );
}
