import type { TransportProblem } from "./transport.ts";
import {
  createFactor,
  prepareFactor,
  type StageFactor,
  sweep,
  weightedMean,
} from "./transport-factor.ts";
import {
  bodyOffset,
  clearedOffset,
  donorOffset,
  donorPotential,
  exchangeAt,
  type TransportEquations,
  tallyCount,
  writeRates,
} from "./transport-rates.ts";
import type { TransportSystem } from "./transport-system.ts";

/** Moves the state on; its arrays belong to it and are used again. */
export interface Stepper {
  /** Potentials of the cells, then the tallies. */
  readonly state: Float64Array;
  readonly stepOnce: (elapsedS: number, stepS: number) => void;
  /** Tries one step and two half steps; returns the relative error that is left in the half steps. */
  readonly stepDoubled: (elapsedS: number, stepS: number) => number;
  readonly acceptDoubled: () => void;
  /** Rates of all entries of the state; valid until the next call of anything here. */
  readonly ratesAt: (elapsedS: number) => Float64Array;
  /** Empties the donor and closes the surface; returns what was left. */
  readonly removeDonor: () => number;
}

/** TR-BDF2 with γ = 2 − √2: both stages share one matrix, and the scheme is L-stable. */
const gamma = 2 - Math.SQRT2;
const diagonalWeight = gamma / 2;
const earlyWeight = Math.SQRT2 / 4;

/** Potentials below this share of the highest are judged against it, so that empty depths do not rule the step. */
const potentialFloorShare = 1e-3;
/** The same against what the donor could reach at most: what is less than this share is rounding. */
const potentialNoiseShare = 1e-9;
/** The same for what is in the blood, against all that was applied. */
const bodyFloorShare = 1e-5;

/**
 * A step solves twice, for the state at t + γ h and at t + h:
 *
 *     y_γ   = yₙ + h (γ/2) (fₙ + f_γ)
 *     yₙ₊₁  = yₙ + h (√2/4 fₙ + √2/4 f_γ + γ/2 fₙ₊₁)
 *
 * and books every amount with the same weights.
 */
export function createStepper(system: TransportSystem, problem: TransportProblem): Stepper {
  const { cellCount } = system;
  const size = cellCount + tallyCount;
  const state = new Float64Array(size);
  const whole = new Float64Array(size);
  const half = new Float64Array(size);
  const doubled = new Float64Array(size);
  const stage = new Float64Array(size);
  const ratesBefore = new Float64Array(size);
  const ratesBetween = new Float64Array(size);
  const ratesAfter = new Float64Array(size);
  const wholeFactor = createFactor(system);
  const halfFactor = createFactor(system);
  let equations: TransportEquations = { ...problem, system };
  if (problem.donor.kind === "finite")
    state[cellCount + donorOffset] = problem.donor.amountMgPerCm2;
  const scales = scalesOf(problem, system);

  const potentialOf = (from: Float64Array, elapsedS: number) =>
    donorPotential(equations.donor, from[cellCount + donorOffset] ?? 0, elapsedS);

  const advance = (from: Float64Array, to: Float64Array, factor: StageFactor, span: Span) => {
    const { elapsedS, stepS } = span;
    const stageS = diagonalWeight * stepS;
    prepareFactor(factor, system, { stageS, isOpen: equations.donor !== undefined });
    writeRates(equations, elapsedS, potentialOf(from, elapsedS), {
      state: from,
      rates: ratesBefore,
    });
    for (let i = 0; i < size; i++) {
      stage[i] = (from[i] ?? 0) + stageS * (ratesBefore[i] ?? 0);
    }
    solveStage(equations, factor, elapsedS + gamma * stepS, { state: stage, rates: ratesBetween });
    for (let i = 0; i < size; i++) {
      const known = (ratesBefore[i] ?? 0) + (ratesBetween[i] ?? 0);
      to[i] = (from[i] ?? 0) + earlyWeight * stepS * known;
    }
    solveStage(equations, factor, elapsedS + stepS, { state: to, rates: ratesAfter });
  };

  return {
    state,
    stepOnce: (elapsedS, stepS) => {
      advance(state, whole, wholeFactor, { elapsedS, stepS });
      state.set(whole);
    },
    stepDoubled: (elapsedS, stepS) => {
      const halfS = stepS / 2;
      advance(state, whole, wholeFactor, { elapsedS, stepS });
      advance(state, half, halfFactor, { elapsedS, stepS: halfS });
      advance(half, doubled, halfFactor, { elapsedS: elapsedS + halfS, stepS: halfS });
      return errorOf(whole, doubled, cellCount, scales);
    },
    acceptDoubled: () => state.set(doubled),
    ratesAt: (elapsedS) => {
      const potential = potentialOf(state, elapsedS);
      writeRates(equations, elapsedS, potential, { state, rates: ratesBefore });
      return ratesBefore;
    },
    removeDonor: () => {
      const leftMgPerCm2 = state[cellCount + donorOffset] ?? 0;
      equations = { ...equations, donor: undefined };
      state[cellCount + donorOffset] = 0;
      return leftMgPerCm2;
    },
  };
}

interface Span {
  readonly elapsedS: number;
  readonly stepS: number;
}

/**
 * One implicit stage: `state` holds what is known on entry, and the solution on return, with its rates.
 *
 * The cells depend on the donor's potential u_s and on the mean potential ū of the channel depth, and these on the
 * cells: with the columns of the factor, both follow from one linear equation. Since a stronger push leaves a smaller
 * donor, the saturated case is known from its answer, without iteration.
 */
