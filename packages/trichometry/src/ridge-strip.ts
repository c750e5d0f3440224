import { layStrip, type StripLayout, type StripRows } from "./strip.ts";

/** Weights of the three kernels of one scale. */
export interface RidgeScale {
  readonly radius: number;
  /**
   * Smooth, slope and bend for each distance from 0 to `radius`; the slope's are those of the positive side. The gain
   * σ² is in them: σ in the slope, σ²/2 in the bend.
   */
  readonly weights: Float64Array;
}

/** A few rows of a plane, filtered at once, so that the work stays in the cache and memory does not grow with it. */
export interface RidgeStrip extends StripRows {
  /** Both as far from row to row as `rows`, without what lies around them. */
  readonly strength: Float32Array;
  readonly choice: Uint8Array;
  /** Where one scale answers more than `strength` has, its answer and its choice are put there. */
  readonly filter: (scale: RidgeScale, rowCount: number, firstChoice: number) => void;
}

/** The strip filter in TypeScript: the reference for the kernel, and what works where there is none. */
export function createPlainStrip(layout: StripLayout): RidgeStrip {
  const { stride, rowsLength, answersLength } = layStrip(layout);
  const rows = new Float64Array(rowsLength);
  const strength = new Float32Array(answersLength);
  const choice = new Uint8Array(answersLength);
  const filtered = {
    level: new Float64Array(stride),
    rise: new Float64Array(stride),
    curve: new Float64Array(stride),
  };
  return {
    stride,
    rows,
    strength,
    choice,
    filter(scale, rowCount, firstChoice) {
      const { width, reachPx } = layout;
      const span = { from: reachPx - scale.radius, to: reachPx + width + scale.radius };
      for (let y = 0; y < rowCount; y++) {
        filterDown(rows, (y + reachPx) * stride, { stride, ...span }, scale, filtered);
        const answers = { at: y * stride, width, reachPx, firstChoice, strength, choice };
        filterAcross(filtered, scale, answers);
      }
    },
  };
}

/** A row filtered down its columns in the three ways. */
interface FilteredRow {
  readonly level: Float64Array;
  readonly rise: Float64Array;
  readonly curve: Float64Array;
}

/** Two columns at a time: what they share is read once. */
function filterDown(
  rows: Float64Array,
  start: number,
  { stride, from, to }: { readonly stride: number; readonly from: number; readonly to: number },
  { radius, weights }: RidgeScale,
  { level, rise, curve }: FilteredRow,
): void {
  for (let x = from; x < to; x += 2) {
    let above = start + x;
    let below = above;
    let smooth = weights[0] ?? 0;
    let bend = weights[2] ?? 0;
    let levelA = smooth * (rows[above] ?? 0);
    let levelB = smooth * (rows[above + 1] ?? 0);
    let riseA = 0;
    let riseB = 0;
    let curveA = bend * (rows[above] ?? 0);
    let curveB = bend * (rows[above + 1] ?? 0);
    for (let weight = 3; weight <= 3 * radius; weight += 3) {
      above -= stride;
      below += stride;
      smooth = weights[weight] ?? 0;
      const slope = weights[weight + 1] ?? 0;
      bend = weights[weight + 2] ?? 0;
      const aboveA = rows[above] ?? 0;
      const aboveB = rows[above + 1] ?? 0;
      const belowA = rows[below] ?? 0;
      const belowB = rows[below + 1] ?? 0;
      const bothA = aboveA + belowA;
      const bothB = aboveB + belowB;
      levelA += smooth * bothA;
      levelB += smooth * bothB;
      riseA += slope * (belowA - aboveA);
      riseB += slope * (belowB - aboveB);
      curveA += bend * bothA;
      curveB += bend * bothB;
    }
    level[x] = levelA;
    level[x + 1] = levelB;
    rise[x] = riseA;
    rise[x + 1] = riseB;
    curve[x] = curveA;
    curve[x + 1] = curveB;
  }
}

interface Answers {
  readonly at: number;
  readonly width: number;
  readonly reachPx: number;
  readonly firstChoice: number;
  readonly strength: Float32Array;
  readonly choice: Uint8Array;
}

/** Two pixels at a time: one's neighbour at a distance is the other's at the distance before. */
function filterAcross(
  { level, rise, curve }: FilteredRow,
  { radius, weights }: RidgeScale,
  answers: Answers,
): void {
  const { width, reachPx } = answers;
  for (let x = 0; x < width; x += 2) {
    let left = x + reachPx;
    let right = left + 1;
    let levelLeft = level[left] ?? 0;
    let levelRight = level[right] ?? 0;
    let riseLeft = rise[left] ?? 0;
    let riseRight = rise[right] ?? 0;
    let curveLeft = curve[left] ?? 0;
    let curveRight = curve[right] ?? 0;
    let smooth = weights[0] ?? 0;
    let bend = weights[2] ?? 0;
    let xxA = bend * levelLeft;
    let xxB = bend * levelRight;
    let xyA = 0;
    let xyB = 0;
    let yyA = smooth * curveLeft;
    let yyB = smooth * curveRight;
    for (let weight = 3; weight <= 3 * radius; weight += 3) {
      left--;
      right++;
      smooth = weights[weight] ?? 0;
      const slope = weights[weight + 1] ?? 0;
      bend = weights[weight + 2] ?? 0;
      const levelBefore = level[left] ?? 0;
      const levelAfter = level[right] ?? 0;
      xxA += bend * (levelBefore + levelRight);
      xxB += bend * (levelLeft + levelAfter);
      levelLeft = levelBefore;
      levelRight = levelAfter;
      const riseBefore = rise[left] ?? 0;
      const riseAfter = rise[right] ?? 0;
      xyA += slope * (riseRight - riseBefore);
      xyB += slope * (riseAfter - riseLeft);
      riseLeft = riseBefore;
      riseRight = riseAfter;
      const curveBefore = curve[left] ?? 0;
      const curveAfter = curve[right] ?? 0;
      yyA += smooth * (curveBefore + curveRight);
      yyB += smooth * (curveLeft + curveAfter);
      curveLeft = curveBefore;
      curveRight = curveAfter;
    }
    keepStrongest(answers, x, xxA, xyA, yyA);
    keepStrongest(answers, x + 1, xxB, xyB, yyB);
  }
}

function keepStrongest(
  { at, firstChoice, strength, choice }: Answers,
  x: number,
  xx: number,
  xy: number,
  yy: number,
): void {
  const p = xx - yy;
  const sum = Math.SQRT1_2 * (p + xy);
  const difference = Math.SQRT1_2 * (xy - p);
  let swing = p;
  let direction = 0;
  if (Math.abs(sum) > Math.abs(swing)) {
    swing = sum;
    direction = 1;
  }
  if (Math.abs(xy) > Math.abs(swing)) {
    swing = xy;
    direction = 2;
  }
  if (Math.abs(difference) > Math.abs(swing)) {
    swing = difference;
    direction = 3;
  }
  const answer = xx + yy + Math.abs(swing);
  if (answer > (strength[at + x] ?? 0)) {
    strength[at + x] = answer;
    choice[at + x] = firstChoice + direction + (swing < 0 ? 4 : 0);
  }
}
