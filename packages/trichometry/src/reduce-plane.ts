import { createPlane, type Plane } from "./plane.ts";

/** A plane made smaller, and by how much: new size over old size, the same along both sides. */
export interface ReducedPlane {
  readonly plane: Plane;
  readonly factor: number;
}

/** The plane with its longer side brought down to `longSidePx` by averaging areas; never made larger. */
export function reducePlane(plane: Plane, longSidePx: number): ReducedPlane {
  const factor = longSidePx / Math.max(plane.width, plane.height);
  if (!(factor < 1)) return { plane, factor: 1 };
  const width = Math.max(1, Math.floor(plane.width * factor));
  const height = Math.max(1, Math.floor(plane.height * factor));
  const narrow = averageRows(plane, width, 1 / factor);
  return { plane: averageColumns(narrow, height, 1 / factor), factor };
}

/** Averages along each row: new pixel i covers the old ones from i·step to (i + 1)·step. */
function averageRows({ width, height, values }: Plane, to: number, step: number): Plane {
  const narrow = createPlane(to, height);
  const spans = Array.from({ length: to }, (_, x) => span(x, step, width));
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < to; x++) {
      const part = spans[x];
      if (!part) continue;
      const { first, last, firstShare, lastShare } = part;
      let sum = (values[row + first] ?? 0) * firstShare + (values[row + last] ?? 0) * lastShare;
      for (let at = first + 1; at < last; at++) sum += values[row + at] ?? 0;
      narrow.values[y * to + x] = sum / step;
    }
  }
  return narrow;
}

function averageColumns({ width, height, values }: Plane, to: number, step: number): Plane {
  const low = createPlane(width, to);
  for (let y = 0; y < to; y++) {
    const { first, last, firstShare, lastShare } = span(y, step, height);
    const row = y * width;
    for (let at = first; at <= last; at++) {
      const share = at === first ? firstShare : at === last ? lastShare : 1;
      const from = at * width;
      for (let x = 0; x < width; x++) {
        low.values[row + x] = (low.values[row + x] ?? 0) + ((values[from + x] ?? 0) * share) / step;
      }
    }
  }
  return low;
}

/** The old pixels under new pixel `at`, and how much of the outer two it covers. */
function span(at: number, step: number, size: number) {
  const from = at * step;
  const to = Math.min(from + step, size);
  const first = Math.floor(from);
  const last = Math.min(size - 1, Math.ceil(to) - 1);
  const lastShare = last > first ? to - last : 0;
  return { first, last, firstShare: Math.min(first + 1, to) - from, lastShare };
}
