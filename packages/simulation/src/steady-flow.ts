import type { AxisymmetricGrid, Conductances } from "./axisymmetric-grid.ts";

/**
 * What enters a round cell each second once nothing changes any more, for a potential of 1 above the first slice and 0
 * below the last.
 *
 *     Σ g (uᵢ − uⱼ) + k uᵢ = g_top · 1        in every cell
 *
 * Solved directly by a banded Cholesky factorisation: exact to rounding, at the cost of cells times rings squared.
 *
 * @param clearances what each cell gives to the blood for a unit of potential
 */
export function steadyEntry(
  grid: AxisymmetricGrid,
  conductances: Conductances,
  clearances: Float64Array,
): number {
  const { ringCount, sliceCount } = grid;
  const cellCount = ringCount * sliceCount;
  const { axial } = conductances;
  const factor = bandedMatrix(grid, conductances, clearances);
  factoriseBand(factor, cellCount, ringCount);
  const potential = new Float64Array(cellCount);
  for (let i = 0; i < ringCount; i++) potential[i] = axial[i] ?? 0;
  solveBand(factor, ringCount, potential);

  let entry = 0;
  for (let i = 0; i < ringCount; i++) entry += (axial[i] ?? 0) * (1 - (potential[i] ?? 0));
  return entry;
}

/** Lower half of the matrix, row by row: entry (row, row − back) is at row · (ringCount + 1) + ringCount − back. */
function bandedMatrix(
  { ringCount, sliceCount }: AxisymmetricGrid,
  { radial, axial }: Conductances,
  clearances: Float64Array,
): Float64Array {
  const width = ringCount + 1;
  const matrix = new Float64Array(ringCount * sliceCount * width);
  for (let cell = 0; cell < ringCount * sliceCount; cell++) {
    const ring = cell % ringCount;
    const inner = radial[cell] ?? 0;
    const outer = ring + 1 < ringCount ? (radial[cell + 1] ?? 0) : 0;
    const upper = axial[cell] ?? 0;
    const lower = axial[cell + ringCount] ?? 0;
    const row = cell * width;
    matrix[row + ringCount] = inner + outer + upper + lower + (clearances[cell] ?? 0);
    if (ring > 0) matrix[row + ringCount - 1] = -inner;
    if (cell >= ringCount) matrix[row] = -upper;
  }
  return matrix;
}

/** Replaces the lower half of the matrix by its Cholesky factor, with the inverse of each diagonal entry on it. */
function factoriseBand(matrix: Float64Array, cellCount: number, band: number): void {
  const width = band + 1;
  for (let row = 0; row < cellCount; row++) {
    const rowStart = row * width + band - row;
    const first = Math.max(0, row - band);
    for (let column = first; column <= row; column++) {
      const columnStart = column * width + band - column;
      let sum = matrix[rowStart + column] ?? 0;
      for (let k = Math.max(first, column - band); k < column; k++) {
        sum -= (matrix[rowStart + k] ?? 0) * (matrix[columnStart + k] ?? 0);
      }
      matrix[rowStart + column] =
        column === row ? 1 / Math.sqrt(sum) : sum * (matrix[columnStart + column] ?? 0);
    }
  }
}

function solveBand(factor: Float64Array, band: number, values: Float64Array): void {
  const width = band + 1;
  for (let row = 0; row < values.length; row++) {
    const start = row * width + band - row;
    let sum = values[row] ?? 0;
    for (let k = Math.max(0, row - band); k < row; k++) {
      sum -= (factor[start + k] ?? 0) * (values[k] ?? 0);
    }
    values[row] = sum * (factor[start + row] ?? 0);
  }
  for (let row = values.length - 1; row >= 0; row--) {
    const start = row * width + band - row;
    const value = (values[row] ?? 0) * (factor[start + row] ?? 0);
    values[row] = value;
    for (let k = Math.max(0, row - band); k < row; k++) {
      values[k] = (values[k] ?? 0) - (factor[start + k] ?? 0) * value;
    }
  }
}
