import type { SourceId } from "@stipple/evidence";
import type { Answers } from "./answers.ts";
import { addDays, type IsoDate } from "./calendar.ts";
import { hasCautionaryCondition, judgeConditions } from "./contraindications.ts";
import { judgeDevice } from "./device-in-hand.ts";
import { compareStrictness, findingOf } from "./finding.ts";
import { openQuestions } from "./open-questions.ts";
import { judgeSigns } from "./pattern-signs.ts";
import {
  hasOpenAllergy,
  hasPigmentRisk,
  judgePerson,
  mayUse,
  mayUseDrugTopical,
} from "./person.ts";
import { type Reason, type Rule, rulesVersion } from "./rule.ts";
import { judgeStage, noteStage, stageHeadline } from "./stage.ts";

/**
 * The six results, from free to closed: rolling is open with "suitable" and "suitable-with-caution" only
 * ("clinic-only": a clinic may, home may not).
 */
export type Outcome =
  | "suitable"
  | "suitable-with-caution"
  | "clinic-only"
  | "wait"
  | "see-doctor"
  | "not-enough-known";

export interface Finding {
  /** What this finding alone would lead to. The strictest finding decides the outcome. */
  readonly leadsTo: Outcome;
  /** "You told us: …" in plain words, second person. */
  readonly says: string;
  readonly nextStep: string;
  readonly reason: Reason;
  /** The last day of a wait, when the finding ends by itself. */
  readonly waitUntil?: IsoDate;
  /** Answers that led here, as paths: "conditions.keloid". */
  readonly from: readonly string[];
}

/** What the findings mean for the plan; read by the planner and, separately, by the guard. */
export interface Restrictions {
  /** Any relative flag: home length stays ≤ 300 µm and the article's immediate topical window is closed. */
  readonly hasRelativeFlag: boolean;
  /** Heart disease, low blood pressure, or unknown: no drug in open channels. */
  readonly hasCardiovascularFlag: boolean;
  /** A drug for the scalp skin is in use, or this is unknown. */
  readonly usesDrugTopical: boolean;
  /** No minoxidil, finasteride or dutasteride may be planned (pregnancy, breast-feeding, trying, unknown). */
  readonly noHairDrugs: boolean;
  /** Phototype IV–VI or unknown: start short, roll weekly at most. */
  readonly pigmentRisk: boolean;
}

export interface Assessment {
  readonly outcome: Outcome;
  /** One sentence that says the outcome. */
  readonly headline: string;
  /** What to do now. Never empty: there is no dead end. */
  readonly nextStep: string;
  readonly waitUntil?: IsoDate;
  /** Strictest first. */
  readonly findings: readonly Finding[];
  readonly restrictions: Restrictions;
  /** Where this stage stands among the stages that trials studied. */
  readonly stageNote: {
    readonly says: string;
    readonly insideStudiedRange: boolean | "unknown";
    readonly sources: readonly SourceId[];
  };
  /** Questions still open, as paths into `Answers`, in the order to ask them. */
  readonly missing: readonly string[];
  readonly assessedOn: IsoDate;
  /** Answers expire after 30 days (I-X7). */
  readonly expiresOn: IsoDate;
  readonly rulesVersion: string;
}

/** Answers hold for 30 days; symptoms are asked again before each session (a product decision). */
const answersHoldDays = 30;

/** The rule behind "some questions are still open". */
export const openQuestionsRule: Rule = {
  id: "assess/open-questions",
  decides: "Open questions",
  policy: {
    value: undefined,
    says: "Rolling opens only when every question has an answer.",
    sources: ["iso-14971"],
  },
  verdict: "not-in-article",
  strength: "cautious-default",
  reason: "What has not been asked may be the one thing that speaks against rolling.",
  reviewedOn: "2026-11-22",
};

const headlines = {
  suitable: "Rolling is open to you.",
  "suitable-with-caution": "Rolling is open to you, with caution.",
  "clinic-only": "Not at home for now: a clinic may treat you.",
  wait: "Not yet.",
  "see-doctor": "See a doctor before you roll.",
  "not-enough-known": "Not enough is known to say.",
} as const satisfies Record<Outcome, string>;

/** Decides from the answers whether rolling is open to this person, and says why. Pure: `today` comes from the host. */
export function assess(answers: Answers, today: IsoDate): Assessment {
  const restrictions = restrict(answers);
  const missing = openQuestions(answers);
  const found = [
    ...judgeOpenQuestions(missing),
    ...judgeSigns(answers),
    ...judgeConditions(answers, today),
    ...judgePerson(answers),
    ...judgeStage(answers),
    ...judgeDevice(answers, restrictions.hasRelativeFlag || restrictions.usesDrugTopical),
  ];
  const findings = found.toSorted((a, b) => compareStrictness(a.leadsTo, b.leadsTo));
  const decisive = found.reduce((strictest, other) =>
    compareStrictness(other.leadsTo, strictest.leadsTo) < 0 ? other : strictest,
  );
  const { leadsTo: outcome, nextStep } = decisive;
  const waitUntil = outcome === "wait" ? lastDayOf(findings) : undefined;
  return {
    outcome,
    headline: waitUntil ? `Wait until the end of ${waitUntil}.` : headlineOf(decisive),
    nextStep,
    ...(waitUntil && { waitUntil }),
    findings,
    restrictions,
    stageNote: noteStage(answers),
    missing,
    assessedOn: today,
    expiresOn: addDays(today, answersHoldDays),
    rulesVersion,
  };
}

/** The stage alone closing rolling is no alarm, and is not put like one. */
function headlineOf({ leadsTo, reason }: Finding): string {
  return stageHeadline(reason.ruleId) ?? headlines[leadsTo];
}

function restrict(answers: Answers): Restrictions {
  const heart = answers.conditions?.["heart-disease-or-low-blood-pressure"];
  return {
    hasRelativeFlag: hasCautionaryCondition(answers) || hasOpenAllergy(answers),
    hasCardiovascularFlag: heart !== "no" || mayUse(answers, ["minoxidil-oral"]),
    usesDrugTopical: mayUseDrugTopical(answers),
    noHairDrugs: answers.pregnancy !== "no",
    pigmentRisk: hasPigmentRisk(answers),
  };
}

function judgeOpenQuestions(missing: readonly string[]): readonly Finding[] {
  if (missing.length === 0) return [];
  return [
    findingOf(openQuestionsRule, {
      leadsTo: "not-enough-known",
      says:
        missing.length === 1
          ? "One question is still open."
          : `${missing.length} questions are still open.`,
      nextStep: "Answer them; “I don't know” is an answer too.",
      from: missing,
    }),
  ];
}

/** The end of all waits together; none when any of them has no date. */
function lastDayOf(findings: readonly Finding[]): IsoDate | undefined {
  const waits = findings.filter(({ leadsTo }) => leadsTo === "wait");
  const days = waits.flatMap(({ waitUntil }) => waitUntil ?? []).toSorted();
  return days.length === waits.length ? days.at(-1) : undefined;
}
