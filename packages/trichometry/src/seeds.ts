import { type Crest, visitCrests } from "./crests.ts";
import { answerLine, type BankLevel, lineAngles } from "./line-bank.ts";
import { ridgeAngles } from "./ridge.ts";

/** A place and direction from which a hair can be followed. */
export interface Seed {
  readonly x: number;
  readonly y: number;
  readonly angleRad: number;
  readonly level: number;
  readonly answer: number;
}

/** How sure a line must be to start a hair, and to go on with one. */
export interface LineThresholds {
  readonly start: number;
  readonly goOn: number;
}

/** What ridge filters answer to a bar of width 2σ and contrast 1: 2 φ(1), φ the normal density. */
const ridgeBarAnswer = 0.484;

/** Specification section 3, steps 5 and 6; the texture of the skin sets them where it is coarser. */
const least = { start: 0.1, goOn: 0.05 };
const perDeviation = { start: 6, goOn: 3 };

/**
 * Share of the places whose answers are skin's alone, and what makes the size that they do not exceed a median of all
 * skin's: of normal noise 30 % is below 0.385 and half below 0.674 deviations.
 */
const skinShare = 0.3;
const medianPerSkinShare = 0.674 / 0.385;

/** Thresholds above the answers that skin without hair gives: 6 and 3 median absolute answers. */
export function findThresholds(level: BankLevel, width: number, height: number): LineThresholds {
  const stride = Math.max(4, Math.round(Math.sqrt((width * height) / 20_000)));
  const answers: number[] = [];
  let turn = 0;
  for (let y = stride / 2; y < height; y += stride) {
    for (let x = stride / 2; x < width; x += stride) {
      turn += 7;
      answers.push(Math.abs(answerLine(level, x, y, ((turn % lineAngles) * Math.PI) / lineAngles)));
    }
  }
  answers.sort((a, b) => a - b);
  const deviation = medianPerSkinShare * (answers[Math.floor(skinShare * answers.length)] ?? 0);
  return {
    start: Math.max(least.start, perDeviation.start * deviation),
    goOn: Math.max(least.goOn, perDeviation.goOn * deviation),
  };
}

/** Where the ridge filter has a crest across the line and the line filters agree. */
export function findSeeds(
  bank: readonly BankLevel[],
  level: number,
  reducedSigmaPx: number,
  thresholds: LineThresholds,
): Seed[] {
  const bankLevel = bank[level];
  if (!bankLevel) throw new RangeError(`level must be 0 to ${bank.length - 1}, got ${level}`);
  const least = (thresholds.goOn / 2) * ridgeBarAnswer;
  const seeds: Seed[] = [];
  visitCrests(bankLevel.plane, { sigmaPx: reducedSigmaPx, least }, (crest) => {
    const seed = aimSeed(bankLevel, level, crest);
    if (seed.answer >= thresholds.start) seeds.push(seed);
  });
  return seeds;
}

/** The line filter's best direction near the one that the ridge filter names. */
function aimSeed(bankLevel: BankLevel, level: number, crest: Crest): Seed {
  const x = (crest.x + 0.5) * bankLevel.gridPxPerPx - 0.5;
  const y = (crest.y + 0.5) * bankLevel.gridPxPerPx - 0.5;
  const along = ((crest.k + ridgeAngles / 2) * Math.PI) / ridgeAngles;
  let best = { answer: -1, angleRad: along };
  for (let turn = -2; turn <= 2; turn++) {
    const angleRad = along + (turn * Math.PI) / lineAngles;
    const answer = answerLine(bankLevel, x, y, angleRad);
    if (answer > best.answer) best = { answer, angleRad };
  }
  return { x, y, level, ...best };
}
