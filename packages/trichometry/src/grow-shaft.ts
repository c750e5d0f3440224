import { type Chain, resampleChain } from "./chain.ts";
import { type FitLimits, type FittedShaft, fitShaft, shaftOf } from "./fit-shaft.ts";
import type { HairDraft } from "./hair-draft.ts";
import { extendChain, readStrip, type Strip } from "./hair-strip.ts";
import type { LightModel } from "./light-model.ts";
import type { Shaft } from "./shaft.ts";
import { smoothLine } from "./smooth-line.ts";

export interface ExplainOrder {
  /** Width of one terminal hair, in grid pixels. */
  readonly singleWidthPx: number;
  readonly umPerPx: number;
  /** A line that was found in the rest, as the lines of the filters are described. */
  readonly describe: (chain: Chain, widthPx: number) => HairDraft;
}

/** A hair with the line of the filters that it was found along. */
export interface ExplainedHair {
  readonly shaft: Shaft;
  /** Rows, two pixels each, that no other hair explains. */
  readonly gainRows: number;
  readonly draft: HairDraft;
}

/** Half widths that a fit may take, in single hairs: while siblings may still be hidden in a line, and afterwards. */
export const mostWidths = { together: 1.35, alone: 1.6 };

const parameters = {
  /** How far beyond its ends a hair is followed at once, and how often. */
  extraUm: 150,
  mostTurns: 8,
  /** What a hair must explain that no other does: of its length, and as a share of it. */
  leastNewUm: 60,
  leastNewShare: 0.1,
  /** Between the places at which a line may bend. */
  nodeUm: 200,
  /** So much bare skin ends a hair. */
  bareUm: 30,
};

/** What is wide enough to see a hair's skin on both sides, in its half widths and pixels. */
const besideHalfWidths = 1.5;
const besidePx = 3;

/** A hair fitted anew and followed beyond its ends for as long as the photo has something to explain there. */
export function growShaft(
  model: LightModel,
  start: Shaft,
  order: ExplainOrder,
): Pick<ExplainedHair, "shaft" | "gainRows"> | undefined {
  const limits = fitLimits(model, order, mostWidths.alone);
  let shaft = start;
  for (let turn = 0; ; turn++) {
    const sidePx = shaft.halfWidthPx * besideHalfWidths + model.profile.spillPx + besidePx;
    const { strip, extra } = stripAlong(model, shaft.chain, sidePx, order.umPerPx);
    const fitted = fitShaft(strip, wholeStrip(strip, extra, shaft), limits);
    if (!fitted || !explainsEnough(fitted, order)) return undefined;
    shaft = shaftOf(strip, fitted);
    const isWhole = fitted.from > extra / 2 && fitted.to < strip.rows - 1 - extra / 2;
    if (isWhole || turn === parameters.mostTurns) return { shaft, gainRows: fitted.gainRows };
  }
}

/** A shaft in the middle of the strip that was read along it. */
export function wholeStrip(strip: Strip, extra: number, { halfWidthPx, depth }: Shaft) {
  return {
    offsetPx: new Float64Array(strip.rows),
    from: extra,
    to: strip.rows - 1 - extra,
    halfWidthPx,
    depth,
  };
}

/** Whether a hair has enough of its own to be one. */
export function explainsEnough(
  { gainRows, from, to }: FittedShaft,
  { umPerPx }: ExplainOrder,
): boolean {
  return (
    gainRows * 2 * umPerPx >= parameters.leastNewUm &&
    gainRows >= parameters.leastNewShare * (to - from + 1)
  );
}

/** The least that a hair must explain, in rows. */
export function leastNewRows({ umPerPx }: ExplainOrder): number {
  return parameters.leastNewUm / umPerPx / 2;
}

export function fitLimits(
  { profile, mostDepth }: LightModel,
  { singleWidthPx, umPerPx }: ExplainOrder,
  widths: number,
): FitLimits {
  return {
    profile,
    mostDepth,
    mostHalfWidthPx: (widths * singleWidthPx) / 2,
    rowsPerNode: parameters.nodeUm / umPerPx / 2,
    mostBareRows: Math.max(2, Math.round(parameters.bareUm / umPerPx / 2)),
  };
}

/** The strip along a line, smoothed to the course of one hair, with `extra` rows beyond either end. */
export function stripAlong(
  model: LightModel,
  chain: Chain,
  sidePx: number,
  umPerPx: number,
): { readonly strip: Strip; readonly extra: number } {
  const extra = Math.round(parameters.extraUm / umPerPx / 2);
  const even = resampleChain(chain, 2);
  const smooth = smoothLine(even, degreeFor(even.x.length * 2 * umPerPx));
  return { strip: readStrip(model, extendChain(smooth, extra), Math.ceil(sidePx)), extra };
}

/** A short line bends one way, a longer one may turn back: more freedom lets a line swerve where others cross it. */
function degreeFor(lengthUm: number): number {
  if (lengthUm < 1000) return 2;
  return lengthUm < 2000 ? 3 : 4;
}

/** Share of the light that is missing where the eye's measure is darker by `contrast`. */
export function depthOf(contrast: number): number {
  return 1 - (1 - contrast) ** 2;
}
