import fc from "fast-check";
import { expect, test } from "vitest";
import { createGrid, transform, transformBack } from "./fourier.ts";
import { findShift } from "./phase-correlation.ts";
import type { Plane } from "./plane.ts";
import { smoothPlane } from "./smooth.ts";
import { seeded } from "./testing/seeded.ts";

test("the transform of a wave is one peak, and back again it is the wave", () => {
  const grid = createGrid(16, 8);
  for (let at = 0; at < 128; at++) grid.real[at] = Math.cos((2 * Math.PI * 3 * (at % 16)) / 16);
  const before = Float64Array.from(grid.real);
  transform(grid);
  expect(grid.real[3]).toBeCloseTo(64, 9);
  expect(grid.real[13]).toBeCloseTo(64, 9);
  expect(grid.real.reduce((sum, value) => sum + Math.abs(value), 0)).toBeCloseTo(128, 6);
  transformBack(grid);
  for (const [at, value] of before.entries()) expect(grid.real[at]).toBeCloseTo(value, 9);
});

const uniform = seeded(9);
const noise: Plane = smoothPlane(
  { width: 200, height: 160, values: Float32Array.from({ length: 32_000 }, uniform) },
  1.5,
);
const mean = noise.values.reduce((sum, value) => sum + value, 0) / noise.values.length;

function windowAt(left: number, top: number): Plane {
  const values = Float32Array.from(
    { length: 120 * 100 },
    (_, at) => (noise.values[(Math.floor(at / 120) + top) * 200 + (at % 120) + left] ?? 0) - mean,
  );
  return { width: 120, height: 100, values };
}

test("a shifted picture is found to a quarter of a pixel", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 60 }), fc.integer({ min: 10, max: 40 }), (left, top) => {
      const { x, y, confidence } = findShift(windowAt(35, 25), windowAt(left, top), {
        x: 40,
        y: 40,
      });
      expect(Math.abs(x - (left - 35))).toBeLessThan(0.25);
      expect(Math.abs(y - (top - 25))).toBeLessThan(0.25);
      expect(confidence).toBeGreaterThan(15);
    }),
    { numRuns: 20 },
  );
});
