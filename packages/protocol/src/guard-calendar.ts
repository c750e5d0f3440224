import { epochDay, epochMs, wallClock } from "./calendar.ts";
import type { Limit, PlanCheck } from "./guard.ts";
import type { DoneSession, Plan } from "./plan.ts";

const shortNeedleUm = 300;
const shortNeedleGapH = 72;
const longNeedleGapH = 144;
export const windowH = 168;
export const maxPerWindow = 2;
const pastToleranceH = 24;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A session on the time line, done or planned; moments in milliseconds since 1970. */
interface Occupied {
  readonly startMs: number;
  readonly endMs: number;
  readonly needleLengthUm: number;
  readonly zones: readonly string[];
  readonly isPlanned: boolean;
}

/** A plan with its moments read once. */
export interface Timetable {
  readonly plan: Plan;
  readonly nowMs: number;
  /** In the order of the plan. */
  readonly startsMs: readonly number[];
  /** What is wrong among the planned sessions alone, one sentence each. */
  readonly tooClose: readonly string[];
  readonly overCap: readonly string[];
  /** What is wrong when the sessions already done are counted too. */
  readonly tooCloseWithHistory: readonly string[];
  readonly overCapWithHistory: readonly string[];
}

/** Hours between the end of one session and the start of the next on a shared zone. */
export function hardGapH(...needleLengthsUm: readonly number[]): number {
  return needleLengthsUm.every((lengthUm) => lengthUm <= shortNeedleUm)
    ? shortNeedleGapH
    : longNeedleGapH;
}

export function sharesZone(
  a: { readonly zones: readonly string[] },
  b: { readonly zones: readonly string[] },
): boolean {
  return a.zones.some((zone) => b.zones.includes(zone));
}

/** The time line of a plan, without and with the sessions already done. */
export function timetableOf({ plan, history, now }: PlanCheck): Timetable {
  const planned = plannedOf(plan);
  const alone = inOrder(planned);
  const together = inOrder([...planned, ...history.map(occupiedBy)]);

  return {
    plan,
    nowMs: epochMs(now),
    startsMs: planned.map(({ startMs }) => startMs),
    tooClose: tooClose(alone),
    overCap: overCap(alone),
    tooCloseWithHistory: tooClose(together),
    overCapWithHistory: overCap(together),
  };
}

function plannedOf({ sessions, sessionMin, needle }: Plan): readonly Occupied[] {
  return sessions.map(({ startsAt, zones }) => {
    const startMs = epochMs(startsAt);
    return {
      startMs,
      endMs: startMs + sessionMin.value * 60_000,
      needleLengthUm: needle.recommendedUm.value,
      zones,
      isPlanned: true,
    };
  });
}

function occupiedBy({ startedAt, endedAt, needleLengthUm, zones }: DoneSession): Occupied {
  return {
    startMs: epochMs(startedAt),
    endMs: epochMs(endedAt),
    needleLengthUm,
    zones,
    isPlanned: false,
  };
}

function inOrder(occupied: readonly Occupied[]): readonly Occupied[] {
  return occupied.toSorted((a, b) => a.startMs - b.startMs);
}

function tooClose(sessions: readonly Occupied[]): readonly string[] {
  return sessions.flatMap((later, index) =>
    sessions
      .slice(0, index)
      .filter(
        (earlier) =>
          (earlier.isPlanned || later.isPlanned) &&
          !(later.startMs - earlier.endMs >= leastMs(earlier, later)) &&
          sharesZone(earlier, later),
      )
      .map((earlier) => {
        const gapH = (later.startMs - earlier.endMs) / hourMs;
        const leastH = leastMs(earlier, later) / hourMs;
        return `Two sessions of a zone ${gapH.toFixed(1)} h apart; the least is ${leastH} h.`;
      }),
  );
}

function leastMs(a: Occupied, b: Occupied): number {
  return hardGapH(a.needleLengthUm, b.needleLengthUm) * hourMs;
}

/** One sentence for each zone whose 168 hours hold more than the cap, a planned session among them. */
function overCap(sessions: readonly Occupied[]): readonly string[] {
  const zones = [...new Set(sessions.flatMap((session) => session.zones))];
  return zones
    .filter((zone) => {
      const onZone = sessions.filter((session) => session.zones.includes(zone));
      return onZone.some((first, index) => {
        const window = onZone.slice(index, index + maxPerWindow + 1);
        const last = window[maxPerWindow];
        return (
          last !== undefined &&
          last.startMs - first.startMs < windowH * hourMs &&
          window.some(({ isPlanned }) => isPlanned)
        );
      });
    })
    .map((zone) => `More than ${maxPerWindow} sessions of the zone ${zone} within ${windowH} h.`);
}

