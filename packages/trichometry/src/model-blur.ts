import { createProfile, edgeShare } from "./bar-profile.ts";
import { chainLength, resampleChain } from "./chain.ts";
import { type FitLimits, type FitStart, fitShaft, strangeShare } from "./fit-shaft.ts";
import { depthOf } from "./grow-shaft.ts";
import type { HairDraft } from "./hair-draft.ts";
import { readStrip, type Strip } from "./hair-strip.ts";
import { createLightModel } from "./light-model.ts";
import type { Plane } from "./plane.ts";
import { quantile } from "./shaft-edges.ts";

/** Blurs tried, as standard deviations in µm: from what the grid does alone to where hairs can no longer be told apart. */
const triedUm: readonly number[] = [2, 3.5, 5, 6.5, 8, 9.5, 11];
const linesAsked = 12;
/** Tapering and crossing lines look more blurred than they are, so the sharper ones are believed. */
const rank = 0.3;
/**
 * A shaft is rounder than a bar, lighter in its middle and with a shadow beside it, which looks like blur: on drawn scenes
 * of known blur the best bars were a quarter too soft.
 */
const ofBar = 0.8;
const usualUm = 5;

/** The blur of lens and grid together, in grid pixels: with which bars come nearest to the plainest lines of the photo. */
export function findModelBlur(
  relative: Plane,
  lines: readonly HairDraft[],
  order: {
    readonly umPerPx: number;
    readonly mostDepth: number;
    readonly singleWidthPx: number;
  },
): number {
  const { umPerPx, mostDepth, singleWidthPx } = order;
  const model = createLightModel(relative, createProfile(1), mostDepth);
  const best = plainLines(lines, singleWidthPx).map((line) => {
    const side = Math.ceil(line.widthPx / 2 + 20 / umPerPx + 3);
    const strip = readStrip(model, resampleChain(line.chain, 2), side);
    const start = {
      offsetPx: new Float64Array(strip.rows),
      from: 3,
      to: strip.rows - 4,
      halfWidthPx: line.widthPx / 2,
      depth: Math.min(mostDepth, depthOf(line.contrast)),
    };
    const misfits = triedUm.map((sigmaUm) => {
      const limits: FitLimits = {
        profile: createProfile(sigmaUm / umPerPx),
        mostDepth,
        mostHalfWidthPx: 2 * singleWidthPx,
        rowsPerNode: 100 / umPerPx,
        mostBareRows: strip.rows,
      };
      const fitted = fitShaft(strip, start, limits);
      return fitted ? misfitOf(strip, fitted, limits) : Infinity;
    });
    return triedUm[misfits.indexOf(Math.min(...misfits))] ?? usualUm;
  });
  return (ofBar * (best.length === 0 ? usualUm / ofBar : quantile(best, rank))) / umPerPx;
}

/** The longest and darkest lines of one even width, as wide as a hair. */
function plainLines(lines: readonly HairDraft[], singleWidthPx: number): HairDraft[] {
  return lines
    .filter(
      ({ widestPx, narrowestPx, widthPx, chain }) =>
        widestPx < 1.2 * widthPx &&
        narrowestPx > 0.8 * widthPx &&
        widthPx > 0.6 * singleWidthPx &&
        chainLength(chain) > 40,
    )
    .toSorted((a, b) => chainLength(b.chain) * b.contrast - chainLength(a.chain) * a.contrast)
    .slice(0, linesAsked);
}

/** Squared difference that is left, strange pixels counted as little as in the fit. */
function misfitOf(
  strip: Strip,
  { offsetPx, from, to, halfWidthPx, depth }: FitStart,
  { profile, mostDepth }: FitLimits,
): number {
  const strange = strangeShare * depth;
  let sum = 0;
  for (let row = from; row <= to; row++) {
    const middle = strip.side + (offsetPx[row] ?? 0);
    for (let column = 0; column < strip.columns; column++) {
      const d = column - middle;
      const own =
        depth * (edgeShare(profile, halfWidthPx - d) - edgeShare(profile, -halfWidthPx - d));
      const seen = strip.seen[row * strip.columns + column] ?? 0;
      const rest = (seen - Math.min(mostDepth, own)) / strange;
      sum += (rest * rest) / (1 + rest * rest);
    }
  }
  return sum / (to - from + 1);
}
