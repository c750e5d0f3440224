import { z } from "zod";
import { type HealingCourse, simulateHealing } from "../healing.ts";
import { at, type HealingValues, healingDerivative, restingState } from "../healing-equations.ts";
import { createIntegrator } from "../integrate.ts";
import { centralValues } from "../parameter.ts";
import { healingParameters } from "../parameters/healing.ts";
import {
  atLeast,
  atMost,
  below,
  type CaseMapping,
  compare,
  mapCase,
  within,
} from "./measurement.ts";

const parameters = centralValues(healingParameters);
const numbers = z.array(z.number()).max(20);
const days = z.array(z.number().min(0).max(1000)).max(20);
const rel = z.object({ rel: z.number() });
const accuracy = { relative: 1e-6, absolute: 1e-9, maxStep: 1 };

/** Stage D, how the skin heals. */
export const healingMappings: readonly CaseMapping[] = [
  mapCase(
    "D-AN-01",
    z.object({
      expected: z.object({ N: z.number(), D: z.number(), CA: z.number() }),
      tolerance: z.object({ abs: z.number() }),
    }),
    ({ expected, tolerance }) => {
      const state = restingState(parameters);
      integrator(parameters)(state, 0, 1000);
      return [
        compare(
          "phagocytes, damage and calming mediator after 1000 h at rest",
          [expected.N, expected.D, expected.CA],
          [at.phagocytes, at.damage, at.calming].map((place) => state[place] ?? Number.NaN),
          within.abs(tolerance.abs),
        ),
      ];
    },
  ),
  mapCase(
    "D-AN-02",
    z.object({
      input: z.object({ k_h: z.number().min(0.001).max(100), t_h: days }),
      expected: z.object({ released: numbers }),
      tolerance: z.object({ abs: z.number() }),
    }),
    ({ input, expected, tolerance }) => {
      const values = { ...parameters, plateletReleasePerH: input.k_h };
      const got = input.t_h.map((untilH) => releasedShare(values, untilH));
      return [compare("share given off", expected.released, got, within.abs(tolerance.abs))];
    },
  ),
  mapCase(
    "D-AN-03",
    z.object({
      input: z.object({ D0: z.array(z.number().min(0).max(2)).max(10) }),
      expected: z.object({
        N_peak_d: numbers,
        N_below20pct_d: numbers,
        fibroblast_peak_d: numbers,
        immatureCollagen_peak_d: numbers,
        matureCollagen_peak_d: numbers,
      }),
      tolerance: rel,
    }),
    ({ input, expected, tolerance }) => {
      const courses = input.D0.map((dose) => hourly([0], dose, 100));
      const row = (quantity: string, want: number[], read: (course: HealingCourse) => number) =>
        compare(quantity, want, courses.map(read), within.rel(tolerance.rel));
      return [
        row("inflammation peaks, d", expected.N_peak_d, firstPeakDay),
        row("inflammation below 20 %, d", expected.N_below20pct_d, calmDay),
        row("fibroblasts peak, d", expected.fibroblast_peak_d, (course) =>
          peakDay(course, "fibroblastFraction"),
        ),
        row("new collagen peaks, d", expected.immatureCollagen_peak_d, (course) =>
          peakDay(course, "newCollagen"),
        ),
        row("mature collagen peaks, d", expected.matureCollagen_peak_d, (course) =>
          peakDay(course, "matureCollagen"),
        ),
      ];
    },
  ),
  mapCase(
    "D-AN-04",
    z.object({
      input: z.object({
        D0: z.number().min(0).max(2),
        interval_d: z.array(z.number().min(0.1).max(60)).min(2).max(10),
      }),
      expected: z.object({ residualNoverFirstPeak: numbers, lastPeakOverFirst: numbers }),
      tolerance: z.object({ rel: z.number(), absLast: z.number() }),
    }),
    ({ input, expected, tolerance }) => {
      // The residual of the eighth session is what a ninth would find.
      const responses = input.interval_d.map((intervalDays) => {
        const sessions = Array.from({ length: 9 }, (_, index) => index * intervalDays);
        return hourly(sessions, input.D0, 9 * intervalDays).responses;
      });
      const residuals = responses.map((list) => list[8]?.residualFraction ?? Number.NaN);
      const peaks = responses.map((list) => (list[7]?.peak ?? Number.NaN) / (list[0]?.peak ?? 0));
      const residual = "inflammation left by eight sessions, of the first peak";
      const want = expected.residualNoverFirstPeak;
      return [
        compare(residual, want.slice(0, -1), residuals.slice(0, -1), within.rel(tolerance.rel)),
        compare(
          `${residual}, longest interval`,
          want.slice(-1),
          residuals.slice(-1),
          within.abs(tolerance.absLast),
        ),
        compare(
          "eighth peak over the first",
          expected.lastPeakOverFirst,
          peaks,
          within.rel(tolerance.rel),
        ),
      ];
    },
  ),
  mapCase(
    "D-PU-01",
    z.object({
      input: z.object({ y0: z.tuple([z.number(), z.number(), z.number()]), t_d: days }),
      expected: z.object({
        phi_I: numbers,
        equilibrium: z.tuple([z.number(), z.number(), z.number()]),
      }),
      tolerance: rel,
    }),
    ({ input, expected, tolerance }) => {
      const wound = (y0: readonly number[], untilDay: number) => {
        const state = restingState(parameters);
        for (const [index, place] of macrophagePlaces.entries()) state[place] = y0[index] ?? 0;
        integrator(parameters)(state, 0, untilDay * 24);
        return macrophagePlaces.map((place) => state[place] ?? Number.NaN);
      };
      const limit = within.rel(tolerance.rel);
      const rest = restingState(parameters);
      return [
        compare(
          "inflammatory macrophages per mm³",
          expected.phi_I,
          input.t_d.map((untilDay) => wound(input.y0, untilDay)[0] ?? Number.NaN),
          limit,
        ),
        compare(
          "resting state",
          expected.equilibrium,
          macrophagePlaces.map((place) => rest[place] ?? Number.NaN),
          limit,
        ),
        compare(
          "the same state reached from 400, 400, 3 in 400 d",
          expected.equilibrium,
          wound([400, 400, 3], 400),
          limit,
        ),
      ];
    },
  ),
  mapCase(
    "D-PU-02",
    z.object({
      input: z.object({
        y0: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        t_h: z.number().min(1).max(5000),
      }),
      expected: z.object({
        outcome: z.literal("healthy"),
        N_lt: z.number(),
        P_lt: z.number(),
        peakN: z.number(),
        peak_h: z.number(),
      }),
      tolerance: rel,
    }),
    ({ input, expected, tolerance }) => {
      const course = infection(input.y0, input.t_h);
      const limit = within.rel(tolerance.rel);
      return [
        compare("peak of phagocytes", expected.peakN, course.peak, limit),
        compare("time of the peak, h", expected.peak_h, course.peakH, limit),
        compare("phagocytes at the end", expected.N_lt, course.phagocytes, below),
        compare("germs at the end", expected.P_lt, course.pathogens, below),
      ];
    },
  ),
  mapCase(
    "D-PU-03",
    z.object({
      expected: z.object({ days: z.number() }),
      tolerance: z.object({ range: z.tuple([z.number(), z.number()]) }),
    }),
    ({ expected, tolerance }) => {
      const doses = [0.2, 0.5, 1];
      return [
        compare(
          "inflammation below 20 %, d, doses 0.2, 0.5, 1",
          doses.map(() => expected.days),
          doses.map((dose) => calmDay(hourly([0], dose, 30))),
          within.range(...tolerance.range),
        ),
      ];
    },
  ),
  mapCase(
    "D-PU-04",
    z.object({
      expected: z.object({ min_range: z.tuple([z.number(), z.number().max(10_000)]) }),
    }),
    ({ expected: { min_range: window } }) => {
      const [early, late] = window.map((minutes) => releasedShare(parameters, minutes / 60));
      return [
        compare("share given off when the window opens", 0.95, early ?? Number.NaN, atMost),
        compare("share given off when it ends", 0.95, late ?? Number.NaN, atLeast),
      ];
    },
  ),
];

