import { combination } from "./combination.ts";
import { because } from "./decided.ts";
import { deviceRule } from "./device-rules.ts";
import { hygiene } from "./hygiene.ts";
import type { Rule } from "./rule.ts";
import { longestBreak } from "./session-break.ts";
import type { SessionStep } from "./session-guide.ts";
import { noProgress, type Progress } from "./session-progress.ts";
import { type GateCheck, gateChecks, type SessionEvent } from "./session-record.ts";
import { technique } from "./technique.ts";

const reviewedOn = "2026-11-22";

const gate = {
  feelsWell: {
    id: "gate/feels-well",
    decides: "Rolling when you are unwell",
    policy: {
      value: undefined,
      says: "No session with fever, an infection, or a warning sign that no doctor has cleared.",
      sources: ["chu-2021-adverse-events", "label-minoxidil"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Your skin heals worse while your body fights something else.",
    reviewedOn,
  },
  skinCalm: {
    id: "gate/skin-calm",
    decides: "Rolling on skin that is not calm",
    policy: {
      value: undefined,
      says: "A zone is not rolled again while it is red, scabbed, sore or broken.",
      sources: ["chu-2021-adverse-events", "tnf-mice"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "The last session is still healing. Rolling into it keeps the skin inflamed.",
    reviewedOn,
  },
  nothingNew: {
    id: "gate/nothing-new",
    decides: "A medicine or condition that is new",
    policy: {
      value: undefined,
      says: "Whatever is new since the assessment is assessed first.",
      sources: ["chu-2021-adverse-events", "label-minoxidil"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Your plan was made from your answers. When they change, it may no longer fit you.",
    reviewedOn,
  },
  scalpClean: {
    id: "gate/scalp-clean",
    decides: "A clean scalp",
    policy: {
      value: undefined,
      says: "Hair and scalp are washed, hands too, and all alcohol has dried.",
      sources: ["cdc-disinfection", "granuloma-review"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason: "Needles carry what lies on your skin into it.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule>;

/** What has to be true before the first stroke; dry hair, bare skin and the device have their rules beside. */
export const gateRules: readonly Rule<unknown>[] = [...Object.values(gate), longestBreak];

interface GateQuestion {
  /** "Yes" is always the safe answer. */
  readonly question: string;
  /** Said when the answer is no. */
  readonly says: string;
  readonly nextStep: string;
  readonly rules: readonly Rule<unknown>[];
}

const questions = {
  "feels-well-no-red-flags": {
    question: "Do you feel well, without fever or any warning sign since the last session?",
    says: "No session while you are unwell.",
    nextStep: "Report how you are in the check-in; it tells you how soon a doctor has to see you.",
    rules: [gate.feelsWell],
  },
  "skin-calm": {
    question: "Is your scalp calm: no redness, scabs, soreness or open spots?",
    says: "Your scalp is still healing.",
    nextStep: "Wait until it is calm. If redness lasts beyond 72 hours, report it in the check-in.",
    rules: [gate.skinCalm],
  },
  "no-new-medicine-or-condition": {
    question: "Are your medicines and your health the same as at the assessment?",
    says: "Something is new since your plan was made.",
    nextStep: "Answer the assessment again; your plan follows it.",
    rules: [gate.nothingNew],
  },
  "nothing-medicated-on-scalp": {
    question: "Is your scalp bare: no minoxidil, serum, oil or cream on it?",
    says: "Something is on your scalp that the needles would carry in.",
    nextStep: "Wash it off now, and roll another day once the pause of your plan has passed.",
    rules: [combination.nothingBefore],
  },
  "hair-dry": {
    question: "Is your hair fully dry?",
    says: "Wet hair tangles and breaks.",
    nextStep: "Dry your hair and scalp, then start again.",
    rules: [technique.dryHair],
  },
  "scalp-clean": {
    question: "Are scalp and hands freshly washed?",
    says: "The scalp is not clean yet.",
    nextStep: "Wash hair and hands, dry them, then start again.",
    rules: [gate.scalpClean],
  },
  "own-device": {
    question: "Is this your own device, used by nobody else?",
    says: "This device has had another user, or may have.",
    nextStep: "Use a new device that only you use.",
    rules: [hygiene.oneOwner],
  },
  "device-clean-and-undamaged": {
    question: "Is the device clean and dry, with straight needles and no rust?",
    says: "This device is not fit to use.",
    nextStep: "Clean it and check it under a bright light, or use a new one.",
    rules: [deviceRule.cleanBeforeUse, deviceRule.inspection],
  },
} as const satisfies Record<GateCheck, GateQuestion>;

function currentCheck({ checksPassed }: Progress): GateCheck | undefined {
  return gateChecks[checksPassed];
}

/** The question asked now. */
export function gateStep(check: GateCheck): SessionStep {
  const { question, rules } = questions[check];
  return { kind: "gate", check, question, decidedBy: because(...rules) };
}

/** Why the session stays closed. Not knowing counts as no. */
export function blockedStep(check: GateCheck, answer: "no" | "unknown"): SessionStep {
  const { says, nextStep, rules } = questions[check];
  return {
    kind: "blocked",
    check,
    says: answer === "no" ? says : "You are not sure about this, and that counts as no.",
    nextStep,
    decidedBy: because(...rules),
  };
}

/** The gate: one answer after the other, each safe, then rolling opens. */
export function afterGateEvent(progress: Progress, event: SessionEvent): Progress | undefined {
  if (event.kind === "stopped") return { ...progress, phase: "closed", stoppedWhy: event.why };
  if (event.kind !== "gate-answered" || event.check !== currentCheck(progress)) return undefined;
  if (event.answer !== "yes") return { ...progress, phase: "blocked", blockedBy: event.answer };

  const checksPassed = progress.checksPassed + 1;
  return checksPassed < gateChecks.length
    ? { ...progress, checksPassed }
    : { ...progress, checksPassed, phase: "rolling", rollingFrom: event.at };
}

/** From the passed gate on, needles may have touched skin: the session counts and the device needs cleaning (I-G2). */
export function mayHaveNeedled({ rollingFrom }: Progress): boolean {
  return rollingFrom !== undefined;
}

/** The same, for a record that is read without its plan. */
export function hasPassedGate(events: readonly SessionEvent[]): boolean {
  const atGate: Progress = { ...noProgress, phase: "gate" };
  return mayHaveNeedled(
    events.reduce(
      (progress, event) =>
        progress.phase === "gate" ? (afterGateEvent(progress, event) ?? progress) : progress,
      atGate,
    ),
  );
}
