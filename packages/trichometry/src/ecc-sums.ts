import type { Homography } from "./homography.ts";
import type { Plane } from "./plane.ts";

/** The template with its gradients, and the picture that is to be laid under it. */
export interface EccFrame {
  readonly template: Plane;
  readonly moving: Plane;
  /** The template's gradient for a step of one unit; 0 where a pixel does not count. */
  readonly across: Float32Array;
  readonly down: Float32Array;
  /** 1 where a pixel of the template counts. */
  readonly counts: Uint8Array;
  /** Places are taken from this middle, in units of `unitPx`, so that they run from about -1 to 1. */
  readonly middleX: number;
  readonly middleY: number;
  readonly unitPx: number;
}

/**
 * What the pictures' difference was in the round before: template ≈ `gain` · moving + `offset`, with this standard
 * deviation. Pixels that differ by much more, such as combed hair, count little (Welsch's weight).
 */
export interface EccTrust {
  readonly gain: number;
  readonly offset: number;
  readonly deviation: number;
}

/** Deviations at which a pixel's weight has fallen to 1/e. */
const trustReach = 2;

/**
 * Sums over the pixels that both pictures show.
 *
 * A steepest-descent value is how the template would change with one of the eight parameters of a homography:
 * gx u, gx v, gx, gy u, gy v, gy, -u (gx u + gy v), -v (gx u + gy v), for the gradient (gx, gy) at the place (u, v).
 */
export interface EccSums {
  /** Pixels that both pictures show. */
  count: number;
  /** Their weights, and the weighted sums of everything else. */
  weight: number;
  template: number;
  moving: number;
  templateSquare: number;
  movingSquare: number;
  product: number;
  readonly steps: Float64Array;
  readonly stepsTemplate: Float64Array;
  readonly stepsMoving: Float64Array;
  /** Of each steepest-descent value times each, 8 by 8. */
  readonly normal: Float64Array;
}

function createEccSums(): EccSums {
  return {
    count: 0,
    weight: 0,
    template: 0,
    moving: 0,
    templateSquare: 0,
    movingSquare: 0,
    product: 0,
    steps: new Float64Array(8),
    stepsTemplate: new Float64Array(8),
    stepsMoving: new Float64Array(8),
    normal: new Float64Array(64),
  };
}

/** One row of the template and what the moving picture shows there; weight 0 where either shows nothing. */
interface Row {
  readonly u: Float64Array;
  readonly weight: Float64Array;
  readonly template: Float64Array;
  readonly moving: Float64Array;
  readonly across: Float64Array;
  readonly down: Float64Array;
}

/**
 * Adds up a whole picture.
 *
 * Along a row v stands still, so that every sum follows from a few sums of powers of u: five for each of the vectors
 * and fifteen for the matrix, and not 8 and 36.
 */
export function gatherEccSums(
  frame: EccFrame,
  homography: Homography,
  trust: EccTrust | undefined,
): EccSums {
  const sums = createEccSums();
  const { template, middleX, middleY, unitPx } = frame;
  const { width, height } = template;
  const line = () => new Float64Array(width);
  const row: Row = {
    u: line().map((_, x) => (x - middleX) / unitPx),
    weight: line(),
    template: line(),
    moving: line(),
    across: line(),
    down: line(),
  };
  const ones = line().fill(1);
  const moments = createMoments();
  for (let y = 1; y < height - 1; y++) {
    const count = layRow(frame, { homography, y }, row);
    if (count === 0) continue;
    if (trust) weighRow(row, trust);
    sums.count += count;
    const v = (y - middleY) / unitPx;
    addBrightness(row, sums);
    addSteps(row, ones, { v, to: sums.steps });
    addSteps(row, row.template, { v, to: sums.stepsTemplate });
    addSteps(row, row.moving, { v, to: sums.stepsMoving });
    addMoments(row, v, moments);
  }
  fillNormal(moments, sums.normal);
  return sums;
}

/** Fills the row from the template and, by bilinear interpolation, from the moving picture; how many pixels it has. */
function layRow(
  { template, moving, across, down, counts }: EccFrame,
  { homography, y }: { readonly homography: Homography; readonly y: number },
  row: Row,
): number {
  const [h0, h1, h2, h3, h4, h5, h6, h7, h8] = homography;
  const { width } = template;
  const { values, width: stride } = moving;
  const lastX = moving.width - 1;
  const lastY = moving.height - 1;
  let count = 0;
  for (let x = 0, at = y * width; x < width; x++, at++) {
    const w = 1 / (h6 * x + h7 * y + h8);
    const toX = (h0 * x + h1 * y + h2) * w;
    const toY = (h3 * x + h4 * y + h5) * w;
    if (counts[at] === 1 && toX >= 0 && toY >= 0 && toX < lastX && toY < lastY) {
      const left = toX | 0;
      const top = toY | 0;
      const alongX = toX - left;
      const from = top * stride + left;
      const a = values[from] ?? 0;
      const c = values[from + stride] ?? 0;
      const upper = a + ((values[from + 1] ?? 0) - a) * alongX;
      const lower = c + ((values[from + stride + 1] ?? 0) - c) * alongX;
      row.moving[x] = upper + (lower - upper) * (toY - top);
      row.template[x] = template.values[at] ?? 0;
      row.across[x] = across[at] ?? 0;
      row.down[x] = down[at] ?? 0;
      row.weight[x] = 1;
      count++;
    } else {
      row.weight[x] = 0;
    }
  }
  return count;
}

