import { epochMs } from "./calendar.ts";
import { hardIntervalAfter } from "./frequency.ts";
import type { DoneSession, Plan } from "./plan.ts";
import { maxStartsPer168h } from "./plan-sessions.ts";
import type { PartZoneId } from "./zones.ts";

const hourMs = 3_600_000;
const weekMs = 168 * hourMs;

/** A session on the time line, in milliseconds since 1970. Its end is never before its start (I-T6). */
export interface PastSession {
  readonly startMs: number;
  readonly endMs: number;
  readonly zones: readonly PartZoneId[];
  /** Gap it asks for by its own needle, hours. */
  readonly hardH: number;
}

/** What really happened, ready for arithmetic. */
export function pastSessions(history: readonly DoneSession[]): readonly PastSession[] {
  return history.map(({ startedAt, endedAt, zones, ...done }) => {
    const startMs = epochMs(startedAt);
    return {
      startMs,
      endMs: Math.max(startMs, epochMs(endedAt)),
      zones,
      hardH: hardIntervalAfter(done),
    };
  });
}

/**
 * The first moment the hard limits leave a zone free: the larger gap of the two needles after every session
 * on it, and the cap of starts in any 168 hours. `undefined` where nothing was done on the zone.
 */
export function freeFromMs(
  zone: PartZoneId,
  past: readonly PastSession[],
  plan: Plan,
): number | undefined {
  const onZone = past.filter(({ zones }) => zones.includes(zone));
  if (onZone.length === 0) return undefined;

  const gapsOver = onZone.map(
    ({ endMs, hardH }) => endMs + Math.max(hardH, plan.intervalH.hard.value) * hourMs,
  );
  const capOver = onZone
    .map(({ startMs }) => startMs)
    .sort((a, b) => b - a)
    .slice(maxStartsPer168h - 1, maxStartsPer168h)
    .map((startMs) => startMs + weekMs);
  return Math.max(...gapsOver, ...capOver);
}
