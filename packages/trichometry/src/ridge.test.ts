import fc from "fast-check";
import { expect, test } from "vitest";
import { filterRidges } from "./ridge.ts";

function barPlane(width: number, height: number, barWidth: number) {
  const values = new Float32Array(width * height).fill(1);
  const from = (width - barWidth) >> 1;
  for (let y = 0; y < height; y++) values.fill(0, y * width + from, y * width + from + barWidth);
  return { width, height, values };
}

test("a bar of width 2σ and contrast 1 answers 2 φ(1) = 0.484, across itself", () => {
  const { strength, choice } = filterRidges(barPlane(81, 41, 21), [10.5]);
  const middle = 20 * 81 + 40;
  expect(Math.abs((strength[middle] ?? 0) - 0.484)).toBeLessThan(0.008);
  expect(choice[middle]).toBe(0);
});

test("even ground answers nothing, whatever its size", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
      (width, height) => {
        const plane = { width, height, values: new Float32Array(width * height).fill(0.7) };
        const { strength } = filterRidges(plane, [1.5, 3]);
        expect(Math.max(...strength)).toBeLessThan(1e-5);
      },
    ),
    { numRuns: 40 },
  );
});

test("the answer is the largest of the eight directions, computed one by one", () => {
  const plane = barPlane(31, 31, 3);
  const values = plane.values.map((v, i) => v * (0.8 + 0.2 * Math.sin(i)));
  const { strength, choice } = filterRidges({ ...plane, values }, [1.5]);
  const at = 15 * 31 + 13;
  const [xx, xy, yy] = derivatives({ ...plane, values }, 13, 15, 1.5);
  const answers = Array.from({ length: 8 }, (_, k) => {
    const angle = (k * Math.PI) / 8;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    return 2.25 * (cos * cos * xx + 2 * sin * cos * xy + sin * sin * yy);
  });
  expect(strength[at]).toBeCloseTo(Math.max(0, ...answers), 4);
  expect(choice[at]).toBe(answers.indexOf(Math.max(...answers)));
});

/** The three second derivatives of a plane under a Gaussian at one place, as the definition has them. */
function derivatives(
  { width, values }: { width: number; values: Float32Array },
  x: number,
  y: number,
  sigma: number,
): readonly [number, number, number] {
  const radius = Math.ceil(3 * sigma);
  const offsets = Array.from({ length: 2 * radius + 1 }, (_, i) => i - radius);
  const raw = offsets.map((t) => Math.exp((-t * t) / (2 * sigma * sigma)));
  const sum = raw.reduce((a, b) => a + b, 0);
  const g = raw.map((v) => v / sum);
  const g1 = offsets.map((t, i) => (-t / sigma ** 2) * (g[i] ?? 0));
  const plain = offsets.map((t, i) => ((t * t) / sigma ** 4 - 1 / sigma ** 2) * (g[i] ?? 0));
  const mean = plain.reduce((a, b) => a + b, 0) / plain.length;
  const g2 = plain.map((v) => v - mean);
  const filter = (across: readonly number[], down: readonly number[]) =>
    offsets.reduce(
      (total, dy, j) =>
        total +
        offsets.reduce(
          (row, dx, i) =>
            row + (across[i] ?? 0) * (down[j] ?? 0) * (values[(y + dy) * width + x + dx] ?? 0),
          0,
        ),
      0,
    );
  return [filter(g2, g), filter(g1, g1), filter(g, g2)];
}
