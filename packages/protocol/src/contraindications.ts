import {
  type AbsoluteCondition,
  type Answers,
  absoluteConditions,
  type RelativeCondition,
  relativeConditions,
} from "./answers.ts";
import type { Finding, Outcome } from "./assess.ts";
import { addDays, addMonths, type IsoDate } from "./calendar.ts";
import { absoluteConditionRules } from "./contraindications/absolute.ts";
import { relativeConditionRules } from "./contraindications/relative.ts";
import { findingOf } from "./finding.ts";
import type { Rule } from "./rule.ts";

/** What a condition leads to, and what ends or opens it. */
export interface ConditionPolicy {
  readonly home: Outcome;
  readonly clinic: Outcome;
  /** Where a doctor's agreement makes rolling possible with caution. */
  readonly doctorOpens?: "home";
  /** The day from which it ends by itself. */
  readonly ends?: {
    readonly from: keyof NonNullable<Answers["dates"]>;
    readonly after: { readonly days: number } | { readonly months: number };
    /** Until then: wait, or roll only as a doctor agrees. */
    readonly meanwhile: "wait" | "ask-doctor";
  };
}

export interface ConditionRule<Condition> extends Rule<ConditionPolicy> {
  readonly condition: Condition;
  /** Half a sentence about the person: "you have a scalp infection". */
  readonly told: string;
  readonly nextStep: string;
}

/** One rule for each condition that blocks rolling. */
export const absoluteContraindications: readonly ConditionRule<AbsoluteCondition>[] =
  absoluteConditions.map((condition) => absoluteConditionRules[condition]);

/** One rule for each condition that asks for a doctor, for caution or for a wait. */
export const relativeContraindications: readonly ConditionRule<RelativeCondition>[] =
  relativeConditions.map((condition) => relativeConditionRules[condition]);

/** Whether any condition that asks for caution is there, or not ruled out. */
export function hasCautionaryCondition({ conditions = {} }: Answers): boolean {
  return relativeConditions.some((name) => conditions[name] !== "no");
}

/** What each condition that is there, or may be there, leads to. */
export function judgeConditions(answers: Answers, today: IsoDate): readonly Finding[] {
  return [
    ...absoluteContraindications.flatMap((rule) => judgeAbsolute(rule, answers, today)),
    ...relativeContraindications.flatMap((rule) => judgeRelative(rule, answers, today)),
  ];
}

type AnyConditionRule = ConditionRule<AbsoluteCondition | RelativeCondition>;

function judgeAbsolute(
  rule: AnyConditionRule,
  answers: Answers,
  today: IsoDate,
): readonly Finding[] {
  const answer = answers.conditions?.[rule.condition];
  if (answer === undefined || answer === "no") return [];
  if (answer === "yes") return [judgePresent(rule, answers, today)];

  return [
    findingOf(rule, {
      leadsTo: "not-enough-known",
      says: told(rule, answers),
      nextStep: "Find out from a doctor or pharmacist, then answer this question again.",
      from: [`conditions.${rule.condition}`],
    }),
  ];
}

/** "unknown" counts as "yes" here: these conditions ask for caution, and caution is what not knowing asks for. */
function judgeRelative(
  rule: AnyConditionRule,
  answers: Answers,
  today: IsoDate,
): readonly Finding[] {
  const answer = answers.conditions?.[rule.condition];
  return answer === undefined || answer === "no" ? [] : [judgePresent(rule, answers, today)];
}

function judgePresent(rule: AnyConditionRule, answers: Answers, today: IsoDate): Finding {
  const { ends } = rule.policy.value;
  const startedOn = ends && answers.dates?.[ends.from];
  if (!ends || startedOn === undefined || startedOn > today) return judgeStanding(rule, answers);

  const from = [`conditions.${rule.condition}`, `dates.${ends.from}`];
  const lastDay =
    "days" in ends.after
      ? addDays(startedOn, ends.after.days)
      : addMonths(startedOn, ends.after.months);
  if (today > lastDay) return judgeEnded(rule, answers, { lastDay, from });
  if (ends.meanwhile === "ask-doctor")
    return { ...judgeStanding(rule, answers, true), from: [...from, "doctorAgreed"] };

  return findingOf(rule, {
    leadsTo: "wait",
    says: told(rule, answers),
    nextStep: `Wait until the end of ${lastDay}, then answer again.`,
    waitUntil: lastDay,
    from,
  });
}

/** A wait that is over still stands in the answers; it is asked again before rolling opens. */
function judgeEnded(
  rule: AnyConditionRule,
  answers: Answers,
  { lastDay, from }: { readonly lastDay: IsoDate; readonly from: readonly string[] },
): Finding {
  const isRelative = relativeContraindications.some(({ id }) => id === rule.id);
  const isAgreed = answers.setting === "clinic" || answers.doctorAgreed === "yes";
  const leadsTo = isAgreed ? "suitable-with-caution" : "clinic-only";
  return findingOf(rule, {
    leadsTo: isRelative ? leadsTo : "not-enough-known",
    says: `${told(rule, answers)} The wait ended on ${lastDay}.`,
    nextStep: isRelative
      ? "If this is behind you, answer no to this question now; else ask your doctor and answer again."
      : "If the skin is healed and calm, answer no to this question now.",
    from: isRelative ? [...from, "doctorAgreed"] : from,
  });
}

function judgeStanding(rule: AnyConditionRule, answers: Answers, isAskable = false): Finding {
  const { home, clinic } = rule.policy.value;
  const isOpen = isOpenedByDoctor(rule, answers) || (isAskable && answers.doctorAgreed === "yes");
  const leadsTo = answers.setting === "clinic" ? clinic : home;
  return findingOf(rule, {
    leadsTo: isOpen ? "suitable-with-caution" : leadsTo,
    says: told(rule, answers),
    nextStep: isOpen ? "Go on with care: stop at the first sign of trouble." : rule.nextStep,
    from: rule.policy.value.doctorOpens
      ? [`conditions.${rule.condition}`, "doctorAgreed"]
      : [`conditions.${rule.condition}`],
  });
}

function isOpenedByDoctor(rule: AnyConditionRule, { setting, doctorAgreed }: Answers): boolean {
  const { doctorOpens } = rule.policy.value;
  return doctorAgreed === "yes" && doctorOpens === (setting ?? "home");
}

function told(rule: AnyConditionRule, { conditions }: Answers): string {
  return conditions?.[rule.condition] === "yes"
    ? `You told us that ${rule.told}.`
    : `You are not sure whether ${rule.told}.`;
}
