import { createPlane, type Plane } from "./plane.ts";
import { createKernelSmoother } from "./smooth-kernel.ts";
import { createPlainSmoother, type SmoothStrip } from "./smooth-strip.ts";
import { fillStrip, type StripLayout, stretched, stripRows } from "./strip.ts";

/** The plane under a Gaussian that reaches ⌈3σ⌉ pixels; beyond the frame the border goes on for ever. */
export function smoothPlane(
  plane: Plane,
  sigmaPx: number,
  createStrip?: (layout: StripLayout, weights: Float64Array) => SmoothStrip,
): Plane {
  const result = createPlane(plane.width, plane.height);
  visitSmoothRows(plane, sigmaPx, (row, y) => result.values.set(row, y * plane.width), createStrip);
  return result;
}

/** Shows every row of the smoothed plane once, so that it need not be kept. */
export function visitSmoothRows(
  plane: Plane,
  sigmaPx: number,
  visit: (row: Float32Array, y: number) => void,
  createStrip: (layout: StripLayout, weights: Float64Array) => SmoothStrip = createFastSmoother,
): void {
  const { width, height } = plane;
  const reachPx = Math.ceil(3 * sigmaPx);
  const strip = createStrip({ width, reachPx }, layWeights(sigmaPx, reachPx));
  for (let top = 0; top < height; top += stripRows) {
    const rowCount = Math.min(stripRows, height - top);
    fillStrip(strip, plane, { top, rowCount, reachPx, border: stretched });
    strip.smooth(rowCount);
    for (let y = 0; y < rowCount; y++) {
      visit(strip.smoothed.subarray(y * strip.stride, y * strip.stride + width), top + y);
    }
  }
}

function createFastSmoother(layout: StripLayout, weights: Float64Array): SmoothStrip {
  return createKernelSmoother(layout, weights) ?? createPlainSmoother(layout, weights);
}

/** From the middle outwards. */
function layWeights(sigmaPx: number, radius: number): Float64Array {
  const raw = Array.from({ length: radius + 1 }, (_, i) => Math.exp((-i * i) / (2 * sigmaPx ** 2)));
  const sum = 2 * raw.reduce((total, value) => total + value, 0) - 1;
  return Float64Array.from(raw, (value) => value / sum);
}
