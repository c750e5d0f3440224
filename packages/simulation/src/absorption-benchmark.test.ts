import { expect, test } from "vitest";
import { runAbsorptionBenchmark } from "./absorption-benchmark.ts";

test("absorb-v2: A(24 h) is within 1e-3 of 0.010721 on 100 × 200 cells, and the ledger closes", () => {
  const run = runAbsorptionBenchmark({
    ringCount: 100,
    layerCount: 200,
    tolerance: 1e-5,
    isPlain: false,
  });
  expect(Math.abs(run.absorbedAfter24H / 0.010721 - 1)).toBeLessThan(1e-3);
  expect(Math.abs(run.absorbedAfter24H / 0.0107126 - 1)).toBeLessThan(5e-4);
  expect(run.absorbedAfter1H).toBeCloseTo(0.00194, 5);
  expect(run.imbalanceFraction).toBeLessThan(1e-6);
});

test("absorb-v2: the coarse grid has its own limit, 0.0106895", () => {
  const run = runAbsorptionBenchmark({
    ringCount: 50,
    layerCount: 100,
    tolerance: 1e-6,
    isPlain: false,
  });
  expect(Math.abs(run.absorbedAfter24H / 0.0106895 - 1)).toBeLessThan(2e-4);
});

test("absorb-v2: without the kernel every number is the same", () => {
  const size = { ringCount: 50, layerCount: 100, tolerance: 1e-4 };
  expect(runAbsorptionBenchmark({ ...size, isPlain: true })).toEqual(
    runAbsorptionBenchmark({ ...size, isPlain: false }),
  );
});

test.each([
  ["ringCount", { ringCount: 1.5, layerCount: 100, tolerance: 1e-4, isPlain: true }],
  ["tolerance", { ringCount: 50, layerCount: 100, tolerance: Number.NaN, isPlain: true }],
])("a bad %s is refused by name", (name, input) => {
  expect(() => runAbsorptionBenchmark(input)).toThrow(name);
});
