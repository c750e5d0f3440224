import { chainLength } from "./chain.ts";
import { depthOf, type ExplainedHair, type ExplainOrder, growShaft } from "./grow-shaft.ts";
import type { HairDraft } from "./hair-draft.ts";
import { findBeside, laySiblings } from "./lay-siblings.ts";
import { type LightModel, layShaft } from "./light-model.ts";
import { joinPieces, refineHairs } from "./refine-hairs.ts";
import { findPieces } from "./residual.ts";
import { smoothPlane } from "./smooth.ts";
import { cutAtSwerves } from "./smooth-line.ts";

const parameters = {
  /** A strip wider than this many single hairs is looked at for siblings. */
  siblingWidths: 1.1,
  /** No hair turns so far on so short a way: there a line has changed from one hair to another that crosses it. */
  swerve: { wayUm: 150, turnRad: 0.25 },
  /** A hair that has only this share of the darkness or width of its line is not the hair that made the line. */
  leastDepthShare: 0.5,
  leastWidthShare: 0.2,
  /** What the hairs leave over is looked at from this share of a black hair's darkness on. */
  rest: { depthShare: 0.2, lengthUm: 120, slenderness: 2.2, filled: 0.5, smoothingUm: 5 },
};

/**
 * The hairs that together explain the lines of a photo, laid into the model; each explains something that no other does.
 *
 * From the plainest line to the faintest a hair is fitted to what the hairs before it leave unexplained and followed to
 * its ends, through the hairs that cross it. Then pieces are joined, what is left is looked at again, and all are fitted
 * once more with the others in place.
 */
export function explainLines(
  model: LightModel,
  lines: readonly HairDraft[],
  order: ExplainOrder,
): ExplainedHair[] {
  const { swerve, siblingWidths } = parameters;
  const { umPerPx, singleWidthPx } = order;
  const pieces = lines
    .flatMap((line) =>
      cutAtSwerves(line.chain, swerve.wayUm / umPerPx, swerve.turnRad).map(
        (chain): HairDraft => ({ ...line, chain }),
      ),
    )
    .sort((a, b) => weight(b) - weight(a));
  const first = pieces.flatMap((piece) =>
    piece.widestPx > siblingWidths * singleWidthPx
      ? laySiblings(model, piece, order)
      : explainOne(model, piece, order),
  );
  const joined = refineHairs(model, joinPieces(model, first, order), order);
  const again = pieces.flatMap((piece) => explainOne(model, piece, order));
  const rest = explainRest(model, order);
  const all = [...joined, ...again, ...rest].flatMap((hair) => findBeside(model, hair, order));
  return refineHairs(model, joinPieces(model, all, order), order);
}

function weight({ chain, contrast }: HairDraft): number {
  return chainLength(chain) * contrast;
}

function explainOne(model: LightModel, line: HairDraft, order: ExplainOrder): ExplainedHair[] {
  const depth = Math.min(model.mostDepth, depthOf(line.contrast));
  const halfWidthPx = Math.min(line.widthPx, order.singleWidthPx) / 2;
  const grown = growShaft(model, { chain: line.chain, halfWidthPx, depth }, order);
  if (
    !grown ||
    grown.shaft.depth < parameters.leastDepthShare * depth ||
    grown.shaft.halfWidthPx < parameters.leastWidthShare * halfWidthPx
  ) {
    return [];
  }
  layShaft(model, grown.shaft, 1);
  return [{ ...grown, draft: line }];
}

/** Hairs in what the lines of the filters leave over: blocked ones, and thin ones beside thick ones. */
function explainRest(model: LightModel, order: ExplainOrder): ExplainedHair[] {
  const { depthShare, lengthUm, slenderness, filled, smoothingUm } = parameters.rest;
  const { seen, explained, mostDepth } = model;
  const { width, height } = seen;
  const left = seen.values.map((value, i) => value - Math.min(mostDepth, explained.values[i] ?? 0));
  const even = smoothPlane(
    { width, height, values: left },
    Math.max(0.5, smoothingUm / order.umPerPx),
  );
  const open = Uint8Array.from(even.values, (value) => (value > depthShare * mostDepth ? 1 : 0));
  const found = findPieces(
    { open, width, height },
    {
      leastLengthPx: lengthUm / order.umPerPx,
      leastSlenderness: slenderness,
      leastFilled: filled,
    },
  );
  return found
    .toSorted((a, b) => chainLength(b.chain) - chainLength(a.chain))
    .flatMap(({ chain, widthPx }) => explainOne(model, order.describe(chain, widthPx), order));
}
