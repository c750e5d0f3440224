import { createProfile } from "./bar-profile.ts";
import { explainLines } from "./explain-lines.ts";
import { describeDraft, finishTrace } from "./finish-line.ts";
import { depthOf } from "./grow-shaft.ts";
import type { HairDraft } from "./hair-draft.ts";
import { scoreHairs } from "./hair-score.ts";
import { createLightModel } from "./light-model.ts";
import { type BankLevel, buildLineBank } from "./line-bank.ts";
import { findModelBlur } from "./model-blur.ts";
import type { Plane } from "./plane.ts";
import { isClear, keepPlausible, type PhotoTraits } from "./plausibility.ts";
import { findSeeds, findThresholds, type LineThresholds, type Seed } from "./seeds.ts";
import { isStubble, separateStubble } from "./stubble.ts";
import { createVisited, isVisited, markVisited, type Trace, traceHair } from "./trace-hair.ts";
import { describeUsual, estimateSingleWidth } from "./usual-hair.ts";

/** Specification section 3, step 5. */
const parameters = {
  /** Standard deviation of the ridge filter that looks for seeds, on every level of the bank. */
  seedSigmaUm: 9,
};

/** Where hairs lie on each other a photo is a little darker than its plain hairs, and never quite black. */
const darkestPerUsual = 1.04;
const blackest = 0.95;

export interface FoundHairs {
  readonly drafts: readonly HairDraft[];
  /** Width of one terminal hair in this photo, in grid pixels. */
  readonly singleWidthPx: number;
  /** Darkness of the plain hairs. */
  readonly usualContrast: number;
}

/** Every line that may be a hair, before the doubtful ones are dropped. Yields the share of the work done. */
export function* findHairs(relative: Plane, umPerPx: number): Generator<number, FoundHairs> {
  const bank = buildLineBank(relative, umPerPx);
  yield 0.2;
  const seeds: Seed[] = [];
  const thresholds: LineThresholds[] = [];
  for (const [index, level] of bank.entries()) {
    const limits = findThresholds(level, relative.width, relative.height);
    thresholds.push(limits);
    // One by one: a photo full of lines has more seeds than a call can have arguments.
    for (const seed of findSeeds(bank, index, parameters.seedSigmaUm / umPerPx, limits)) {
      seeds.push(seed);
    }
    yield 0.3 + 0.1 * index;
  }
  const traces = traceAll(bank, seeds, thresholds, relative, umPerPx);
  yield 0.7;
  const found = traces.flatMap((trace) => finishTrace(relative, trace, umPerPx));
  const usual = describeUsual(found);
  const lines = found.filter((line) => isClear(line, usual));
  const singleWidthPx = estimateSingleWidth(lines, umPerPx);
  const traits = { ...usual, singleWidthPx, umPerPx };
  yield 0.75;
  const separated = isStubble(lines, singleWidthPx)
    ? separateStubble(relative, lines, traits)
    : separateHairs(relative, lines, traits);
  const plausible = keepPlausible(separated, traits);
  const drafts = scoreHairs(plausible, relative.values.length, umPerPx);
  return { drafts, singleWidthPx, usualContrast: usual.usualContrast };
}

function traceAll(
  bank: readonly BankLevel[],
  seeds: readonly Seed[],
  thresholds: readonly LineThresholds[],
  { width, height }: Plane,
  umPerPx: number,
): Trace[] {
  const visited = createVisited(width, height);
  const traces: Trace[] = [];
  for (const seed of seeds.toSorted((a, b) => b.answer - a.answer)) {
    const level = bank[seed.level];
    const limits = thresholds[seed.level];
    if (!level || !limits || isVisited(visited, seed.x, seed.y, seed.angleRad)) continue;
    const trace = traceHair(level, seed, limits, umPerPx);
    markVisited(visited, trace, level);
    traces.push(trace);
  }
  return traces;
}

function separateHairs(
  relative: Plane,
  lines: readonly HairDraft[],
  { usualContrast, singleWidthPx, umPerPx }: PhotoTraits,
): HairDraft[] {
  const mostDepth = depthOf(Math.min(blackest, darkestPerUsual * usualContrast));
  const blurPx = findModelBlur(relative, lines, { umPerPx, mostDepth, singleWidthPx });
  const model = createLightModel(relative, createProfile(blurPx), mostDepth);
  const explained = explainLines(model, lines, {
    singleWidthPx,
    umPerPx,
    describe: (chain, widthPx) =>
      describeDraft(relative, chain, Math.max(widthPx, 2), {
        contrast: usualContrast,
        source: "residual",
        umPerPx,
      }),
  });
  return explained.map(({ shaft, draft: { contrast, source } }) =>
    describeDraft(relative, shaft.chain, 2 * shaft.halfWidthPx, { contrast, source, umPerPx }),
  );
}
