import { type FollicleCourse, simulateFollicles } from "../follicle-cycle.ts";
import { type FollicleTreatment, type NeedlingSession, untreated } from "../follicle-treatment.ts";
import { centralValues } from "../parameter.ts";
import { type FollicleValues, follicleParameters } from "../parameters/follicles.ts";

export const parameters: FollicleValues = centralValues(follicleParameters);
/** All arms are followed this long, so that cases share them. */
export const followedWeeks = 104;

export type Line = "visiblePerCm2" | "visibleAnagenPerCm2";

const always = { fromDay: 0, untilDay: Number.POSITIVE_INFINITY, adherenceFraction: 1 };
export const finasteride: FollicleTreatment = { ...untreated, finasteride: [always] };

export function minoxidil(
  strength: "2-percent" | "5-percent",
  needling: readonly NeedlingSession[] = [],
): FollicleTreatment {
  return { ...untreated, minoxidil: [{ ...always, strength, weeklyDoseRatio: 1 }], needling };
}

export function weekly(count: number, needleLengthUm: number): NeedlingSession[] {
  return sessionsOn(
    Array.from({ length: count }, (_, at) => 7 * at),
    needleLengthUm,
  );
}

export function sessionsOn(days: readonly number[], needleLengthUm: number): NeedlingSession[] {
  return days.map((day) => ({ day, needleLengthUm, treatedFraction: 1 }));
}

export function needlingGain(
  sessions: readonly NeedlingSession[],
  atWeek: number,
  values = parameters,
): number {
  const needled = runArm(minoxidil("5-percent", sessions), values);
  return net(needled, runArm(minoxidil("5-percent")), atWeek);
}

export function net(
  treated: FollicleCourse,
  compared: FollicleCourse,
  atWeek: number,
  line: Line = "visiblePerCm2",
): number {
  return (treated[line][atWeek] ?? Number.NaN) - (compared[line][atWeek] ?? Number.NaN);
}

/** Arms that were run before, newest last; several cases ask for the same ones. */
const runs = new Map<string, FollicleCourse>();
const mostRuns = 16;

export function runArm(treatment: FollicleTreatment, values = parameters): FollicleCourse {
  const key = JSON.stringify([treatment, values]);
  const known = runs.get(key);
  if (known !== undefined) return known;

  const design = { treatment, follicles: 40_000, weeks: followedWeeks, seed: 1, stream: 0 };
  const course = simulateFollicles(design, values);
  const [oldest] = runs.keys();
  if (runs.size >= mostRuns && oldest !== undefined) runs.delete(oldest);
  runs.set(key, course);
  return course;
}
