import type { TransportSystem } from "./transport-system.ts";

/**
 * The matrix of one stage, factorised once and used for several right-hand sides.
 *
 *     (C + a (k C + Σ g)) uᵢ − a g uᵢ₋₁ − a g uᵢ₊₁ = rᵢ
 *
 * Donor and mean potential border it; their two columns are solved in advance, so that they cost one 2 × 2 system.
 */
export interface StageFactor {
  /** Length of the stage, a. */
  stageS: number;
  /** Conductance into the first cell; 0 once the donor is gone. */
  surfaceCmPerS: number;
  readonly upper: Float64Array;
  readonly inverse: Float64Array;
  readonly lower: Float64Array;
  /** Answer to a unit that enters the first cell, and its mean over the channel depth. */
  readonly fromSurface: Float64Array;
  surfaceMean: number;
  /** Answer to a unit that enters through the channels, and its mean over the channel depth. */
  readonly fromChannels: Float64Array;
  channelMean: number;
}

export function createFactor({ cellCount }: TransportSystem): StageFactor {
  return {
    stageS: Number.NaN,
    surfaceCmPerS: Number.NaN,
    upper: new Float64Array(cellCount),
    inverse: new Float64Array(cellCount),
    lower: new Float64Array(cellCount),
    fromSurface: new Float64Array(cellCount),
    surfaceMean: 0,
    fromChannels: new Float64Array(cellCount),
    channelMean: 0,
  };
}

/** Factorises for a stage of this length; nothing to do where the last one had the same. */
export function prepareFactor(
  factor: StageFactor,
  system: TransportSystem,
  { stageS, isOpen }: { readonly stageS: number; readonly isOpen: boolean },
): void {
  const { cellCount, capacityCm, faceCmPerS, clearanceCmPerS, channelShare } = system;
  const surfaceCmPerS = isOpen ? (faceCmPerS[0] ?? 0) : 0;
  if (factor.stageS === stageS && factor.surfaceCmPerS === surfaceCmPerS) return;

  factor.stageS = stageS;
  factor.surfaceCmPerS = surfaceCmPerS;
  const { upper, inverse, lower, fromSurface, fromChannels } = factor;
  let above = surfaceCmPerS;
  let upperBefore = 0;
  for (let i = 0; i < cellCount; i++) {
    const below = faceCmPerS[i + 1] ?? 0;
    const lowerHere = i === 0 ? 0 : stageS * above;
    const middle = (capacityCm[i] ?? 0) + stageS * ((clearanceCmPerS[i] ?? 0) + above + below);
    const inverseHere = 1 / (middle - lowerHere * upperBefore);
    upperBefore = stageS * below * inverseHere;
    lower[i] = lowerHere;
    inverse[i] = inverseHere;
    upper[i] = upperBefore;
    above = below;
  }
  fromSurface.fill(0);
  fromSurface[0] = 1;
  sweep(factor, fromSurface);
  factor.surfaceMean = weightedMean(channelShare, fromSurface);
  fromChannels.set(channelShare);
  sweep(factor, fromChannels);
  factor.channelMean = weightedMean(channelShare, fromChannels);
}

/** Solves in place, down and up again; what follows the cells in `values` is left alone. */
export function sweep({ upper, inverse, lower }: StageFactor, values: Float64Array): void {
  const last = upper.length - 1;
  let before = 0;
  for (let i = 0; i <= last; i++) {
    before = ((values[i] ?? 0) + (lower[i] ?? 0) * before) * (inverse[i] ?? 0);
    values[i] = before;
  }
  for (let i = last - 1; i >= 0; i--) {
    before = (values[i] ?? 0) + (upper[i] ?? 0) * before;
    values[i] = before;
  }
}

/** Mean of the cells' potentials, weighted by the share of the channels in each. */
export function weightedMean(share: Float64Array, values: Float64Array): number {
  let mean = 0;
  for (let i = 0; i < share.length; i++) mean += (share[i] ?? 0) * (values[i] ?? 0);
  return mean;
}
