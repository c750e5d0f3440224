import { oneInchCircleCm2 } from "@stipple/evidence";
import { z } from "zod";
import { type FollicleCourse, simulateFollicles } from "../follicle-cycle.ts";
import { drawDurationMet, drawUniform, follicleKey, logSdOf } from "../follicle-draws.ts";
import { follicleEquilibrium } from "../follicle-equilibrium.ts";
import { untreated } from "../follicle-treatment.ts";
import { centralValues } from "../parameter.ts";
import { type FollicleValues, follicleParameters } from "../parameters/follicles.ts";
import { type CaseMapping, compare, mapCase, within } from "./measurement.ts";

const parameters: FollicleValues = centralValues(follicleParameters);
const durations = z.tuple([z.number(), z.number(), z.number()]);
const numbers = z.array(z.number()).max(20);

/** Stage E, the follicles left alone. What treatments do is in `trials.ts`. */
export const follicleMappings: readonly CaseMapping[] = [
  mapCase(
    "E-AN-01",
    z.object({
      input: z.object({ classes: z.object({ n: durations, s: durations }) }),
      expected: z.object({ fractions_n: numbers, fractions_s: numbers }),
      tolerance: z.object({ abs: z.number() }),
    }),
    ({ input: { classes }, expected, tolerance }) => {
      const [anagenLongDays, telogenLongDays, latencyLongDays] = classes.n;
      const [anagenShortDays, telogenShortDays, latencyShortDays] = classes.s;
      const long = { anagenLongDays, telogenLongDays, latencyLongDays };
      const short = { anagenShortDays, telogenShortDays, latencyShortDays };
      const shares = (longCyclingShare: number) => {
        const values = { ...parameters, ...long, ...short, longCyclingShare };
        const { anagen, telogen, latent } = run(values, 1, 40_000);
        return [anagen, telogen, latent].map((line) => at(line, 0) / 40_000);
      };
      const limit = within.abs(tolerance.abs);
      return [
        compare("growing, resting, empty: long cycles", expected.fractions_n, shares(1), limit),
        compare("growing, resting, empty: short cycles", expected.fractions_s, shares(0), limit),
      ];
    },
  ),
  mapCase(
    "E-AN-02",
    z.object({
      input: z.object({ emergence_d: z.number() }),
      expected: z.object({
        visible_per_cm2: z.number(),
        anagenShareOfVisible: z.number(),
        latent_per_cm2: z.number(),
      }),
      tolerance: z.object({
        visible: z.number(),
        anagenShareOfVisible: z.number(),
        latent: z.number(),
      }),
    }),
    ({ input, expected, tolerance }) => {
      const values = { ...parameters, emergenceDays: input.emergence_d };
      const theory = follicleEquilibrium(values);
      const course = run(values, 1, 80_000);
      const visible = at(course.visiblePerCm2, 0);
      const two = (value: number) => [value, value];
      return [
        compare(
          "visible per cm², theory and simulated",
          two(expected.visible_per_cm2),
          [theory.visiblePerCm2, visible],
          within.abs(tolerance.visible),
        ),
        compare(
          "growing share of the visible",
          two(expected.anagenShareOfVisible),
          [theory.anagenFraction, at(course.visibleAnagenPerCm2, 0) / visible],
          within.abs(tolerance.anagenShareOfVisible),
        ),
        compare(
          "empty follicles per cm²",
          two(expected.latent_per_cm2),
          [theory.latentPerCm2, at(course.latentPerCm2, 0)],
          within.abs(tolerance.latent),
        ),
      ];
    },
  ),
  mapCase(
    "E-AN-03",
    z.object({
      input: z.object({ emergence_d: z.number(), weeks: z.int().min(1).max(520) }),
      expected: z.object({ driftOfVisible: z.number() }),
      tolerance: z.object({ abs: z.number() }),
    }),
    ({ input, expected, tolerance }) => {
      const values = { ...withoutProgression, emergenceDays: input.emergence_d };
      const { visiblePerCm2 } = run(values, input.weeks, 80_000);
      return [
        compare(
          "drift of visible hairs per cm²",
          expected.driftOfVisible,
          at(visiblePerCm2, input.weeks) - at(visiblePerCm2, 0),
          within.abs(tolerance.abs),
        ),
      ];
    },
  ),
  mapCase(
    "E-AN-04",
    z.object({
      input: z.object({ lognormal: z.object({ mean: z.number(), cv: z.number() }) }),
      expected: z.object({ meanResidual: z.number() }),
      tolerance: z.object({ rel: z.number() }),
    }),
    ({ input: { lognormal }, expected, tolerance }) => [
      compare(
        "days left of a phase met by chance",
        expected.meanResidual,
        meanResidualDays(lognormal.mean, lognormal.cv),
        within.rel(tolerance.rel),
      ),
    ],
  ),
  mapCase(
    "E-AN-05",
    z.object({ expected: z.object({ sameLawAsOriginal: z.literal(true) }) }),
    () => {
      const once = run(withoutProgression, 50, 3000);
      const twice = run(withDoubledTimes, 100, 3000);
      return [
        compare("events in twice the time", once.events, twice.events, within.abs(0)),
        compare(
          "visible per cm² after 25 and 50 of the weeks",
          [25, 50].map((week) => at(once.visiblePerCm2, week)),
          [50, 100].map((week) => at(twice.visiblePerCm2, week)),
          within.abs(0),
        ),
      ];
    },
  ),
  mapCase(
    "E-AN-06",
    z.object({
      input: z.object({ follicles: z.int().min(1).max(2000) }),
      expected: z.object({ countSd: z.number() }),
      tolerance: z.object({ rel: z.number() }),
    }),
    ({ input, expected, tolerance }) => [
      compare(
        "standard deviation of a count in 1 cm²",
        expected.countSd,
        countSd(input.follicles),
        within.rel(tolerance.rel),
      ),
    ],
  ),
  mapCase(
    "E-PU-01",
    z.object({
      expected: z.object({ count: z.number(), per_cm2: z.number() }),
      tolerance: z.object({ rel: z.number() }),
    }),
    ({ expected, tolerance }) => {
      const perCm2 = at(run(parameters, 1, 80_000).visiblePerCm2, 0);
      const limit = within.rel(tolerance.rel);
      return [
        compare("hairs in a circle of one inch", expected.count, perCm2 * oneInchCircleCm2, limit),
        compare("hairs per cm²", expected.per_cm2, perCm2, limit),
      ];
    },
  ),
];

