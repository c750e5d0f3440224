import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { filterRidges } from "./ridge.ts";
import { createKernelStrip } from "./ridge-kernel.ts";
import { createPlainStrip } from "./ridge-strip.ts";
import type { StripLayout } from "./strip.ts";
import { noisePlane, planeFilledWith } from "./testing/planes.ts";

const inKernel = (layout: StripLayout) => {
  const strip = createKernelStrip(layout);
  if (!strip) throw new Error("the kernel cannot be had");
  return strip;
};

/** The kernel sums in single precision: up to some 60 roundings of 6 · 10⁻⁸ each, of values of 1 at most. */
const tolerance = 4e-6;

test("kernel and TypeScript give the same answers to 4 millionths and the same directions", () => {
  const side = fc.integer({ min: 1, max: 150 });
  const sigmas = fc.uniqueArray(fc.constantFrom(0.5, 1, 1.5, 2.25, 4, 7), { minLength: 1 });
  fc.assert(
    fc.property(side, side, sigmas, fc.nat(1000), (width, height, sigmasPx, seed) => {
      const plane = noisePlane(width, height, seed);
      const fast = filterRidges(plane, sigmasPx, inKernel);
      const plain = filterRidges(plane, sigmasPx, createPlainStrip);
      let furthest = 0;
      let turned = 0;
      for (let i = 0; i < plain.strength.length; i++) {
        const strength = plain.strength[i] ?? 0;
        furthest = Math.max(furthest, Math.abs((fast.strength[i] ?? 0) - strength));
        if (strength > tolerance && fast.choice[i] !== plain.choice[i]) turned++;
      }
      expect(furthest).toBeLessThan(tolerance);
      // Two directions may answer the same but for the last digit.
      expect(turned).toBeLessThanOrEqual(1 + plain.strength.length / 10_000);
    }),
    { numRuns: 40 },
  );
});

test.each([0, 1])("a picture of %d alone, of any size, has no line", (value) => {
  for (const [width, height] of [
    [1, 1],
    [1, 7],
    [9, 1],
    [65, 64],
    [1030, 3],
  ] as const) {
    for (const create of [inKernel, createPlainStrip]) {
      const { strength } = filterRidges(planeFilledWith(width, height, value), [1.5, 4], create);
      expect(Math.max(...strength)).toBeLessThan(tolerance);
    }
  }
});

test("a kernel wider than any that is used is left to TypeScript", () => {
  expect(createKernelStrip({ width: 10, reachPx: 300 })).toBeUndefined();
});

test("where WebAssembly is refused, TypeScript does the work", async () => {
  vi.resetModules();
  vi.stubGlobal("WebAssembly", {
    Module: class {
      constructor() {
        throw new Error("refused");
      }
    },
  });
  const alone = await import("./ridge-kernel.ts");
  expect(alone.createKernelStrip({ width: 8, reachPx: 3 })).toBeUndefined();
  vi.unstubAllGlobals();
});
