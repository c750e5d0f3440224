import { compareInstants, elapsedHours, type Instant, instant } from "@stipple/protocol";
import type { UpcomingSession } from "../plans/upcoming.ts";
import type { CalendarEntry } from "./calendar-feed.queries.ts";

interface EntriesInput {
  readonly known: readonly CalendarEntry[];
  readonly planId?: string;
  readonly upcoming: readonly UpcomingSession[];
  readonly now: Instant;
}

/** What calendars are told now, and which entries are new or differ from what they were told before. */
export interface Entries {
  readonly shown: readonly CalendarEntry[];
  readonly changed: readonly CalendarEntry[];
}

/**
 * Sets the sessions ahead beside those calendars know. A session that moved keeps its identity and gets a
 * higher sequence; one that vanished is cancelled, not dropped; one whose time has passed stays as it was.
 */
export function entriesNow({ known, planId, upcoming, now }: EntriesInput): Entries {
  const knownOf = new Map(known.map((entry) => [keyOf(entry), entry]));
  const ahead = new Map(
    upcoming.map((session) => {
      const entry = entryOf(session, planId ?? "", now);
      return [keyOf(entry), entry];
    }),
  );

  const changed: CalendarEntry[] = [];
  for (const [key, entry] of ahead) {
    const before = knownOf.get(key);
    if (before && isSame(before, entry)) continue;
    changed.push({ ...entry, sequence: before ? before.sequence + 1 : 0 });
  }
  for (const entry of known) {
    if (ahead.has(keyOf(entry)) || !vanished(entry, now)) continue;
    changed.push({ ...entry, status: "cancelled", sequence: entry.sequence + 1, changed_at: now });
  }

  const newest = new Map([...knownOf, ...changed.map((entry) => [keyOf(entry), entry] as const)]);
  const shown = [...newest.values()]
    .filter(({ starts_at }) => elapsedHours(starts_at, now) < shownForH)
    .sort((a, b) => compareInstants(a.starts_at, b.starts_at) || a.number - b.number);
  return { shown, changed };
}

/** Past sessions stay in the calendar for about two months. */
const shownForH = 60 * 24;

function keyOf({ plan_id, number }: CalendarEntry): string {
  return `${plan_id} ${number}`;
}

function entryOf(
  { number, startsAt, endsAt }: UpcomingSession,
  planId: string,
  now: Instant,
): CalendarEntry {
  return {
    plan_id: planId,
    number,
    starts_at: wholeMinute(startsAt),
    ends_at: wholeMinute(endsAt),
    sequence: 0,
    status: "confirmed",
    changed_at: now,
  };
}

function isSame(a: CalendarEntry, b: CalendarEntry): boolean {
  return a.starts_at === b.starts_at && a.ends_at === b.ends_at && a.status === b.status;
}

function vanished({ status, starts_at }: CalendarEntry, now: Instant): boolean {
  return status === "confirmed" && compareInstants(starts_at, now) > 0;
}

/** Never earlier than the moment itself. */
function wholeMinute(moment: Instant): Instant {
  return instant(new Date(Math.ceil(Date.parse(moment) / 60_000) * 60_000).toISOString());
}
