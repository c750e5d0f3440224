import { createPlane, type Plane } from "./plane.ts";

/** The plane under a Gaussian that reaches ⌈3σ⌉ pixels; beyond the frame the border goes on for ever. */
export function smoothPlane(plane: Plane, sigmaPx: number): Plane {
  const { width, height, values } = plane;
  const radius = Math.ceil(3 * sigmaPx);
  const raw = Array.from({ length: radius + 1 }, (_, i) => Math.exp((-i * i) / (2 * sigmaPx ** 2)));
  const sum = 2 * raw.reduce((total, value) => total + value, 0) - 1;
  const kernel = Float32Array.from(raw, (value) => value / sum);

  const across = createPlane(width, height);
  const padded = new Float32Array(width + 2 * radius);
  for (let y = 0; y < height; y++) {
    padded.fill(values[y * width] ?? 0, 0, radius);
    padded.fill(values[(y + 1) * width - 1] ?? 0, radius + width);
    padded.set(values.subarray(y * width, (y + 1) * width), radius);
    smoothRow(padded, kernel, across.values.subarray(y * width, (y + 1) * width));
  }
  const result = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const row = result.values.subarray(y * width, (y + 1) * width);
    for (let i = -radius; i <= radius; i++) {
      const from = Math.min(height - 1, Math.max(0, y + i)) * width;
      addScaled(row, across.values.subarray(from, from + width), kernel[Math.abs(i)] ?? 0);
    }
  }
  return result;
}

function smoothRow(padded: Float32Array, kernel: Float32Array, row: Float32Array): void {
  const radius = kernel.length - 1;
  for (let x = 0; x < row.length; x++) {
    let sum = (kernel[0] ?? 0) * (padded[x + radius] ?? 0);
    for (let i = 1; i <= radius; i++) {
      sum += (kernel[i] ?? 0) * ((padded[x + radius - i] ?? 0) + (padded[x + radius + i] ?? 0));
    }
    row[x] = sum;
  }
}

function addScaled(row: Float32Array, other: Float32Array, share: number): void {
  for (let x = 0; x < row.length; x++) row[x] = (row[x] ?? 0) + share * (other[x] ?? 0);
}
