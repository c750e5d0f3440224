import { invertSymmetric, multiplyVector } from "./linear-solve.ts";
import type { Point, PointPair } from "./point.ts";

/**
 * How a plane seen from one place looks from another, row by row:
 *
 *     x' = (h₀x + h₁y + h₂) / (h₆x + h₇y + h₈),   y' = (h₃x + h₄y + h₅) / (h₆x + h₇y + h₈)
 */
export type Homography = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

export const identityHomography: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** Where a point goes. */
export function mapPoint(h: Homography, { x, y }: Point): Point {
  const w = h[6] * x + h[7] * y + h[8];
  return { x: (h[0] * x + h[1] * y + h[2]) / w, y: (h[3] * x + h[4] * y + h[5]) / w };
}

/** The homography that does `first` and then `second`, with h₈ = 1 where that is possible. */
export function composeHomographies(second: Homography, first: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = second;
  const [j, k, l, m, n, o, p, q, r] = first;
  return normalised([
    a * j + b * m + c * p,
    a * k + b * n + c * q,
    a * l + b * o + c * r,
    d * j + e * m + f * p,
    d * k + e * n + f * q,
    d * l + e * o + f * r,
    g * j + h * m + i * p,
    g * k + h * n + i * q,
    g * l + h * o + i * r,
  ]);
}

/** The way back, or nothing for a homography that folds the plane into a line. */
export function invertHomography(homography: Homography): Homography | undefined {
  const [a, b, c, d, e, f, g, h, i] = homography;
  const first = e * i - f * h;
  const second = f * g - d * i;
  const third = d * h - e * g;
  const determinant = a * first + b * second + c * third;
  if (!(Math.abs(determinant) > 1e-14 * (Math.abs(a * e * i) + 1e-300))) return undefined;
  return normalised([
    first,
    c * h - b * i,
    b * f - c * e,
    second,
    a * i - c * g,
    c * d - a * f,
    third,
    b * g - a * h,
    a * e - b * d,
  ]);
}

/** The same homography for pictures that were reduced by these factors (new size over old size). */
export function rescaleHomography(
  homography: Homography,
  { from, to }: { readonly from: number; readonly to: number },
): Homography {
  // Pixel centres are whole numbers, so a reduced pixel's centre lies half a step further in.
  return composeHomographies(resizing(to), composeHomographies(homography, resizing(1 / from)));
}

/** What a change of size by `factor` does to a place. */
function resizing(factor: number): Homography {
  const shift = factor / 2 - 0.5;
  return [factor, 0, shift, 0, factor, shift, 0, 0, 1];
}

/** How a homography stretches the plane around a point: the larger and the smaller stretch, and the area's. */
export interface LocalStretch {
  readonly most: number;
  readonly least: number;
  readonly area: number;
}

export function localStretch(h: Homography, point: Point): LocalStretch {
  const { x, y } = mapPoint(h, point);
  const w = h[6] * point.x + h[7] * point.y + h[8];
  const xx = (h[0] - x * h[6]) / w;
  const xy = (h[1] - x * h[7]) / w;
  const yx = (h[3] - y * h[6]) / w;
  const yy = (h[4] - y * h[7]) / w;
  const area = Math.abs(xx * yy - xy * yx);
  const sum = xx * xx + xy * xy + yx * yx + yy * yy;
  const spread = Math.sqrt(Math.max(0, sum * sum - 4 * area * area));
  const most = Math.sqrt((sum + spread) / 2);
  return { most, least: most > 0 ? area / most : 0, area };
}

export interface HomographyFit {
  readonly homography: Homography;
  /** Root mean square distance of the mapped points from where they were seen, in pixels of the second picture. */
  readonly rmsPx: number;
  /** Condition number of the fit's normal equations: how badly the points pin the homography down. */
  readonly condition: number;
  /** Standard error of anything computed from the homography, for points that were placed with the fit's own error. */
  readonly standardErrorOf: (measure: (homography: Homography) => number) => number;
}

/**
 * The homography that maps the points best, in the sense of least squares in the second picture.
 *
 * Direct linear transform on centred and scaled points (Hartley 1997), then Gauss–Newton on the distances. Nothing
 * for fewer than four points or for points that nearly share a line.
 */
export function fitHomography(pairs: readonly PointPair[]): HomographyFit | undefined {
  if (pairs.length < 4) return undefined;
  const from = centring(pairs.map((pair) => pair.from));
  const to = centring(pairs.map((pair) => pair.to));
  const back = to && invertHomography(to);
  if (!from || !to || !back) return undefined;
  const centred = pairs.map((pair) => ({
    from: mapPoint(from, pair.from),
    to: mapPoint(to, pair.to),
  }));
  const refined = refine(centred, directSolution(centred));
  if (!refined) return undefined;

  const restore = (parameters: Float64Array) =>
    composeHomographies(back, composeHomographies(withParameters(parameters), from));
  const homography = restore(refined.parameters);
  const squared = pairs.reduce((sum, pair) => {
    const mapped = mapPoint(homography, pair.from);
    return sum + (mapped.x - pair.to.x) ** 2 + (mapped.y - pair.to.y) ** 2;
  }, 0);
  // Two numbers a point, less the eight that were fitted; points that fit exactly still have some error.
  const freedom = Math.max(1, 2 * pairs.length - 8);
  const pointVariance = Math.max(squared / freedom, pointErrorFloorPx ** 2) * to[0] ** 2;
  return {
    homography,
    rmsPx: Math.sqrt(squared / pairs.length),
    condition: refined.condition,
    standardErrorOf: (measure) =>
      Math.sqrt(
        pointVariance * gradientSpread(refined, (parameters) => measure(restore(parameters))),
      ),
  };
}

