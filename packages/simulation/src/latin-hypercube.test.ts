import fc from "fast-check";
import { expect, test } from "vitest";
import { largestContributors, latinHypercube, parameterQuantile } from "./latin-hypercube.ts";
import type { Parameter } from "./parameter.ts";
import { createRandom } from "./random.ts";

const base = { unit: "1", basis: "chosen", sources: [], note: "for this test" } as const;
const fixed: Parameter = { ...base, value: 3, distribution: "fixed" };
const uniform: Parameter = { ...base, value: 5, range: [2, 10], distribution: "uniform" };
const normal: Parameter = { ...base, value: 5, range: [4, 8], distribution: "normal" };
const logNormal: Parameter = { ...base, value: 1, range: [0.15, 7], distribution: "log-normal" };
const set = { fixed, uniform, normal, logNormal };

test("95 % lie inside the range and half on each side of the central value", () => {
  for (const parameter of [normal, logNormal]) {
    const [low, high] = parameter.range ?? [];
    expect(parameterQuantile(parameter, 0.025)).toBeCloseTo(low ?? 0, 12);
    expect(parameterQuantile(parameter, 0.5)).toBe(parameter.value);
    expect(parameterQuantile(parameter, 0.975)).toBeCloseTo(high ?? 0, 12);
  }
  expect(parameterQuantile(uniform, 0.25)).toBe(4);
  expect(parameterQuantile(fixed, 0.1)).toBe(3);
});

test("every part of every distribution is used exactly once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (count, seed) => {
      const points = latinHypercube(set, count, createRandom(seed, 0));
      for (const name of ["uniform", "normal", "logNormal"] as const) {
        const sorted = points.map((point) => point[name]).sort((a, b) => a - b);
        for (const [part, value] of sorted.entries()) {
          if (part > 0) {
            expect(value).toBeGreaterThanOrEqual(parameterQuantile(set[name], part / count));
          }
          if (part < count - 1) {
            expect(value).toBeLessThanOrEqual(parameterQuantile(set[name], (part + 1) / count));
          }
        }
      }
      expect(points.every((point) => point.fixed === 3)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test("the same seed gives the same points, another seed others", () => {
  const draw = (seed: number) => JSON.stringify(latinHypercube(set, 20, createRandom(seed, 1)));
  expect(draw(4)).toBe(draw(4));
  expect(draw(4)).not.toBe(draw(5));
});

test("the parameters are drawn independently of one another", () => {
  const points = latinHypercube(set, 1000, createRandom(2, 0));
  const [strongest] = largestContributors(
    points.map(({ uniform, logNormal }) => ({ uniform, logNormal })),
    points.map((point) => point.normal),
    1,
  );
  expect(Math.abs(strongest?.rankCorrelation ?? 1)).toBeLessThan(0.1);
});

test("contributors are named by strength, whatever their sign; constant ones are left out", () => {
  const points = latinHypercube(set, 200, createRandom(9, 0));
  const outcomes = points.map((point) => Math.exp(point.normal - 0.1 * point.uniform));
  const named = largestContributors(points, outcomes, 3);
  expect(named.map(({ name }) => name)).toEqual(["normal", "uniform", "logNormal"]);
  expect(named[0]?.rankCorrelation).toBeGreaterThan(0.9);

  const against = largestContributors(
    points,
    points.map((point) => -point.uniform),
    1,
  );
  expect(against).toEqual([{ name: "uniform", rankCorrelation: expect.closeTo(-1, 12) }]);
});

test("equal values share their rank", () => {
  const points = [{ a: 1 }, { a: 1 }, { a: 2 }, { a: 3 }];
  // Ranks 0.5, 0.5, 2, 3 against 0, 1, 2, 3: Pearson 4.5 / √(4.5 · 5).
  expect(largestContributors(points, [10, 20, 30, 40], 1)[0]?.rankCorrelation).toBeCloseTo(
    4.5 / Math.sqrt(4.5 * 5),
    12,
  );
});

test("impossible counts, ranges and lengths are refused by name", () => {
  expect(() => latinHypercube(set, 0, createRandom(1, 0))).toThrow(
    "pointCount must be a whole number of at least 1, got 0",
  );
  expect(() => parameterQuantile({ ...normal, value: 9 }, 0.5)).toThrow(
    "value must lie inside its range 4 to 8, got 9",
  );
  expect(() => parameterQuantile({ ...logNormal, range: [0, 7] }, 0.5)).toThrow(
    "a log-normal range must start above 0, got 0",
  );
  expect(() => largestContributors([{ a: 1 }], [], 3)).toThrow(
    "outcomes must be as many as the 1 points, got 0",
  );
});
