import { epochMs } from "./calendar.ts";
import type { DoneSession, Plan } from "./plan.ts";
import { zonesOverlap } from "./zones.ts";

/** A planned session and the time in which rolling counts as this one; milliseconds since 1970. */
export interface TimetableSlot {
  readonly number: number;
  readonly startMs: number;
  /** Half-way from the planned session before. */
  readonly fromMs: number;
  /** Half-way to the planned session after. */
  readonly untilMs: number;
  /** When it was done; absent while it was not. */
  readonly doneAtMs?: number;
}

/** A session the person moved, already held against the limits. */
export interface MovedSlot {
  readonly number: number;
  readonly toMs: number;
}

type OpenSlot = Omit<TimetableSlot, "doneAtMs">;

const hourMs = 3_600_000;

/**
 * The planned sessions with what was done of them.
 *
 * Rolling belongs to the planned session nearest in time and counts once, however often the zone was rolled
 * in that time. Planned sessions that a moved one runs into are left out, not doubled.
 */
export function timetableOf(
  plan: Plan,
  history: readonly DoneSession[],
  moved?: MovedSlot,
): readonly TimetableSlot[] {
  const doneMs = history
    .filter(({ zones }) => zonesOverlap(zones, plan.zones))
    .map(({ startedAt }) => epochMs(startedAt))
    .sort((a, b) => a - b);
  const planned = withDone(plannedSlots(plan), doneMs);
  return moved ? withDone(moveSlot(planned, moved, plan), doneMs) : planned;
}

function withDone(slots: readonly OpenSlot[], doneMs: readonly number[]): readonly TimetableSlot[] {
  return slots.map(({ number, startMs, fromMs, untilMs }) => {
    const doneAtMs = doneMs.find((ms) => fromMs <= ms && ms < untilMs);
    return { number, startMs, fromMs, untilMs, ...(doneAtMs !== undefined && { doneAtMs }) };
  });
}

/** The first session may be done early by its hard gap, the last late by half its planned one. */
function plannedSlots({ sessions, intervalH }: Plan): readonly OpenSlot[] {
  const starts = sessions.map(({ number, startsAt }) => ({ number, startMs: epochMs(startsAt) }));
  return starts.map(({ number, startMs }, index) => {
    const before = index > 0 ? starts[index - 1] : undefined;
    const after = starts[index + 1];
    return {
      number,
      startMs,
      fromMs: before ? (before.startMs + startMs) / 2 : startMs - intervalH.hard.value * hourMs,
      untilMs: after
        ? (startMs + after.startMs) / 2
        : startMs + (intervalH.planned.value * hourMs) / 2,
    };
  });
}

/** Puts one session elsewhere: what came before keeps its own time, what comes after keeps its distance. */
function moveSlot(
  slots: readonly TimetableSlot[],
  { number, toMs }: MovedSlot,
  { sessionMin, intervalH }: Plan,
): readonly OpenSlot[] {
  const freeMs = toMs + sessionMin.value * 60_000 + intervalH.hard.value * hourMs;
  const later = slots.filter((slot) => slot.number > number && slot.startMs >= freeMs);
  const untilMs = (toMs + (later[0]?.startMs ?? toMs + intervalH.planned.value * hourMs)) / 2;

  return slots.flatMap((slot): readonly OpenSlot[] => {
    if (slot.number < number) {
      return [
        slot.doneAtMs === undefined ? { ...slot, untilMs: Math.min(slot.untilMs, toMs) } : slot,
      ];
    }
    if (slot.number === number) {
      return [{ ...slot, startMs: toMs, fromMs: Math.min(slot.fromMs, toMs), untilMs }];
    }
    if (slot === later[0]) return [{ ...slot, fromMs: untilMs }];
    return later.includes(slot) ? [slot] : [];
  });
}
