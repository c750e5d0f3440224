import { type EccFrame, type EccSums, type EccTrust, gatherEccSums } from "./ecc-sums.ts";
import { composeHomographies, type Homography, invertHomography } from "./homography.ts";
import { invertSymmetric, multiplyVector } from "./linear-solve.ts";
import type { Plane } from "./plane.ts";

/** Two pictures' maps to be laid over each other, and how. */
export interface EccTask {
  readonly template: Plane;
  readonly moving: Plane;
  /** From pixels of the template to pixels of the moving picture, as far as it is known. */
  readonly start: Homography;
  /** 6 for turns, sizes and shears; 8 for perspective as well. */
  readonly freedom: 6 | 8;
  readonly mostRounds: number;
  /** Whether pixels that differ much from round to round count less: for hair that was combed anew. */
  readonly isRobust: boolean;
  /** Where the template counts, one number a pixel: 0 not, 1 does. */
  readonly mask?: Uint8Array;
}

export interface EccResult {
  readonly homography: Homography;
  /** Correlation of the template with the moving picture under it: 1 for the same picture. */
  readonly correlation: number;
  /** Share of the template's counted pixels that the moving picture covers. */
  readonly overlapFraction: number;
  readonly rounds: number;
}

/** Mean movement of the template's corners below which the alignment has settled, in pixels. */
const settledPx = 0.01;

/** Least share of the template that must lie in the moving picture. */
const leastOverlap = 0.2;

/**
 * The homography that makes two pictures correlate most: enhanced correlation coefficient (Evangelidis and Psarakis
 * 2008), in its inverse form, in which the template's gradients stay the same from round to round.
 *
 *     Δp = H⁻¹ Gᵀ(λ i − t),   λ = (tᵀt − tᵀG H⁻¹ Gᵀt) / (iᵀt − iᵀG H⁻¹ Gᵀt),   W ← W ∘ W(Δp)⁻¹
 *
 * with t the template and i the moving picture under it, both less their means, and H = GᵀG. Gain and offset between
 * the pictures cancel. Nothing where the pictures come apart.
 */
export function alignByEcc(task: EccTask): EccResult | undefined {
  const frame = layFrame(task);
  let homography = task.start;
  let best: EccResult | undefined;
  let worse = 0;
  let trust: EccTrust | undefined;
  for (let round = 1; round <= task.mostRounds; round++) {
    const sums = gatherEccSums(frame, homography, task.isRobust ? trust : undefined);
    const overlapFraction = sums.count / Math.max(1, frame.counted);
    if (overlapFraction < leastOverlap) break;
    const { correlation, ...next } = compare(sums);
    trust = next;
    worse = best && correlation < best.correlation + 1e-6 ? worse + 1 : 0;
    if (!best || correlation > best.correlation) {
      best = { homography, correlation, overlapFraction, rounds: round };
    }
    if (worse >= 3) break;
    const step = solveStep(sums, task.freedom);
    const back = step && invertHomography(stepHomography(step, frame));
    if (!step || !back) break;
    homography = composeHomographies(homography, back);
    if (movement(step) * frame.unitPx < settledPx) break;
  }
  return best;
}

function layFrame({ template, moving, mask }: EccTask): EccFrame & { readonly counted: number } {
  const { width, height, values } = template;
  const across = new Float32Array(width * height);
  const down = new Float32Array(width * height);
  const counts = new Uint8Array(width * height);
  const unitPx = Math.max(width, height) / 2;
  let counted = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      if (mask && mask[at] !== 1) continue;
      across[at] = (((values[at + 1] ?? 0) - (values[at - 1] ?? 0)) * unitPx) / 2;
      down[at] = (((values[at + width] ?? 0) - (values[at - width] ?? 0)) * unitPx) / 2;
      counts[at] = 1;
      counted++;
    }
  }
  const middleX = (width - 1) / 2;
  const middleY = (height - 1) / 2;
  return { template, moving, across, down, counts, middleX, middleY, unitPx, counted };
}

/** How much the pictures correlate, and how far they differ where one is laid on the other's brightness. */
function compare(sums: EccSums): EccTrust & { readonly correlation: number } {
  const { weight, template, moving, templateSquare, movingSquare, product } = sums;
  const together = product - (template * moving) / weight;
  const templateSpread = templateSquare - (template * template) / weight;
  const movingSpread = movingSquare - (moving * moving) / weight;
  const spread = Math.sqrt(templateSpread * movingSpread);
  const correlation = spread > 0 ? together / spread : 0;
  const gain = Math.sqrt(templateSpread / movingSpread);
  const left = 2 * templateSpread * (1 - correlation);
  return {
    correlation,
    gain,
    offset: (template - gain * moving) / weight,
    deviation: Math.sqrt(Math.max(left, 1e-12) / weight),
  };
}

/** The step Δp of the template's own frame, or nothing where the template has too little structure. */
function solveStep(sums: EccSums, freedom: 6 | 8): Float64Array | undefined {
  const { weight, template, moving, templateSquare, product } = sums;
  const normal = new Float64Array(freedom * freedom);
  const onTemplate = new Float64Array(freedom);
  const onMoving = new Float64Array(freedom);
  for (let k = 0; k < freedom; k++) {
    const mean = (sums.steps[k] ?? 0) / weight;
    onTemplate[k] = (sums.stepsTemplate[k] ?? 0) - mean * template;
    onMoving[k] = (sums.stepsMoving[k] ?? 0) - mean * moving;
    for (let l = 0; l < freedom; l++) {
      normal[k * freedom + l] = (sums.normal[k * 8 + l] ?? 0) - mean * (sums.steps[l] ?? 0);
    }
  }
  const inverse = invertSymmetric(normal, freedom);
  if (!inverse) return undefined;
  const explained = multiplyVector(inverse, freedom, onTemplate);
  const templateLeft = templateSquare - template ** 2 / weight - dot(onTemplate, explained);
  const productLeft = product - (template * moving) / weight - dot(onMoving, explained);
  // A moving picture that has nothing of the template left: fall back on equal gain.
  const gain = productLeft > 0 ? templateLeft / productLeft : 1;
  return multiplyVector(
    inverse,
    freedom,
    onMoving.map((value, k) => gain * value - (onTemplate[k] ?? 0)),
  );
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** The step as a homography in pixels of the template. */
function stepHomography(step: Float64Array, { middleX, middleY, unitPx }: EccFrame): Homography {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = step;
  const unit = 1 / unitPx;
  const toUnits: Homography = [unit, 0, -middleX * unit, 0, unit, -middleY * unit, 0, 0, 1];
  const toPixels: Homography = [unitPx, 0, middleX, 0, unitPx, middleY, 0, 0, 1];
  return composeHomographies(
    toPixels,
    composeHomographies([1 + a, b, c, d, 1 + e, f, g, h, 1], toUnits),
  );
}

/** How far the step moves the corners, in units of half the longer side. */
function movement(step: Float64Array): number {
  return step.reduce((sum, value) => sum + Math.abs(value), 0);
}
