import { type ComplexGrid, createGrid, transform, transformBack } from "./fourier.ts";
import { createPlane, type Plane } from "./plane.ts";

/** Where two pictures fit best: the first picture at p shows what the second shows at p − (x, y). */
export interface Shift {
  readonly x: number;
  readonly y: number;
  /** Height of the peak over the mean of the correlation, in standard deviations. */
  readonly confidence: number;
}

/** The shift between two pictures of the same size by phase correlation (Kuglin and Hines 1975). */
export function findShift(
  first: Plane,
  second: Plane,
  most: { readonly x: number; readonly y: number },
): Shift {
  const grid = packPair(first, second);
  transform(grid);
  keepPhases(grid);
  transformBack(grid);
  return findPeak(grid, most);
}

/** The moduli of the spectra of two pictures, the middle of the spectrum at the first value. */
export function measureSpectra(first: Plane, second: Plane): readonly [Plane, Plane] {
  const grid = packPair(first, second);
  transform(grid);
  const { firstReal, firstImaginary, secondReal, secondImaginary } = unpackPair(grid);
  return [modulusOf(grid, firstReal, firstImaginary), modulusOf(grid, secondReal, secondImaginary)];
}

function modulusOf(
  { width, height }: ComplexGrid,
  real: Float64Array,
  imaginary: Float64Array,
): Plane {
  const modulus = createPlane(width, height);
  for (let at = 0; at < real.length; at++) {
    modulus.values[at] = Math.sqrt((real[at] ?? 0) ** 2 + (imaginary[at] ?? 0) ** 2);
  }
  return modulus;
}

/** Two real pictures as one complex one, faded to 0 at their edges: one transform serves both. */
function packPair(first: Plane, second: Plane): ComplexGrid {
  const widest = Math.max(first.width, second.width);
  const highest = Math.max(first.height, second.height);
  const grid = createGrid(nextPower(widest), nextPower(highest));
  fade(first, grid.real, grid.width);
  fade(second, grid.imaginary, grid.width);
  return grid;
}

function nextPower(size: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, size)));
}

function fade({ width, height, values }: Plane, to: Float64Array, stride: number): void {
  const window = (at: number, size: number) =>
    0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / size);
  const across = Float64Array.from({ length: width }, (_, x) => window(x, width));
  for (let y = 0; y < height; y++) {
    const down = window(y, height);
    for (let x = 0; x < width; x++) {
      to[y * stride + x] = (values[y * width + x] ?? 0) * down * (across[x] ?? 0);
    }
  }
}

/** The parts of two spectra, frequency by frequency. */
interface SpectrumPair {
  readonly firstReal: Float64Array;
  readonly firstImaginary: Float64Array;
  readonly secondReal: Float64Array;
  readonly secondImaginary: Float64Array;
}

/** Takes apart the spectra of two real pictures that were packed in one: each is even or odd about the middle. */
function unpackPair({ width, height, real, imaginary }: ComplexGrid): SpectrumPair {
  const part = () => new Float64Array(real.length);
  const pair = {
    firstReal: part(),
    firstImaginary: part(),
    secondReal: part(),
    secondImaginary: part(),
  };
  for (let y = 0; y < height; y++) {
    const mirrorRow = ((height - y) % height) * width;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const mirror = mirrorRow + (x === 0 ? 0 : width - x);
      const a = real[at] ?? 0;
      const b = imaginary[at] ?? 0;
      const c = real[mirror] ?? 0;
      const d = imaginary[mirror] ?? 0;
      pair.firstReal[at] = (a + c) / 2;
      pair.firstImaginary[at] = (b - d) / 2;
      pair.secondReal[at] = (b + d) / 2;
      pair.secondImaginary[at] = (c - a) / 2;
    }
  }
  return pair;
}

/** The cross spectrum with every modulus 1, in place. */
function keepPhases(grid: ComplexGrid): void {
  const { real, imaginary } = grid;
  const { firstReal, firstImaginary, secondReal, secondImaginary } = unpackPair(grid);
  for (let at = 0; at < real.length; at++) {
    const a = firstReal[at] ?? 0;
    const b = firstImaginary[at] ?? 0;
    const c = secondReal[at] ?? 0;
    const d = secondImaginary[at] ?? 0;
    const re = a * c + b * d;
    const im = b * c - a * d;
    const modulus = Math.sqrt(re * re + im * im) + 1e-12;
    real[at] = re / modulus;
    imaginary[at] = im / modulus;
  }
}

function findPeak(
  { width, height, real }: ComplexGrid,
  most: { readonly x: number; readonly y: number },
): Shift {
  const mostX = Math.min(Math.floor(most.x), width / 2 - 1);
  const mostY = Math.min(Math.floor(most.y), height / 2 - 1);
  const at = (x: number, y: number) =>
    real[((y + height) % height) * width + ((x + width) % width)] ?? 0;
  let peak = { x: 0, y: 0, value: Number.NEGATIVE_INFINITY };
  for (let y = -mostY; y <= mostY; y++) {
    for (let x = -mostX; x <= mostX; x++) {
      // A single value is a chance; the sum with its neighbours is a peak between grid points.
      const value = at(x, y) + (at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1)) / 2;
      if (value > peak.value) peak = { x, y, value };
    }
  }
  let sum = 0;
  let squares = 0;
  for (const value of real) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / real.length;
  const variance = squares / real.length - mean * mean;
  const { x, y } = peak;
  return {
    x: x + vertex(at(x - 1, y), at(x, y), at(x + 1, y)),
    y: y + vertex(at(x, y - 1), at(x, y), at(x, y + 1)),
    confidence: variance > 0 ? (at(x, y) - mean) / Math.sqrt(variance) : 0,
  };
}

/** Where a parabola through three neighbouring values is highest, from the middle one. */
function vertex(before: number, middle: number, after: number): number {
  const curve = before - 2 * middle + after;
  return curve < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curve))) : 0;
}
