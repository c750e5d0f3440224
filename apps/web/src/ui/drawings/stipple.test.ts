import { expect, test } from "vitest";
import { smoothstep, stipple } from "./stipple.ts";

const bounds = { left: 0, top: 0, width: 200, height: 100 };

test("no two dots lie closer than the spacing, and the same seed draws the same dots", () => {
  const dots = stipple({ bounds, spacing: 6, density: () => 1 });
  const distances = dots.flatMap((a, index) =>
    dots.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
  );
  expect(Math.min(...distances)).toBeGreaterThanOrEqual(6);
  expect(stipple({ bounds, spacing: 6, density: () => 1 })).toEqual(dots);
  expect(stipple({ bounds, spacing: 6, density: () => 1, seed: 8 })).not.toEqual(dots);
});

test("half the density draws about half the dots, none draws none", () => {
  const dots = stipple({ bounds, spacing: 4, density: ({ x }) => (x < 100 ? 1 : 0.5) });
  const thick = dots.filter(({ x }) => x < 100).length;
  expect((dots.length - thick) / thick).toBeGreaterThan(0.4);
  expect((dots.length - thick) / thick).toBeLessThan(0.65);
  expect(stipple({ bounds, spacing: 4, density: () => 0 })).toEqual([]);
});

test("smoothstep runs from 0 to 1 either way", () => {
  expect([smoothstep(0, 10, -1), smoothstep(0, 10, 5), smoothstep(0, 10, 11)]).toEqual([0, 0.5, 1]);
  expect(smoothstep(10, 0, 2)).toBeCloseTo(0.896, 3);
});
