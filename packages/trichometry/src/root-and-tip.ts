import { type Chain, chainAngle } from "./chain.ts";
import { type Plane, samplePlane } from "./plane.ts";

/** Which end of a hair is its root, and how sure that is. */
export interface Rooted {
  /** The line from root to tip. */
  readonly chain: Chain;
  /** 0 a guess, 1 sure. */
  readonly rootConfidence: number;
}

interface End {
  readonly x: number;
  readonly y: number;
  /** Away from the hair. */
  readonly outRad: number;
}

/** How far beyond an end a shaft's shadow under the skin is sought, and how much it weighs (specification, step 13). */
const shadowUm = { from: 40, to: 260 };
const asideUm = 16;
const weights = { shadow: 6, width: 1.2, shared: 0.5, neighbours: 2.5 };
const neighbourhoodUm = 1500;
const sharedUm = 180;

/**
 * Turns every line so that it starts at the root. A root is where the shaft goes on as a shadow under the skin, where
 * the hair is thicker, where hairs of one unit meet, and where the hairs around have theirs.
 */
export function findRoots(
  relative: Plane,
  chains: readonly Chain[],
  endWidths: readonly (readonly [number, number])[],
  umPerPx: number,
): Rooted[] {
  const own = chains.map((chain, i) => {
    const [first = 1, last = 1] = endWidths[i] ?? [];
    const shadow =
      shadowBeyond(relative, startOf(chain), umPerPx) -
      shadowBeyond(relative, endOf(chain), umPerPx);
    const shared =
      countShared(chains, i, startOf(chain), umPerPx) -
      countShared(chains, i, endOf(chain), umPerPx);
    return (
      weights.shadow * shadow +
      (weights.width * (first - last)) / Math.max(first, last, 1e-6) +
      weights.shared * Math.max(-1, Math.min(1, shared))
    );
  });
  const certain = own.map((score) => Math.tanh(score));
  return chains.map((chain, i) => {
    const score = (own[i] ?? 0) + weights.neighbours * askNeighbours(chains, certain, i, umPerPx);
    const rootConfidence = Math.tanh(Math.abs(score));
    return score >= 0 ? { chain, rootConfidence } : { chain: reverse(chain), rootConfidence };
  });
}

function startOf(chain: Chain): End {
  return { x: chain.x[0] ?? 0, y: chain.y[0] ?? 0, outRad: chainAngle(chain, 0, 8) + Math.PI };
}

function endOf(chain: Chain): End {
  const last = chain.x.length - 1;
  return { x: chain.x[last] ?? 0, y: chain.y[last] ?? 0, outRad: chainAngle(chain, last, 8) };
}

function reverse({ x, y }: Chain): Chain {
  return { x: x.toReversed(), y: y.toReversed() };
}

/**
 * Mean darkness beyond an end, in the direction in which the hair would go on, but on both sides of its own course: a
 * shadow under the skin is wide, and a tip too thin to be followed is not.
 */
function shadowBeyond(relative: Plane, { x, y, outRad }: End, umPerPx: number): number {
  const seen: number[] = [];
  for (let reachUm = shadowUm.from; reachUm <= shadowUm.to; reachUm += 20) {
    for (const side of [-1, 1]) {
      const along = reachUm / umPerPx;
      const across = (side * (asideUm + 0.1 * reachUm)) / umPerPx;
      const atX = x + along * Math.cos(outRad) - across * Math.sin(outRad);
      const atY = y + along * Math.sin(outRad) + across * Math.cos(outRad);
      if (atX < 0 || atY < 0 || atX > relative.width - 1 || atY > relative.height - 1) continue;
      seen.push(Math.min(0.5, 1 - samplePlane(relative, atX, atY)));
    }
  }
  return seen.reduce((sum, darkness) => sum + darkness, 0) / Math.max(1, seen.length);
}

function countShared(chains: readonly Chain[], own: number, end: End, umPerPx: number): number {
  const reach = sharedUm / umPerPx;
  return chains.filter((chain, i) => {
    if (i === own) return false;
    const start = Math.hypot((chain.x[0] ?? 0) - end.x, (chain.y[0] ?? 0) - end.y);
    const last = chain.x.length - 1;
    const far = Math.hypot((chain.x[last] ?? 0) - end.x, (chain.y[last] ?? 0) - end.y);
    return Math.min(start, far) < reach;
  }).length;
}

/** −1 … 1: how the surer hairs around point, seen along this one from its first to its last point. */
function askNeighbours(
  chains: readonly Chain[],
  certain: readonly number[],
  own: number,
  umPerPx: number,
): number {
  const here = chains[own];
  if (!here) return 0;
  const direction = span(here);
  let sum = 0;
  let total = 0;
  for (const [i, chain] of chains.entries()) {
    if (i === own) continue;
    const other = span(chain);
    const distanceUm = Math.hypot(other.x - direction.x, other.y - direction.y) * umPerPx;
    const near = Math.exp(-0.5 * (distanceUm / neighbourhoodUm) ** 2);
    sum += near * (certain[i] ?? 0) * Math.cos(other.rad - direction.rad);
    total += near * Math.abs(certain[i] ?? 0);
  }
  return total === 0 ? 0 : sum / total;
}

function span({ x, y }: Chain): { readonly x: number; readonly y: number; readonly rad: number } {
  const last = x.length - 1;
  const acrossX = (x[last] ?? 0) - (x[0] ?? 0);
  const acrossY = (y[last] ?? 0) - (y[0] ?? 0);
  return {
    x: (x[0] ?? 0) + acrossX / 2,
    y: (y[0] ?? 0) + acrossY / 2,
    rad: Math.atan2(acrossY, acrossX),
  };
}
