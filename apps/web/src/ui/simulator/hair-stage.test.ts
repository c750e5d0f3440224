import { simulate, startingTreatment } from "@stipple/simulation";
import { expect, test } from "vitest";
import { forecastInSteps } from "./hair-stage.ts";

const fineness = { points: 6, centralFollicles: 300, bandFollicles: 100 };
const { treatment } = startingTreatment({}, undefined);

test("in steps the forecast is that of the whole simulation, number for number", () => {
  const steps = forecastInSteps(treatment, undefined, fineness);
  const shares: number[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) shares.push(step.value);
  const whole = simulate(treatment, fineness);
  expect(whole).toMatchObject({ kind: "simulation", follicles: step.value.forecast });
  expect(shares).toHaveLength(6);
  expect(shares.at(-1)).toBe(1);
});

test("a treatment beside itself differs by nothing", () => {
  const steps = forecastInSteps(treatment, treatment, fineness);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { forecast, comparedMedian } = step.value;
  expect(comparedMedian).toEqual(forecast.groupChange.median);
  expect(forecast.difference.high95.every((difference) => difference === 0)).toBe(true);
});
