import fc from "fast-check";
import { expect, test } from "vitest";
import { type Coverage, measureCoverage, randomShareWithin } from "./coverage.ts";
import { coveredFraction } from "./covered-fraction.ts";
import { mapDistances, type Points } from "./distance-map.ts";
import { centralValues } from "./parameter.ts";
import { rollerParameters } from "./parameters/roller.ts";
import { buildPointGrid, nearestDistanceMm } from "./point-grid.ts";
import { rollOut } from "./punctures.ts";
import { createRandom } from "./random.ts";
import { drawRolls, type StrokePattern } from "./strokes.ts";

const parameters = centralValues(rollerParameters);
const patch = { widthMm: 30, heightMm: 30 };
const setting = { holeDiameterMm: 0.14, parameters };

function scatter(count: number, sideMm: number, seed: number): Points {
  const random = createRandom(seed);
  const values = Float64Array.from({ length: 2 * count }, () => random.uniform() * sideMm);
  return { values, stride: 2, count };
}

function measured(points: Points): Coverage {
  const coverage = measureCoverage(points, patch, setting);
  if (coverage === undefined) throw new Error("no holes");
  return coverage;
}

function rolled(pattern: StrokePattern, stream: number): Coverage {
  const rolls = drawRolls(
    { pattern, rolls: 12, hairDirectionRad: 0 },
    { roller: parameters, parameters },
    createRandom(2026, stream),
  );
  const needle = { needleLengthMm: 0.5, depthMm: 0.25 };
  return measured(rollOut({ roller: parameters, rolls, patch, ...needle, parameters }));
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const spread = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, v) => sum + (v - mean(values)) ** 2, 0) / (values.length - 1));

test.each([
  [183.3, 0.40445],
  [229.2, 0.47693],
  [240, 0.49267],
])("A-AN-05: %f random holes per cm² cover %f", (densityPerCm2, expected) => {
  expect(randomShareWithin(densityPerCm2 / 100, 0.3)).toBeCloseTo(expected, 4);
  const sideMm = 60;
  const count = Math.round((densityPerCm2 * sideMm * sideMm) / 100);
  const inner = { left: 1, top: 1, right: sideMm - 1, bottom: sideMm - 1 };
  const covered = coveredFraction(scatter(count, sideMm, 7), inner, 0.3);
  expect(Math.abs(covered - expected)).toBeLessThanOrEqual(0.01);
});

test("A-AN-06: star against one track, 30 sessions of 12 rolls each", () => {
  const sessions = Array.from({ length: 30 }, (_, i) => i);
  const track = sessions.map((i) => rolled("one-direction", i));
  const star = sessions.map((i) => rolled("star", i));
  const expectMeans = (runs: readonly Coverage[], expected: readonly number[]) => {
    const [covered, neighbour, clarkEvans, doubleHit] = expected;
    const off = (got: number[], want = Number.NaN) => Math.abs(mean(got) - want);
    expect(
      off(
        runs.map((run) => run.coveredFraction),
        covered,
      ),
    ).toBeLessThanOrEqual(0.03);
    expect(
      off(
        runs.map((run) => run.nearestNeighbourMm),
        neighbour,
      ),
    ).toBeLessThanOrEqual(0.03);
    expect(
      off(
        runs.map((run) => run.clarkEvans),
        clarkEvans,
      ),
    ).toBeLessThanOrEqual(0.07);
    expect(
      off(
        runs.map((run) => run.doubleHitFraction),
        doubleHit,
      ),
    ).toBeLessThanOrEqual(0.03);
  };
  expectMeans(track, [0.333, 0.271, 0.733, 0.196]);
  expectMeans(star, [0.396, 0.355, 0.961, 0.116]);

  const trackCovered = track.map((run) => run.coveredFraction);
  const starCovered = star.map((run) => run.coveredFraction);
  expect(mean(starCovered)).toBeGreaterThan(mean(trackCovered));
  expect(spread(trackCovered) / spread(starCovered)).toBeGreaterThanOrEqual(1.5);
});

test("a track moved at random each time comes to random holes, as many lattices laid over each other do", () => {
  const runs = Array.from({ length: 12 }, (_, i) => rolled("moved-track", i));
  expect(Math.abs(mean(runs.map((run) => run.clarkEvans)) - 1)).toBeLessThan(0.06);
});