function isOutOfOrder({ plan, startsMs }: Timetable): boolean {
  return (
    plan.sessions.some(({ number }, index) => number !== index + 1) ||
    startsMs.some((startMs, index) => startMs <= (startsMs[index - 1] ?? -Infinity))
  );
}

/** Whether a session names a day that is not the day of its start on the wall calendar. */
function isOnAnotherDay({ plan, startsMs }: Timetable): boolean {
  if (startsMs.length === 0) return false;
  const days = startsMs.map((startMs) => Math.floor(startMs / dayMs));
  const clock = wallClock(plan.timeZone, Math.min(...days), Math.max(...days));
  const shown = plan.sessions.map(({ date }) => epochDay(date));
  return startsMs.map(clock.dayOf).join() !== shown.join();
}

function capFor({ needle }: Plan): number {
  return needle.recommendedUm.value <= shortNeedleUm ? maxPerWindow : 1;
}

/** Distances inside the plan itself; they hold whenever it is looked at. */
export const plannedGaps: readonly Limit<Timetable>[] = [
  {
    code: "guard.no_sessions",
    isBroken: ({ plan }) => plan.sessions.length === 0,
    says: () => "The plan has 0 sessions; it needs at least 1.",
    nextStep: "Make the plan again.",
  },
  {
    code: "guard.sessions_out_of_order",
    isBroken: isOutOfOrder,
    says: () => "The sessions are not numbered from 1 in the order of their starts.",
    nextStep: "Make the plan again; report this if it comes back.",
  },
  {
    code: "guard.session_date",
    isBroken: isOnAnotherDay,
    says: ({ plan }) => `A session shows another day than its start has in ${plan.timeZone}.`,
    nextStep: "Make the plan again; report this if it comes back.",
  },
  {
    code: "guard.session_zones",
    isBroken: ({ plan }) =>
      plan.sessions.some(
        ({ zones }) =>
          zones.length === 0 ||
          new Set(zones).size < zones.length ||
          zones.some((zone) => !plan.zones.includes(zone)),
      ),
    says: ({ plan }) =>
      `A session has no zone, the same zone twice, or one outside the plan's ${plan.zones.join(", ")}.`,
    nextStep: "Choose the zones again.",
  },
  {
    code: "guard.interval_below_hard",
    isBroken: ({ plan: { intervalH, needle } }) =>
      intervalH.hard.value < hardGapH(needle.recommendedUm.value) ||
      intervalH.planned.value < intervalH.hard.value,
    says: ({ plan: { intervalH, needle } }) =>
      `Intervals of ${intervalH.hard.value} h (hard) and ${intervalH.planned.value} h (planned); the least for this needle is ${hardGapH(needle.recommendedUm.value)} h.`,
    nextStep: "Roll less often.",
  },
  {
    code: "guard.cap_above_limit",
    isBroken: ({ plan }) => plan.maxPer168h.value > capFor(plan),
    says: ({ plan }) =>
      `${plan.maxPer168h.value} sessions in 168 hours; for this needle ${capFor(plan)} is the limit.`,
    nextStep: "Roll less often.",
  },
  {
    code: "guard.sessions_too_close",
    isBroken: ({ tooClose }) => tooClose.length > 0,
    says: ({ tooClose }) => tooClose.slice(0, 1).join(),
    nextStep: "Move the later session.",
  },
  {
    code: "guard.too_many_in_168h",
    isBroken: ({ overCap }) => overCap.length > 0,
    says: ({ overCap }) => overCap.join(" "),
    nextStep: "Move the later session.",
  },
];

/** The whole timetable against the past and the clock, as it must be when a plan is made. */
export const timetableLimits: readonly Limit<Timetable>[] = [
  ...plannedGaps,
  {
    code: "guard.session_in_past",
    isBroken: ({ startsMs, nowMs }) =>
      startsMs.some((startMs) => nowMs - startMs > pastToleranceH * hourMs),
    says: () => `A planned session lies more than ${pastToleranceH} h in the past.`,
    nextStep: "Choose a first day from today on.",
  },
  {
    code: "guard.too_close_to_history",
    isBroken: ({ tooClose, tooCloseWithHistory }) => tooCloseWithHistory.length > tooClose.length,
    says: ({ tooCloseWithHistory }) => tooCloseWithHistory.slice(0, 1).join(),
    nextStep: "Start later, or choose other zones first.",
  },
  {
    code: "guard.too_many_with_history",
    isBroken: ({ overCap, overCapWithHistory }) => overCapWithHistory.length > overCap.length,
    says: ({ overCapWithHistory }) => overCapWithHistory.join(" "),
    nextStep: "Start later, or choose other zones first.",
  },
];
