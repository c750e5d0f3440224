import type { HealingPhase } from "@stipple/simulation";
import type { HealingAnswer } from "../ui/simulator/panels.ts";

/** Fewer days than these are never shown. */
const leastDays = 28;
const daysPerWeek = 7;

/**
 * The first whole weeks of a course, at least four of them. Samples lie a day apart; inflammation begins with its
 * session, also where the nearest sample fell just before it.
 */
export function shownDays(healing: HealingAnswer, lastDay: number): HealingAnswer {
  const count = Math.max(leastDays, daysPerWeek * Math.ceil(lastDay / daysPerWeek)) + 1;
  const sessionDays = healing.sessions.map(({ day }) => Math.round(day));
  return {
    ...healing,
    days: healing.days.slice(0, count),
    inflammationFraction: healing.inflammationFraction.slice(0, count),
    phases: healing.phases
      .slice(0, count)
      .map((going, at) =>
        sessionDays.includes(at) && !going.includes("inflammation")
          ? ["inflammation", ...going]
          : going,
      ),
  };
}

/** First and last day of every stretch in which a phase goes on. */
export function stretchesOf(
  { days, phases }: HealingAnswer,
  phase: HealingPhase,
): readonly (readonly [from: number, to: number])[] {
  const isOn = (at: number) => phases[at]?.includes(phase) ?? false;
  const starts = days.flatMap((_, at) => (isOn(at) && !isOn(at - 1) ? [at] : []));
  return starts.map((start) => {
    const end = days.findIndex((_, at) => at > start && !isOn(at));
    return [days[start] ?? 0, days[end < 0 ? days.length - 1 : end - 1] ?? 0];
  });
}
