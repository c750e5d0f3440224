import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { conductancesOf, createGrid, stretchedEdges } from "./axisymmetric-grid.ts";
import { createSplitStepper, type SplitProblem } from "./split-implicit.ts";
import { createKernelSweeper } from "./split-kernel.ts";
import { plainSweeper, type Sweeper } from "./split-sweeps.ts";

/** A cell with conductivities between 0.01 and 1 that know no symmetry, and a channel that closes. */
function unevenCell(ringCount: number, sliceCount: number, seed: number): SplitProblem {
  const grid = createGrid(stretchedEdges(0.5, ringCount, 2), stretchedEdges(1, sliceCount, 3));
  const conductivity = (phase: number) =>
    Float64Array.from(
      { length: ringCount * sliceCount },
      (_, cell) => 10 ** (Math.sin(cell * 12.9898 + seed + phase) - 1),
    );
  return {
    grid,
    clearanceRates: grid.sliceCentres.map((depth) => (depth > 0.3 ? 2 : 0)),
    closed: conductancesOf(grid, conductivity(0), "straight"),
    open: conductancesOf(grid, conductivity(1), "straight"),
    openFraction: (time) => Math.exp(-3 * time),
    donor: (time) => Math.exp(-time),
  };
}

function follow(problem: SplitProblem, sweeper: Sweeper) {
  const stepper = createSplitStepper(problem, sweeper);
  return [0.001, 0.01, 0.1, 0.1].map((step, k) => ({
    error: stepper.tryStep(k / 10, step),
    ...stepper.accept(),
    left: stepper.amount(),
  }));
}

/** The same operations on every cell in the same order leave no room for a difference: the bound is none. */
test("the kernel and TypeScript give the same bits", () => {
  const half = fc.integer({ min: 1, max: 20 });
  fc.assert(
    fc.property(half, fc.integer({ min: 1, max: 12 }), fc.nat(1000), (pairs, fours, seed) => {
      const problem = unevenCell(2 * pairs, 4 * fours, seed);
      const kernel = createKernelSweeper(problem.grid);
      expect(kernel).toBeDefined();
      expect(follow(problem, kernel ?? plainSweeper)).toEqual(follow(problem, plainSweeper));
    }),
  );
});

test.each([
  ["an odd number of rings", 7, 12],
  ["slices that are no multiple of four", 8, 10],
])("%s is left to TypeScript", (_, ringCount, sliceCount) => {
  expect(createKernelSweeper(unevenCell(ringCount, sliceCount, 1).grid)).toBeUndefined();
});

test.each([
  ["is missing", undefined],
  [
    "is refused by the page",
    {
      Module: class {
        constructor() {
          throw new Error("refused");
        }
      },
    },
  ],
])("where WebAssembly %s, TypeScript does the work", async (_, webAssembly) => {
  vi.resetModules();
  vi.stubGlobal("WebAssembly", webAssembly);
  const alone = await import("./split-kernel.ts");
  expect(alone.createKernelSweeper(unevenCell(8, 12, 1).grid)).toBeUndefined();
  vi.unstubAllGlobals();
});
