import type { AxisymmetricGrid, Conductances } from "./axisymmetric-grid.ts";
import { createKernelSweeper } from "./split-kernel.ts";
import { plainSweeper, type Stage, type Sweeper } from "./split-sweeps.ts";

/** Diffusion round one closing channel, with clearance that depends on the depth alone. */
export interface SplitProblem {
  readonly grid: AxisymmetricGrid;
  /** Share that is cleared from each slice in a unit of time. */
  readonly clearanceRates: Float64Array;
  readonly closed: Conductances;
  readonly open: Conductances;
  /** 1 while the channel is open, 0 once it is closed. */
  readonly openFraction: (time: number) => number;
  /** Concentration above the first slice; below the last it is 0. */
  readonly donor: (time: number) => number;
}

/** Amounts in a unit of time or, from `accept`, in one step. */
interface Flows {
  readonly entering: number;
  readonly absorbed: number;
}

export interface SplitStepper {
  /** Tries a step; returns the difference of its two estimates, root mean square over the volume. */
  readonly tryStep: (time: number, step: number) => number;
  /** Keeps the step tried last. */
  readonly accept: () => Flows;
  /** What is in the cell now. */
  readonly amount: () => number;
}

/** θ = 1 − √½ damps the fastest components in both stages and keeps second order. */
const theta = 1 - Math.SQRT1_2;
/** A channel less open than this counts as closed, so that the operators stop changing. */
const negligibleOpenFraction = 1e-12;

/**
 * Splits each step into implicit sweeps along the radius and along the depth (Hundsdorfer and Verwer's scheme).
 *
 *     y  = c + h F(c),             then (1 − θ h L_r) and (1 − θ h L_z) on what it adds
 *     c′ = c + h/2 (F(c) + F(y)),  then the same on what it adds to y
 *
 * Second order and stable for any step. Each direction is a set of independent tridiagonal systems; they are
 * symmetric, and one factorisation serves both stages. What enters and what is absorbed is booked with the weights of
 * the scheme, so that the ledger closes to rounding.
 *
 * @param sweeper the kernel where there is one, else TypeScript; both give the same bits
 */
export function createSplitStepper(
  problem: SplitProblem,
  sweeper: Sweeper = createKernelSweeper(problem.grid) ?? plainSweeper,
): SplitStepper {
  const { allocate } = sweeper;
  const copy = (values: Float64Array) => {
    const copied = allocate(values.length);
    copied.set(values);
    return copied;
  };
  const grid = {
    ...problem.grid,
    ringAreas: copy(problem.grid.ringAreas),
    sliceThicknesses: copy(problem.grid.sliceThicknesses),
  };
  const clearanceRates = copy(problem.clearanceRates);
  const { donor } = problem;
  const { ringCount, sliceCount } = grid;
  const cellCount = ringCount * sliceCount;
  const layer = () => allocate(cellCount + 2 * ringCount);
  const partial = allocate(cellCount);
  const axialFlux = allocate(cellCount);
  const matrix = {
    radialInverse: allocate(cellCount),
    radialNext: allocate(cellCount),
    axialInverse: allocate(cellCount),
    axialNext: allocate(cellCount + ringCount),
  };
  const blender = createBlender(problem, allocate);
  const volume = volumeOf(grid);
  let now = layer();
  let next = layer();
  const predicted = layer();
  let clearedNow = 0;
  let clearedNext = 0;
  let pending: Flows = { entering: 0, absorbed: 0 };

  return {
    tryStep: (time, step) => {
      const implicit = theta * step;
      const before = blender.at(time);
      const after = blender.at(time + step);
      now.fill(donor(time), 0, ringCount);
      predicted.fill(donor(time + step), 0, ringCount);
      next.fill(donor(time + step), 0, ringCount);
      const shared = { grid, clearanceRates, matrix, partial, axialFlux, step, implicit };
      const first = { ...shared, conductances: before, from: now, to: predicted };
      const second = { ...shared, conductances: after, from: predicted, to: next };
      sweeper.factorise(second);
      const fromPrediction = sweeper.predict(first);
      const fromCorrection = sweeper.correct(second);

      clearedNext = fromCorrection.cleared;
      const flowsNow = flowsOf(first, now, clearedNow);
      const flowsPredicted = flowsOf(second, predicted, fromPrediction.cleared);
      const flowsNext = flowsOf(second, next, clearedNext);
      const total = (key: keyof Flows) =>
        (step / 2) * (flowsNow[key] + flowsPredicted[key]) +
        implicit * (flowsNext[key] - flowsPredicted[key]);
      pending = { entering: total("entering"), absorbed: total("absorbed") };
      return Math.sqrt(fromCorrection.squares / volume);
    },
    accept: () => {
      [now, next] = [next, now];
      clearedNow = clearedNext;
      return pending;
    },
    amount: () => amountIn(grid, now),
  };
}

