import { halvePlane, type Plane, sampleInside, samplePlane } from "./plane.ts";
import { smoothPlane } from "./smooth.ts";

/** Directions a line may have over half a turn: 7.5° apart. */
export const lineAngles = 24;

/** Half widths of the lines sought, in µm: shafts of about 18 to 110 µm (specification section 3, step 4). */
const finestSigmaUm = 9;
const levelCount = 3;

/** Standard deviation along a line over which its darkness is averaged. */
const alongUm = 60;
const alongPerSigma = 2.7;

/** Samples along a line reach two standard deviations both ways. */
const samplesEachWay = 3;

/** How much finer the smoothing is than the line, so that a line keeps its edge. */
const smoothingPerSigma = 0.6;

/** The oriented line filters of one width: darkness averaged along a line, less that of the skin beside it. */
export interface BankLevel {
  /** Brightness relative to skin, reduced and smoothed. */
  readonly plane: Plane;
  /** Grid pixels along the side of a pixel of this level: 1, 2, 4. */
  readonly gridPxPerPx: number;
  /** All in grid pixels. */
  readonly sigmaPx: number;
  readonly sidePx: number;
  readonly samplePx: number;
  readonly weights: Float32Array;
}

/** Levels from the thinnest line to the thickest; each has lines twice as wide on a grid half as fine. */
export function buildLineBank(relative: Plane, umPerPx: number): BankLevel[] {
  const levels: BankLevel[] = [];
  let reduced = relative;
  for (let level = 0; level < levelCount; level++) {
    if (level > 0) reduced = halvePlane(reduced);
    const gridPxPerPx = 2 ** level;
    const sigmaPx = (finestSigmaUm / umPerPx) * gridPxPerPx;
    const alongPx = Math.max(alongPerSigma * sigmaPx, alongUm / umPerPx);
    levels.push({
      plane: smoothPlane(reduced, (smoothingPerSigma * sigmaPx) / gridPxPerPx),
      gridPxPerPx,
      sigmaPx,
      sidePx: 2 * sigmaPx,
      samplePx: (2 * alongPx) / samplesEachWay,
      weights: layWeights(),
    });
  }
  return levels;
}

/** Weights of the samples along a line, divided by the answer to a bar of width 2σ and contrast 1. */
function layWeights(): Float32Array {
  const raw = Array.from({ length: 2 * samplesEachWay + 1 }, (_, i) =>
    Math.exp(-0.5 * ((2 * (i - samplesEachWay)) / samplesEachWay) ** 2),
  );
  const sum = raw.reduce((total, value) => total + value, 0);
  return Float32Array.from(raw, (value) => value / sum / barAnswer);
}

/**
 * What the smoothing leaves of a bar of width 2σ at its middle, less what it spills on the sides at 2σ:
 * erf(1 / (0.6 √2)) − (Φ(3 / 0.6) − Φ(1 / 0.6)).
 */
const barAnswer = 0.9044 - 0.0478;

/**
 * How clearly a dark line passes through a place in a direction: 1 for a black hair of this level's width on skin,
 * 0 on even skin, about ½ where a second hair lies against one side.
 */
export function answerLine(level: BankLevel, x: number, y: number, angleRad: number): number {
  const { plane, gridPxPerPx, sidePx, samplePx } = level;
  const scale = 1 / gridPxPerPx;
  const cos = Math.cos(angleRad) * scale;
  const sin = Math.sin(angleRad) * scale;
  const startX = (x + 0.5) * scale - 0.5;
  const startY = (y + 0.5) * scale - 0.5;
  const longPx = samplesEachWay * samplePx;
  const reachX = longPx * Math.abs(cos) + sidePx * Math.abs(sin);
  const reachY = longPx * Math.abs(sin) + sidePx * Math.abs(cos);
  const isInside =
    startX - reachX >= 0 &&
    startY - reachY >= 0 &&
    startX + reachX < plane.width - 1 &&
    startY + reachY < plane.height - 1;
  return isInside
    ? answerInside(level, startX, startY, cos, sin)
    : answerAtFrame(level, startX, startY, cos, sin);
}

/** Two functions alike, because each is only quick while its samples are read in it and not in one more call. */
function answerInside(
  { plane, sidePx, samplePx, weights }: BankLevel,
  startX: number,
  startY: number,
  cos: number,
  sin: number,
): number {
  let answer = 0;
  for (let i = 0; i < weights.length; i++) {
    const along = (i - samplesEachWay) * samplePx;
    const middleX = startX + along * cos;
    const middleY = startY + along * sin;
    const left = sampleInside(plane, middleX - sidePx * sin, middleY + sidePx * cos);
    const right = sampleInside(plane, middleX + sidePx * sin, middleY - sidePx * cos);
    answer += (weights[i] ?? 0) * ((left + right) / 2 - sampleInside(plane, middleX, middleY));
  }
  return answer;
}

function answerAtFrame(
  { plane, sidePx, samplePx, weights }: BankLevel,
  startX: number,
  startY: number,
  cos: number,
  sin: number,
): number {
  let answer = 0;
  for (let i = 0; i < weights.length; i++) {
    const along = (i - samplesEachWay) * samplePx;
    const middleX = startX + along * cos;
    const middleY = startY + along * sin;
    const left = samplePlane(plane, middleX - sidePx * sin, middleY + sidePx * cos);
    const right = samplePlane(plane, middleX + sidePx * sin, middleY - sidePx * cos);
    answer += (weights[i] ?? 0) * ((left + right) / 2 - samplePlane(plane, middleX, middleY));
  }
  return answer;
}