function solveStage(
  equations: TransportEquations,
  factor: StageFactor,
  atS: number,
  { state, rates }: { readonly state: Float64Array; readonly rates: Float64Array },
): void {
  const { system, eliminationPerS } = equations;
  const { cellCount, capacityCm, channelShare } = system;
  const { stageS, surfaceCmPerS, fromSurface, fromChannels } = factor;
  for (let i = 0; i < cellCount; i++) state[i] = (state[i] ?? 0) * (capacityCm[i] ?? 0);
  sweep(factor, state);

  const surface = stageS * surfaceCmPerS;
  const through = stageS * exchangeAt(equations, atS);
  const spread = 1 / (1 + through * factor.channelMean);
  const meanBefore = through === 0 ? 0 : weightedMean(channelShare, state);
  const potential = solvePotential(equations, factor, atS, { state, surface, through, meanBefore });
  const intoSurface = surface * potential;
  const intoChannels =
    through * spread * (potential - intoSurface * factor.surfaceMean - meanBefore);
  for (let i = 0; i < cellCount; i++) {
    state[i] =
      (state[i] ?? 0) + intoSurface * (fromSurface[i] ?? 0) + intoChannels * (fromChannels[i] ?? 0);
  }
  const bodyAt = cellCount + bodyOffset;
  const bodyBefore = state[bodyAt] ?? 0;
  writeRates(equations, atS, potential, { state, rates });
  for (let i = cellCount; i < bodyAt; i++) state[i] = (state[i] ?? 0) + stageS * (rates[i] ?? 0);
  const cleared = rates[cellCount + clearedOffset] ?? 0;
  const body = (bodyBefore + stageS * cleared) / (1 + stageS * eliminationPerS);
  state[bodyAt] = body;
  rates[bodyAt] = cleared - eliminationPerS * body;
}

/** The donor's potential at the end of a stage, in balance with what it gives off during it. */
function solvePotential(
  { donor, system }: TransportEquations,
  { fromSurface, fromChannels, surfaceMean, channelMean }: StageFactor,
  atS: number,
  stage: {
    readonly state: Float64Array;
    readonly surface: number;
    readonly through: number;
    readonly meanBefore: number;
  },
): number {
  if (donor === undefined) return 0;
  if (donor.kind === "endless") return donor.potentialMgPerMl;

  const { state, surface, through, meanBefore } = stage;
  const spread = through / (1 + through * channelMean);
  const channelsPerPotential = spread * (1 - surface * surfaceMean);
  const channelsBefore = spread * meanBefore;
  const topPerChannels = surface * (fromChannels[0] ?? 0);
  const lossPerPotential =
    surface * (1 - surface * (fromSurface[0] ?? 0)) + (1 - topPerChannels) * channelsPerPotential;
  const gain = surface * (state[0] ?? 0) + (1 - topPerChannels) * channelsBefore;
  const amount = (state[system.cellCount + donorOffset] ?? 0) + gain;
  return Math.min(donor.ceilingMgPerMl, amount / (donor.capacityCm(atS) + lossPerPotential));
}

/** What errors are measured against where a quantity is still near nothing. */
interface Scales {
  readonly potentialMgPerMl: number;
  readonly amountMgPerCm2: number;
}

/** An endless donor applies as much as the skin would hold in balance with it. */
function scalesOf({ donor }: TransportProblem, { capacityCm }: TransportSystem): Scales {
  const potentialMgPerMl = donorPotential(
    donor,
    donor.kind === "finite" ? donor.amountMgPerCm2 : 0,
    0,
  );
  const heldCm = capacityCm.reduce((sum, capacity) => sum + capacity, 0);
  return {
    potentialMgPerMl,
    amountMgPerCm2: donor.kind === "finite" ? donor.amountMgPerCm2 : potentialMgPerMl * heldCm,
  };
}

/**
 * Largest relative difference between the whole step and its two halves, in the root mean square over the cells, in
 * the donor and in the blood; a third of it is the error that the halves keep in a method of second order.
 */
function errorOf(
  whole: Float64Array,
  doubled: Float64Array,
  cellCount: number,
  { potentialMgPerMl, amountMgPerCm2 }: Scales,
): number {
  let highest = 0;
  for (let i = 0; i < cellCount; i++) highest = Math.max(highest, Math.abs(doubled[i] ?? 0));
  const floor = potentialFloorShare * highest + potentialNoiseShare * potentialMgPerMl;
  let squares = 0;
  for (let i = 0; i < cellCount; i++) {
    const value = doubled[i] ?? 0;
    const scale = Math.abs(value) + floor;
    const share = scale > 0 ? (value - (whole[i] ?? 0)) / scale : 0;
    squares += share * share;
  }
  const donorAt = cellCount + donorOffset;
  const bodyAt = cellCount + bodyOffset;
  const donorError = Math.abs((doubled[donorAt] ?? 0) - (whole[donorAt] ?? 0));
  const bodyError = Math.abs((doubled[bodyAt] ?? 0) - (whole[bodyAt] ?? 0));
  const bodyScale = Math.abs(doubled[bodyAt] ?? 0) + bodyFloorShare * amountMgPerCm2;
  return (
    Math.max(
      Math.sqrt(squares / cellCount),
      amountMgPerCm2 > 0 ? donorError / amountMgPerCm2 : 0,
      bodyScale > 0 ? bodyError / bodyScale : 0,
    ) / 3
  );
}
