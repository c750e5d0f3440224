import { type Chain, chainAngle, sliceChain } from "./chain.ts";
import type { Shaft } from "./shaft.ts";

/** Two shafts that may be one hair, and the line that they would make. */
export interface Junction {
  readonly first: number;
  readonly second: number;
  readonly chain: Chain;
  /** How much they would have to bend and step aside: smaller is better. */
  readonly strain: number;
}

export interface JunctionLimits {
  readonly mostGapPx: number;
  readonly mostOverlapPx: number;
  readonly mostTurnRad: number;
  readonly mostAsidePx: number;
}

interface End {
  readonly x: number;
  readonly y: number;
  /** Away from the shaft. */
  readonly outRad: number;
}

/** Pairs of ends that face each other, the least strained first. */
export function findJunctions(shafts: readonly Shaft[], limits: JunctionLimits): Junction[] {
  const ends = shafts.map(({ chain }) => [endOf(reverse(chain)), endOf(chain)] as const);
  const reach = limits.mostGapPx + limits.mostOverlapPx;
  const junctions: Junction[] = [];
  for (let first = 0; first < shafts.length; first++) {
    for (let second = first + 1; second < shafts.length; second++) {
      const a = shafts[first];
      const b = shafts[second];
      if (!a || !b || !areAlike(a, b)) continue;
      for (const [i, endA] of (ends[first] ?? []).entries()) {
        for (const [j, endB] of (ends[second] ?? []).entries()) {
          if (Math.abs(endA.x - endB.x) > reach || Math.abs(endA.y - endB.y) > reach) continue;
          const strain = strainOf(endA, endB, limits);
          if (strain === undefined) continue;
          const chain = connect(
            i === 1 ? a.chain : reverse(a.chain),
            j === 0 ? b.chain : reverse(b.chain),
          );
          junctions.push({ first, second, strain, chain });
        }
      }
    }
  }
  return junctions.sort((one, other) => one.strain - other.strain);
}

const mostWidthRatio = 1.7;
const mostDepthRatio = 1.7;

function areAlike(a: Shaft, b: Shaft): boolean {
  const width = a.halfWidthPx / b.halfWidthPx;
  const depth = a.depth / b.depth;
  return Math.max(width, 1 / width) < mostWidthRatio && Math.max(depth, 1 / depth) < mostDepthRatio;
}

function strainOf(a: End, b: End, limits: JunctionLimits): number | undefined {
  const turnRad = Math.abs(
    Math.atan2(Math.sin(b.outRad + Math.PI - a.outRad), Math.cos(b.outRad + Math.PI - a.outRad)),
  );
  if (turnRad > limits.mostTurnRad) return undefined;
  const meanRad =
    a.outRad +
    Math.atan2(Math.sin(b.outRad + Math.PI - a.outRad), Math.cos(b.outRad + Math.PI - a.outRad)) /
      2;
  const along = (b.x - a.x) * Math.cos(meanRad) + (b.y - a.y) * Math.sin(meanRad);
  const aside = Math.abs((b.y - a.y) * Math.cos(meanRad) - (b.x - a.x) * Math.sin(meanRad));
  if (along > limits.mostGapPx || along < -limits.mostOverlapPx) return undefined;
  if (aside > limits.mostAsidePx + 0.15 * Math.abs(along)) return undefined;
  return (
    turnRad / limits.mostTurnRad +
    aside / limits.mostAsidePx +
    Math.abs(along) / limits.mostGapPx / 2
  );
}

function endOf(chain: Chain): End {
  const last = chain.x.length - 1;
  const reach = Math.min(last, 15);
  return {
    x: chain.x[last] ?? 0,
    y: chain.y[last] ?? 0,
    outRad: chainAngle(chain, Math.max(0, last - (reach >> 1)), Math.max(1, reach >> 1)),
  };
}

function reverse({ x, y }: Chain): Chain {
  return { x: x.toReversed(), y: y.toReversed() };
}

/** One line from the start of the first to the end of the second; where they overlap, each gives up one half. */
function connect(a: Chain, b: Chain): Chain {
  const end = endOf(a);
  const overlap = (chain: Chain, isAfter: (along: number) => boolean) =>
    chain.x.flatMap((x, i) =>
      isAfter(
        (x - end.x) * Math.cos(end.outRad) + ((chain.y[i] ?? 0) - end.y) * Math.sin(end.outRad),
      )
        ? [i]
        : [],
    );
  const start = b.x[0] ?? 0;
  const along =
    (start - end.x) * Math.cos(end.outRad) + ((b.y[0] ?? 0) - end.y) * Math.sin(end.outRad);
  const cut = Math.min(0, along / 2);
  const keptA = overlap(a, (way) => way <= cut);
  const keptB = overlap(b, (way) => way > cut);
  const left = sliceChain(a, 0, (keptA.at(-1) ?? a.x.length - 1) + 1);
  const right = sliceChain(b, keptB[0] ?? 0, b.x.length);
  return { x: [...left.x, ...right.x], y: [...left.y, ...right.y] };
}
