import { findBand } from "./find-band.ts";
import { type FitLimits, type FittedShaft, fitShaft, shaftOf } from "./fit-shaft.ts";
import {
  depthOf,
  type ExplainedHair,
  type ExplainOrder,
  explainsEnough,
  fitLimits,
  growShaft,
  leastNewRows,
  mostWidths,
  stripAlong,
  wholeStrip,
} from "./grow-shaft.ts";
import type { HairDraft } from "./hair-draft.ts";
import { readStrip, type Strip } from "./hair-strip.ts";
import { type LightModel, layShaft } from "./light-model.ts";

const mostSiblings = 4;
/** How far to both sides of a line hairs are sought, in widths of a single one. */
const sideWidths = 2.2;
/** A new hair must explain the photo better than thicker old ones by this share of the least length of hair. */
const newPrice = 0.15;
/** A hair that has only this share of the darkness of its line is not the hair that made the line. */
const leastDepthShare = 0.5;
const rounds = 2;

/**
 * The hairs that lie side by side along a wide line, laid into the model.
 *
 * One hair after the other is laid where it explains most of what is left, and those before give way; each must have
 * something of its own, and all together must be nearer to the photo than one hair less, however thick.
 */
export function laySiblings(
  model: LightModel,
  line: HairDraft,
  order: ExplainOrder,
): ExplainedHair[] {
  const { strip } = stripAlong(model, line.chain, sideWidths * order.singleWidthPx, order.umPerPx);
  const depth = Math.min(model.mostDepth, depthOf(line.contrast));
  let fits: readonly FittedShaft[] = [];
  while (fits.length < mostSiblings) {
    const more = layOneMore(model, strip, fits, { depth, order });
    if (!more) break;
    fits = more;
  }
  return fits.flatMap((fit) => {
    const shaft = shaftOf(strip, fit);
    layShaft(model, shaft, -1);
    const grown = growShaft(model, shaft, order);
    if (!grown) return [];
    layShaft(model, grown.shaft, 1);
    return [{ ...grown, draft: line }];
  });
}

/** A hair that is laid already, and the one beside it that no line of the filters told from it. */
export function findBeside(
  model: LightModel,
  hair: ExplainedHair,
  order: ExplainOrder,
): ExplainedHair[] {
  const sidePx = sideWidths * order.singleWidthPx;
  const { strip, extra } = stripAlong(model, hair.shaft.chain, sidePx, order.umPerPx);
  const own = { ...wholeStrip(strip, extra, hair.shaft), gainRows: hair.gainRows };
  layShaft(model, hair.shaft, -1);
  layShaft(model, shaftOf(strip, own), 1);
  const more = layOneMore(model, strip, [own], { depth: hair.shaft.depth, order });
  if (more) {
    return more.map((fit) => ({
      shaft: shaftOf(strip, fit),
      gainRows: fit.gainRows,
      draft: hair.draft,
    }));
  }
  layShaft(model, shaftOf(strip, own), -1);
  layShaft(model, hair.shaft, 1);
  return [hair];
}

function layOneMore(
  model: LightModel,
  strip: Strip,
  fits: readonly FittedShaft[],
  { depth, order }: { readonly depth: number; readonly order: ExplainOrder },
): readonly FittedShaft[] | undefined {
  const widthPx = order.singleWidthPx;
  const together = fitLimits(model, order, mostWidths.together);
  const open = reread(model, strip);
  const band = findBand(open, { widthPx, depth, mostDepth: model.mostDepth });
  if (!band) return undefined;
  const offsetPx = Float64Array.from(
    { length: strip.rows },
    (_, row) => band.middlePx + band.slope * (row - strip.rows / 2),
  );
  const { from, to } = band;
  const extra = fitShaft(open, { offsetPx, from, to, halfWidthPx: widthPx / 2, depth }, together);
  if (!extra || !explainsEnough(extra, order) || extra.depth < leastDepthShare * depth) {
    return undefined;
  }
  layShaft(model, shaftOf(strip, extra), 1);
  if (fits.length === 0) return [extra];

  const more = settle(model, strip, [...fits, extra], together);
  const misfitOfMore = misfit(model, strip);
  layAll(model, strip, more, -1);
  layAll(model, strip, fits, 1);
  const fewer = settle(model, strip, fits, fitLimits(model, order, mostWidths.alone));
  const gained = misfit(model, strip) - misfitOfMore;
  layAll(model, strip, fewer, -1);

  const isBetter = gained >= newPrice * leastNewRows(order) * widthPx * depth * depth;
  const isKept = isBetter && more.every((fit) => explainsEnough(fit, order));
  layAll(model, strip, isKept ? more : fits, 1);
  return isKept ? more : undefined;
}

function layAll(model: LightModel, strip: Strip, fits: readonly FittedShaft[], sign: 1 | -1): void {
  for (const fit of fits) layShaft(model, shaftOf(strip, fit), sign);
}

/** Fits hairs that share a strip in turn, each with the others in place. */
function settle(
  model: LightModel,
  strip: Strip,
  fits: readonly FittedShaft[],
  limits: FitLimits,
): FittedShaft[] {
  const laid = [...fits];
  for (let round = 0; round < rounds; round++) {
    for (const [i, fit] of laid.entries()) {
      layShaft(model, shaftOf(strip, fit), -1);
      const again = fitShaft(reread(model, strip), fit, limits) ?? { ...fit, gainRows: 0 };
      laid[i] = again;
      layShaft(model, shaftOf(strip, again), 1);
    }
  }
  return laid;
}

function reread(model: LightModel, strip: Strip): Strip {
  return readStrip(model, strip.line, strip.side);
}

/** How much the photo and the hairs laid so far differ over a strip, squared. */
function misfit(model: LightModel, strip: Strip): number {
  const { seen, others } = reread(model, strip);
  let sum = 0;
  for (let i = 0; i < seen.length; i++) {
    const rest = (seen[i] ?? 0) - Math.min(model.mostDepth, others[i] ?? 0);
    sum += rest * rest;
  }
  return sum;
}
