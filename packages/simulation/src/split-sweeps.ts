import type { AxisymmetricGrid, Conductances } from "./axisymmetric-grid.ts";
import { factorise, type SplitMatrix } from "./split-matrix.ts";

/**
 * One of the two stages of a step. The states `from` and `to` have one row more above, the donor, and one below,
 * always 0, so that the outermost slices need no case of their own: cell (i, j) is at (j + 1) · ringCount + i.
 * `partial` and `axialFlux` go over the cells alone.
 */
export interface Stage {
  readonly grid: AxisymmetricGrid;
  readonly clearanceRates: Float64Array;
  readonly conductances: Conductances;
  readonly matrix: SplitMatrix;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** V c + h/2 F(c): what the second stage needs of the first. */
  readonly partial: Float64Array;
  /** L_z at the start of the stage. */
  readonly axialFlux: Float64Array;
  readonly step: number;
  /** θ h. */
  readonly implicit: number;
}

/** What is cleared in a unit of time, and the square of how far a stage has moved, over the volume. */
export interface StageSums {
  readonly cleared: number;
  readonly squares: number;
}

/** Who does the work of a step: TypeScript, or a kernel with memory of its own. */
export interface Sweeper {
  /** An array of zeros where the sweeper can reach it; every array of a stage comes from here. */
  readonly allocate: (length: number) => Float64Array;
  readonly factorise: (stage: Stage) => void;
  readonly predict: (stage: Stage) => StageSums;
  readonly correct: (stage: Stage) => StageSums;
}

export const plainSweeper: Sweeper = {
  allocate: (length) => new Float64Array(length),
  factorise,
  predict: (stage) => runStage(stage, predictSlice),
  correct: (stage) => runStage(stage, correctSlice),
};

/** One stage: the radial sweeps slice by slice on the way down, then the axial sweep up again. */
function runStage(stage: Stage, beginSlice: (stage: Stage, slice: number) => void): StageSums {
  const { sliceCount } = stage.grid;
  let slice = 0;
  for (; slice + 4 <= sliceCount; slice += 4) {
    for (let j = slice; j < slice + 4; j++) beginSlice(stage, j);
    returnFourSlices(stage, slice);
  }
  for (; slice < sliceCount; slice++) {
    beginSlice(stage, slice);
    returnSlice(stage, slice);
  }
  return ascend(stage);
}

/** First stage: right-hand side V c + h F(c) − θh L_r c of one slice, and the radial sweep outwards. */
function predictSlice(stage: Stage, slice: number): void {
  const { from, to, partial, axialFlux, step, implicit } = stage;
  const { ringCount, ringAreas, sliceThicknesses } = stage.grid;
  const { radial, axial } = stage.conductances;
  const { radialNext } = stage.matrix;
  const thickness = sliceThicknesses[slice] ?? 0;
  const clearance = thickness * (stage.clearanceRates[slice] ?? 0);
  const explicit = step - implicit;
  const half = step / 2;
  const last = ringCount - 1;
  let cell = slice * ringCount;
  let value = from[cell + ringCount] ?? 0;
  let inward = 0;
  let swept = 0;
  let coupling = 0;
  for (let i = 0; i < ringCount; i++, cell++) {
    const centre = cell + ringCount;
    const outer = from[centre + 1] ?? 0;
    const outward = i < last ? (radial[cell + 1] ?? 0) * (outer - value) : 0;
    const across = outward - inward;
    const area = ringAreas[i] ?? 0;
    const along =
      (axial[cell] ?? 0) * ((from[cell] ?? 0) - value) +
      (axial[centre] ?? 0) * ((from[centre + ringCount] ?? 0) - value) -
      area * clearance * value;
    const held = area * thickness * value;
    partial[cell] = held + half * (across + along);
    axialFlux[cell] = along;
    swept = held + explicit * across + step * along + coupling * swept;
    to[centre] = swept;
    coupling = radialNext[cell] ?? 0;
    value = outer;
    inward = outward;
  }
}

/** Second stage: right-hand side V c + h/2 (F(c) + F(y)) − θh L_r y of one slice, and the radial sweep outwards. */
function correctSlice(stage: Stage, slice: number): void {
  const { from, to, partial, axialFlux, implicit } = stage;
  const { ringCount, ringAreas, sliceThicknesses } = stage.grid;
  const { radial, axial } = stage.conductances;
  const { radialNext } = stage.matrix;
  const clearance = (sliceThicknesses[slice] ?? 0) * (stage.clearanceRates[slice] ?? 0);
  const half = stage.step / 2;
  const explicit = half - implicit;
  const last = ringCount - 1;
  let cell = slice * ringCount;
  let value = from[cell + ringCount] ?? 0;
  let inward = 0;
  let swept = 0;
  let coupling = 0;
  for (let i = 0; i < ringCount; i++, cell++) {
    const centre = cell + ringCount;
    const outer = from[centre + 1] ?? 0;
    const outward = i < last ? (radial[cell + 1] ?? 0) * (outer - value) : 0;
    const along =
      (axial[cell] ?? 0) * ((from[cell] ?? 0) - value) +
      (axial[centre] ?? 0) * ((from[centre + ringCount] ?? 0) - value) -
      (ringAreas[i] ?? 0) * clearance * value;
    axialFlux[cell] = along;
    swept = (partial[cell] ?? 0) + explicit * (outward - inward) + half * along + coupling * swept;
    to[centre] = swept;
    coupling = radialNext[cell] ?? 0;
    value = outer;
    inward = outward;
  }
}

