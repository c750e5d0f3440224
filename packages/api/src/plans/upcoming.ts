import {
  addHours,
  type DoneSession,
  type Instant,
  nextSession,
  type PartZoneId,
  type ScheduleInput,
} from "@stipple/protocol";

/** A session that lies ahead, at the moment it will be planned for when all before it are done in time. */
export interface UpcomingSession {
  readonly number: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly zones: readonly PartZoneId[];
}

/**
 * Follows the calendar forward: the next session, then the one after it as if the first were done when
 * planned, and so on. Ends where the plan ends, a hold stands, or `limit` sessions are found.
 */
export function upcomingSessions(
  schedule: ScheduleInput,
  limit: number,
): readonly UpcomingSession[] {
  const upcoming: UpcomingSession[] = [];
  let { history, now } = schedule;
  let lastNumber = 0;
  while (upcoming.length < limit) {
    const next = nextSession({ ...schedule, history, now });
    if (next.kind !== "next" || next.number <= lastNumber) break;

    const { session, done } = asIfDone(schedule, next);
    upcoming.push(session);
    history = [...history, done];
    now = session.endsAt;
    lastNumber = next.number;
  }
  return upcoming;
}

function asIfDone(
  { plan }: ScheduleInput,
  next: Extract<ReturnType<typeof nextSession>, { kind: "next" }>,
): { readonly session: UpcomingSession; readonly done: DoneSession } {
  const startsAt = next.ideal;
  const endsAt = addHours(startsAt, plan.sessionMin.value / 60);
  const zones = next.zones.map(({ zone }) => zone);
  return {
    session: { number: next.number, startsAt, endsAt, zones },
    done: {
      startedAt: startsAt,
      endedAt: endsAt,
      needleLengthUm: plan.needle.recommendedUm.value,
      zones,
      setting: plan.setting,
    },
  };
}
