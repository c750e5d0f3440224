import type { Chain } from "./chain.ts";
import { answerLine, type BankLevel, lineAngles } from "./line-bank.ts";
import type { LineThresholds, Seed } from "./seeds.ts";

/** A line followed through the filters' answers. */
export interface Trace {
  readonly chain: Chain;
  readonly level: number;
  readonly meanAnswer: number;
  /** Share of the steps that found hardly anything and went on all the same. */
  readonly gapFraction: number;
}

/**
 * Which directions are taken at each place. A place keeps a bit for each direction, so that a hair may cross another:
 * they share pixels but not directions. One cell stands for 2 × 2 grid pixels.
 */
export interface Visited {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint32Array;
}

const stepPx = 2;
const gapUm = 60;
const longestUm = 12_000;
/** A sharper corner than this against the direction of the last stretch is where two hairs meet. */
const sharpestTurnRad = 0.55;
const turnMemory = 0.12;
/** Price of turning by one direction: keeps a line straight where the filters do not care. */
const turnPrice = 0.01;
/** A line goes on while it is clearer than this share of what it was so far. */
const shareOfMean = 0.35;
const tubePerSigma = 1.6;
const tubeTurns = 3;

export function createVisited(width: number, height: number): Visited {
  const halfWidth = Math.ceil(width / 2);
  const halfHeight = Math.ceil(height / 2);
  return {
    width: halfWidth,
    height: halfHeight,
    bits: new Uint32Array(halfWidth * halfHeight),
  };
}

export function isVisited(visited: Visited, x: number, y: number, angleRad: number): boolean {
  const column = Math.round(x) >> 1;
  const row = Math.round(y) >> 1;
  if (column < 0 || row < 0 || column >= visited.width || row >= visited.height) return true;
  return (((visited.bits[row * visited.width + column] ?? 0) >>> turnOf(angleRad)) & 1) === 1;
}

/** Marks a tube around a traced line, in the line's own directions only. */
export function markVisited(visited: Visited, { chain }: Trace, level: BankLevel): void {
  const radius = Math.max(1, (tubePerSigma * level.sigmaPx) / 2);
  for (let i = 0; i < chain.x.length; i++) {
    const x = chain.x[i] ?? 0;
    const y = chain.y[i] ?? 0;
    const near = Math.max(0, i - 2);
    const next = Math.min(chain.x.length - 1, i + 2);
    const turn = turnOf(
      Math.atan2(
        (chain.y[next] ?? 0) - (chain.y[near] ?? 0),
        (chain.x[next] ?? 0) - (chain.x[near] ?? 0),
      ),
    );
    let bits = 0;
    for (let k = -tubeTurns; k <= tubeTurns; k++)
      bits |= 1 << ((turn + k + lineAngles) % lineAngles);
    markDisc(visited, x / 2, y / 2, radius, bits);
  }
}

function markDisc(
  { width, height, bits }: Visited,
  x: number,
  y: number,
  radius: number,
  mark: number,
): void {
  for (
    let row = Math.max(0, Math.ceil(y - radius));
    row <= Math.min(height - 1, y + radius);
    row++
  ) {
    const reach = Math.sqrt(Math.max(0, radius * radius - (row - y) ** 2));
    const to = Math.min(width - 1, x + reach);
    for (let column = Math.max(0, Math.ceil(x - reach)); column <= to; column++) {
      bits[row * width + column] = (bits[row * width + column] ?? 0) | mark;
    }
  }
}

function turnOf(angleRad: number): number {
  const turn = Math.round((angleRad / Math.PI) * lineAngles) % lineAngles;
  return turn < 0 ? turn + lineAngles : turn;
}

/** Follows a hair from its clearest place to both its ends. */
export function traceHair(
  level: BankLevel,
  seed: Seed,
  thresholds: LineThresholds,
  umPerPx: number,
): Trace {
  const forward = follow(level, seed, seed.angleRad, thresholds, umPerPx);
  const backward = follow(level, seed, seed.angleRad + Math.PI, thresholds, umPerPx);
  const answers = [...backward.answers.toReversed(), seed.answer, ...forward.answers];
  const gaps = answers.filter((answer) => answer < thresholds.goOn).length;
  return {
    chain: {
      x: [...backward.x.toReversed(), seed.x, ...forward.x],
      y: [...backward.y.toReversed(), seed.y, ...forward.y],
    },
    level: seed.level,
    meanAnswer: answers.reduce((sum, answer) => sum + answer, 0) / answers.length,
    gapFraction: gaps / answers.length,
  };
}

interface Walk {
  readonly x: number[];
  readonly y: number[];
  readonly answers: number[];
}

function follow(
  level: BankLevel,
  seed: Seed,
  startRad: number,
  { goOn }: LineThresholds,
  umPerPx: number,
): Walk {
  const walk: Walk = { x: [], y: [], answers: [] };
  const { width, height } = level.plane;
  const limitX = width * level.gridPxPerPx - 1;
  const limitY = height * level.gridPxPerPx - 1;
  const longestGap = gapUm / umPerPx / stepPx;
  let { x, y } = seed;
  let angleRad = startRad;
  let memoryRad = startRad;
  let mean = seed.answer;
  let gap = 0;
  for (let step = 0; step < longestUm / umPerPx / stepPx; step++) {
    const next = bestStep(level, x, y, angleRad);
    ({ x, y, angleRad } = next);
    if (x < 0 || y < 0 || x > limitX || y > limitY) break;
    memoryRad += turnMemory * (angleRad - memoryRad);
    if (Math.abs(angleRad - memoryRad) > sharpestTurnRad) break;
    gap = next.answer < Math.max(goOn, shareOfMean * mean) ? gap + 1 : 0;
    walk.x.push(x);
    walk.y.push(y);
    walk.answers.push(next.answer);
    if (gap > longestGap) break;
    if (gap === 0) mean += 0.05 * (next.answer - mean);
  }
  const kept = walk.x.length - gap;
  walk.x.length = kept;
  walk.y.length = kept;
  walk.answers.length = kept;
  return walk;
}

interface Step {
  readonly x: number;
  readonly y: number;
  readonly angleRad: number;
  readonly answer: number;
}

/** The best of three directions, then of three places side by side. */
function bestStep(level: BankLevel, x: number, y: number, angleRad: number): Step {
  let best: Step = { x, y, angleRad, answer: Number.NEGATIVE_INFINITY };
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (let turn = -1; turn <= 1; turn++) {
    const turnedRad = angleRad + (turn * Math.PI) / lineAngles / 2;
    const nextX = x + stepPx * Math.cos(turnedRad);
    const nextY = y + stepPx * Math.sin(turnedRad);
    const answer = answerLine(level, nextX, nextY, turnedRad);
    if (answer - turnPrice * Math.abs(turn) <= bestWorth) continue;
    best = { x: nextX, y: nextY, angleRad: turnedRad, answer };
    bestWorth = answer - turnPrice * Math.abs(turn);
  }
  const sideX = -Math.sin(best.angleRad) * lateralPx;
  const sideY = Math.cos(best.angleRad) * lateralPx;
  const left = answerLine(level, best.x - sideX, best.y - sideY, best.angleRad);
  const right = answerLine(level, best.x + sideX, best.y + sideY, best.angleRad);
  if (left > best.answer && left >= right)
    return { ...best, x: best.x - sideX, y: best.y - sideY, answer: left };
  if (right > best.answer) return { ...best, x: best.x + sideX, y: best.y + sideY, answer: right };
  return best;
}

const lateralPx = 0.7;
