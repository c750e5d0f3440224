import { instant, isoDate } from "../calendar.ts";
import type { DoneSession, Plan, PlanChoices, PlanInput } from "../plan.ts";
import { draftPlan } from "../plan-draft.ts";
import { assessmentOf } from "./arbitraries.ts";

/** A Sunday evening plan for the crown, made on 1 March 2026 in UTC, with these wishes. */
export function weeklyPlan(
  wishes: Partial<PlanChoices> = {},
  history: readonly DoneSession[] = [],
): Plan {
  const now = instant("2026-03-01T08:00:00Z");
  const input: PlanInput = {
    answers: { setting: "home", therapies: ["none"], hairLength: "under-1-cm" },
    assessment: assessmentOf(
      {
        hasRelativeFlag: false,
        hasCardiovascularFlag: false,
        usesDrugTopical: false,
        noHairDrugs: false,
        pigmentRisk: false,
      },
      Date.parse(now),
    ),
    choices: {
      protocolId: "article-home",
      zones: ["vertex"],
      firstOn: isoDate("2026-03-01"),
      timeOfDay: "20:00",
      timeZone: "UTC",
      ...wishes,
    },
    history,
    now,
  };
  const plan = draftPlan(input);
  if (plan.kind === "refused") throw new Error(plan.says);
  return plan;
}
