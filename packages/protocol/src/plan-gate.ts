import type { Setting } from "./answers.ts";
import { daysBetween, localDate } from "./calendar.ts";
import { combination } from "./combination.ts";
import { because } from "./decided.ts";
import { scheduling } from "./frequency.ts";
import { needleLengthRules } from "./needle-length.ts";
import type { PlanInput, PlanRefusal } from "./plan.ts";
import { protocols } from "./protocols.ts";
import { answersReview } from "./reviews.ts";
import { reasonOf, rulesVersion } from "./rule.ts";

const daysAhead = 366;

const openAt = {
  suitable: ["home", "clinic"],
  "suitable-with-caution": ["home", "clinic"],
  "clinic-only": ["clinic"],
  wait: [],
  "see-doctor": [],
  "not-enough-known": [],
} as const satisfies Record<PlanInput["assessment"]["outcome"], readonly Setting[]>;

/** Why there can be no plan at all, before anything of it is decided; `undefined` when the way is open. */
export function refuseBefore(input: PlanInput): PlanRefusal | undefined {
  return (
    refuseByAssessment(input) ??
    refuseByAge(input) ??
    refuseByProtocol(input) ??
    refuseByAllergy(input)
  );
}

function refuseByAssessment({ answers, assessment }: PlanInput): PlanRefusal | undefined {
  const open: readonly Setting[] = openAt[assessment.outcome];
  if (answers.setting && open.includes(answers.setting)) return undefined;
  return {
    kind: "refused",
    because: "assessment",
    says: assessment.headline,
    nextStep: assessment.nextStep,
    decidedBy: assessment.findings.map(({ reason }) => reason),
  };
}

function refuseByAge({ assessment, choices, now }: PlanInput): PlanRefusal | undefined {
  const today = localDate(now, choices.timeZone);
  if (assessment.rulesVersion !== rulesVersion || today > assessment.expiresOn) {
    return {
      kind: "refused",
      because: "assessment",
      says: `Your answers of ${assessment.assessedOn} no longer hold: they are valid for 30 days, under the rules they were given for.`,
      nextStep: "Go through your answers again, then make the plan.",
      decidedBy: because(answersReview.answersExpire),
    };
  }
  if (daysBetween(today, choices.firstOn) > daysAhead) {
    return {
      kind: "refused",
      because: "assessment",
      says: `The first day, ${choices.firstOn}, is more than a year away. Your answers hold for 30 days.`,
      nextStep: "Choose an earlier first day, or come back when the day is near.",
      decidedBy: because(scheduling.firstDay, answersReview.answersExpire),
    };
  }
  return undefined;
}

function refuseByProtocol(input: PlanInput): PlanRefusal | undefined {
  const { answers, choices } = input;
  const protocol = protocols[choices.protocolId];
  if (protocol.setting !== answers.setting) {
    return {
      kind: "refused",
      because: "protocol",
      says: `The programme "${protocol.name}" is for ${protocol.setting === "home" ? "use at home" : "clinics"}.`,
      nextStep: `Choose the programme "${protocols[protocol.setting === "home" ? "article-clinic" : "article-home"].name}".`,
      decidedBy: needleLengthRules
        .filter(({ id }) => id === `needle-length/${protocol.setting}`)
        .map(reasonOf),
    };
  }
  const isAlwaysAbove = protocol.needle.rangeUm[0] > 1000;
  if (isAlwaysAbove && !hasOverride(input)) {
    return {
      kind: "refused",
      because: "protocol",
      says: `The programme "${protocol.name}" uses needles above 1.0 mm and needs a doctor's recorded override.`,
      nextStep: `Have the doctor record name, reason and day, or choose "${protocols["article-clinic"].name}".`,
      decidedBy: needleLengthRules
        .filter(({ id }) => id === "needle-length/trial-without-override")
        .map(reasonOf),
    };
  }
  return undefined;
}

/** A doctor's override counts from the day it was recorded. */
export function hasOverride({ choices, now }: PlanInput): boolean {
  const { doctorOverride, timeZone } = choices;
  return doctorOverride !== undefined && doctorOverride.recordedOn <= localDate(now, timeZone);
}

const allergens = [
  { allergy: "minoxidil", name: "minoxidil", therapies: ["minoxidil-topical", "minoxidil-oral"] },
  {
    allergy: "finasteride-or-dutasteride",
    name: "finasteride or dutasteride",
    therapies: [
      "finasteride-topical",
      "finasteride-oral",
      "dutasteride-topical",
      "dutasteride-oral",
    ],
  },
] as const;

function refuseByAllergy({ answers }: PlanInput): PlanRefusal | undefined {
  const met = allergens.find(
    ({ allergy, therapies }) =>
      answers.allergies?.includes(allergy) &&
      therapies.some((therapy) => answers.therapies?.includes(therapy)),
  );
  return (
    met && {
      kind: "refused",
      because: "conflict",
      says: `You use ${met.name} and told us that you are allergic to it.`,
      nextStep: "Ask a doctor what to use instead, then change your answers.",
      decidedBy: because(combination.allergy),
    }
  );
}
