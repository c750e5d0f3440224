import { expect, test } from "vitest";
import { drawDuration, drawDurationMet } from "./follicle-draws.ts";
import { quantileTable, readQuantile, unitTable } from "./follicle-durations.ts";

test.each([
  [1000, 0.35],
  [100, 0.3],
  [30, 0.5],
  [1, 0.77],
])(
  "the table for median %d and log SD %d has the law's mean, spread and median",
  (median, logSd) => {
    const table = quantileTable(median, logSd);
    const count = 2 ** 20;
    let sum = 0;
    let squares = 0;
    for (let part = 0; part < count; part++) {
      const value = readQuantile(table, part * 2 ** 12 + 2 ** 11);
      sum += value;
      squares += value * value;
    }
    const mean = sum / count;
    const lawMean = median * Math.exp(logSd ** 2 / 2);
    const lawSd = lawMean * Math.sqrt(Math.exp(logSd ** 2) - 1);
    expect(Math.abs(mean / lawMean - 1)).toBeLessThan(2e-4);
    const offSd = Math.sqrt(squares / count - mean * mean) / lawSd - 1;
    expect(Math.abs(offSd)).toBeLessThan(logSd > 0.5 ? 2e-3 : 5e-4);
    expect(readQuantile(table, 2 ** 31)).toBeCloseTo(median, 9);
  },
);

test("a table of mean 1 is kept, and stands for every mean and for phases that are met", () => {
  const logSd = 0.6;
  const table = unitTable(logSd);
  expect(unitTable(logSd)).toBe(table);
  for (const part of [3, 100, 512, 900, 1020]) {
    const share = part / 1024;
    const bits = part * 2 ** 22;
    expect(120 * readQuantile(table, bits)).toBeCloseTo(drawDuration(120, logSd, share), 9);
    expect(120 * Math.exp(logSd ** 2) * readQuantile(table, bits)).toBeCloseTo(
      drawDurationMet(120, logSd, share),
      9,
    );
  }
});
