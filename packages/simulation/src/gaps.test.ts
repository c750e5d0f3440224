import fc from "fast-check";
import { expect, test } from "vitest";
import { measureGaps } from "./gaps.ts";
import { buildPointGrid, nearestDistanceMm } from "./point-grid.ts";
import { createRandom } from "./random.ts";

const rectangle = { left: 1, top: 1, right: 9, bottom: 7 };

test("leaving out the places that cannot matter changes neither gap", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.nat(1e6),
      (count, sampleMm, seed) => {
        const random = createRandom(seed);
        const values = Float64Array.from(
          { length: 2 * count },
          (_, i) => random.uniform() * (i % 2 === 0 ? 10 : 8),
        );
        const grid = buildPointGrid({ values, stride: 2, count }, 10, 8);
        const columns = Math.ceil(8 / sampleMm);
        const rows = Math.ceil(6 / sampleMm);
        const all = Float64Array.from({ length: columns * rows }, (_, place) => {
          const x = 1 + (((place % columns) + 0.5) / columns) * 8;
          const y = 1 + ((Math.floor(place / columns) + 0.5) / rows) * 6;
          return nearestDistanceMm(grid, { x, y, self: -1 });
        }).sort();
        const { gap99Mm, largestGapMm } = measureGaps(grid, rectangle, sampleMm);
        expect(gap99Mm).toBeCloseTo(all[Math.ceil(0.99 * all.length) - 1] ?? -1, 9);
        expect(largestGapMm).toBeCloseTo(all.at(-1) ?? -1, 9);
      },
    ),
  );
});

test("no spacing of the places is refused by name", () => {
  const grid = buildPointGrid({ values: Float64Array.of(5, 5), stride: 2, count: 1 }, 10, 8);
  expect(() => measureGaps(grid, rectangle, 0)).toThrow(/gapSampleMm/);
});
