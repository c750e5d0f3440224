import type { AftercareClock, AvoidItem, CheckIn } from "./aftercare.ts";
import { avoidRule, courseRule } from "./aftercare-rules.ts";
import { addHours, compareInstants, elapsedHours, type Instant } from "./calendar.ts";
import { because } from "./decided.ts";
import type { Plan } from "./plan.ts";
import type { Rule } from "./rule.ts";
import type { SessionStep } from "./session-guide.ts";
import { drugWaitH, waitReasons, windowMin } from "./topical-window.ts";

interface ClockInput {
  /** The plan of the session itself, not one made since. */
  readonly plan: Plan;
  readonly endedAt: Instant;
  readonly checkIns: readonly CheckIn[];
  readonly now: Instant;
  /** Where the guide of the session stands. The article's window is open only where this step says so. */
  readonly step?: SessionStep;
}

/** What to avoid, what is due and what the skin is doing, `now`, after the session that ended at `endedAt`. */
export function aftercareClock(input: ClockInput): AftercareClock {
  const { plan, endedAt, checkIns, now } = input;
  const topical = plan.topicalTiming.value === "none" ? undefined : topicalAt(input);
  const phase = phaseAt(elapsedHours(endedAt, now) / 24, endedAt);

  return {
    avoidNow: itemsAfter(endedAt, now, avoidTable),
    later: itemsAfter(endedAt, now, laterTable),
    checkIns: checkInsOf(endedAt, checkIns),
    ...(topical && { topical }),
    ...(phase && { phase }),
  };
}

interface AfterSession {
  readonly says: string;
  readonly rule: Rule<{ readonly untilH: number }>;
}

const avoidTable: readonly AfterSession[] = Object.values(avoidRule).map((rule) => ({
  says: rule.policy.says,
  rule,
}));

const laterTable: readonly AfterSession[] = [
  { says: "A loose hat.", rule: avoidRule.handsOff },
  { says: "A gentle wash with lukewarm water and mild shampoo.", rule: avoidRule.washing },
  { says: "Sport, sauna and pool.", rule: avoidRule.sweat },
  { says: "Styling products, when your skin is calm.", rule: avoidRule.products },
  { says: "Sun, with protection on bare skin.", rule: avoidRule.sun },
  { says: "Warm styling.", rule: avoidRule.heat },
  { says: "Dye, bleach, perm and keratin.", rule: avoidRule.chemicals },
];

/** Those whose time is not over yet, soonest end first. */
function itemsAfter(
  endedAt: Instant,
  now: Instant,
  table: readonly AfterSession[],
): readonly AvoidItem[] {
  return table
    .map(({ says, rule }) => ({
      id: rule.id,
      says,
      until: addHours(endedAt, rule.policy.value.untilH),
      decidedBy: because(rule),
    }))
    .filter(({ until }) => compareInstants(until, now) > 0)
    .toSorted((a, b) => compareInstants(a.until, b.until));
}

const slots = ["24h", "72h", "7d"] as const;

/** A check-in of this session is one made after it ended. */
function checkInsOf(endedAt: Instant, made: readonly CheckIn[]): AftercareClock["checkIns"] {
  const { afterH } = courseRule.checkIns.policy.value;
  return slots.map((slot) => ({
    slot,
    dueAt: addHours(endedAt, afterH[slot]),
    done: made.some(
      (checkIn) => checkIn.slot === slot && compareInstants(checkIn.at, endedAt) >= 0,
    ),
  }));
}

function topicalAt({ plan, endedAt, now, step }: ClockInput): AftercareClock["topical"] {
  const closesAt = step?.kind === "topical" ? step.closesAt : undefined;
  if (closesAt !== undefined && compareInstants(now, closesAt) <= 0)
    return {
      notBefore: endedAt,
      isDue: true,
      says: `You chose the article's window: it stays open for up to ${windowMin} minutes after rolling. Your usual amount, not more.`,
      decidedBy: plan.topicalTiming.decidedBy,
    };

  const waitH = drugWaitH(plan);
  const notBefore = addHours(endedAt, waitH);
  const isDue = compareInstants(now, notBefore) >= 0;
  return {
    notBefore,
    isDue,
    says: isDue
      ? "You may use your product again, if your scalp is calm: no redness, no sting."
      : `Your product waits ${waitH} hours after the session, and until your scalp is calm.`,
    decidedBy: waitReasons(plan),
  };
}

const phaseSays = {
  inflammation:
    "Inflammation: your skin is closing the holes and calling cells for repair. Pink and tender is common now.",
  proliferation:
    "Proliferation: new cells and small vessels form. You may see flakes; from outside it looks calm.",
  remodelling: "Remodelling: the new tissue is slowly rearranged. There is nothing to feel.",
} as const;

const phases = ["inflammation", "proliferation", "remodelling"] as const;

function phaseAt(elapsedDays: number, endedAt: Instant): AftercareClock["phase"] {
  const { untilDays } = courseRule.phases.policy.value;
  const id = phases.find((phase) => elapsedDays < untilDays[phase]);
  return id && { id, says: phaseSays[id], until: addHours(endedAt, untilDays[id] * 24) };
}
