import type { Point } from "./placement.ts";

/** A centreline in pixels, true or found. */
export type Line = readonly Point[];

/** Two centrelines are one hair when more than this share of each lies within this distance of the other. */
const matchDistanceUm = 25;
const leastShare = 0.4;

/** Lines are compared at points this far apart. */
const stepUm = 10;

interface Match {
  readonly truth: number;
  readonly found: number;
}

/** Which found line is which true one, by place in the lists: the best agreement first, each line once. */
export function matchLines(
  truths: readonly Line[],
  founds: readonly Line[],
  umPerPx: number,
): Match[] {
  const stepPx = stepUm / umPerPx;
  const reachPx = matchDistanceUm / umPerPx;
  const trueSamples = truths.map((line) => sampleLine(line, stepPx));
  const foundSamples = founds.map((line) => sampleLine(line, stepPx));
  const candidates: (Match & { readonly agreement: number })[] = [];
  for (const [truth, trueSample] of trueSamples.entries()) {
    for (const [found, foundSample] of foundSamples.entries()) {
      if (!boxesMeet(trueSample, foundSample, reachPx)) continue;
      const ofTruth = shareNear(trueSample, foundSample, reachPx);
      const ofFound = shareNear(foundSample, trueSample, reachPx);
      if (ofTruth > leastShare && ofFound > leastShare) {
        candidates.push({ truth, found, agreement: ofTruth + ofFound });
      }
    }
  }
  return takeBest(candidates);
}

function takeBest(candidates: readonly (Match & { readonly agreement: number })[]): Match[] {
  const truths = new Set<number>();
  const founds = new Set<number>();
  return candidates
    .toSorted((a, b) => b.agreement - a.agreement)
    .flatMap(({ truth, found }) => {
      if (truths.has(truth) || founds.has(found)) return [];
      truths.add(truth);
      founds.add(found);
      return { truth, found };
    });
}

/** Points at equal steps along a line, its two ends among them. */
function sampleLine(line: Line, stepPx: number): Point[] {
  const samples: Point[] = [];
  for (let i = 1; i < line.length; i++) {
    const from = line[i - 1];
    const to = line[i];
    if (from === undefined || to === undefined) continue;
    const steps = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / stepPx));
    for (let step = 0; step < steps; step++) {
      const share = step / steps;
      samples.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
    }
  }
  const end = line.at(-1);
  return end === undefined ? samples : [...samples, end];
}

function shareNear(of: Line, to: Line, reachPx: number): number {
  const square = reachPx * reachPx;
  let near = 0;
  for (const [x, y] of of) {
    if (to.some((point) => (point[0] - x) ** 2 + (point[1] - y) ** 2 <= square)) near++;
  }
  return near / of.length;
}

function boxesMeet(a: Line, b: Line, slackPx: number): boolean {
  const reach = (line: Line, axis: 0 | 1) => {
    let low = Infinity;
    let high = -Infinity;
    for (const point of line) {
      low = Math.min(low, point[axis]);
      high = Math.max(high, point[axis]);
    }
    return [low - slackPx, high + slackPx] as const;
  };
  return ([0, 1] as const).every((axis) => {
    const [lowA, highA] = reach(a, axis);
    const [lowB, highB] = reach(b, axis);
    return lowA <= highB && lowB <= highA;
  });
}