/** No point is placed better than this, whatever the residual of a small fit says. */
const pointErrorFloorPx = 0.05;

interface Refined {
  readonly parameters: Float64Array;
  readonly inverse: Float64Array;
  readonly condition: number;
}

/** Moves the points' middle to (0, 0) and their mean distance from it to √2. */
function centring(points: readonly Point[]): Homography | undefined {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const distance =
    points.reduce((sum, point) => sum + Math.hypot(point.x - x, point.y - y), 0) / points.length;
  if (!(distance > 0)) return undefined;
  const scale = Math.SQRT2 / distance;
  return [scale, 0, -scale * x, 0, scale, -scale * y, 0, 0, 1];
}

/** The eight parameters by least squares of the algebraic error; the start of the refinement. */
function directSolution(pairs: readonly PointPair[]): Float64Array | undefined {
  const normal = new Float64Array(64);
  const right = new Float64Array(8);
  for (const { from, to } of pairs) {
    addRow(normal, right, [from.x, from.y, 1, 0, 0, 0, -to.x * from.x, -to.x * from.y], to.x);
    addRow(normal, right, [0, 0, 0, from.x, from.y, 1, -to.y * from.x, -to.y * from.y], to.y);
  }
  const inverse = invertSymmetric(normal, 8);
  return inverse && multiplyVector(inverse, 8, right);
}

function refine(pairs: readonly PointPair[], start: Float64Array | undefined): Refined | undefined {
  if (!start) return undefined;
  const parameters = Float64Array.from(start);
  let refined: Refined | undefined;
  for (let round = 0; round < 6; round++) {
    const normal = new Float64Array(64);
    const right = new Float64Array(8);
    const h = withParameters(parameters);
    for (const { from, to } of pairs) {
      const w = h[6] * from.x + h[7] * from.y + 1;
      const { x, y } = mapPoint(h, from);
      const a = from.x / w;
      const b = from.y / w;
      addRow(normal, right, [a, b, 1 / w, 0, 0, 0, -x * a, -x * b], to.x - x);
      addRow(normal, right, [0, 0, 0, a, b, 1 / w, -y * a, -y * b], to.y - y);
    }
    const inverse = invertSymmetric(normal, 8);
    if (!inverse) return undefined;
    const step = multiplyVector(inverse, 8, right);
    for (let at = 0; at < 8; at++) parameters[at] = (parameters[at] ?? 0) + (step[at] ?? 0);
    refined = { parameters, inverse, condition: largestRowSum(normal) * largestRowSum(inverse) };
  }
  return refined && parameters.every(Number.isFinite) ? refined : undefined;
}

function addRow(
  normal: Float64Array,
  right: Float64Array,
  row: readonly number[],
  value: number,
): void {
  for (const [i, a] of row.entries()) {
    right[i] = (right[i] ?? 0) + a * value;
    for (const [j, b] of row.entries()) normal[i * 8 + j] = (normal[i * 8 + j] ?? 0) + a * b;
  }
}

function largestRowSum(matrix: Float64Array): number {
  let largest = 0;
  for (let row = 0; row < 8; row++) {
    const sum = matrix.subarray(row * 8, row * 8 + 8).reduce((all, x) => all + Math.abs(x), 0);
    largest = Math.max(largest, sum);
  }
  return largest;
}

/** g C g for the gradient g of a measure and the inverse normal matrix C. */
function gradientSpread(
  { parameters, inverse }: Refined,
  measure: (parameters: Float64Array) => number,
): number {
  const step = 1e-5;
  const gradient = Float64Array.from(parameters, (value, at) => {
    const shifted = Float64Array.from(parameters);
    shifted[at] = value + step;
    const above = measure(shifted);
    shifted[at] = value - step;
    return (above - measure(shifted)) / (2 * step);
  });
  const product = multiplyVector(inverse, 8, gradient);
  return gradient.reduce((sum, value, at) => sum + value * (product[at] ?? 0), 0);
}

function withParameters(parameters: Float64Array): Homography {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = parameters;
  return [a, b, c, d, e, f, g, h, 1];
}

function normalised(h: Homography): Homography {
  const last = h[8];
  if (!(Math.abs(last) > 1e-12)) return h;
  return [
    h[0] / last,
    h[1] / last,
    h[2] / last,
    h[3] / last,
    h[4] / last,
    h[5] / last,
    h[6] / last,
    h[7] / last,
    1,
  ];
}
