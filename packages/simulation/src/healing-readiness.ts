import type { HealingCourse, HealingSample, SessionResponse } from "./healing.ts";
import type { HealingValues } from "./healing-equations.ts";

/** What a person sees or feels on the scalp. */
export type ReportedSign = "redness" | "pain" | "crusts" | "signs of infection";

export interface ReadinessInput {
  readonly course: HealingCourse;
  /** Days since the first day of the treatment; inside the course. */
  readonly day: number;
  /** Share of the channel area that is still open, from the microchannel model. */
  readonly openFraction: number;
  /** What the person reports today: nothing (an empty list), something, or the question is still open. */
  readonly reported: readonly ReportedSign[] | "not asked";
}

/** Whether the skin has calmed down, as an estimate. It never makes a plan less careful. */
export type Readiness =
  | { readonly kind: "ready"; readonly reason: string }
  | { readonly kind: "not ready"; readonly reason: string }
  | { readonly kind: "ask first"; readonly reason: string };

/**
 * Whether the skin is calm enough for a session.
 *
 * What the person reports decides before any model: redness, pain, crusts or signs of infection mean not ready.
 * Then channels must be closed, inflammation must be past its peak, and what is left of it must be small: a fifth of the
 * peak, or almost nothing. The peak is the smaller of the first and the latest session's, the stricter of the two.
 * The limits were chosen to agree with the article's intervals and are no evidence for them.
 */
export function assessReadiness(input: ReadinessInput, parameters: HealingValues): Readiness {
  const { course, day, openFraction, reported } = input;
  if (!(openFraction >= 0 && openFraction <= 1)) {
    throw new RangeError(`openFraction must be between 0 and 1, got ${openFraction}`);
  }
  const sample = sampleOn(course, day);
  if (reported === "not asked") {
    return { kind: "ask first", reason: "How the scalp looks and feels today decides first." };
  }
  if (reported.length > 0) {
    return { kind: "not ready", reason: `You report ${reported.join(", ")}.` };
  }
  const latest = course.responses.findLast((response) => response.day <= sample.day);
  if (latest === undefined) return { kind: "ready", reason: "No session has been done yet." };
  if (openFraction >= parameters.readyOpenShare) {
    return { kind: "not ready", reason: "The channels of the last session are still open." };
  }
  return inflammationLeft(sample, latest, course.responses[0] ?? latest, parameters);
}

function inflammationLeft(
  { day, phagocytes }: HealingSample,
  latest: SessionResponse,
  first: SessionResponse,
  { readyResidualShare, readyResidual }: HealingValues,
): Readiness {
  if (latest.peak > 0 && day < latest.peakDay) {
    return { kind: "not ready", reason: "Inflammation from the last session is still rising." };
  }
  const isSmall =
    phagocytes < readyResidual ||
    phagocytes < readyResidualShare * Math.min(first.peak, latest.peak);
  return isSmall
    ? { kind: "ready", reason: "The estimate finds little inflammation left." }
    : { kind: "not ready", reason: "The estimate finds inflammation left from earlier sessions." };
}

/** The last sample at or before a day of the course. */
export function sampleOn(course: HealingCourse, day: number): HealingSample {
  const last = course.samples.at(-1)?.day ?? 0;
  const sample = course.samples.findLast((candidate) => candidate.day <= day);
  if (sample === undefined || !(day < last + 1)) {
    throw new RangeError(`day must be between 0 and ${last}, got ${day}`);
  }
  return sample;
}
