import type { Answers, YesNoUnknown } from "./answers.ts";
import type { Outcome } from "./assess.ts";
import type { Instant } from "./calendar.ts";
import type { DeviceState } from "./device-care.ts";
import { plannedGaps, timetableLimits, timetableOf } from "./guard-calendar.ts";
import { personLimits } from "./guard-person.ts";
import { shapeLimits } from "./guard-shape.ts";
import { startClock, startLimits } from "./guard-start.ts";
import { treatmentLimits } from "./guard-treatment.ts";
import type { DoneSession, Plan, PlanChoices } from "./plan.ts";
import type { Hold } from "./schedule.ts";

/** A limit that a plan or a session start breaks. `code` is stable; `says` names value and limit. */
export interface GuardFinding {
  readonly code: string;
  readonly says: string;
  readonly nextStep: string;
}

export interface PlanCheck {
  readonly plan: Plan;
  readonly answers: Answers;
  readonly history: readonly DoneSession[];
  readonly now: Instant;
  /**
   * What the person and the doctor confirmed. Needed by a plan above 1.0 mm (the doctor's override) and by
   * the article's topical window (both sides read); absent counts as not confirmed.
   */
  readonly choices?: Pick<PlanChoices, "readBothSides" | "doctorOverride">;
}

export interface StartCheck extends PlanCheck {
  readonly device: {
    readonly needleLengthUm: number;
    readonly state: DeviceState;
    readonly kind: string;
    /** A device with any other owner, or where this is not known, never starts. */
    readonly usedByAnotherPerson: YesNoUnknown;
  };
  readonly holds: readonly Hold[];
  readonly zones: readonly string[];
  readonly lastSeen?: Instant;
  readonly assessedAt: Instant;
  /** What the newest answers lead to today. */
  readonly outcome: Outcome;
}

/** One line of the guard's tables: a limit, when it is broken, and what to say then. */
export interface Limit<Check> {
  readonly code: string;
  readonly isBroken: (check: Check) => boolean;
  readonly says: (check: Check) => string;
  readonly nextStep: string;
}

/** Every limit the plan breaks; empty means it may be shown. Shares no rule code with the planner. */
export function guardPlan(check: PlanCheck): readonly GuardFinding[] {
  const unreadable = brokenOf(shapeLimits, check);
  const person = brokenOf(personLimits, check);
  if (unreadable.length > 0) return [...unreadable, ...person];

  return [
    ...person,
    ...brokenOf(treatmentLimits, check),
    ...brokenOf(timetableLimits, timetableOf(check)),
  ];
}

/** Every limit that starting now would break; empty means the session may start. */
export function guardStart(check: StartCheck): readonly GuardFinding[] {
  const unreadable = [...brokenOf(shapeLimits, check), ...brokenOf(startClock, check)];
  const person = brokenOf(personLimits, check);
  if (unreadable.length > 0) return [...unreadable, ...person];

  return [
    ...person,
    ...brokenOf(treatmentLimits, check),
    ...brokenOf(plannedGaps, timetableOf(check)),
    ...brokenOf(startLimits, check),
  ];
}

function brokenOf<Check>(limits: readonly Limit<Check>[], check: Check): readonly GuardFinding[] {
  return limits
    .filter(({ isBroken }) => isBroken(check))
    .map(({ code, says, nextStep }) => ({ code, says: says(check), nextStep }));
}
