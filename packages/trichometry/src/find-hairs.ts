import { type Chain, chainLength } from "./chain.ts";
import { type CoverMap, coveredShare, createCoverMap, paintHair } from "./cover-map.ts";
import { describeDraft, finishTrace, shortestUm } from "./finish-line.ts";
import type { HairDraft } from "./hair-draft.ts";
import { scoreHairs } from "./hair-score.ts";
import { type BankLevel, buildLineBank } from "./line-bank.ts";
import type { Plane } from "./plane.ts";
import { isClear, keepPlausible, type PhotoTraits } from "./plausibility.ts";
import { findResidualHairs } from "./residual.ts";
import { findSeeds, findThresholds, type LineThresholds, type Seed } from "./seeds.ts";
import { findSiblings } from "./siblings.ts";
import { createVisited, isVisited, markVisited, type Trace, traceHair } from "./trace-hair.ts";
import { describeUsual, estimateSingleWidth } from "./usual-hair.ts";

/** Specification section 3, steps 5 to 9. */
const parameters = {
  /** Standard deviation of the ridge filter that looks for seeds, on every level of the bank. */
  seedSigmaUm: 9,
  mostCovered: 0.62,
  whollyCovered: 0.9,
  /** A strip wider than this many single hairs is looked at for siblings. */
  siblingWidths: 1.3,
  /** A single hair may be this many plain ones thick if its width varies no more than this along it. */
  thickest: 1.6,
  evenness: 0.85,
  residual: { lengthUm: 170, slenderness: 2.6, filled: 0.5, widths: 0.4 },
};

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
    seeds.push(...findSeeds(bank, index, parameters.seedSigmaUm / umPerPx, limits));
    yield 0.3 + 0.1 * index;
  }
  const traces = traceAll(bank, seeds, thresholds, relative, umPerPx);
  yield 0.7;
  const found = traces.flatMap((trace) => finishTrace(relative, trace, umPerPx));
  const usual = describeUsual(found);
  const lines = found.filter((line) => isClear(line, usual));
  const singleWidthPx = estimateSingleWidth(lines, umPerPx);
  const cover = createCoverMap(relative.width, relative.height);
  const kept = keepUnexplained(cover, lines, singleWidthPx);
  yield 0.8;
  const traits = { ...usual, singleWidthPx, umPerPx };
  const separated = separateSiblings(relative, cover, kept, singleWidthPx, umPerPx);
  const left = addResiduals(relative, cover, separated, traits);
  const plausible = keepPlausible([...separated, ...left], traits);
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

/** From the plainest line to the faintest: drops what lies on lines that were kept before. */
function keepUnexplained(
  cover: CoverMap,
  lines: readonly HairDraft[],
  singleWidthPx: number,
): HairDraft[] {
  const kept: HairDraft[] = [];
  const byWeight = lines.toSorted((a, b) => weight(b) - weight(a));
  for (const line of byWeight) {
    const core = Math.min(line.widthPx, singleWidthPx) / 2;
    if (coveredShare(cover, line.chain, core) > parameters.mostCovered) continue;
    paintHair(cover, line.chain, paintWidth(line, singleWidthPx), 1);
    kept.push(line);
  }
  return dropCrossovers(cover, kept, singleWidthPx);
}

/** A line that took the wrong way where two hairs cross lies on both: the others explain it whole. */
function dropCrossovers(
  cover: CoverMap,
  lines: readonly HairDraft[],
  singleWidthPx: number,
): HairDraft[] {
  return lines.filter((line) => {
    paintHair(cover, line.chain, paintWidth(line, singleWidthPx), -1);
    const core = Math.min(line.widthPx, singleWidthPx) / 2;
    if (coveredShare(cover, line.chain, core) > parameters.whollyCovered) return false;
    paintHair(cover, line.chain, paintWidth(line, singleWidthPx), 1);
    return true;
  });
}

function weight({ chain, contrast }: HairDraft): number {
  return chainLength(chain) * contrast;
}

function paintWidth({ widthPx }: HairDraft, singleWidthPx: number): number {
  return 1.1 * Math.min(widthPx, 1.1 * singleWidthPx) + 1;
}

function separateSiblings(
  relative: Plane,
  cover: CoverMap,
  hairs: readonly HairDraft[],
  singleWidthPx: number,
  umPerPx: number,
): HairDraft[] {
  return hairs.flatMap((hair) => {
    if (isOneHair(hair, singleWidthPx)) return [hair];
    paintHair(cover, hair.chain, paintWidth(hair, singleWidthPx), -1);
    const siblings = findSiblings(relative, cover, {
      chain: hair.chain,
      widthPx: singleWidthPx,
      contrast: hair.contrast,
      extraPoints: Math.round(150 / umPerPx / 2),
      leastRows: Math.round(150 / umPerPx / 2),
    });
    const separated = siblings.flatMap(
      ({ chain }) => describeSibling(relative, chain, hair, singleWidthPx, umPerPx) ?? [],
    );
    const result = separated.length > 0 ? separated : [hair];
    for (const one of result) paintHair(cover, one.chain, paintWidth(one, singleWidthPx), 1);
    return result;
  });
}

/** Not wide anywhere, or thick but evenly so: two hairs side by side part somewhere, or are twice as wide. */
function isOneHair({ widestPx, narrowestPx }: HairDraft, singleWidthPx: number): boolean {
  const { siblingWidths, thickest, evenness } = parameters;
  if (widestPx < siblingWidths * singleWidthPx) return true;
  return widestPx < thickest * singleWidthPx && narrowestPx > evenness * widestPx;
}

function describeSibling(
  relative: Plane,
  chain: Chain,
  hair: HairDraft,
  singleWidthPx: number,
  umPerPx: number,
): HairDraft | undefined {
  if (chainLength(chain) < shortestUm / umPerPx) return undefined;
  return describeDraft(relative, chain, Math.min(hair.widthPx, singleWidthPx), {
    contrast: hair.contrast,
    source: "bank",
    umPerPx,
  });
}

function addResiduals(
  relative: Plane,
  cover: CoverMap,
  hairs: readonly HairDraft[],
  { singleWidthPx, usualContrast, umPerPx }: PhotoTraits,
): HairDraft[] {
  for (const hair of hairs) paintHair(cover, hair.chain, paintWidth(hair, singleWidthPx) + 3, 1);
  const contrast = usualContrast;
  const { lengthUm, slenderness, filled } = parameters.residual;
  const found = findResidualHairs(relative, cover, {
    leastDarkness: 0.5 * contrast,
    leastLengthPx: lengthUm / umPerPx,
    leastSlenderness: slenderness,
    leastFilled: filled,
  });
  const thick = found.filter(
    ({ widthPx }) => widthPx >= parameters.residual.widths * singleWidthPx,
  );
  return thick.map(({ chain, widthPx }) => {
    const draft = describeDraft(relative, chain, Math.max(widthPx, 2), {
      contrast,
      source: "residual",
      umPerPx,
    });
    paintHair(cover, chain, paintWidth(draft, singleWidthPx), 1);
    return draft;
  });
}