const withoutProgression = { ...parameters, progressionPerYear: 0, shrinkingPerCycle: 0 };
const withDoubledTimes = {
  ...withoutProgression,
  emergenceDays: 2 * parameters.emergenceDays,
  anagenLongDays: 2 * parameters.anagenLongDays,
  anagenShortDays: 2 * parameters.anagenShortDays,
  telogenLongDays: 2 * parameters.telogenLongDays,
  telogenShortDays: 2 * parameters.telogenShortDays,
  latencyLongDays: 2 * parameters.latencyLongDays,
  latencyShortDays: 2 * parameters.latencyShortDays,
};

function run(values: FollicleValues, weeks: number, follicles: number): FollicleCourse {
  return simulateFollicles({ treatment: untreated, follicles, weeks, seed: 1, stream: 0 }, values);
}

function at(line: readonly number[], week: number): number {
  return line[week] ?? Number.NaN;
}

function meanResidualDays(meanDays: number, cv: number): number {
  const logSd = logSdOf(cv);
  const draws = 200_000;
  let left = 0;
  for (let follicle = 0; follicle < draws; follicle++) {
    const key = follicleKey(5, follicle);
    left += drawDurationMet(meanDays, logSd, drawUniform(key, 4)) * drawUniform(key, 1);
  }
  return left / draws;
}

/** Spread of the count in a window of 1 cm² over 400 people who are alike. */
function countSd(follicles: number): number {
  const counts = Array.from({ length: 400 }, (_, person) => {
    const design = { treatment: untreated, follicles, weeks: 1, seed: 3, stream: person };
    const perCm2 = at(simulateFollicles(design, parameters).visiblePerCm2, 0);
    return (perCm2 / parameters.follicleDensityPerCm2) * follicles;
  });
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return Math.sqrt(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 399);
}