const macrophagePlaces = [at.inflammatoryMacrophages, at.repairMacrophages, at.growthFactor];

function integrator(values: HealingValues) {
  const rest = restingState(values);
  const macrophages = (rest[at.inflammatoryMacrophages] ?? 0) + (rest[at.repairMacrophages] ?? 0);
  return createIntegrator(rest.length, healingDerivative(values, macrophages), accuracy);
}

function releasedShare(values: HealingValues, untilH: number): number {
  const state = restingState(values);
  state[at.plateletStore] = 1;
  integrator(values)(state, 0, untilH);
  return state[at.plateletReleased] ?? Number.NaN;
}

/** Follows germs, phagocytes, damage and calming mediator from `y0`, looking every tenth of an hour. */
function infection(y0: readonly number[], untilH: number) {
  const state = restingState(parameters);
  for (const [index, place] of [at.pathogens, at.phagocytes, at.damage, at.calming].entries()) {
    state[place] = y0[index] ?? 0;
  }
  const advance = integrator(parameters);
  let peak = 0;
  let peakH = 0;
  for (let tenth = 1; tenth <= untilH * 10; tenth++) {
    advance(state, (tenth - 1) / 10, tenth / 10);
    const phagocytes = state[at.phagocytes] ?? 0;
    if (phagocytes > peak) {
      peak = phagocytes;
      peakH = tenth / 10;
    }
  }
  return {
    peak,
    peakH,
    phagocytes: state[at.phagocytes] ?? Number.NaN,
    pathogens: state[at.pathogens] ?? Number.NaN,
  };
}

function hourly(days: readonly number[], dose: number, untilDay: number): HealingCourse {
  const sessions = days.map((day) => ({ day, dose, withPlasma: false }));
  return simulateHealing({ sessions, untilDay, sampleH: 1 }, parameters);
}

function firstPeakDay({ responses }: HealingCourse): number {
  return responses[0]?.peakDay ?? Number.NaN;
}

/** The first day after its peak on which inflammation is below 20 % of it. */
function calmDay({ samples, responses }: HealingCourse): number {
  const [first] = responses;
  if (first === undefined) return Number.NaN;
  const calm = samples.find(
    ({ day, phagocytes }) => day > first.peakDay && phagocytes < 0.2 * first.peak,
  );
  return calm?.day ?? Number.NaN;
}

function peakDay(
  { samples }: HealingCourse,
  quantity: "fibroblastFraction" | "newCollagen" | "matureCollagen",
): number {
  return samples.reduce((most, sample) => (sample[quantity] > most[quantity] ? sample : most)).day;
}
