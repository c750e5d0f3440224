import fc from "fast-check";
import { expect, test } from "vitest";
import { growthRangeUm, measureAnagen } from "./growth.ts";
import { compareHairs } from "./hair-changes.ts";
import { type MatchableHair, type MatchableVisit, matchHairs } from "./match-hairs.ts";
import { nearlyNormal, seeded } from "./testing/seeded.ts";

const umPerPx = 4;
const region = [
  { x: 0, y: 0 },
  { x: 1999, y: 0 },
  { x: 1999, y: 1499 },
  { x: 0, y: 1499 },
];

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly lengthUm: number;
  readonly widthUm: number;
}

function spots(seed: number, count: number): readonly Spot[] {
  const uniform = seeded(seed);
  return Array.from({ length: count }, () => ({
    x: 150 + 1700 * uniform(),
    y: 150 + 1200 * uniform(),
    angle: 0.8 + 0.35 * nearlyNormal(uniform),
    lengthUm: 600 + 500 * uniform(),
    widthUm: 60 + 12 * nearlyNormal(uniform),
  }));
}

function hairOf({ x, y, angle, lengthUm, widthUm }: Spot, isSwapped = false): MatchableHair {
  const end = {
    x: x + (lengthUm / umPerPx) * Math.cos(angle),
    y: y + (lengthUm / umPerPx) * Math.sin(angle),
  };
  const [root, tip] = isSwapped ? [end, { x, y }] : [{ x, y }, end];
  return { root, tip, lengthUm, widthUm, widthSdUm: 2, score: 0.95, borderCut: false };
}

function visitOf(hairs: readonly MatchableHair[]): MatchableVisit {
  return { hairs, umPerPx, region };
}

/** The camera turned by 3° and moved, every root off by about 20 µm, each hair lying a little differently. */
function moved(spot: Spot, uniform: () => number): Spot {
  const [cos, sin] = [Math.cos(0.05), Math.sin(0.05)];
  return {
    ...spot,
    x: cos * spot.x - sin * spot.y + 70 + 5 * nearlyNormal(uniform),
    y: sin * spot.x + cos * spot.y - 45 + 5 * nearlyNormal(uniform),
    angle: spot.angle + 0.05 + 0.08 * nearlyNormal(uniform),
  };
}

test("hairs are found again whatever their order and whichever end was taken for the root", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const uniform = seeded(seed);
      const before = spots(seed, 70);
      const after = before.map((spot) => moved(spot, uniform));
      const order = after.map((_, at) => (at * 17) % after.length);
      const match = matchHairs(
        visitOf(before.map((spot, at) => hairOf(spot, at % 3 === 0))),
        visitOf(order.flatMap((at) => (after[at] ? [hairOf(after[at], at % 5 === 0)] : []))),
      );
      if (match.kind !== "matched") throw new Error(match.message);
      const right = match.pairs.filter(({ first, second }) => order[second] === first);
      expect(right.length).toBeGreaterThanOrEqual(66);
    }),
    { numRuns: 3 },
  );
});

test("gone and new hairs give the net change, and thicker ones are named", () => {
  const uniform = seeded(4);
  const before = spots(21, 80);
  const stayed = before
    .slice(8)
    .map((spot, at) => ({ ...moved(spot, uniform), widthUm: spot.widthUm + (at < 10 ? 18 : 0) }));
  const grown = spots(99, 4).map((spot) => moved(spot, uniform));
  const first = visitOf(before.map((spot) => hairOf(spot)));
  const second = visitOf([...stayed, ...grown].map((spot) => hairOf(spot)));
  const match = matchHairs(first, second);
  if (match.kind !== "matched") throw new Error(match.message);
  const changes = compareHairs({ first, second, match });
  expect(changes.netFraction).toBeCloseTo(-4 / 80, 1);
  expect(Math.abs(changes.netFraction + 4 / 80)).toBeLessThan(0.03);
  expect(changes.interval90[0]).toBeLessThan(changes.netFraction);
  const count = (state: string) => changes.hairs.filter((hair) => hair.state === state).length;
  expect(Math.abs(count("thicker") - 10)).toBeLessThanOrEqual(2);
  expect(Math.abs(count("gone") - 8)).toBeLessThanOrEqual(2);
  expect(Math.abs(count("new") - 4)).toBeLessThanOrEqual(2);
});

test("a spot matched with itself has not changed at all", () => {
  const visit = visitOf(spots(5, 60).map((spot) => hairOf(spot)));
  const match = matchHairs(visit, visit);
  if (match.kind !== "matched") throw new Error(match.message);
  const { netFraction, medianWidthChangeUm } = compareHairs({ first: visit, second: visit, match });
  expect([netFraction, medianWidthChangeUm, match.pairs.length]).toEqual([0, 0, 60]);
});

test.each([15, 30, 60, 120])(
  "%d hairs of one spot are never taken for those of another",
  (count) => {
    for (let seed = 1; seed <= 6; seed++) {
      const answer = matchHairs(
        visitOf(spots(seed, count).map((spot) => hairOf(spot))),
        visitOf(spots(seed + 100, Math.round(1.3 * count)).map((spot) => hairOf(spot))),
      );
      expect(answer.kind).toBe("not-matched");
    }
  },
);

test("the share of growing hair after three days is right to 5 points", () => {
  const uniform = seeded(8);
  const before = spots(41, 90);
  const growing = before.map(() => uniform() < 0.8);
  const after = before.map((spot, at) => ({
    ...moved(spot, uniform),
    lengthUm: spot.lengthUm + (growing[at] ? 1020 : 0) + 60 * nearlyNormal(uniform),
  }));
  const first = visitOf(before.map((spot) => hairOf(spot)));
  const second = visitOf(after.map((spot, at) => hairOf(spot, at % 4 === 0)));
  const match = matchHairs(first, second, growthRangeUm(3));
  if (match.kind !== "matched") throw new Error(match.message);
  const share = measureAnagen({ first, second, match, days: 3 });
  if (share.kind !== "measured") throw new Error(share.message);
  const truth = share.hairs.filter(({ first: hair }) => growing[hair]).length / share.hairs.length;
  expect(Math.abs(share.anagenFraction - truth)).toBeLessThan(0.05);
  expect(Math.abs((share.growthUmPerDay ?? 0) - 340)).toBeLessThan(20);
  expect(share.interval90[0]).toBeLessThan(share.anagenFraction);
  expect(measureAnagen({ first, second, match, days: 30 }).kind).toBe("not-measured");
});
