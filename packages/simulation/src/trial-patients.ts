import { log } from "./elementary.ts";
import type { FollicleTreatment } from "./follicle-treatment.ts";
import { attendedSessions, untreated } from "./follicle-treatment.ts";
import { parameterQuantile } from "./latin-hypercube.ts";
import { mapValues } from "./parameter.ts";
import {
  type FollicleParameters,
  type FollicleValues,
  follicleParametersFor,
} from "./parameters/follicles.ts";
import { createRandom, type Random } from "./random.ts";
import type { TrialArm, TrialDesign } from "./trial-schema.ts";

/** One person of a trial, the same in every arm. */
export interface TrialPatient {
  readonly patient: number;
  /** The stream of this person's follicles. */
  readonly follicleStream: number;
  readonly values: FollicleValues;
  readonly adherenceFraction: number;
  /** The last week in which the patient comes to be counted. */
  readonly lastWeek: number;
  /** What moves this person's density besides the model, per cm² and week from 0. */
  readonly driftPerCm2: Float64Array;
  /** Error of each count, per cm² and week from 0. */
  readonly countErrorPerCm2: Float64Array;
}

/**
 * What differs from person to person: the hair cycle, in the ranges of its table. Strengths of treatments stay at their
 * centre, because they were fitted to the means of groups.
 */
const ownParameters: ReadonlySet<string> = new Set<keyof FollicleParameters>([
  "follicleDensityPerCm2",
  "longCyclingShare",
  "anagenLongDays",
  "anagenShortDays",
  "telogenLongDays",
  "telogenShortDays",
  "latencyLongDays",
  "latencyShortDays",
  "emergenceDays",
  "progressionPerYear",
  "shrinkingPerCycle",
]);

/** Each patient takes this many streams of the seed: follicles, person, counting. */
const streamsPerPatient = 3;
/** The published spread of persons is that of their change over 48 weeks. */
const personSpreadWeeks = 48;
const weeksPerYear = 365.25 / 7;

/** Draws one patient; a function of the design and the patient's number alone. */
export function drawPatient(
  design: TrialDesign,
  parameters: FollicleParameters,
  patient: number,
): TrialPatient {
  const stream = patient * streamsPerPatient;
  const person = createRandom(design.seed, stream + 1);
  const counting = createRandom(design.seed, stream + 2);
  const values = mapValues(parameters, (parameter, name) =>
    ownParameters.has(name) ? parameterQuantile(parameter, person.uniform()) : parameter.value,
  );
  const { lowFraction, highFraction } = design.adherence;
  return {
    patient,
    follicleStream: stream,
    values,
    adherenceFraction: lowFraction + person.uniform() * (highFraction - lowFraction),
    lastWeek: lastWeekOf(design, person.uniform()),
    driftPerCm2: driftOf(values, design.weeks, person),
    countErrorPerCm2: Float64Array.from(
      { length: design.weeks + 1 },
      () => counting.normal() * design.count.errorSdPerCm2,
    ),
  };
}

/** The parameters of everyone in a trial before they differ. */
export function trialParameters({ baseline }: TrialDesign): FollicleParameters {
  return follicleParametersFor(baseline.norwood);
}

/** What a patient really does of the treatment of an arm: missed doses weaken it, missed sessions fall out. */
export function treatmentTaken(
  { treatment }: TrialArm,
  adherenceFraction: number,
): FollicleTreatment {
  if (treatment === null) return untreated;

  const { medicines, sessions } = treatment;
  const course = { fromDay: 0, untilDay: Number.POSITIVE_INFINITY, adherenceFraction };
  const { minoxidil, finasteride } = medicines;
  return {
    minoxidil: minoxidil === "none" ? [] : [{ ...course, strength: minoxidil, weeklyDoseRatio: 1 }],
    finasteride: finasteride ? [course] : [],
    needling: attendedSessions(
      sessions.map(({ day, needleLengthUm, treatedFraction = 1 }) => ({
        day,
        needleLengthUm,
        treatedFraction,
      })),
      adherenceFraction,
    ),
  };
}

/**
 * The last week before a patient leaves, at a constant rate.
 *
 *     T = ln u / ln(1 − d) years,   d the share that leaves within a year
 */
function lastWeekOf({ weeks, dropoutPerYearFraction }: TrialDesign, uniform: number): number {
  if (dropoutPerYearFraction === 0) return weeks;
  const staysYears = log(uniform) / log(1 - dropoutPerYearFraction);
  return Math.min(weeks, Math.floor(staysYears * weeksPerYear));
}

/**
 * A person's own ups and downs: a random walk whose SD at 48 weeks is what the published spread leaves beside counting.
 *
 *     SD(week) = √(SD₄₈² − 2 · SD of one count²) · √(week/48)
 *
 * The count itself is not added: the follicles of the counted area bring that chance with them.
 */
function driftOf(
  { personSdPerCm2, countingSdPerCm2 }: FollicleValues,
  weeks: number,
  person: Random,
): Float64Array {
  const at48 = Math.sqrt(Math.max(0, personSdPerCm2 ** 2 - 2 * countingSdPerCm2 ** 2));
  const step = at48 / Math.sqrt(personSpreadWeeks);
  const drift = new Float64Array(weeks + 1);
  for (let week = 1; week <= weeks; week++) {
    drift[week] = (drift[week - 1] ?? 0) + person.normal() * step;
  }
  return drift;
}
