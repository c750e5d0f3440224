import type { Plane } from "./plane.ts";

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
 * Kernels reach ⌈3σ⌉ pixels, the frame is mirrored without repeating its border (OpenCV's reflect101). Rows are kept
 * in a ring just as deep as the kernel, so the work stays in cache and needs 5 bytes a pixel for the answer only.
 */
export function filterRidges(plane: Plane, sigmasPx: readonly number[]): RidgeMap {
  const { width, height } = plane;
  const map: RidgeMap = {
    width,
    height,
    strength: new Float32Array(width * height),
    choice: new Uint8Array(width * height),
  };
  sigmasPx.forEach((sigmaPx, scale) => {
    if (!(sigmaPx > 0)) throw new RangeError(`sigmasPx must be above 0, got ${sigmaPx}`);
    filterScale(plane, layKernels(sigmaPx), scale * ridgeAngles, map);
  });
  return map;
}

/** Halves of the kernels: even ones from the middle outwards, the odd one's weight of the positive side. */
interface Kernels {
  readonly radius: number;
  readonly smooth: Float32Array;
  readonly slope: Float32Array;
  readonly bend: Float32Array;
  readonly gain: number;
}

function layKernels(sigmaPx: number): Kernels {
  const radius = Math.ceil(3 * sigmaPx);
  const variance = sigmaPx * sigmaPx;
  const raw = Array.from({ length: radius + 1 }, (_, i) => Math.exp((-i * i) / (2 * variance)));
  const sum = 2 * raw.reduce((total, value) => total + value, 0) - 1;
  const smooth = Float32Array.from(raw, (value) => value / sum);
  const bends = raw.map((value, i) => ((i * i) / variance - 1) * (value / sum / variance));
  const bendMean =
    (2 * bends.reduce((total, value) => total + value, 0) - (bends[0] ?? 0)) / (2 * radius + 1);
  return {
    radius,
    smooth,
    slope: Float32Array.from(raw, (value, i) => (-i / variance) * (value / sum)),
    bend: Float32Array.from(bends, (value) => value - bendMean),
    gain: variance,
  };
}

/** The rows a kernel needs at once, each filtered across in the three ways. */
interface Ring {
  readonly smooth: readonly Float32Array[];
  readonly slope: readonly Float32Array[];
  readonly bend: readonly Float32Array[];
}

function filterScale(plane: Plane, kernels: Kernels, firstChoice: number, map: RidgeMap): void {
  const { width, height } = plane;
  const depth = 2 * kernels.radius + 1;
  const rows = () => Array.from({ length: depth }, () => new Float32Array(width));
  const ring: Ring = { smooth: rows(), slope: rows(), bend: rows() };
  const padded = new Float32Array(width + 2 * kernels.radius);
  const across = {
    xx: new Float32Array(width),
    xy: new Float32Array(width),
    yy: new Float32Array(width),
  };
  const held = new Int32Array(depth).fill(-1);

  for (let y = 0; y < height; y++) {
    for (let offset = -kernels.radius; offset <= kernels.radius; offset++) {
      const source = mirror(y + offset, height);
      const slot = source % depth;
      if (held[slot] === source) continue;
      held[slot] = source;
      padRow(plane, source, kernels.radius, padded);
      filterRow(padded, kernels, ring, slot);
    }
    filterColumns(ring, kernels, { y, height, depth }, across);
    keepStrongest(across, kernels.gain, firstChoice, y * width, map);
  }
}

/** Index within 0 … count − 1, mirrored at both ends without repeating them. */
function mirror(index: number, count: number): number {
  if (count === 1) return 0;
  const period = 2 * (count - 1);
  const wrapped = ((index % period) + period) % period;
  return wrapped < count ? wrapped : period - wrapped;
}

function padRow({ width, values }: Plane, y: number, radius: number, padded: Float32Array): void {
  const start = y * width;
  padded.set(values.subarray(start, start + width), radius);
  for (let i = 1; i <= radius; i++) {
    padded[radius - i] = values[start + mirror(-i, width)] ?? 0;
    padded[radius + width - 1 + i] = values[start + mirror(width - 1 + i, width)] ?? 0;
  }
}

function filterRow(padded: Float32Array, kernels: Kernels, ring: Ring, slot: number): void {
  const { radius, smooth, slope, bend } = kernels;
  const smoothRow = ring.smooth[slot];
  const slopeRow = ring.slope[slot];
  const bendRow = ring.bend[slot];
  if (!(smoothRow && slopeRow && bendRow)) return;
  for (let x = 0; x < smoothRow.length; x++) {
    const middle = padded[x + radius] ?? 0;
    let level = (smooth[0] ?? 0) * middle;
    let rise = 0;
    let curve = (bend[0] ?? 0) * middle;
    for (let i = 1; i <= radius; i++) {
      const left = padded[x + radius - i] ?? 0;
      const right = padded[x + radius + i] ?? 0;
      level += (smooth[i] ?? 0) * (left + right);
      rise += (slope[i] ?? 0) * (right - left);
      curve += (bend[i] ?? 0) * (left + right);
    }
    smoothRow[x] = level;
    slopeRow[x] = rise;
    bendRow[x] = curve;
  }
}

interface Across {
  readonly xx: Float32Array;
  readonly xy: Float32Array;
  readonly yy: Float32Array;
}

function filterColumns(
  ring: Ring,
  { radius, smooth, slope, bend }: Kernels,
  { y, height, depth }: { readonly y: number; readonly height: number; readonly depth: number },
  { xx, xy, yy }: Across,
): void {
  xx.fill(0);
  xy.fill(0);
  yy.fill(0);
  for (let i = 0; i <= radius; i++) {
    const above = mirror(y - i, height) % depth;
    const below = mirror(y + i, height) % depth;
    const share = i === 0 ? 0.5 : 1;
    const level = share * (smooth[i] ?? 0);
    const rise = share * (slope[i] ?? 0);
    const curve = share * (bend[i] ?? 0);
    const bendAbove = ring.bend[above];
    const bendBelow = ring.bend[below];
    const slopeAbove = ring.slope[above];
    const slopeBelow = ring.slope[below];
    const smoothAbove = ring.smooth[above];
    const smoothBelow = ring.smooth[below];
    if (!(bendAbove && bendBelow && slopeAbove && slopeBelow && smoothAbove && smoothBelow)) return;
    for (let x = 0; x < xx.length; x++) {
      xx[x] = (xx[x] ?? 0) + level * ((bendAbove[x] ?? 0) + (bendBelow[x] ?? 0));
      xy[x] = (xy[x] ?? 0) + rise * ((slopeBelow[x] ?? 0) - (slopeAbove[x] ?? 0));
      yy[x] = (yy[x] ?? 0) + curve * ((smoothAbove[x] ?? 0) + (smoothBelow[x] ?? 0));
    }
  }
}

function keepStrongest(
  { xx, xy, yy }: Across,
  gain: number,
  firstChoice: number,
  start: number,
  { strength, choice }: RidgeMap,
): void {
  for (let x = 0; x < xx.length; x++) {
    const mean = (gain * ((xx[x] ?? 0) + (yy[x] ?? 0))) / 2;
    const p = (gain * ((xx[x] ?? 0) - (yy[x] ?? 0))) / 2;
    const q = gain * (xy[x] ?? 0);
    const sum = Math.SQRT1_2 * (p + q);
    const difference = Math.SQRT1_2 * (q - p);
    let best = p < 0 ? -p : p;
    let k = p < 0 ? 4 : 0;
    if ((sum < 0 ? -sum : sum) > best) {
      best = sum < 0 ? -sum : sum;
      k = sum < 0 ? 5 : 1;
    }
    if ((q < 0 ? -q : q) > best) {
      best = q < 0 ? -q : q;
      k = q < 0 ? 6 : 2;
    }
    if ((difference < 0 ? -difference : difference) > best) {
      best = difference < 0 ? -difference : difference;
      k = difference < 0 ? 7 : 3;
    }
    if (mean + best > (strength[start + x] ?? 0)) {
      strength[start + x] = mean + best;
      choice[start + x] = firstChoice + k;
    }
  }
}
