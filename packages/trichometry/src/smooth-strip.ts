import { layStrip, type StripLayout, type StripRows } from "./strip.ts";

/** A few rows of a plane, smoothed at once. */
export interface SmoothStrip extends StripRows {
  /** As far from row to row as `rows`, without what lies around them. */
  readonly smoothed: Float32Array;
  readonly smooth: (rowCount: number) => void;
}

/** The strip smoother in TypeScript: the reference for the kernel, and what works where there is none. */
export function createPlainSmoother(layout: StripLayout, weights: Float64Array): SmoothStrip {
  const { width, reachPx } = layout;
  const { stride, rowsLength, answersLength } = layStrip(layout);
  const rows = new Float64Array(rowsLength);
  const smoothed = new Float32Array(answersLength);
  const filtered = new Float64Array(stride);
  return {
    stride,
    rows,
    smoothed,
    smooth(rowCount) {
      for (let y = 0; y < rowCount; y++) {
        const start = (y + reachPx) * stride;
        for (let x = 0; x < width + 2 * reachPx; x++) {
          filtered[x] = sumBothWays(rows, start + x, stride, weights);
        }
        for (let x = 0; x < width; x++) {
          smoothed[y * stride + x] = sumBothWays(filtered, x + reachPx, 1, weights);
        }
      }
    },
  };
}

/** The values around a place, each weighed by how many steps it is away. */
function sumBothWays(
  values: Float64Array,
  middle: number,
  step: number,
  weights: Float64Array,
): number {
  let sum = (weights[0] ?? 0) * (values[middle] ?? 0);
  let before = middle;
  let after = middle;
  for (let i = 1; i < weights.length; i++) {
    before -= step;
    after += step;
    sum += (weights[i] ?? 0) * ((values[before] ?? 0) + (values[after] ?? 0));
  }
  return sum;
}
