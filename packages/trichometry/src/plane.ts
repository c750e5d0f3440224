/** One number for each pixel, row by row. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

export function createPlane(width: number, height: number): Plane {
  return { width, height, values: new Float32Array(width * height) };
}

/** The value between four pixels; beyond the frame the border goes on for ever. Whole numbers are pixel centres. */
export function samplePlane({ width, height, values }: Plane, x: number, y: number): number {
  const clampedX = x > 0 ? (x < width - 1 ? x : width - 1) : 0;
  const clampedY = y > 0 ? (y < height - 1 ? y : height - 1) : 0;
  const left = clampedX | 0;
  const top = clampedY | 0;
  const shareX = clampedX - left;
  const shareY = clampedY - top;
  const at = top * width + left;
  const right = left < width - 1 ? 1 : 0;
  const below = top < height - 1 ? width : 0;
  const upper = (values[at] ?? 0) + shareX * ((values[at + right] ?? 0) - (values[at] ?? 0));
  const lower =
    (values[at + below] ?? 0) +
    shareX * ((values[at + below + right] ?? 0) - (values[at + below] ?? 0));
  return upper + shareY * (lower - upper);
}

/** The same where all four pixels are known to lie in the frame. */
export function sampleInside({ width, values }: Plane, x: number, y: number): number {
  const left = x | 0;
  const top = y | 0;
  const shareX = x - left;
  const at = top * width + left;
  const upperLeft = values[at] ?? 0;
  const lowerLeft = values[at + width] ?? 0;
  const upper = upperLeft + shareX * ((values[at + 1] ?? 0) - upperLeft);
  const lower = lowerLeft + shareX * ((values[at + width + 1] ?? 0) - lowerLeft);
  return upper + (y - top) * (lower - upper);
}

/** The plane at half the size: every pixel is the mean of four. An odd last column or row counts twice. */
export function halvePlane({ width, height, values }: Plane): Plane {
  const half = createPlane(Math.ceil(width / 2), Math.ceil(height / 2));
  for (let y = 0; y < half.height; y++) {
    const upper = 2 * y * width;
    const lower = Math.min(2 * y + 1, height - 1) * width;
    for (let x = 0; x < half.width; x++) {
      const left = 2 * x;
      const right = Math.min(left + 1, width - 1);
      half.values[y * half.width + x] =
        ((values[upper + left] ?? 0) +
          (values[upper + right] ?? 0) +
          (values[lower + left] ?? 0) +
          (values[lower + right] ?? 0)) /
        4;
    }
  }
  return half;
}
