import type { Stage } from "./split-sweeps.ts";

/**
 * V + θ h L of both directions as L D Lᵀ: solving needs no division and no conductance any more.
 *
 * `…Inverse` is 1/D, `…Next` the factor that couples a cell to the next one outwards or downwards. The axial factor
 * has one row more above, the coupling to the donor.
 */
export interface SplitMatrix {
  readonly radialInverse: Float64Array;
  readonly radialNext: Float64Array;
  readonly axialInverse: Float64Array;
  readonly axialNext: Float64Array;
}

/**
 * Factorises both directions for the conductances and the θ h of a stage.
 *
 *     dᵢ = Vᵢ + θh (gᵢ + gᵢ₊₁) − θh gᵢ nᵢ₋₁,   nᵢ = θh gᵢ₊₁ / dᵢ
 */
export function factorise(stage: Stage): void {
  const { sliceCount } = stage.grid;
  let slice = 0;
  for (; slice + 3 < sliceCount; slice += 4) factoriseFourSlices(stage, slice);
  for (; slice < sliceCount; slice++) factoriseSlice(stage, slice);
  factoriseDepth(stage);
}

function factoriseSlice({ grid, conductances, matrix, implicit }: Stage, slice: number): void {
  const { ringCount, ringAreas, sliceThicknesses } = grid;
  const { radial } = conductances;
  const { radialInverse, radialNext } = matrix;
  const thickness = sliceThicknesses[slice] ?? 0;
  const end = (slice + 1) * ringCount;
  let inner = 0;
  let coupling = 0;
  for (let i = 0, cell = slice * ringCount; i < ringCount; i++, cell++) {
    const outer = cell + 1 < end ? implicit * (radial[cell + 1] ?? 0) : 0;
    const inverse = 1 / ((ringAreas[i] ?? 0) * thickness + inner + outer - inner * coupling);
    radialInverse[cell] = inverse;
    coupling = outer * inverse;
    radialNext[cell] = coupling;
    inner = outer;
  }
}

/** Four slices side by side: each division has to wait for the one before it, four chains wait together. */
function factoriseFourSlices({ grid, conductances, matrix, implicit }: Stage, slice: number): void {
  const { ringCount, ringAreas, sliceThicknesses } = grid;
  const { radial } = conductances;
  const { radialInverse, radialNext } = matrix;
  const thickness0 = sliceThicknesses[slice] ?? 0;
  const thickness1 = sliceThicknesses[slice + 1] ?? 0;
  const thickness2 = sliceThicknesses[slice + 2] ?? 0;
  const thickness3 = sliceThicknesses[slice + 3] ?? 0;
  let inner0 = 0;
  let inner1 = 0;
  let inner2 = 0;
  let inner3 = 0;
  let coupling0 = 0;
  let coupling1 = 0;
  let coupling2 = 0;
  let coupling3 = 0;
  let cell0 = slice * ringCount;
  let cell1 = cell0 + ringCount;
  let cell2 = cell1 + ringCount;
  let cell3 = cell2 + ringCount;
  for (let i = 0; i < ringCount; i++, cell0++, cell1++, cell2++, cell3++) {
    const area = ringAreas[i] ?? 0;
    const share = i + 1 < ringCount ? implicit : 0;
    const outer0 = share * (radial[cell0 + 1] ?? 0);
    const outer1 = share * (radial[cell1 + 1] ?? 0);
    const outer2 = share * (radial[cell2 + 1] ?? 0);
    const outer3 = share * (radial[cell3 + 1] ?? 0);
    const inverse0 = 1 / (area * thickness0 + inner0 + outer0 - inner0 * coupling0);
    const inverse1 = 1 / (area * thickness1 + inner1 + outer1 - inner1 * coupling1);
    const inverse2 = 1 / (area * thickness2 + inner2 + outer2 - inner2 * coupling2);
    const inverse3 = 1 / (area * thickness3 + inner3 + outer3 - inner3 * coupling3);
    radialInverse[cell0] = inverse0;
    radialInverse[cell1] = inverse1;
    radialInverse[cell2] = inverse2;
    radialInverse[cell3] = inverse3;
    coupling0 = outer0 * inverse0;
    coupling1 = outer1 * inverse1;
    coupling2 = outer2 * inverse2;
    coupling3 = outer3 * inverse3;
    radialNext[cell0] = coupling0;
    radialNext[cell1] = coupling1;
    radialNext[cell2] = coupling2;
    radialNext[cell3] = coupling3;
    inner0 = outer0;
    inner1 = outer1;
    inner2 = outer2;
    inner3 = outer3;
  }
}

/** The columns are independent of each other: slice by slice, all of them at once. */
function factoriseDepth({ grid, clearanceRates, conductances, matrix, implicit }: Stage): void {
  const { ringCount, sliceCount, ringAreas, sliceThicknesses } = grid;
  const { axial } = conductances;
  const { axialInverse, axialNext } = matrix;
  for (let i = 0; i < ringCount; i++) axialNext[i] = implicit * (axial[i] ?? 0);
  for (let j = 0; j < sliceCount; j++) {
    const held = (sliceThicknesses[j] ?? 0) * (1 + implicit * (clearanceRates[j] ?? 0));
    // The donor is known, so it couples to the first slice without being eliminated.
    const eliminated = j === 0 ? 0 : implicit;
    const row = j * ringCount;
    const below = row + ringCount;
    for (let i = 0; i < ringCount; i++) {
      const upper = axial[row + i] ?? 0;
      const lower = implicit * (axial[below + i] ?? 0);
      const inverse =
        1 /
        ((ringAreas[i] ?? 0) * held +
          implicit * upper +
          lower -
          eliminated * upper * (axialNext[row + i] ?? 0));
      axialInverse[row + i] = inverse;
      axialNext[below + i] = lower * inverse;
    }
  }
}
