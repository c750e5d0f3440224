import type { Plan, Reason } from "@stipple/protocol";
import { withoutRepeats } from "./sentence-parts.ts";

/** Every rule behind the plan, each once, in the order in which the plan speaks of them. */
export function reasonsOf(plan: Plan): readonly Reason[] {
  const { needle, intervalH, maxPer168h, stroke, endpoint, sessionMin, topicalTiming } = plan;
  const decided = [
    needle.rangeUm,
    needle.recommendedUm,
    intervalH.planned,
    intervalH.hard,
    maxPer168h,
    stroke.pattern,
    stroke.rollsPerSection,
    stroke.paceCmPerS,
    endpoint,
    ...plan.stopRules,
    sessionMin,
    topicalTiming,
    ...plan.topicals,
    ...plan.hygiene,
    ...plan.reviews,
    ...plan.studiedRange,
    ...plan.changedWishes,
  ];
  return withoutRepeats(decided.flatMap(({ decidedBy }) => decidedBy));
}
