import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bestRun,
  type Course,
  type GainStrip,
  layBand,
  runWorth,
  tabulateRows,
} from "./band-rows.ts";
import { seeded } from "./testing/seeded.ts";

const strips = fc
  .record({
    rows: fc.integer({ min: 1, max: 14 }),
    sideColumns: fc.integer({ min: 2, max: 9 }),
    seed: fc.nat(10_000),
  })
  .map(({ rows, sideColumns, seed }): GainStrip => {
    const draw = seeded(seed + 1);
    const gain = Float32Array.from({ length: rows * (2 * sideColumns + 1) }, () => draw() - 0.5);
    return { rows, sideColumns, gain };
  });
const widths = fc.double({ min: 1, max: 6, noNaN: true });
const courses = fc.record({
  middle: fc.double({ min: -5, max: 5, noNaN: true }),
  slope: fc.double({ min: -0.6, max: 0.6, noNaN: true }),
});

test("the best run of a course is the best of all its runs, tried one by one", () => {
  fc.assert(
    fc.property(strips, widths, courses, (strip, widthPx, course) => {
      const worths = Array.from({ length: strip.rows }, (_, row) =>
        rowWorth(strip, row, course, widthPx),
      );
      const sums = worths.flatMap((_, from) =>
        worths
          .slice(from)
          .map((_, more) =>
            worths.slice(from, from + more + 1).reduce((sum, worth) => sum + worth, 0),
          ),
      );
      const most = Math.max(0, ...sums);
      const table = tabulateRows(strip, widthPx);
      const places = layBand(table, course, widthPx);
      const run = bestRun(table, places, 0, 0);
      expect(run?.worth ?? 0).toBeCloseTo(most, 5);
      if (run) expect(runWorth(table, places, run)).toBeCloseTo(run.worth, 9);
      expect(bestRun(table, places, 0, most + 1e-4)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

/** Mean gain under the band, and the bonus for bare skin beside it; nothing is worth a band that leaves the strip. */
function rowWorth(
  strip: GainStrip,
  row: number,
  { middle, slope }: Course,
  widthPx: number,
): number {
  const { rows, sideColumns, gain } = strip;
  const columns = 2 * sideColumns + 1;
  const side = middle + slope * (row - rows / 2) + sideColumns;
  const left = Math.round(side - widthPx / 2);
  const right = Math.round(side + widthPx / 2);
  if (left < 1 || right > columns - 2) return Number.NEGATIVE_INFINITY;
  const values = Array.from(gain.subarray(row * columns, (row + 1) * columns));
  const under = values.slice(left, right + 1);
  const inner = under.reduce((sum, value) => sum + value, 0) / under.length;
  const bare = -Math.min(values[left - 1] ?? 0, values[right + 1] ?? 0);
  return inner + (inner > 0 && bare > 0 ? 0.18 * bare : 0);
}