/** Radial sweep back to the axis, then the axial sweep down through this slice. */
function returnSlice(stage: Stage, slice: number): void {
  const { to, axialFlux, implicit } = stage;
  const { ringCount, ringAreas, sliceThicknesses } = stage.grid;
  const { radialInverse, radialNext, axialNext } = stage.matrix;
  const thickness = sliceThicknesses[slice] ?? 0;
  let value = 0;
  for (let i = ringCount - 1, cell = (slice + 1) * ringCount - 1; i >= 0; i--, cell--) {
    const centre = cell + ringCount;
    value = (radialInverse[cell] ?? 0) * (to[centre] ?? 0) + (radialNext[cell] ?? 0) * value;
    to[centre] =
      (ringAreas[i] ?? 0) * thickness * value -
      implicit * (axialFlux[cell] ?? 0) +
      (axialNext[cell] ?? 0) * (to[cell] ?? 0);
  }
}

/** The same for four slices side by side: each cell waits for its neighbour, so four chains wait together. */
function returnFourSlices(stage: Stage, slice: number): void {
  const { to, axialFlux, implicit } = stage;
  const { ringCount, ringAreas, sliceThicknesses } = stage.grid;
  const { radialInverse, radialNext, axialNext } = stage.matrix;
  const thickness0 = sliceThicknesses[slice] ?? 0;
  const thickness1 = sliceThicknesses[slice + 1] ?? 0;
  const thickness2 = sliceThicknesses[slice + 2] ?? 0;
  const thickness3 = sliceThicknesses[slice + 3] ?? 0;
  let value0 = 0;
  let value1 = 0;
  let value2 = 0;
  let value3 = 0;
  for (let i = ringCount - 1, cell0 = (slice + 1) * ringCount - 1; i >= 0; i--, cell0--) {
    const cell1 = cell0 + ringCount;
    const cell2 = cell1 + ringCount;
    const cell3 = cell2 + ringCount;
    const cell4 = cell3 + ringCount;
    value0 = (radialInverse[cell0] ?? 0) * (to[cell1] ?? 0) + (radialNext[cell0] ?? 0) * value0;
    value1 = (radialInverse[cell1] ?? 0) * (to[cell2] ?? 0) + (radialNext[cell1] ?? 0) * value1;
    value2 = (radialInverse[cell2] ?? 0) * (to[cell3] ?? 0) + (radialNext[cell2] ?? 0) * value2;
    value3 = (radialInverse[cell3] ?? 0) * (to[cell4] ?? 0) + (radialNext[cell3] ?? 0) * value3;
    const area = ringAreas[i] ?? 0;
    const down0 =
      area * thickness0 * value0 -
      implicit * (axialFlux[cell0] ?? 0) +
      (axialNext[cell0] ?? 0) * (to[cell0] ?? 0);
    const down1 =
      area * thickness1 * value1 -
      implicit * (axialFlux[cell1] ?? 0) +
      (axialNext[cell1] ?? 0) * down0;
    const down2 =
      area * thickness2 * value2 -
      implicit * (axialFlux[cell2] ?? 0) +
      (axialNext[cell2] ?? 0) * down1;
    to[cell1] = down0;
    to[cell2] = down1;
    to[cell3] = down2;
    to[cell4] =
      area * thickness3 * value3 -
      implicit * (axialFlux[cell3] ?? 0) +
      (axialNext[cell3] ?? 0) * down2;
  }
}

/**
 * The axial sweep up again; sums what is cleared and how far `to` has moved from `from`. Every second ring has a sum of
 * its own, as in the kernel, so that both round alike.
 */
function ascend(stage: Stage): StageSums {
  const { from, to } = stage;
  const { ringCount, sliceCount, ringAreas, sliceThicknesses } = stage.grid;
  const { axialInverse, axialNext } = stage.matrix;
  let cleared = 0;
  let squares = 0;
  for (let slice = sliceCount - 1; slice >= 0; slice--) {
    let held = 0;
    let moved = 0;
    let otherHeld = 0;
    let otherMoved = 0;
    let cell = slice * ringCount;
    for (let i = 0; i < ringCount; i++, cell++) {
      const centre = cell + ringCount;
      const area = ringAreas[i] ?? 0;
      const value =
        (axialInverse[cell] ?? 0) * (to[centre] ?? 0) +
        (axialNext[centre] ?? 0) * (to[centre + ringCount] ?? 0);
      to[centre] = value;
      const change = value - (from[centre] ?? 0);
      const nextHeld = otherHeld;
      const nextMoved = otherMoved;
      otherHeld = held + area * value;
      otherMoved = moved + area * change * change;
      held = nextHeld;
      moved = nextMoved;
    }
    const thickness = sliceThicknesses[slice] ?? 0;
    cleared += thickness * (stage.clearanceRates[slice] ?? 0) * (held + otherHeld);
    squares += thickness * (moved + otherMoved);
  }
  return { cleared, squares };
}
