import type { Plane } from "./plane.ts";
import { createKernelStrip } from "./ridge-kernel.ts";
import { createPlainStrip, type RidgeScale, type RidgeStrip } from "./ridge-strip.ts";
import { fillStrip, mirrored, type StripLayout, stripRows } from "./strip.ts";

/** How strongly each pixel lies on a dark line, and the direction across that line. */
export interface RidgeMap {
  readonly width: number;
  readonly height: number;
  /** Largest answer of all scales and directions, 0 or more, in the unit of the plane. */
  readonly strength: Float32Array;
  /** The scale and direction that gave it: `scale · 8 + k`, the direction across the line being k · 22.5°. */
  readonly choice: Uint8Array;
}

export const ridgeAngles = 8;

/**
 * The dark lines of a plane: the second derivative across, under Gaussians of the given widths.
 *
 *     R(θ) = σ² (cos²θ Gxx + 2 sinθ cosθ Gxy + sin²θ Gyy),   θ = k π/8,   answer = max(0, all scales and angles)
 *
 * With m = (Gxx + Gyy)/2, p = (Gxx − Gyy)/2, q = Gxy this is m + p cos 2θ + q sin 2θ, so eight angles cost three sums.
 * Kernels reach ⌈3σ⌉ pixels, the frame is mirrored without repeating its border (OpenCV's reflect101). The plane goes
 * through in strips of a few rows, so the work stays in cache and needs 5 bytes a pixel for the answer only.
 */
export function filterRidges(
  plane: Plane,
  sigmasPx: readonly number[],
  createStrip?: (layout: StripLayout) => RidgeStrip,
): RidgeMap {
  const { width, height } = plane;
  const map: RidgeMap = {
    width,
    height,
    strength: new Float32Array(width * height),
    choice: new Uint8Array(width * height),
  };
  const visit = (strip: RidgeStrip, top: number, rowCount: number) => {
    for (let y = 0; y < rowCount; y++) {
      const from = y * strip.stride;
      const to = (top + y) * width;
      map.strength.set(strip.strength.subarray(from, from + width), to);
      map.choice.set(strip.choice.subarray(from, from + width), to);
    }
  };
  visitRidges(plane, { sigmasPx, sharedRows: 0, createStrip }, visit);
  return map;
}

interface RidgeOrder {
  readonly sigmasPx: readonly number[];
  /** Rows at the end of a strip that the next one shows again, for who looks at neighbours. */
  readonly sharedRows: number;
  readonly createStrip?: ((layout: StripLayout) => RidgeStrip) | undefined;
}

/** The same strip by strip, so that the answers need not be kept: shows a strip, its first row and how many it has. */
export function visitRidges(
  plane: Plane,
  { sigmasPx, sharedRows, createStrip = createFastStrip }: RidgeOrder,
  visit: (strip: RidgeStrip, top: number, rowCount: number) => void,
): void {
  const { width, height } = plane;
  const scales = sigmasPx.map(layScale);
  const reachPx = Math.max(0, ...scales.map(({ radius }) => radius));
  const strip = createStrip({ width, reachPx });
  for (let top = 0; top + sharedRows < height; top += stripRows - sharedRows) {
    const rowCount = Math.min(stripRows, height - top);
    fillStrip(strip, plane, { top, rowCount, reachPx, border: mirrored });
    strip.strength.fill(0);
    strip.choice.fill(0);
    scales.forEach((scale, i) => {
      strip.filter(scale, rowCount, i * ridgeAngles);
    });
    visit(strip, top, rowCount);
  }
}

function createFastStrip(layout: StripLayout): RidgeStrip {
  return createKernelStrip(layout) ?? createPlainStrip(layout);
}

/** Halves of the kernels: even ones from the middle outwards, the odd one's weight of the positive side. */
function layScale(sigmaPx: number): RidgeScale {
  if (!(sigmaPx > 0)) throw new RangeError(`sigmasPx must be above 0, got ${sigmaPx}`);
  const radius = Math.ceil(3 * sigmaPx);
  const variance = sigmaPx * sigmaPx;
  const raw = Array.from({ length: radius + 1 }, (_, i) => Math.exp((-i * i) / (2 * variance)));
  const sum = 2 * raw.reduce((total, value) => total + value, 0) - 1;
  const bends = raw.map((value, i) => ((i * i) / variance - 1) * (value / sum / variance));
  const bendMean =
    (2 * bends.reduce((total, value) => total + value, 0) - (bends[0] ?? 0)) / (2 * radius + 1);
  const weights = raw.flatMap((value, i) => [
    value / sum,
    (-i / sigmaPx) * (value / sum),
    (variance / 2) * ((bends[i] ?? 0) - bendMean),
  ]);
  return { radius, weights: Float64Array.from(weights) };
}
