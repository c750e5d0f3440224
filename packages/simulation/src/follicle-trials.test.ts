import { oneInchCircleCm2, perCm2FromPerSquareInch } from "@stipple/evidence";
import { expect, test } from "vitest";
import { simulateFollicles } from "./follicle-cycle.ts";
import { type FollicleTreatment, type NeedlingSession, untreated } from "./follicle-treatment.ts";
import { centralValues } from "./parameter.ts";
import { type FollicleValues, follicleParameters } from "./parameters/follicles.ts";
import { comparePublishedGain } from "./published-gain.ts";

const parameters: FollicleValues = centralValues(follicleParameters);
const always = { fromDay: 0, untilDay: Number.POSITIVE_INFINITY, adherenceFraction: 1 };
const withMinoxidil = (
  strength: "2-percent" | "5-percent",
  needling: readonly NeedlingSession[] = [],
): FollicleTreatment => ({
  minoxidil: [{ ...always, strength, weeklyDoseRatio: 1 }],
  finasteride: [],
  needling,
});
const weekly = (count: number, needleLengthUm = 1500): NeedlingSession[] =>
  Array.from({ length: count }, (_, week) => ({
    day: 7 * week,
    needleLengthUm,
    treatedFraction: 1,
  }));

const runOf = (treatment: FollicleTreatment, values = parameters) =>
  simulateFollicles({ treatment, follicles: 40_000, weeks: 104, seed: 1, stream: 0 }, values);
const alone = runOf(untreated);
const strong = runOf(withMinoxidil("5-percent"));
const finasteride = runOf({ ...untreated, finasteride: [always] });
type Line = "visiblePerCm2" | "visibleAnagenPerCm2";
const net = (a: typeof alone, b: typeof alone, week: number, line: Line = "visiblePerCm2") =>
  (a[line][week] ?? Number.NaN) - (b[line][week] ?? Number.NaN);
const startPerCm2 = alone.visiblePerCm2[0] ?? Number.NaN;
const hiddenPerCm2 = parameters.follicleDensityPerCm2 - startPerCm2;
const off = (got: number, expected: number) => Math.abs(got - expected);

test("E-PU-01: the crown of a trial's baseline, 876 hairs in a 5.1 cm² circle", () => {
  expect(oneInchCircleCm2).toBeCloseTo(5.07, 2);
  expect(off(startPerCm2 / 171.8, 1)).toBeLessThanOrEqual(0.03);
});

test("E-PU-02: finasteride against placebo at 52 and 104 weeks", () => {
  expect(off(net(finasteride, alone, 52), 21)).toBeLessThanOrEqual(5);
  expect(off(net(finasteride, alone, 104), 27.1)).toBeLessThanOrEqual(5);
});

test("E-PU-03: the share of growing hairs at a trial's baseline, 0.60 to 0.62", () => {
  const share = (alone.visibleAnagenPerCm2[0] ?? 0) / startPerCm2;
  expect(share).toBeGreaterThanOrEqual(0.6 - 0.04);
  expect(share).toBeLessThanOrEqual(0.62 + 0.04);
});

/** The baseline total of the same trial, 196 to 200 hairs/cm², has no tolerance in the case: the model lies below it. */
test("E-PU-03: the total of that trial is missed, and told as a miss", () => {
  expect(
    comparePublishedGain({
      publishedPerCm2: 198,
      modelPerCm2: startPerCm2,
      tolerancePerCm2: 5,
      hiddenPerCm2: parameters.follicleDensityPerCm2,
    }),
  ).toMatchObject({ kind: "missed" });
});

test("E-PU-04: finasteride at 48 weeks, all hairs and growing hairs", () => {
  expect(off(net(finasteride, alone, 48), 17.3)).toBeLessThanOrEqual(5);
  expect(off(net(finasteride, alone, 48, "visibleAnagenPerCm2"), 27)).toBeLessThanOrEqual(6);
});

