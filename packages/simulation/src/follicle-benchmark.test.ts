import { expect, test } from "vitest";
import {
  addTrialSums,
  patientsPerGroup,
  runFollicleCohort,
  runFollicleTrial,
  runTrialGroup,
  trialResult,
} from "./follicle-benchmark.ts";

test("the cohort of the workload gives the check values of every peer", () => {
  const cohort = runFollicleCohort(100_000, 521, 1);
  expect(Math.abs(cohort.anagenFraction - 0.8725)).toBeLessThanOrEqual(0.002);
  expect(Math.abs(cohort.visibleDiameterUm - 53.4)).toBeLessThanOrEqual(0.03);
  expect(Math.abs(cohort.events / 1_317_663 - 1)).toBeLessThan(0.003);
});

test("the trial of the workload gives the check values, on a part of its patients", () => {
  // 1500 of 10 000 patients: their own multiples leave a standard error of 0.0007 and 0.008.
  const trial = runFollicleTrial(1500, 52, 1);
  expect(Math.abs(trial.anagenFraction - 0.8542)).toBeLessThanOrEqual(0.002);
  expect(Math.abs(trial.visibleDiameterUm - 57.535)).toBeLessThanOrEqual(0.03);
  expect(Math.abs(trial.events / 1500 / 2337 - 1)).toBeLessThan(0.005);
});

test("whoever computes the groups, the sum is the same to the last bit", () => {
  const patients = 2 * patientsPerGroup + 7;
  const whole = runFollicleTrial(patients, 52, 9);
  const backwards = [2, 1, 0].map((group) => runTrialGroup(group, patients, 52, 9)).toReversed();
  const none = { patients: 0, events: 0, anagenFraction: 0, visibleDiameterUm: 0 };
  expect(trialResult(backwards.reduce(addTrialSums, none))).toEqual(whole);
  expect(backwards.map((sums) => sums.patients)).toEqual([patientsPerGroup, patientsPerGroup, 7]);
});

test("events grow with follicles, and at most with years", () => {
  const events = (follicles: number, weeks: number) =>
    runFollicleCohort(follicles, weeks, 2).events;
  expect(Math.abs(events(40_000, 104) / events(10_000, 104) - 4)).toBeLessThan(0.05);
  expect(events(5000, 520)).toBeLessThan(2 * events(5000, 260));
});

test("counts that are not whole or not above 0 are refused by name", () => {
  expect(() => runFollicleCohort(0, 52, 1)).toThrow(
    "follicles must be a whole number of at least 1, got 0",
  );
  expect(() => runFollicleTrial(10, 5.5, 1)).toThrow(
    "weeks must be a whole number of at least 1, got 5.5",
  );
});
