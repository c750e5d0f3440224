import { epochMs, type Instant, type IsoDate, instantAt, localDate } from "./calendar.ts";
import { because } from "./decided.ts";
import { scheduling } from "./frequency.ts";
import type { DoneSession, Plan } from "./plan.ts";
import type { Reason } from "./rule.ts";
import { freeFromMs, type PastSession, pastSessions } from "./schedule-zones.ts";
import { type TimetableSlot, timetableOf } from "./timetable.ts";
import type { PartZoneId } from "./zones.ts";

/** Something that stops sessions until it is cleared: a red flag, a pause the person chose, a relative's wedding. */
export interface Hold {
  readonly id: string;
  readonly from: Instant;
  readonly why: "red-flag" | "person" | "clock" | "history-gap";
  readonly says: string;
  readonly clearedAt?: Instant;
}

export interface ZoneWindow {
  readonly zone: PartZoneId;
  /** Not before: hard limits, all sessions that may have happened, and holds. `undefined` while held. */
  readonly earliest?: Instant;
  /** The planned moment, on the person's weekday and time. */
  readonly ideal?: Instant;
  /** After this moment the session counts as missed: the plan moves on, nothing is doubled. */
  readonly latest?: Instant;
  readonly heldBy: readonly Hold[];
  readonly decidedBy: readonly Reason[];
}

export interface NextSession {
  readonly kind: "next";
  /** Window in which every planned zone may be rolled together. */
  readonly earliest: Instant;
  readonly ideal: Instant;
  readonly latest: Instant;
  readonly date: IsoDate;
  readonly zones: readonly ZoneWindow[];
  readonly number: number;
  /** Planned sessions whose latest moment has passed without one. Never made up for. */
  readonly missed: number;
  readonly decidedBy: readonly Reason[];
}

export interface NoNextSession {
  readonly kind: "held" | "finished" | "time-uncertain";
  readonly says: string;
  readonly nextStep: string;
  readonly heldBy: readonly Hold[];
  readonly zones: readonly ZoneWindow[];
}

export interface ScheduleInput {
  readonly plan: Plan;
  readonly history: readonly DoneSession[];
  readonly holds: readonly Hold[];
  readonly now: Instant;
  /** A session the person moved: its number and the new moment. Later always; earlier only down to `earliest`. */
  readonly moved?: { readonly number: number; readonly to: Instant };
  /** Newest moment the host has ever recorded; `now` before it means the clock cannot be trusted (I-T4). */
  readonly lastSeen?: Instant;
}

/** When the next session may, should and must at the latest happen, per zone, from what was really done. */
export function nextSession(input: ScheduleInput): NextSession | NoNextSession {
  const { plan, history, holds, now } = input;
  const nowMs = epochMs(now);
  const past = pastSessions(history);
  const free = plan.zones.map((zone) => ({ zone, freeMs: freeFromMs(zone, past, plan) }));
  const open: OpenPlan = { input, nowMs, free, freeMs: latestOf(free) };

  if (isTimeUncertain(input, past)) return stopForClock(open);
  const slots = timetableOf(plan, history, movedSlot(open));
  const target = slots.find(
    ({ doneAtMs, untilMs }) =>
      doneAtMs === undefined && untilMs > nowMs && untilMs > (open.freeMs ?? nowMs),
  );
  const idealMs = target && idealOf(target, open);
  const holding = holds.filter((hold) => isHolding(hold, nowMs, idealMs ?? nowMs));
  if (holding.length > 0) return stopForHolds(open, holding);
  if (target === undefined || idealMs === undefined) return finish(open);

  const missed = slots.filter(
    ({ doneAtMs, untilMs }) => doneAtMs === undefined && untilMs <= nowMs,
  ).length;
  return offer(open, { target, idealMs, missed });
}

interface FreeZone {
  readonly zone: PartZoneId;
  readonly freeMs: number | undefined;
}

interface OpenPlan {
  readonly input: ScheduleInput;
  readonly nowMs: number;
  readonly free: readonly FreeZone[];
  /** From here on the hard limits leave every zone free; `undefined` where nothing was done. */
  readonly freeMs: number | undefined;
}

const quarterMs = 900_000;

function latestOf(free: readonly FreeZone[]): number | undefined {
  const moments = free.flatMap(({ freeMs }) => (freeMs === undefined ? [] : [freeMs]));
  return moments.length === 0 ? undefined : Math.max(...moments);
}

function isTimeUncertain({ now, lastSeen }: ScheduleInput, past: readonly PastSession[]): boolean {
  const nowMs = epochMs(now);
  return (
    (lastSeen !== undefined && nowMs < epochMs(lastSeen)) || past.some(({ endMs }) => nowMs < endMs)
  );
}

