import { describe, expect, test } from "vitest";
import { sources } from "./sources.ts";
import { pooledAnalyses } from "./trials/pooled.ts";
import type { Point, ReferenceCurve, Trial } from "./trials/trial.ts";
import { chartableArms, chartablePoints, curves, pointPerCm2, trials } from "./trials.ts";
import { oneInchCircleCm2, perCm2FromOneInchCircle, perCm2FromPerSquareInch } from "./units.ts";

const allPoints: readonly Point[] = [
  ...trials.flatMap(({ arms }) => arms.flatMap(({ points }) => points)),
  ...trials.flatMap(({ arms }) => arms.flatMap(({ diameterChange }) => diameterChange ?? [])),
  ...curves.flatMap(({ points }) => points),
];

function trial(id: string): Trial {
  const found = trials.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no trial ${id}`);
  return found;
}

function curve(id: string): ReferenceCurve {
  const found = curves.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no curve ${id}`);
  return found;
}

describe("the data", () => {
  test("has the 20 trials, 15 curves and 7 pooled analyses that were collected, each once", () => {
    const ids = [...trials, ...curves].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([trials.length, curves.length, pooledAnalyses.length]).toEqual([20, 15, 7]);
  });

  test.each([...trials, ...pooledAnalyses])("$id names sources that exist", (entry) => {
    expect(entry.sources.filter((id) => !(id in sources))).toEqual([]);
    expect(entry.sources.length).toBeGreaterThanOrEqual(1);
  });

  test("every number has a unit and a source that exists", () => {
    const bare = allPoints.filter(
      ({ unit, sources: from }) =>
        !unit || from.length === 0 || from.some((id) => !(id in sources)),
    );
    expect(bare).toEqual([]);
    expect(allPoints.every(({ mean }) => Number.isFinite(mean))).toBe(true);
  });

  test("every point of a curve is in the unit of the curve", () => {
    for (const { id, unit, points } of curves) {
      expect({ id, units: points.filter((point) => point.unit !== unit) }).toEqual({
        id,
        units: [],
      });
    }
  });

  test("a trial whose numbers rest on memory is not chartable", () => {
    const chartable = trials.filter((candidate) => candidate.chartable).map(({ id }) => id);
    expect(chartable).toEqual(["dhurat-2013", "kumar-2018", "aggarwal-2020"]);
  });
});

describe("units", () => {
  test("Kumar's 12.52 hairs per square inch are 1.94 hairs/cm², 1.89 are 0.29", () => {
    expect(perCm2FromPerSquareInch(12.52)).toBeCloseTo(1.94, 2);
    const means = chartableArms(trial("kumar-2018")).map(({ points }) => points[0]?.mean);
    expect(means[0]).toBeCloseTo(1.94, 2);
    expect(means[1]).toBeCloseTo(0.293, 3);
  });

  test("a circle one inch across has 5.067 cm²; 107 hairs more in it are 21.1 per cm²", () => {
    expect(oneInchCircleCm2).toBeCloseTo(5.067, 3);
    expect(perCm2FromOneInchCircle(107)).toBeCloseTo(21.1, 1);
    expect(perCm2FromOneInchCircle(876)).toBeCloseTo(172.9, 1);
  });

  test("a converted point says that it was derived, keeps its week, and scales its spread", () => {
    const point = pointPerCm2({
      week: 12,
      mean: 64.516,
      sd: 6.4516,
      range: [0, 12.9032],
      unit: "hairs/in2",
      confidence: "looked-up",
      sources: ["kumar-2018"],
    });
    expect(point).toMatchObject({ week: 12, unit: "hairs/cm2", confidence: "derived" });
    expect(point.mean).toBeCloseTo(10, 12);
    expect([point.sd, ...(point.range ?? [])]).toEqual([1, 0, 2]);
  });

  test("a count without a known area keeps its unit", () => {
    const [point] = chartablePoints(curve("topical-finasteride-piraccini-2022"));
    expect(point).toMatchObject({ mean: 20.2, unit: "hairs/target-area" });
  });
});

describe("what may be drawn", () => {
  test("Dhurat 2013: +91.4 against +22.2 hairs/cm² at week 12", () => {
    expect(chartableArms(trial("dhurat-2013"))).toMatchObject([
      { name: "needling + minoxidil 5 % bid", points: [{ week: 12, mean: 91.4 }] },
      { name: "minoxidil 5 % bid", points: [{ week: 12, mean: 22.2 }] },
    ]);
  });

  test("nothing remembered, in doubt, undated or barred is ever drawn", () => {
    const drawn = [
      ...trials.flatMap((one) => chartableArms(one).flatMap(({ points }) => points)),
      ...curves.flatMap(chartablePoints),
    ];
    expect(drawn.filter(({ confidence }) => !/^(looked-up|derived)$/.test(confidence))).toEqual([]);
    expect(drawn.filter(({ week }) => week === undefined)).toEqual([]);
    expect(chartablePoints(curve("finasteride-1-men"))).toEqual([]);
    expect(chartableArms(trial("indonesia-rct"))).toEqual([]);
    expect(chartableArms(trial("bao-2020"))).toEqual([]);
  });

  test("a remembered count stays remembered when it is converted", () => {
    const [first] = curve("placebo-men").points;
    expect(first && pointPerCm2(first).confidence).toBe("from-memory");
  });

  test("short needles at home have no curve, only a sentence", () => {
    const home = curve("home-short-needles");
    expect(chartablePoints(home)).toEqual([]);
    expect(home.note).toContain("No proven added effect");
  });

  test("the clinic expectation is shown as the band from 25 to 34", () => {
    expect(chartablePoints(curve("needling-with-minoxidil-5"))).toMatchObject([
      { week: 24, range: [25, 34], confidence: "derived" },
    ]);
  });
});
