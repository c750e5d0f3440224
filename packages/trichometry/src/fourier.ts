/** A grid of complex numbers, row by row; both sides are powers of two. */
export interface ComplexGrid {
  readonly width: number;
  readonly height: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

export function createGrid(width: number, height: number): ComplexGrid {
  if (!isPowerOfTwo(width) || !isPowerOfTwo(height)) {
    throw new RangeError(`sides must be powers of two, got ${width} and ${height}`);
  }
  const size = width * height;
  return { width, height, real: new Float64Array(size), imaginary: new Float64Array(size) };
}

function isPowerOfTwo(size: number): boolean {
  return Number.isInteger(Math.log2(size));
}

/** The discrete Fourier transform of a grid, in place (Cooley and Tukey 1965, radix 2); not scaled. */
export function transform(grid: ComplexGrid): void {
  const { width, height, real, imaginary } = grid;
  const across = planOf(width);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    transformLine(real.subarray(row, row + width), imaginary.subarray(row, row + width), across);
  }
  const down = planOf(height);
  const lineReal = new Float64Array(height);
  const lineImaginary = new Float64Array(height);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      lineReal[y] = real[y * width + x] ?? 0;
      lineImaginary[y] = imaginary[y * width + x] ?? 0;
    }
    transformLine(lineReal, lineImaginary, down);
    for (let y = 0; y < height; y++) {
      real[y * width + x] = lineReal[y] ?? 0;
      imaginary[y * width + x] = lineImaginary[y] ?? 0;
    }
  }
}

/** The way back, in place and scaled: `transform` and then this leaves a grid as it was. */
export function transformBack({ width, height, real, imaginary }: ComplexGrid): void {
  // Swapping the parts before and after turns the transform round.
  transform({ width, height, real: imaginary, imaginary: real });
  const size = width * height;
  for (let at = 0; at < size; at++) {
    real[at] = (real[at] ?? 0) / size;
    imaginary[at] = (imaginary[at] ?? 0) / size;
  }
}

interface Plan {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
  readonly reversed: Uint32Array;
}

function planOf(length: number): Plan {
  const bits = Math.log2(length);
  const turn = (at: number) => (-2 * Math.PI * at) / length;
  return {
    cosines: Float64Array.from({ length: length / 2 }, (_, at) => Math.cos(turn(at))),
    sines: Float64Array.from({ length: length / 2 }, (_, at) => Math.sin(turn(at))),
    reversed: Uint32Array.from({ length }, (_, at) => {
      let result = 0;
      for (let bit = 0; bit < bits; bit++) result |= ((at >> bit) & 1) << (bits - 1 - bit);
      return result;
    }),
  };
}

function transformLine(
  real: Float64Array,
  imaginary: Float64Array,
  { cosines, sines, reversed }: Plan,
): void {
  const length = real.length;
  for (let at = 0; at < length; at++) {
    const other = reversed[at] ?? 0;
    if (other <= at) continue;
    const keptReal = real[at] ?? 0;
    const keptImaginary = imaginary[at] ?? 0;
    real[at] = real[other] ?? 0;
    imaginary[at] = imaginary[other] ?? 0;
    real[other] = keptReal;
    imaginary[other] = keptImaginary;
  }
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2;
    const stride = length / size;
    for (let start = 0; start < length; start += size) {
      for (let k = 0, turn = 0; k < half; k++, turn += stride) {
        const cos = cosines[turn] ?? 0;
        const sin = sines[turn] ?? 0;
        const upper = start + k;
        const lower = upper + half;
        const lowerReal = real[lower] ?? 0;
        const lowerImaginary = imaginary[lower] ?? 0;
        const a = lowerReal * cos - lowerImaginary * sin;
        const b = lowerReal * sin + lowerImaginary * cos;
        const upperReal = real[upper] ?? 0;
        const upperImaginary = imaginary[upper] ?? 0;
        real[lower] = upperReal - a;
        imaginary[lower] = upperImaginary - b;
        real[upper] = upperReal + a;
        imaginary[upper] = upperImaginary + b;
      }
    }
  }
}
