/** Side of the blocks that JPEG works on. */
export const blockSide = 8;

/** cosines[k * 8 + n] = c(k) / 2 · cos((2n + 1) k π / 16), with c(0) = 1/√2: rows are orthonormal. */
const cosines = Float32Array.from({ length: 64 }, (_, at) => {
  const k = at >> 3;
  const n = at & 7;
  return (k === 0 ? Math.SQRT1_2 / 2 : 0.5) * Math.cos(((2 * n + 1) * k * Math.PI) / 16);
});

const line = new Float32Array(8);

/** The two-dimensional cosine transform of an 8 × 8 block, in place. */
export function transformBlock(block: Float32Array): void {
  for (let row = 0; row < 8; row++) transformLine(block, row * 8, 1);
  for (let column = 0; column < 8; column++) transformLine(block, column, 8);
}

/** Its inverse, in place. */
export function untransformBlock(block: Float32Array): void {
  for (let row = 0; row < 8; row++) untransformLine(block, row * 8, 1);
  for (let column = 0; column < 8; column++) untransformLine(block, column, 8);
}

/** Even coefficients need only the sums of mirrored values, odd ones only the differences: half of the products. */
function transformLine(block: Float32Array, start: number, step: number): void {
  for (let n = 0; n < 4; n++) {
    const value = block[start + n * step] ?? 0;
    const mirrored = block[start + (7 - n) * step] ?? 0;
    line[n] = value + mirrored;
    line[n + 4] = value - mirrored;
  }
  for (let k = 0; k < 8; k++) {
    const half = (k & 1) * 4;
    const at = k * 8;
    block[start + k * step] =
      (cosines[at] ?? 0) * (line[half] ?? 0) +
      (cosines[at + 1] ?? 0) * (line[half + 1] ?? 0) +
      (cosines[at + 2] ?? 0) * (line[half + 2] ?? 0) +
      (cosines[at + 3] ?? 0) * (line[half + 3] ?? 0);
  }
}

function untransformLine(block: Float32Array, start: number, step: number): void {
  for (let n = 0; n < 4; n++) {
    let even = 0;
    let odd = 0;
    for (let k = 0; k < 8; k += 2) {
      even += (cosines[k * 8 + n] ?? 0) * (block[start + k * step] ?? 0);
      odd += (cosines[k * 8 + 8 + n] ?? 0) * (block[start + (k + 1) * step] ?? 0);
    }
    line[n] = even + odd;
    line[7 - n] = even - odd;
  }
  for (let n = 0; n < 8; n++) block[start + n * step] = line[n] ?? 0;
}