test("random holes measure as random", () => {
  const coverage = measured(scatter(2062, 30, 11));
  expect(Math.abs(coverage.clarkEvans - 1)).toBeLessThan(0.04);
  expect(Math.abs(coverage.quadratVariation / coverage.randomQuadratVariation - 1)).toBeLessThan(
    0.12,
  );
  expect(Math.abs(coverage.doubleHitFraction - coverage.randomDoubleHitFraction)).toBeLessThan(
    0.025,
  );
  expect(coverage.gap99Mm).toBeLessThan(coverage.largestGapMm);
});

test("a square lattice of 1 mm has the numbers that can be worked out by hand", () => {
  const values = Float64Array.from({ length: 1800 }, (_, i) =>
    i % 2 === 0 ? ((i / 2) % 30) + 0.5 : Math.floor(i / 60) + 0.5,
  );
  const coverage = measured({ values, stride: 2, count: 900 });
  expect(coverage.densityPerCm2).toBeCloseTo(100, 9);
  expect(coverage.nearestNeighbourMm).toBeCloseTo(1, 12);
  expect(coverage.clarkEvans).toBeCloseTo(2, 9);
  expect(coverage.quadratVariation).toBe(0);
  expect(coverage.doubleHitFraction).toBe(0);
  expect(Math.abs(coverage.coveredFraction - Math.PI * 0.09)).toBeLessThan(0.002);
  expect(Math.abs(coverage.largestGapMm - Math.SQRT1_2)).toBeLessThan(0.071);
});

test("the nearest hole of the grid is the nearest of all", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(), fc.nat(), (count, seed, where) => {
      const points = scatter(count, 10, seed);
      const random = createRandom(where);
      const place = { x: random.uniform() * 10, y: random.uniform() * 10, self: -1 };
      let least = Infinity;
      for (let i = 0; i < 2 * count; i += 2) {
        const dx = (points.values[i] ?? 0) - place.x;
        const dy = (points.values[i + 1] ?? 0) - place.y;
        least = Math.min(least, Math.sqrt(dx * dx + dy * dy));
      }
      expect(nearestDistanceMm(buildPointGrid(points, 10, 10), place)).toBe(least);
    }),
  );
});

test("stamped discs agree with the distance map within half a percentage point", () => {
  const points = scatter(2000, 30, 5);
  const { squaredPx } = mapDistances(points, { ...patch, pixelMm: 0.0125 });
  const within = squaredPx.reduce((sum, square) => sum + (square < 400 ? 1 : 0), 0);
  const whole = { left: 0, top: 0, right: 30, bottom: 30 };
  const stamped = coveredFraction(points, whole, 0.25);
  expect(Math.abs(stamped - within / squaredPx.length)).toBeLessThan(0.005);
});

test("a single disc covers its own area", () => {
  const points = { values: Float64Array.of(5, 5), stride: 2, count: 1 };
  const covered = coveredFraction(points, { left: 0, top: 0, right: 10, bottom: 10 }, 2);
  expect(covered).toBeCloseTo(Math.PI * 0.04, 2);
  const half = coveredFraction(points, { left: 5, top: 0, right: 15, bottom: 10 }, 2);
  expect(half).toBeCloseTo(Math.PI * 0.02, 2);
});

test("more holes never cover less", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 200 }),
      fc.nat(),
      (few, more, seed) => {
        const points = scatter(few + more, 30, seed);
        const frame = { left: 1, top: 1, right: 29, bottom: 29 };
        const before = coveredFraction({ ...points, count: few }, frame, 0.3);
        expect(coveredFraction(points, frame, 0.3)).toBeGreaterThanOrEqual(before - 1e-12);
      },
    ),
    { numRuns: 40 },
  );
});

test("fewer than two holes say nothing about spacing", () => {
  const single = { values: Float64Array.of(15, 15), stride: 2, count: 1 };
  expect(measureCoverage(single, patch, setting)).toBeUndefined();
});

test("impossible settings are refused by name", () => {
  const points = scatter(10, 30, 1);
  const withParameters = (change: Partial<typeof parameters>) => ({
    ...setting,
    parameters: { ...parameters, ...change },
  });
  expect(() => measureCoverage(points, patch, withParameters({ edgeMarginMm: 15 }))).toThrow(
    /edgeMarginMm/,
  );
  expect(() => measureCoverage(points, patch, { ...setting, holeDiameterMm: Number.NaN })).toThrow(
    /holeDiameterMm/,
  );
  expect(() => measureCoverage(points, patch, withParameters({ coveredRadiusMm: 0 }))).toThrow(
    /radiusMm/,
  );
  expect(() => buildPointGrid(points, 1, 1)).toThrow(/inside 1 × 1/);
  expect(() => randomShareWithin(-1, 1)).toThrow(/densityPerMm2/);
});
