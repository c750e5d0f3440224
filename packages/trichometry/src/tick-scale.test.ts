import fc from "fast-check";
import { expect, test } from "vitest";
import { readTickScale, scaleOfTickProfile } from "./tick-scale.ts";

/** Dark ticks a `period` apart, every fifth darker, on paper that grows darker to one side. */
function ticks(period: number, count: number, phase: number): Float64Array {
  const width = Math.max(1.5, 0.12 * period);
  return Float64Array.from({ length: Math.floor(period * count) }, (_, at) => {
    const turn = (at - phase * period) / period;
    const off = Math.abs(turn - Math.round(turn)) * period;
    const ink = Math.min(1, Math.max(0, width / 2 - off + 0.5));
    return 0.8 - 0.1 * (at / (period * count)) - ink * (Math.round(turn) % 5 === 0 ? 0.6 : 0.45);
  });
}

test("ticks from 1 to 20 µm a pixel give the scale to 0.3 %", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 25, max: 1000, noNaN: true }),
      fc.double({ min: 0.3, max: 0.7, noNaN: true }),
      (period, phase) => {
        const scale = scaleOfTickProfile(ticks(period, 12, phase), 1000);
        if (scale.kind !== "found") throw new Error(scale.message);
        expect(Math.abs((scale.umPerPx * period) / 1000 - 1)).toBeLessThan(0.003);
      },
    ),
    { numRuns: 40 },
  );
});

test("light ticks on a dark ground count as well", () => {
  const scale = scaleOfTickProfile(
    ticks(60, 14, 0.4).map((light) => 1 - light),
    500,
  );
  expect(scale).toMatchObject({ kind: "found", ticks: 14 });
});

test("a slanted line across ticks in a picture is read along its own length", () => {
  const values = new Float32Array(600 * 100);
  for (let at = 0; at < values.length; at++) values[at] = (at % 600) % 40 < 4 ? 0.2 : 0.8;
  const line = { from: { x: 10, y: 20 }, to: { x: 580, y: 60 }, halfWidthPx: 3 };
  const scale = readTickScale({ width: 600, height: 100, values }, line, 1000);
  if (scale.kind !== "found") throw new Error(scale.message);
  const stretch = Math.hypot(570, 40) / 570;
  expect(Math.abs(scale.umPerPx * 40 * stretch - 1000)).toBeLessThan(3);
});

test("five ticks are too few, and an even grey has none", () => {
  expect(scaleOfTickProfile(ticks(60, 5, 0.5), 1000).kind).not.toBe("found");
  expect(scaleOfTickProfile(new Float64Array(500).fill(0.5), 1000).kind).toBe("no-ticks");
});
