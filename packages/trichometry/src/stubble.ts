import { type Chain, chainLength } from "./chain.ts";
import { type CoverMap, coveredShare, createCoverMap, paintHair } from "./cover-map.ts";
import { describeDraft, shortestUm } from "./finish-line.ts";
import type { HairDraft } from "./hair-draft.ts";
import type { Plane } from "./plane.ts";
import type { PhotoTraits } from "./plausibility.ts";
import { findResidualHairs } from "./residual.ts";
import { median } from "./shaft-edges.ts";
import { findSiblings } from "./siblings.ts";

/** Specification section 3, steps 7 to 9. */
const parameters = {
  mostCovered: 0.62,
  whollyCovered: 0.9,
  /** A strip wider than this many single hairs is looked at for siblings. */
  siblingWidths: 1.3,
  /** A single hair may be this many plain ones thick if its width varies no more than this along it. */
  thickest: 1.6,
  evenness: 0.85,
  residual: { lengthUm: 170, slenderness: 2.6, filled: 0.5, widths: 0.4 },
};

/**
 * A hair shorter than this many widths is a stump. It lies on other hairs over much of its length, so that nothing tells
 * how it goes on there; on real photos of stumps darkness that is wholly explained says more than the fit of bars.
 */
const stumpWidths = 10;
const leastWidthShare = 0.7;

/** Whether the hair was cut so short that its hairs are stumps. */
export function isStubble(lines: readonly HairDraft[], singleWidthPx: number): boolean {
  const lengths = lines
    .filter(({ widthPx }) => widthPx >= leastWidthShare * singleWidthPx)
    .map(({ chain }) => chainLength(chain));
  return median(lengths) < stumpWidths * singleWidthPx;
}

/** The stumps that explain the dark places of a photo: lines, their siblings, and what those leave over. */
export function separateStubble(
  relative: Plane,
  lines: readonly HairDraft[],
  traits: PhotoTraits,
): HairDraft[] {
  const { singleWidthPx, umPerPx } = traits;
  const cover = createCoverMap(relative.width, relative.height);
  const kept = keepUnexplained(cover, lines, singleWidthPx);
  const separated = separateSiblings(relative, cover, kept, singleWidthPx, umPerPx);
  return [...separated, ...addResiduals(relative, cover, separated, traits)];
}

/** From the plainest line to the faintest: drops what lies on lines that were kept before. */
function keepUnexplained(
  cover: CoverMap,
  lines: readonly HairDraft[],
  singleWidthPx: number,
): HairDraft[] {
  const kept: HairDraft[] = [];
  const weighed = lines.map((line) => ({ line, weight: weight(line) }));
  for (const { line } of weighed.toSorted((a, b) => b.weight - a.weight)) {
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
