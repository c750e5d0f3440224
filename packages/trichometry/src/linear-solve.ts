/**
 * The inverse of a symmetric positive definite matrix, or nothing where it is singular to working accuracy.
 *
 * By Cholesky's factors; for the small systems of fits (2 to 12 unknowns).
 *
 * @param matrix row by row, `size` × `size`
 */
export function invertSymmetric(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = choleskyFactor(matrix, size);
  if (!factor) return undefined;
  const inverse = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    column.fill(0);
    column[at] = 1;
    solveWithFactor(factor, size, column);
    for (let row = 0; row < size; row++) inverse[row * size + at] = column[row] ?? 0;
  }
  return inverse;
}

/** The x of A x = b for a symmetric positive definite A, or nothing where A is singular to working accuracy. */
export function solveSymmetric(
  matrix: Float64Array,
  size: number,
  right: Float64Array,
): Float64Array | undefined {
  const factor = choleskyFactor(matrix, size);
  if (!factor) return undefined;
  const solution = Float64Array.from(right);
  solveWithFactor(factor, size, solution);
  return solution;
}

/** A vector times a matrix that is given row by row. */
export function multiplyVector(
  matrix: Float64Array,
  size: number,
  vector: Float64Array,
): Float64Array {
  const product = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let at = 0; at < size; at++) sum += (matrix[row * size + at] ?? 0) * (vector[at] ?? 0);
    product[row] = sum;
  }
  return product;
}

/** Share of its own diagonal below which a pivot counts as 0. */
const pivotFloor = 1e-13;

function choleskyFactor(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k++) {
        sum -= (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0);
      }
      if (row === column) {
        const diagonal = matrix[row * size + row] ?? 0;
        if (!(sum > pivotFloor * Math.abs(diagonal))) return undefined;
        factor[row * size + row] = Math.sqrt(sum);
      } else {
        factor[row * size + column] = sum / (factor[column * size + column] ?? 1);
      }
    }
  }
  return factor;
}

function solveWithFactor(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let row = 0; row < size; row++) {
    let sum = vector[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (factor[row * size + k] ?? 0) * (vector[k] ?? 0);
    vector[row] = sum / (factor[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = vector[row] ?? 0;
    for (let k = row + 1; k < size; k++) sum -= (factor[k * size + row] ?? 0) * (vector[k] ?? 0);
    vector[row] = sum / (factor[row * size + row] ?? 1);
  }
}