/** What passes at this moment through the surface, and into the blood or out below. */
function flowsOf({ grid, conductances }: Stage, state: Float64Array, cleared: number): Flows {
  const { ringCount, sliceCount } = grid;
  const { axial } = conductances;
  const bottom = ringCount * sliceCount;
  let entering = 0;
  let absorbed = cleared;
  for (let i = 0; i < ringCount; i++) {
    entering += (axial[i] ?? 0) * ((state[i] ?? 0) - (state[ringCount + i] ?? 0));
    absorbed += (axial[bottom + i] ?? 0) * (state[bottom + i] ?? 0);
  }
  return { entering, absorbed };
}

function volumeOf({ ringEdges, sliceEdges }: AxisymmetricGrid): number {
  return Math.PI * (ringEdges.at(-1) ?? 0) ** 2 * (sliceEdges.at(-1) ?? 0);
}

function amountIn(grid: AxisymmetricGrid, state: Float64Array): number {
  const { ringCount, sliceCount, ringAreas, sliceThicknesses } = grid;
  let amount = 0;
  for (let j = 0; j < sliceCount; j++) {
    const row = (j + 1) * ringCount;
    for (let i = 0; i < ringCount; i++) {
      amount += (ringAreas[i] ?? 0) * (sliceThicknesses[j] ?? 0) * (state[row + i] ?? 0);
    }
  }
  return amount;
}

/** Conductances at a time, between closed and open; keeps the last two times, which are all that a step needs. */
function createBlender(
  problem: SplitProblem,
  allocate: Sweeper["allocate"],
): { readonly at: (time: number) => Conductances } {
  const { closed, open, openFraction } = problem;
  const changed = {
    radial: changesOf(closed.radial, open.radial),
    axial: changesOf(closed.axial, open.axial),
  };
  const slots = [0, 1].map(() => {
    // The face beyond the last is tight, as is every first face of a slice.
    const conductances = {
      radial: allocate(closed.radial.length + 1),
      axial: allocate(closed.axial.length),
    };
    conductances.radial.set(closed.radial);
    conductances.axial.set(closed.axial);
    return { openFraction: Number.NaN, usedAt: -1, conductances };
  });
  let uses = 0;

  return {
    at: (time) => {
      const exact = openFraction(time);
      const share = exact < negligibleOpenFraction ? 0 : exact;
      uses++;
      const [a, b] = slots;
      if (a === undefined || b === undefined) return closed;
      const known = [a, b].find((slot) => slot.openFraction === share);
      const slot = known ?? (a.usedAt < b.usedAt ? a : b);
      slot.usedAt = uses;
      if (known === undefined) {
        slot.openFraction = share;
        blend(slot.conductances.radial, changed.radial, share);
        blend(slot.conductances.axial, changed.axial, share);
      }
      return slot.conductances;
    },
  };
}

/** The faces that differ between closed and open. */
interface Changes {
  readonly faces: Int32Array;
  readonly closed: Float64Array;
  readonly gained: Float64Array;
}

function changesOf(closed: Float64Array, open: Float64Array): Changes {
  const faces: number[] = [];
  closed.forEach((value, face) => {
    if (value !== open[face]) faces.push(face);
  });
  return {
    faces: Int32Array.from(faces),
    closed: Float64Array.from(faces, (face) => closed[face] ?? 0),
    gained: Float64Array.from(faces, (face) => (open[face] ?? 0) - (closed[face] ?? 0)),
  };
}

function blend(target: Float64Array, { faces, closed, gained }: Changes, share: number): void {
  for (let change = 0; change < faces.length; change++) {
    target[faces[change] ?? 0] = (closed[change] ?? 0) + share * (gained[change] ?? 0);
  }
}