test("E-PU-05: minoxidil 5 % and 2 % against vehicle at 48 weeks", () => {
  expect(off(net(strong, alone, 48), 14.7)).toBeLessThanOrEqual(3);
  expect(off(net(runOf(withMinoxidil("2-percent")), alone, 48), 8.8)).toBeLessThanOrEqual(3);
});

test("E-PU-06: twelve weekly sessions with minoxidil, read per square inch, agree", () => {
  const modelPerCm2 = net(runOf(withMinoxidil("5-percent", weekly(12))), strong, 12);
  const publishedPerCm2 = perCm2FromPerSquareInch(91.4 - 22.2);
  expect(publishedPerCm2).toBeCloseTo(10.73, 2);
  expect(
    comparePublishedGain({ publishedPerCm2, modelPerCm2, tolerancePerCm2: 4, hiddenPerCm2 }).kind,
  ).toBe("reproduced");
});

test("E-PU-06: read as 1 cm², the same trial is out of reach of any treatment, and told so", () => {
  const modelPerCm2 = net(runOf(withMinoxidil("5-percent", weekly(12))), strong, 12);
  const comparison = comparePublishedGain({
    publishedPerCm2: 91.4 - 22.2,
    modelPerCm2,
    tolerancePerCm2: 1,
    hiddenPerCm2,
  });
  expect(comparison).toMatchObject({ kind: "out of reach", reachPerCm2: hiddenPerCm2 });
  expect(comparison.offPerCm2).toBeLessThan(-55);
  // Not even waking every follicle in every session comes near.
  const most = runOf(withMinoxidil("5-percent", weekly(12)), {
    ...parameters,
    needlingFactor: 1000,
  });
  expect(net(most, strong, 12)).toBeLessThan(91.4 - 22.2);
});

test("E-PU-07: needling with minoxidil over minoxidil at 24 weeks, as pooled", () => {
  const needled = runOf(withMinoxidil("5-percent", weekly(24)));
  expect(off(net(needled, strong, 24), 13)).toBeLessThanOrEqual(4);
  const half = runOf(withMinoxidil("5-percent", weekly(12)));
  expect(off(net(half, strong, 24), 13)).toBeLessThanOrEqual(4);
});

test("E-PU-08: 0.6 and 1.5 mm differ by less than a quarter", () => {
  const gain = (needleLengthUm: number) =>
    net(runOf(withMinoxidil("5-percent", weekly(12, needleLengthUm))), strong, 12);
  expect(off(gain(600) / gain(1500), 1)).toBeLessThan(0.25);
});

test("E-PU-08: the plausible effects of needling differ at least fivefold", () => {
  const gain = (needlingFactor: number) =>
    net(
      runOf(withMinoxidil("5-percent", weekly(12)), { ...parameters, needlingFactor }),
      strong,
      12,
    );
  const [low, high] = follicleParameters.needlingFactor.range;
  expect(gain(low)).toBeGreaterThan(0);
  expect(gain(high) / gain(low)).toBeGreaterThanOrEqual(5);
});

test("after sessions hair falls before it grows, and a gain fades after the last one", () => {
  const needled = runOf(withMinoxidil("5-percent", weekly(24)));
  const gain = (week: number) => net(needled, strong, week);
  expect(off(gain(4), -5)).toBeLessThan(2);
  expect(gain(28)).toBeGreaterThan(gain(24));
  expect(off(gain(40), 0)).toBeLessThan(4);
  // The echo below the comparison near week 48 is speculative; it is shown, not hidden.
  expect(gain(48)).toBeLessThan(0);
});

test("twice as many sessions a week give more, but not twice as much", () => {
  const twice = Array.from({ length: 48 }, (_, half) => ({
    day: 3.5 * half,
    needleLengthUm: 1500,
    treatedFraction: 1,
  }));
  const ratio = (week: number) =>
    net(runOf(withMinoxidil("5-percent", twice)), strong, week) /
    net(runOf(withMinoxidil("5-percent", weekly(24))), strong, week);
  expect(off(ratio(12), 1.6)).toBeLessThan(0.15);
  expect(off(ratio(24), 1.35)).toBeLessThan(0.15);
});
