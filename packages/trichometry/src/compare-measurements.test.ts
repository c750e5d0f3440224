import { sources } from "@stipple/evidence";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareMeasurements, detectableChange, type Measurement } from "./compare-measurements.ts";

const density: Measurement = {
  quantity: "density-total",
  value: 200,
  mode: "three-shots",
  method: "closeup-1",
  gate: { isPassed: true, reasons: [] },
};

test("three averaged shots tell 11 %: 1.96 · √2 · 4 %", () => {
  expect(detectableChange(density, density)).toBeCloseTo(200 * 1.96 * Math.SQRT2 * 0.04, 9);
  expect(compareMeasurements(density, { ...density, value: 222 }).answer).toBe(
    "no-detectable-change",
  );
  expect(compareMeasurements(density, { ...density, value: 223 }).answer).toBe("better");
  expect(compareMeasurements(density, { ...density, value: 177 }).answer).toBe("worse");
});

test("matched tells less than three shots, and three shots less than one", () => {
  const [matched, three, single] = (["matched", "three-shots", "single-shot"] as const).map(
    (mode) => detectableChange({ ...density, mode }, { ...density, mode }),
  );
  expect(matched).toBeLessThan(three ?? 0);
  expect(three).toBeLessThan(single ?? 0);
});

test("hair matched one to one shows a change that two single shots do not", () => {
  const single = { ...density, mode: "single-shot" as const };
  const later = { ...single, value: 212 };
  expect(compareMeasurements(single, later).answer).toBe("no-detectable-change");
  const matched = { netFraction: 0.06, interval90: [0.02, 0.1] as const };
  expect(compareMeasurements(single, later, matched)).toMatchObject({
    answer: "better",
    change: 12,
    mode: "matched",
  });
});

test("the error of a matched change is a share of the first value, however many hairs the second count has", () => {
  const matched = { netFraction: 0.28, interval90: [0.11, 0.45] as const };
  const least = (value: number) =>
    compareMeasurements(density, { ...density, value }, matched).detectableChange;
  expect(least(400)).toBeCloseTo(1.96 * (0.17 / 1.645) * 200, 9);
  expect(least(400)).toBe(least(200));
});

test("a failed gate is never compared, and its reason is told", () => {
  const blurred = {
    ...density,
    value: 400,
    gate: { isPassed: false, reasons: ["The photo is blurred."] },
  };
  const comparison = compareMeasurements(density, blurred);
  expect(comparison.answer).toBe("not-comparable");
  expect(comparison.change).toBeUndefined();
  expect(comparison.reasons[0]?.text).toContain("The photo is blurred.");
});

test("a wider part and more thin hairs are worse; other methods do not compare", () => {
  const part = { ...density, quantity: "part-width" as const, value: 10 };
  expect(compareMeasurements(part, { ...part, value: 13 }).answer).toBe("worse");
  const vellus = { ...density, quantity: "vellus-share" as const, value: 0.4 };
  expect(compareMeasurements(vellus, { ...vellus, value: 0.3 }).answer).toBe("better");
  expect(compareMeasurements(density, { ...density, method: "manual" }).answer).toBe(
    "not-comparable",
  );
  expect(compareMeasurements(density, { ...density, value: Number.NaN }).answer).toBe(
    "not-comparable",
  );
});

test("a change within what one spot does without treatment says so", () => {
  const { reasons } = compareMeasurements(density, { ...density, value: 235 });
  expect(reasons.at(-1)?.text).toContain("without treatment");
  expect(reasons.flatMap(({ sources: ids }) => ids).filter((id) => !(id in sources))).toEqual([]);
});

test("nothing within the detectable change is ever called better or worse", () => {
  const values = fc.double({ min: 20, max: 400, noNaN: true });
  const modes = fc.constantFrom("matched" as const, "three-shots" as const, "single-shot" as const);
  fc.assert(
    fc.property(values, values, modes, (before, after, mode) => {
      const first = { ...density, value: before, mode };
      const {
        answer,
        change = 0,
        detectableChange: least = 0,
      } = compareMeasurements(first, { ...first, value: after });
      expect(answer === "no-detectable-change").toBe(Math.abs(change) <= least);
    }),
  );
});
