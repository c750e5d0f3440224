import { expect, test } from "vitest";
import { drawDuration, drawUniform, follicleKey, logSdOf } from "./follicle-draws.ts";

/** Mean and variance of a uniform number, and correlation of neighbours, along one direction of the draws. */
function moments(draw: (index: number) => number) {
  const count = 100_000;
  const centred = Array.from({ length: count }, (_, index) => draw(index) - 0.5);
  const mean = centred.reduce((sum, value) => sum + value, 0) / count;
  const variance = centred.reduce((sum, value) => sum + value * value, 0) / count;
  const neighbours =
    centred.reduce((sum, value, index) => sum + value * (centred[index + 1] ?? 0), 0) / count;
  return { mean, variance, correlation: neighbours / variance };
}

test.each([
  ["purposes of one follicle", (index: number) => drawUniform(follicleKey(77, 3), index)],
  ["follicles for one purpose", (index: number) => drawUniform(follicleKey(77, index), 5)],
  ["runs for one follicle and purpose", (index: number) => drawUniform(follicleKey(index, 3), 5)],
])("draws are uniform and unrelated along %s", (_, draw) => {
  const { mean, variance, correlation } = moments(draw);
  // Four standard errors of 100 000 draws.
  expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(1 / 12 / 1e5));
  expect(Math.abs(variance * 12 - 1)).toBeLessThan(4 * Math.sqrt(0.8 / 1e5));
  expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(1e5));
});

test("durations have the mean and the variation asked for", () => {
  const count = 100_000;
  const logSd = logSdOf(0.3);
  const values = Array.from({ length: count }, (_, part) =>
    drawDuration(100, logSd, (part + 0.5) / count),
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count);
  expect(mean).toBeCloseTo(100, 2);
  expect(sd / mean).toBeCloseTo(0.3, 3);
});

test("no variation means the mean, and a negative one is refused", () => {
  expect(drawDuration(17, logSdOf(0), 0.9)).toBe(17);
  expect(() => logSdOf(-1)).toThrow("cv must be 0 or more, got -1");
});
