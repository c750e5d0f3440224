import { storageProblem } from "../faults.ts";
import type { Host } from "../host.ts";
import { upcomingSessions } from "../plans/upcoming.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import { readSituation, scheduleInput } from "../situation.ts";
import { keepEntries, readEntries } from "./calendar-feed.queries.ts";
import { entriesNow } from "./entries.ts";
import { icalText } from "./ical-text.ts";

/** More sessions than a year of the closest cadence has. */
const maxSessions = 120;

/** The calendar as it is now. What calendars are told is remembered, so that a later change shows as one. */
export async function readCalendar(host: Host, book: SessionBook, feedId: string): Promise<string> {
  const { db, person } = host;
  const situation = await readSituation(host, book);
  const { plan, now, settings } = situation;
  const { shown, changed } = entriesNow({
    known: await readEntries(db, person),
    ...(plan && { planId: plan.id }),
    upcoming: plan ? upcomingSessions(scheduleInput(situation, plan), maxSessions) : [],
    now,
  });
  try {
    await keepEntries(db, person, { changed, feedId, at: now });
  } catch (error) {
    if (!storageProblem(error)) throw error;
  }
  return icalText({
    entries: shown,
    timeZone: plan?.plan.timeZone ?? settings.timeZone,
    discreet: settings.discreetTitles,
  });
}