/** A pause the person chose begins when they said; anything else holds whatever the clock shows (I-T5). */
function isHolding({ from, why, clearedAt }: Hold, nowMs: number, idealMs: number): boolean {
  if (clearedAt !== undefined && epochMs(clearedAt) <= nowMs) return false;
  return why !== "person" || epochMs(from) <= Math.max(nowMs, idealMs);
}

/**
 * Later is always fine; earlier only down to the first free moment. Once the session was done or has
 * passed, its slot stays where the person put it.
 */
function movedSlot({ input: { plan, history, moved }, nowMs, freeMs }: OpenPlan) {
  if (!moved) return undefined;
  const wished = { number: moved.number, toMs: epochMs(moved.to) };
  const slot = timetableOf(plan, history, wished).find(({ number }) => number === wished.number);
  const isOver = slot !== undefined && (slot.doneAtMs !== undefined || slot.untilMs <= nowMs);
  return isOver ? wished : { ...wished, toMs: Math.max(wished.toMs, freeMs ?? wished.toMs) };
}

/** The planned moment, or the full quarter hour after the skin is free. */
function idealOf({ startMs }: TimetableSlot, { freeMs }: OpenPlan): number {
  if (freeMs === undefined || freeMs <= startMs) return startMs;
  return Math.ceil(freeMs / quarterMs) * quarterMs;
}

function offer(
  open: OpenPlan,
  {
    target,
    idealMs,
    missed,
  }: { readonly target: TimetableSlot; readonly idealMs: number; readonly missed: number },
): NextSession {
  const { plan } = open.input;
  const latest = instantAt(Math.max(target.untilMs, idealMs));
  const earliestMs = open.freeMs ?? Math.min(open.nowMs, idealMs);
  return {
    kind: "next",
    earliest: instantAt(earliestMs),
    ideal: instantAt(idealMs),
    latest,
    date: localDate(instantAt(idealMs), plan.timeZone),
    zones: open.free.map(({ zone, freeMs }) => ({
      zone,
      earliest: instantAt(freeMs ?? Math.min(open.nowMs, earliestMs)),
      ideal: instantAt(idealOf(target, { ...open, freeMs })),
      latest,
      heldBy: [],
      decidedBy: plan.intervalH.hard.decidedBy,
    })),
    number: target.number,
    missed,
    decidedBy: [
      ...plan.intervalH.planned.decidedBy,
      ...because(scheduling.historyCounts, ...(missed > 0 ? [scheduling.missedNotDoubled] : [])),
    ],
  };
}

function stopForClock(open: OpenPlan): NoNextSession {
  return {
    kind: "time-uncertain",
    says: "The clock shows a time before something already recorded, so no session can be timed.",
    nextStep: "Set the date and time of this device right, then look again.",
    heldBy: [],
    zones: zonesWithout(open, []),
  };
}

const clearing = {
  "red-flag": "See a doctor; once it is cleared, say so here.",
  clock: "Set the date and time of this device right, then confirm it.",
  "history-gap": "Say when you last rolled, then confirm it.",
  person: "End the pause whenever you like; nothing is made up for.",
} as const satisfies Record<Hold["why"], string>;

const gravest = ["red-flag", "clock", "history-gap", "person"] as const;

function stopForHolds(open: OpenPlan, holding: readonly Hold[]): NoNextSession {
  const heldBy = holding.toSorted((a, b) => gravest.indexOf(a.why) - gravest.indexOf(b.why));
  const first = gravest.filter((why) => heldBy.some((hold) => hold.why === why));
  return {
    kind: "held",
    says: heldBy.map(({ says }) => says).join(" "),
    nextStep: first.map((why) => clearing[why]).join(" "),
    heldBy,
    zones: zonesWithout(open, heldBy),
  };
}

function finish(open: OpenPlan): NoNextSession {
  const { sessions } = open.input.plan;
  return {
    kind: "finished",
    says: `All ${sessions.length} sessions of this plan are behind you.`,
    nextStep: "Do the review in week 24, then make the next plan from what it shows.",
    heldBy: [],
    zones: zonesWithout(open, []),
  };
}

/** Windows of a plan without a next session: the hard limits stay visible, except under a hold. */
function zonesWithout({ free, input }: OpenPlan, heldBy: readonly Hold[]): readonly ZoneWindow[] {
  return free.map(({ zone, freeMs }) => ({
    zone,
    ...(freeMs !== undefined && heldBy.length === 0 && { earliest: instantAt(freeMs) }),
    heldBy,
    decidedBy: input.plan.intervalH.hard.decidedBy,
  }));
}
