/** A black-and-white picture: 1 inside, 0 outside, row by row. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly inside: Uint8Array;
}

/**
 * The exact distance in pixels from every pixel inside to the nearest pixel outside; 0 outside.
 *
 *     D²(x, y) = min over columns c of (x − c)² + g²(c, y),   g = distance to the outside up or down column c
 *
 * Separated as by Saito and Toriwaki (1994). Hairs are a small part of a photo and thin, so a row is searched outwards
 * from each inner pixel only as far as the best distance so far allows. Beyond the frame nothing is outside, as in
 * OpenCV; where no pixel at all is outside the answer is Infinity.
 */
export function transformDistance({ width, height, inside }: Mask): Float32Array {
  const far = width + height;
  const up = new Uint16Array(width * height);
  measureColumns(width, inside, up, Math.min(far, 65_535));
  const distance = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    for (let x = 0; x < width; x++) {
      if (inside[start + x] !== 1) continue;
      const square = searchRow(up, start, width, x);
      distance[start + x] = square >= far * far ? Infinity : Math.sqrt(square);
    }
  }
  return distance;
}

function measureColumns(width: number, inside: Uint8Array, up: Uint16Array, far: number): void {
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] !== 1) continue;
    up[i] = i < width ? far : Math.min(far, (up[i - width] ?? 0) + 1);
  }
  for (let i = inside.length - width - 1; i >= 0; i--) {
    const further = (up[i + width] ?? 0) + 1;
    if (further < (up[i] ?? 0)) up[i] = further;
  }
}

function searchRow(up: Uint16Array, start: number, width: number, x: number): number {
  const own = up[start + x] ?? 0;
  let best = own * own;
  for (let step = 1; step * step < best; step++) {
    const left = x - step;
    const right = x + step;
    if (left < 0 && right >= width) break;
    if (left >= 0) {
      const g = up[start + left] ?? 0;
      best = Math.min(best, step * step + g * g);
    }
    if (right < width) {
      const g = up[start + right] ?? 0;
      best = Math.min(best, step * step + g * g);
    }
  }
  return best;
}