function weighRow({ weight, template, moving }: Row, { gain, offset, deviation }: EccTrust): void {
  const scale = 1 / (trustReach * deviation);
  for (let x = 0; x < weight.length; x++) {
    if (weight[x] === 0) continue;
    const far = scale * ((template[x] ?? 0) - gain * (moving[x] ?? 0) - offset);
    weight[x] = Math.exp(-far * far);
  }
}

function addBrightness({ weight, template, moving }: Row, sums: EccSums): void {
  for (let x = 0; x < weight.length; x++) {
    const w = weight[x] ?? 0;
    const t = template[x] ?? 0;
    const i = moving[x] ?? 0;
    sums.weight += w;
    sums.template += w * t;
    sums.moving += w * i;
    sums.templateSquare += w * t * t;
    sums.movingSquare += w * i * i;
    sums.product += w * t * i;
  }
}

function addSteps(
  { u, weight, across, down }: Row,
  values: Float64Array,
  { v, to }: { readonly v: number; readonly to: Float64Array },
): void {
  let x0 = 0;
  let x1 = 0;
  let x2 = 0;
  let y0 = 0;
  let y1 = 0;
  for (let x = 0; x < values.length; x++) {
    const value = (weight[x] ?? 0) * (values[x] ?? 0);
    const place = u[x] ?? 0;
    const gx = value * (across[x] ?? 0);
    const gy = value * (down[x] ?? 0);
    x0 += gx;
    x1 += gx * place;
    x2 += gx * place * place;
    y0 += gy;
    y1 += gy * place;
  }
  const steps = [x1, v * x0, x0, y1, v * y0, y0, -(x2 + v * y1), -v * (x1 + v * y0)];
  for (const [k, value] of steps.entries()) to[k] = (to[k] ?? 0) + value;
}

/** Sums of gx², gx gy and gy² times u^k v^l, for k and l up to 4, five by five. */
interface GradientMoments {
  readonly xx: Float64Array;
  readonly xy: Float64Array;
  readonly yy: Float64Array;
}

const powers = 5;

function createMoments(): GradientMoments {
  const table = () => new Float64Array(powers * powers);
  return { xx: table(), xy: table(), yy: table() };
}

function addMoments({ u, weight, across, down }: Row, v: number, moments: GradientMoments): void {
  const xx = new Float64Array(powers);
  const xy = new Float64Array(powers);
  const yy = new Float64Array(powers);
  for (let x = 0; x < u.length; x++) {
    const w = weight[x] ?? 0;
    if (w === 0) continue;
    const place = u[x] ?? 0;
    const gx = across[x] ?? 0;
    const gy = down[x] ?? 0;
    let power = w;
    for (let k = 0; k < powers; k++) {
      xx[k] = (xx[k] ?? 0) + power * gx * gx;
      xy[k] = (xy[k] ?? 0) + power * gx * gy;
      yy[k] = (yy[k] ?? 0) + power * gy * gy;
      power *= place;
    }
  }
  for (let l = 0, height = 1; l < powers; l++, height *= v) {
    for (let k = 0; k + l < powers; k++) {
      const at = k * powers + l;
      moments.xx[at] = (moments.xx[at] ?? 0) + height * (xx[k] ?? 0);
      moments.xy[at] = (moments.xy[at] ?? 0) + height * (xy[k] ?? 0);
      moments.yy[at] = (moments.yy[at] ?? 0) + height * (yy[k] ?? 0);
    }
  }
}

/** A factor times u^u v^v. */
interface Monomial {
  readonly factor: number;
  readonly u: number;
  readonly v: number;
}

/** The steepest-descent values as gx times one polynomial plus gy times another. */
const descents: readonly { readonly x: readonly Monomial[]; readonly y: readonly Monomial[] }[] = [
  { x: [{ factor: 1, u: 1, v: 0 }], y: [] },
  { x: [{ factor: 1, u: 0, v: 1 }], y: [] },
  { x: [{ factor: 1, u: 0, v: 0 }], y: [] },
  { x: [], y: [{ factor: 1, u: 1, v: 0 }] },
  { x: [], y: [{ factor: 1, u: 0, v: 1 }] },
  { x: [], y: [{ factor: 1, u: 0, v: 0 }] },
  { x: [{ factor: -1, u: 2, v: 0 }], y: [{ factor: -1, u: 1, v: 1 }] },
  { x: [{ factor: -1, u: 1, v: 1 }], y: [{ factor: -1, u: 0, v: 2 }] },
];

function fillNormal({ xx, xy, yy }: GradientMoments, normal: Float64Array): void {
  for (const [k, first] of descents.entries()) {
    for (const [l, second] of descents.entries()) {
      normal[k * 8 + l] =
        sumProduct(first.x, second.x, xx) +
        sumProduct(first.x, second.y, xy) +
        sumProduct(first.y, second.x, xy) +
        sumProduct(first.y, second.y, yy);
    }
  }
}

/** The sum of two polynomials' product, given the sums of the monomials. */
function sumProduct(
  first: readonly Monomial[],
  second: readonly Monomial[],
  moments: Float64Array,
): number {
  let sum = 0;
  for (const p of first) {
    for (const q of second) {
      sum += p.factor * q.factor * (moments[(p.u + q.u) * powers + p.v + q.v] ?? 0);
    }
  }
  return sum;
}
