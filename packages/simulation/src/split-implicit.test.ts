import { expect, test } from "vitest";
import { conductancesOf, createGrid, placeEdges, stretchedEdges } from "./axisymmetric-grid.ts";
import { createSplitStepper, type SplitProblem } from "./split-implicit.ts";
import { steadyEntry } from "./steady-flow.ts";

/** Seven rings and layers that are not a multiple of four, so that sweeps of four and of one both run. */
function smallCell(layerCount: number, openFraction: (time: number) => number): SplitProblem {
  const grid = createGrid(
    placeEdges(stretchedEdges(0.5, 7, 2), [0.1]),
    placeEdges(stretchedEdges(1, layerCount, 2), [0.2]),
  );
  const conductivity = (isOpen: boolean) =>
    Float64Array.from({ length: 7 * layerCount }, (_, cell) => {
      const ring = grid.ringCentres[cell % 7] ?? 0;
      const depth = grid.sliceCentres[Math.floor(cell / 7)] ?? 0;
      return isOpen && ring < 0.1 && depth < 0.2 ? 1 : 0.1;
    });
  return {
    grid,
    clearanceRates: grid.sliceCentres.map((depth) => (depth > 0.2 ? 2 : 0)),
    closed: conductancesOf(grid, conductivity(false), "straight"),
    open: conductancesOf(grid, conductivity(true), "straight"),
    openFraction,
    donor: () => 1,
  };
}

function run(problem: SplitProblem, end: number, stepCount: number) {
  const stepper = createSplitStepper(problem);
  const step = end / stepCount;
  let entered = 0;
  let absorbed = 0;
  let last = { entering: 0, absorbed: 0 };
  for (let k = 0; k < stepCount; k++) {
    stepper.tryStep(k * step, step);
    last = stepper.accept();
    entered += last.entering;
    absorbed += last.absorbed;
  }
  return { entered, absorbed, left: stepper.amount(), entryRate: last.entering / step };
}

test.each([9, 10, 11, 12])(
  "%i layers: in the end as much enters as the direct solution says",
  (layerCount) => {
    const problem = smallCell(layerCount, () => 1);
    const { grid, clearanceRates } = problem;
    const clearances = Float64Array.from({ length: 7 * layerCount }, (_, cell) => {
      const layer = Math.floor(cell / 7);
      const volume = (grid.ringAreas[cell % 7] ?? 0) * (grid.sliceThicknesses[layer] ?? 0);
      return (clearanceRates[layer] ?? 0) * volume;
    });
    const steady = steadyEntry(grid, problem.open, clearances);
    expect(Math.abs(run(problem, 40, 400).entryRate / steady - 1)).toBeLessThan(1e-9);
  },
);

test("the ledger closes to rounding while the channel closes", () => {
  const { entered, absorbed, left } = run(
    smallCell(10, (time) => Math.exp(-time)),
    2,
    50,
  );
  expect(Math.abs(entered - absorbed - left) / entered).toBeLessThan(1e-12);
});

test("halving the steps quarters the error", () => {
  const problem = smallCell(10, (time) => 1 / (1 + Math.exp((time - 0.5) / 0.1)));
  const smooth = { ...problem, donor: (time: number) => time * time };
  const [coarse = 0, middle = 0, fine = 0] = [100, 200, 400].map(
    (stepCount) => run(smooth, 1, stepCount).absorbed,
  );
  const order = Math.log2((coarse - middle) / (middle - fine));
  expect(order).toBeGreaterThan(1.9);
  expect(order).toBeLessThan(2.3);
});

test("a refused step leaves no trace", () => {
  const problem = smallCell(10, (time) => Math.exp(-time));
  const plain = createSplitStepper(problem);
  const tried = createSplitStepper(problem);
  plain.tryStep(0, 0.1);
  tried.tryStep(0, 1);
  tried.tryStep(0, 0.1);
  expect(tried.accept()).toEqual(plain.accept());
  plain.tryStep(0.1, 0.1);
  tried.tryStep(0.1, 3);
  tried.tryStep(0.1, 0.1);
  expect(tried.accept()).toEqual(plain.accept());
  expect(tried.amount()).toBe(plain.amount());
});

test("edges that do not ascend are refused", () => {
  const good = Float64Array.of(0, 1, 2);
  expect(() => createGrid(Float64Array.of(0, 2, 1), good)).toThrow("ringEdges");
  expect(() => createGrid(good, Float64Array.of(0, Number.NaN, 1))).toThrow("sliceEdges");
});
