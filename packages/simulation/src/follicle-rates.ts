import { power } from "./elementary.ts";
import type { Course, FollicleTreatment, MinoxidilCourse } from "./follicle-treatment.ts";
import type { FollicleValues } from "./parameters/follicles.ts";

/** Numbers of one stretch of time, by place; a row of the table of rates. */
export const rateAt = {
  /** The day the stretch ends. */
  endDay: 0,
  /** Speed of the clock of a phase, 1 untreated. */
  anagenLong: 1,
  anagenShort: 2,
  telogen: 3,
  latencyLong: 4,
  latencyShort: 5,
  /** Chances at the start of a cycle: to shrink, to become long-cycling again. */
  shrink: 6,
  recover: 7,
} as const;
export const rateStride = 8;

/** Numbers of one session, by place; a row of the table of sessions. */
export const sessionAt = { day: 0, wakeLatent: 1, wakeTelogen: 2, drawKey: 3 } as const;
export const sessionStride = 4;

/** Untreated progression is brought up to date this often. */
const progressionStepDays = 91;
const daysPerYear = 365.25;
/** Draws of sessions are told apart by the hour; this keeps them clear of the draws of cycles. */
const sessionDraws = 0x40000000;

/**
 * The speed of every clock of a follicle over time, as rows that stay constant until their `endDay`.
 *
 *     r_A = 1/(aA · aAs[short]),   r_T = 1,   r_L = rL · [short] 1/(1 + γ y)
 *
 * with y the years not on finasteride so far, brought up to date every 13 weeks. Stopping finasteride lets
 * progression go on from where it stood. Neighbouring rows with the same rates are one row, so that a treatment
 * without effect leaves the run as it was, to the last bit.
 */
export function clockRates(
  treatment: FollicleTreatment,
  parameters: FollicleValues,
  untilDay: number,
): Float64Array {
  const starts = changeDays(treatment, untilDay);
  const rows: number[][] = [];
  let untreatedYears = 0;
  let progression = 0;
  for (const [index, day] of starts.entries()) {
    const endDay = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    if (day % progressionStepDays === 0) progression = untreatedYears;
    const row = ratesOn(day, progression, treatment, parameters);
    const last = rows.at(-1);
    const isSame = last?.every((rate, place) => place === rateAt.endDay || rate === row[place]);
    if (last !== undefined && isSame) last[rateAt.endDay] = endDay;
    else rows.push([endDay, ...row.slice(1)]);
    const onFinasteride = courseOn(treatment.finasteride, day)?.adherenceFraction ?? 0;
    untreatedYears += ((endDay - day) / daysPerYear) * (1 - onFinasteride);
  }
  return Float64Array.from(rows.flat());
}

/** Days on which a rate may change, in order, each once, from 0. */
function changeDays({ minoxidil, finasteride }: FollicleTreatment, untilDay: number): number[] {
  const steps = Array.from(
    { length: Math.floor(untilDay / progressionStepDays) + 1 },
    (_, step) => step * progressionStepDays,
  );
  const courses = [...minoxidil, ...finasteride].flatMap((course) => [
    course.fromDay,
    course.untilDay,
  ]);
  const days = [...steps, ...courses.filter((day) => day < untilDay)];
  return [...new Set(days)].sort((a, b) => a - b);
}

/** A row of the table, its `endDay` still 0. */
function ratesOn(
  day: number,
  progressionYears: number,
  treatment: FollicleTreatment,
  parameters: FollicleValues,
): number[] {
  const minoxidil = minoxidilOn(courseOn(treatment.minoxidil, day), parameters);
  const taken = courseOn(treatment.finasteride, day)?.adherenceFraction ?? 0;
  const strength = taken * parameters.finasterideFactor;
  const anagenShort = 1 + (parameters.finasterideAnagenShort - 1) * strength;
  const row = new Array<number>(rateStride).fill(0);
  row[rateAt.anagenLong] = 1 / minoxidil.anagen;
  row[rateAt.anagenShort] = 1 / (minoxidil.anagen * anagenShort);
  row[rateAt.telogen] = 1;
  row[rateAt.latencyLong] = minoxidil.latencyRate;
  row[rateAt.latencyShort] =
    minoxidil.latencyRate / (1 + parameters.progressionPerYear * progressionYears);
  row[rateAt.shrink] = parameters.shrinkingPerCycle * (1 - taken);
  row[rateAt.recover] = Math.min(1, parameters.finasterideRecovery * strength);
  return row;
}

/** rL and aA of minoxidil: what it adds is scaled by doses taken and by extra absorption, (dose ratio)^0.56 ≤ 1.5. */
function minoxidilOn(
  course: MinoxidilCourse | undefined,
  parameters: FollicleValues,
): { readonly latencyRate: number; readonly anagen: number } {
  if (course === undefined) return { latencyRate: 1, anagen: 1 };
  const { absorptionExponent, absorptionCap, minoxidilFactor } = parameters;
  const extra =
    course.weeklyDoseRatio === 0 ? 0 : power(course.weeklyDoseRatio, absorptionExponent);
  const strength = course.adherenceFraction * Math.min(absorptionCap, extra) * minoxidilFactor;
  const isStrong = course.strength === "5-percent";
  const latencyRate = isStrong
    ? parameters.minoxidil5LatencyRate
    : parameters.minoxidil2LatencyRate;
  const anagen = isStrong ? parameters.minoxidil5Anagen : parameters.minoxidil2Anagen;
  return { latencyRate: 1 + (latencyRate - 1) * strength, anagen: 1 + (anagen - 1) * strength };
}

function courseOn<C extends Course>(courses: readonly C[], day: number): C | undefined {
  return courses.find(({ fromDay, untilDay }) => fromDay <= day && day < untilDay);
}

/**
 * The chance of every session to wake an empty and a resting follicle, as rows.
 *
 * q for needles of the studied length and longer, less for shorter ones, times the share of the area reached; never
 * above 1. Luck belongs to the hour of a session, so that two calendars share it on the days they share.
 */
export function sessionChances(
  { needling }: FollicleTreatment,
  parameters: FollicleValues,
): Float64Array {
  return Float64Array.from(
    needling.flatMap(({ day, needleLengthUm, treatedFraction }) => {
      const wake =
        needleLengthUm >= parameters.studiedNeedleUm
          ? parameters.needlingWake * parameters.needlingFactor
          : parameters.shortNeedlingWake;
      const latent = treatedFraction * Math.min(1, Math.max(0, wake));
      return [
        day,
        latent,
        latent * parameters.telogenWakeShare,
        sessionDraws + Math.round(day * 24),
      ];
    }),
  );
}
