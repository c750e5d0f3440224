import fc from "fast-check";
import { expect, test } from "vitest";
import { smoothPlane } from "./smooth.ts";
import { createKernelSmoother } from "./smooth-kernel.ts";
import { createPlainSmoother } from "./smooth-strip.ts";
import type { StripLayout } from "./strip.ts";
import { noisePlane, planeFilledWith } from "./testing/planes.ts";

const inKernel = (layout: StripLayout, weights: Float64Array) => {
  const strip = createKernelSmoother(layout, weights);
  if (!strip) throw new Error("the kernel cannot be had");
  return strip;
};

/** The same operations on every pixel in the same order leave no room for a difference: the bound is none. */
test("kernel and TypeScript give the same bits", () => {
  const side = fc.integer({ min: 1, max: 150 });
  const sigma = fc.constantFrom(0.3, 1.35, 2.5, 6);
  fc.assert(
    fc.property(side, side, sigma, fc.nat(1000), (width, height, sigmaPx, seed) => {
      const plane = noisePlane(width, height, seed);
      expect(smoothPlane(plane, sigmaPx, inKernel)).toEqual(
        smoothPlane(plane, sigmaPx, createPlainSmoother),
      );
    }),
    { numRuns: 40 },
  );
});

test("wider than a tile they are the same too", () => {
  const plane = noisePlane(1031, 67, 5);
  expect(smoothPlane(plane, 2, inKernel)).toEqual(smoothPlane(plane, 2, createPlainSmoother));
});

test.each([0, 1])("a picture of %d alone stays what it is", (value) => {
  for (const [width, height] of [
    [1, 1],
    [1, 7],
    [9, 1],
    [65, 64],
  ] as const) {
    const plane = planeFilledWith(width, height, value);
    const { values } = smoothPlane(plane, 1.5);
    expect(Math.max(...values.map((smoothed) => Math.abs(smoothed - value)))).toBeLessThan(1e-6);
  }
});
