import { expect, test } from "vitest";
import {
  closeUpTotalsSchema,
  correctedTotalsSchema,
  measurementEditSchema,
  measurementSchema,
} from "./measurement-record.ts";

const id = "00000000-0000-4000-8000-000000000001";
const hair = { id: "h1", polylinePx: [1, 2, 3, 4.5], score: 0.8, borderCut: false, source: "bank" };
const totals = {
  count: { value: 1 },
  areaCm2: 0.01,
  densityPerCm2: {
    total: { value: 100, interval90: [60, 140] },
    terminal: { value: 100 },
    intermediate: { value: 0 },
    vellus: { value: 0 },
  },
  cumulativeThicknessMmPerCm2: { value: 6 },
};
const measurement = {
  id,
  photoId: id,
  measuredAt: "2026-11-22T19:00:00+01:00",
  algorithmVersion: "close-up/1",
  scale: { source: "window-card", umPerPx: 4, umPerPxSd: 0.04, tiltDeg: 3 },
  quality: { isFit: true, numbers: { focusFraction: 0.9 } },
  warnings: [],
  result: { kind: "close-up", totals, hairs: [hair] },
};

function issuesOf(value: unknown): readonly string[] {
  const { error } = measurementSchema.safeParse(value);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

test("a close-up leaves the border with its moment in UTC and everything else as it was", () => {
  expect(measurementSchema.parse(measurement)).toEqual({
    ...measurement,
    measuredAt: "2026-11-22T18:00:00Z",
  });
});

test.each([
  [{ kind: "coverage", totals: { coverageFraction: { value: 0.4, interval90: [0.3, 0.5] } } }],
  [
    {
      kind: "anagen-share",
      secondPhotoId: id,
      elapsedH: 72,
      totals: { anagenFraction: { value: 0.8 }, growing: 80, resting: 20, unsure: 4 },
    },
  ],
])("the result %j is taken", (result) => {
  expect(issuesOf({ ...measurement, scale: { source: "none" }, result })).toEqual([]);
});

test.each([
  [60, [60, 60], true],
  [60, [60, 61], true],
  [60, [59, 60], true],
  [60, [61, 90], false],
  [60, [20, 59], false],
  [60, [90, 20], false],
])("a range holds its value: %d in %j is %s", (value, interval90, isTaken) => {
  const total = { value, interval90 };
  const changed = { ...totals, densityPerCm2: { ...totals.densityPerCm2, total } };
  expect(closeUpTotalsSchema.safeParse(changed).success).toBe(isTaken);
});

test("two hairs have two ids, and a line has pairs of numbers", () => {
  const withHairs = (...hairs: object[]) => ({
    ...measurement,
    result: { kind: "close-up", totals, hairs },
  });
  expect(issuesOf(withHairs(hair, { ...hair, id: "h2" }))).toEqual([]);
  expect(issuesOf(withHairs(hair, hair))).toEqual([
    "result.hairs: hairs with an id of their own each",
  ]);
  expect(issuesOf(withHairs({ ...hair, polylinePx: [1, 2, 3, 4, 5] }))).toEqual([
    "result.hairs.0.polylinePx: pairs of x and y",
  ]);
});

test("a measurement names scale, area and version in the units its keys say", () => {
  expect(issuesOf({ ...measurement, scale: { source: "typed" } })).toHaveLength(2);
  expect(issuesOf({ ...measurement, scale: { source: "none", umPerPx: 4 } })).toHaveLength(1);
  const noArea = { ...measurement.result, totals: { ...totals, areaCm2: 0 } };
  expect(issuesOf({ ...measurement, result: noArea })).toHaveLength(1);
  expect(issuesOf({ ...measurement, algorithmVersion: "" })).toHaveLength(1);
});

test("without a scale a close-up has its hairs and their number, and no size", () => {
  const { lengthUm: _, ...unsized } = { ...hair, lengthUm: 0, widthPx: 7.5, unit: 0 };
  const result = {
    kind: "close-up",
    totals: { count: { value: 1, interval90: [0, 2] }, thicknessVariation: 0.3 },
    hairs: [{ ...unsized, rootConfidence: 0.4 }],
  };
  expect(issuesOf({ ...measurement, scale: { source: "none" }, result })).toEqual([]);
});

test("a hair is split into two at least, and joined from two at least", () => {
  const edit = { id, at: "2026-11-22T18:00:00Z" };
  const split = { ...edit, kind: "hair-split", hairId: "h1" };
  const joined = { ...edit, kind: "hairs-joined", into: hair };
  const isTaken = (value: unknown) => measurementEditSchema.safeParse(value).success;
  expect(isTaken({ ...split, into: [hair, hair] })).toBe(true);
  expect(isTaken({ ...split, into: [hair] })).toBe(false);
  expect(isTaken({ ...joined, hairIds: ["h1", "h2"] })).toBe(true);
  expect(isTaken({ ...joined, hairIds: ["h1"] })).toBe(false);
});

test("corrected totals say after how many edits", () => {
  expect(correctedTotalsSchema.safeParse({ editCount: 3, totals }).success).toBe(true);
  expect(correctedTotalsSchema.safeParse({ totals }).success).toBe(false);
});
