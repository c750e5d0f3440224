import { createPlane, type Plane } from "./plane.ts";

/** The mean of a square of `2 · radius + 1` pixels around each pixel; beyond the edges the edge goes on. */
export function boxMean(plane: Plane, radius: number): Plane {
  const { width, height } = plane;
  const rows = createPlane(width, height);
  const count = 2 * radius + 1;
  for (let y = 0; y < height; y++) {
    slideMean(plane.values, rows.values, {
      start: y * width,
      step: 1,
      length: width,
      radius,
      count,
    });
  }
  const mean = createPlane(width, height);
  for (let x = 0; x < width; x++) {
    slideMean(rows.values, mean.values, { start: x, step: width, length: height, radius, count });
  }
  return mean;
}

interface Slide {
  readonly start: number;
  readonly step: number;
  readonly length: number;
  readonly radius: number;
  readonly count: number;
}

function slideMean(
  from: Float32Array,
  to: Float32Array,
  { start, step, length, radius, count }: Slide,
): void {
  const first = from[start] ?? 0;
  const last = from[start + (length - 1) * step] ?? 0;
  let sum = first * (radius + 1);
  for (let i = 1; i <= radius; i++) sum += i < length ? (from[start + i * step] ?? 0) : last;
  for (let i = 0; i < length; i++) {
    to[start + i * step] = sum / count;
    const entering = i + radius + 1;
    const leaving = i - radius;
    sum += entering < length ? (from[start + entering * step] ?? 0) : last;
    sum -= leaving > 0 ? (from[start + leaving * step] ?? 0) : first;
  }
}
