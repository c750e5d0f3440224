import type { Chain } from "./chain.ts";
import { type ExplainedHair, type ExplainOrder, growShaft } from "./grow-shaft.ts";
import { findJunctions } from "./join-shafts.ts";
import { type LightModel, layShaft } from "./light-model.ts";

/** A hair along another must take at least this share of its light, or it only mends its outline. */
const sliverShare = 0.65;

/** Ends that may belong to one hair: how far apart, how bent and how far aside. */
const join = { gapUm: 300, turnRad: 0.4, asideUm: 30 };
/** Share of what two pieces explain that one hair in their place must explain. */
const joinedShare = 0.8;

/**
 * Fits every hair anew with all others in place, from the weakest to the plainest. Those that explain too little go, and
 * so do slivers along other hairs.
 */
export function refineHairs(
  model: LightModel,
  hairs: readonly ExplainedHair[],
  order: ExplainOrder,
): ExplainedHair[] {
  const current: (ExplainedHair | undefined)[] = hairs.toSorted((a, b) => a.gainRows - b.gainRows);
  for (const [i, hair] of current.entries()) {
    if (!hair) continue;
    layShaft(model, hair.shaft, -1);
    const grown = growShaft(model, hair.shaft, order);
    const again = grown && { ...hair, ...grown };
    current[i] = again && !isSliver(current, i, again, order) ? again : undefined;
    if (again && current[i]) layShaft(model, again.shaft, 1);
  }
  return current.flatMap((hair) => hair ?? []);
}

function isSliver(
  hairs: readonly (ExplainedHair | undefined)[],
  own: number,
  { shaft, gainRows }: ExplainedHair,
  { singleWidthPx }: ExplainOrder,
): boolean {
  const samples = shaft.chain.x.flatMap((x, i) =>
    i % 5 === 2 ? [{ x, y: shaft.chain.y[i] ?? 0 }] : [],
  );
  return hairs.some((other, j) => {
    if (!other || j === own || other.gainRows < gainRows) return false;
    const { chain, halfWidthPx, depth } = other.shaft;
    const whole = Math.min(halfWidthPx, singleWidthPx / 2) * depth;
    if (shaft.halfWidthPx * shaft.depth >= sliverShare * whole) return false;
    const reach = shaft.halfWidthPx + halfWidthPx + 3;
    return 2 * samples.filter(({ x, y }) => passesBy(chain, x, y, reach)).length >= samples.length;
  });
}

/** Whether a line of points two pixels apart comes as near as that to a place. */
function passesBy({ x, y }: Chain, atX: number, atY: number, reach: number): boolean {
  for (let i = 0; i < x.length; i += 2) {
    const offX = (x[i] ?? 0) - atX;
    const offY = (y[i] ?? 0) - atY;
    if (offX * offX + offY * offY <= reach * reach) return true;
    const far = Math.max(Math.abs(offX), Math.abs(offY)) - reach;
    if (far > 8) i += 2 * Math.floor(far / 8);
  }
  return false;
}

/** Joins pieces that face each other where one hair explains what both did. */
export function joinPieces(
  model: LightModel,
  hairs: readonly ExplainedHair[],
  order: ExplainOrder,
): ExplainedHair[] {
  const { umPerPx } = order;
  const joined: (ExplainedHair | undefined)[] = [...hairs];
  const junctions = findJunctions(
    hairs.map(({ shaft }) => shaft),
    {
      mostGapPx: join.gapUm / umPerPx,
      mostOverlapPx: join.gapUm / umPerPx,
      mostTurnRad: join.turnRad,
      mostAsidePx: join.asideUm / umPerPx,
    },
  );
  const isTaken = new Set<number>();
  for (const { first, second, chain } of junctions) {
    const a = joined[first];
    const b = joined[second];
    if (!a || !b || isTaken.has(first) || isTaken.has(second)) continue;
    layShaft(model, a.shaft, -1);
    layShaft(model, b.shaft, -1);
    const longer = a.gainRows >= b.gainRows ? a : b;
    const grown = growShaft(model, { ...longer.shaft, chain }, order);
    if (grown && grown.gainRows >= joinedShare * (a.gainRows + b.gainRows)) {
      layShaft(model, grown.shaft, 1);
      joined[first] = { ...longer, ...grown };
      joined[second] = undefined;
      isTaken.add(first).add(second);
    } else {
      layShaft(model, a.shaft, 1);
      layShaft(model, b.shaft, 1);
    }
  }
  return joined.flatMap((hair) => hair ?? []);
}
