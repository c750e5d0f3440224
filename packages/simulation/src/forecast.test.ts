import { sources } from "@stipple/evidence";
import { expect, test } from "vitest";
import { type FollicleTreatment, untreated } from "./follicle-treatment.ts";
import {
  drawForecastSets,
  type ForecastDesign,
  forecastDensity,
  forecastPoint,
  gatherForecast,
} from "./forecast.ts";
import {
  follicleParameters,
  follicleParametersFor,
  norwoodPresets,
} from "./parameters/follicles.ts";

const always = { fromDay: 0, untilDay: Number.POSITIVE_INFINITY, adherenceFraction: 1 };
const minoxidil: FollicleTreatment = {
  ...untreated,
  minoxidil: [{ ...always, strength: "5-percent", weeklyDoseRatio: 1 }],
};
const needled: FollicleTreatment = {
  ...minoxidil,
  needling: Array.from({ length: 24 }, (_, week) => ({
    day: 7 * week,
    needleLengthUm: 1500,
    treatedFraction: 1,
  })),
};
const design: ForecastDesign = {
  parameters: follicleParameters,
  treatment: needled,
  comparator: minoxidil,
  weeks: 48,
  points: 100,
  centralFollicles: 10_000,
  bandFollicles: 1000,
  seed: 11,
};
const forecast = forecastDensity(design);
const at = (line: readonly number[], week: number) => line[week] ?? Number.NaN;

test("two equal treatments do not differ, however unsure the parameters: they share their luck", () => {
  const same = forecastDensity({ ...design, comparator: needled, points: 10 });
  expect(same.difference.low95.every((value) => value === 0)).toBe(true);
  expect(same.difference.high95.every((value) => value === 0)).toBe(true);
  expect(same.treated).toEqual(same.compared);
});

test("bands are nested around the median, for group and person, in every week", () => {
  for (const band of [forecast.difference, forecast.groupChange, forecast.personChange]) {
    for (let week = 0; week <= 48; week++) {
      const line = [band.low95, band.low80, band.median, band.high80, band.high95].map((values) =>
        at(values, week),
      );
      expect(line).toEqual(line.toSorted((a, b) => a - b));
    }
  }
});

test("E-PU-08: the 95 % band of needling is at least fivefold wide", () => {
  const low = at(forecast.difference.low95, 24);
  const high = at(forecast.difference.high95, 24);
  expect(low <= 0 || high / low >= 5).toBe(true);
  expect(high).toBeGreaterThan(25);
});

test("one person's 80 % band is wider than the mean effect: about ± 28 hairs/cm² and more at 48 weeks", () => {
  const { personChange, groupChange, layers } = forecast;
  const half = (at(personChange.high80, 48) - at(personChange.low80, 48)) / 2;
  expect(half).toBeGreaterThan(26);
  expect(half).toBeLessThan(40);
  expect(half).toBeGreaterThan(at(groupChange.median, 48));
  // Person and counting alone: the published 22, of which √2 · 7 is counting.
  const measured = Math.hypot(at(layers.person, 48), at(layers.counting, 48));
  expect(measured).toBeCloseTo(22, 10);
  expect(1.2816 * measured).toBeCloseTo(28.2, 1);
});

test("at the start nothing has changed but what counting twice makes of it", () => {
  expect(at(forecast.groupChange.high95, 0)).toBe(0);
  expect(at(forecast.layers.parameters, 0)).toBe(0);
  expect(at(forecast.layers.person, 0)).toBe(0);
  const half80 = at(forecast.personChange.high80, 0);
  expect(Math.abs(half80 / (1.2816 * Math.sqrt(2) * 7) - 1)).toBeLessThan(0.05);
});

test("the doubt about needling is named first among what the forecast depends on", () => {
  expect(forecast.contributors).toHaveLength(3);
  expect(forecast.contributors[0]?.name).toBe("needlingFactor");
  const fields = new Set(Object.keys(follicleParameters));
  expect(forecast.contributors.every(({ name }) => fields.has(name))).toBe(true);
});

test("needling is graded D, medicines alone B", () => {
  const small = { ...design, points: 2, centralFollicles: 100, bandFollicles: 100 };
  expect(forecast.grade).toBe("D");
  expect(forecastDensity({ ...small, treatment: minoxidil, comparator: untreated }).grade).toBe(
    "B",
  );
});

test("computed in steps, in parts and out of order, it is the same forecast to the byte", () => {
  const small = { ...design, points: 12, centralFollicles: 500, bandFollicles: 200 };
  const sets = drawForecastSets(small);
  const backwards = sets
    .toReversed()
    .map((values) => forecastPoint(small, values))
    .toReversed();
  expect(JSON.stringify(gatherForecast(small, sets, backwards))).toBe(
    JSON.stringify(forecastDensity(small)),
  );
  expect(() => gatherForecast(small, sets, [])).toThrow(
    "points must be as many as the 12 sets, got 0",
  );
});

test("presets for the grades are guesses, say so, and thin out from grade to grade", () => {
  const grades = ["2", "3", "4", "5"] as const;
  for (const grade of grades) {
    for (const parameter of Object.values(norwoodPresets[grade])) {
      expect(parameter.basis).toBe("uncertain");
      expect(parameter.note).toContain("guess");
    }
  }
  const shares = grades.map((grade) => follicleParametersFor(grade).longCyclingShare.value);
  expect(shares).toEqual([0.55, 0.4, 0.28, 0.18]);
  expect(follicleParametersFor("2").anagenCv).toBe(follicleParameters.anagenCv);
});

test.each(Object.entries(follicleParameters))(
  "%s has sources that exist and a range around its value",
  (_, parameter) => {
    expect(parameter.sources.length).toBeGreaterThan(0);
    expect(parameter.sources.filter((id) => !(id in sources))).toEqual([]);
    const [low, high] = "range" in parameter ? parameter.range : [parameter.value, parameter.value];
    expect(low <= parameter.value && parameter.value <= high).toBe(true);
  },
);
