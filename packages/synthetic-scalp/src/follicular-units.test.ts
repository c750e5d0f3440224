import { createRandom } from "@stipple/simulation";
import { expect, test } from "vitest";
import { leastSpacingUm, scatterUnits } from "./follicular-units.ts";

const patch = { leftUm: -500, topUm: 0, rightUm: 9500, bottomUm: 8000 };

test.each([50, 115, 140, 300])(
  "%d units per cm² stand at least 350 µm apart, all inside",
  (density) => {
    const units = scatterUnits(patch, density, createRandom(5));
    expect(units).toHaveLength(Math.round(density * 0.8));
    for (const [at, [x, y]] of units.entries()) {
      expect(x >= -500 && x < 9500 && y >= 0 && y < 8000).toBe(true);
      for (const other of units.slice(at + 1)) {
        expect(Math.hypot(other[0] - x, other[1] - y)).toBeGreaterThanOrEqual(leastSpacingUm);
      }
    }
  },
);

test("sparse units stand more evenly than chance would have them", () => {
  const units = scatterUnits(patch, 115, createRandom(6));
  const nearest = units.map(([x, y]) =>
    Math.min(...units.map((other) => Math.hypot(other[0] - x, other[1] - y) || Infinity)),
  );
  const mean = nearest.reduce((sum, distance) => sum + distance, 0) / nearest.length;
  // At random it would be 1 / (2 √density) = 466 µm (Clark and Evans 1954).
  expect(mean).toBeGreaterThan(600);
});
