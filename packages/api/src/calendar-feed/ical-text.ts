import { addHours, type Instant, localDate, localTime, weekdayOf } from "@stipple/protocol";
import ical, { ICalAlarmType, type ICalCalendar, ICalEventStatus } from "ical-generator";
import type { CalendarEntry } from "./calendar-feed.queries.ts";
import { zoneBlock } from "./zone-block.ts";

interface CalendarText {
  readonly entries: readonly CalendarEntry[];
  readonly timeZone: string;
  /** Titles say nothing of what is planned. */
  readonly discreet: boolean;
}

/** The sessions as iCalendar (RFC 5545 and 7986). The same entries give the same bytes. */
export function icalText({ entries, timeZone, discreet }: CalendarText): string {
  const calendar = ical({
    prodId: { company: "Stipple", product: "Calendar", language: "EN" },
    name: "Stipple",
    ttl: 60 * 60,
    timezone: { name: null, generator: (zone) => zoneOf(zone, entries) },
  });
  for (const entry of entries) addEvent(calendar, entry, { timeZone, discreet });
  return `${calendar.toString().replace(/(\r?\n)+$/, "")}\r\n`;
}

/** The zone's block for as long as the sessions, which are in order, need it. */
function zoneOf(timeZone: string, entries: readonly CalendarEntry[]): string | null {
  const [first, last] = [entries[0], entries.at(-1)];
  return first && last ? zoneBlock(timeZone, first.starts_at, last.ends_at) : null;
}

function addEvent(
  calendar: ICalCalendar,
  { plan_id, number, starts_at, ends_at, sequence, status, changed_at }: CalendarEntry,
  { timeZone, discreet }: Pick<CalendarText, "timeZone" | "discreet">,
): void {
  const summary = titleOf(starts_at, timeZone, discreet);
  const isDoubtful = isNearClockChange(starts_at, timeZone);
  const timeOf = (moment: Instant) => (isDoubtful ? new Date(moment) : wallClock(moment, timeZone));
  const event = calendar.createEvent({
    id: `${plan_id}-${number}@stipple`,
    start: timeOf(starts_at),
    end: timeOf(ends_at),
    timezone: isDoubtful ? null : timeZone,
    summary,
    sequence,
    status: status === "confirmed" ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    stamp: new Date(changed_at),
    lastModified: new Date(changed_at),
  });
  if (status === "cancelled") return;
  event.createAlarm({ type: ICalAlarmType.display, trigger: 30 * 60, description: summary });
}

/** What a clock on the wall shows, as the UTC fields of a date: the generator writes those beside a TZID. */
function wallClock(moment: Instant, timeZone: string): Date {
  return new Date(`${localDate(moment, timeZone)}T${localTime(moment, timeZone)}:00Z`);
}

/** Around a change of the clock a time on the wall can mean two moments; such a session is written in UTC. */
function isNearClockChange(moment: Instant, timeZone: string): boolean {
  const [before, after] = [addHours(moment, -3), addHours(moment, 3)];
  const wallMs = wallClock(after, timeZone).getTime() - wallClock(before, timeZone).getTime();
  return wallMs !== 6 * 3_600_000;
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function titleOf(startsAt: Instant, timeZone: string, discreet: boolean): string {
  if (!discreet) return "Stipple session";
  const weekday = weekdays[weekdayOf(localDate(startsAt, timeZone)) - 1];
  return `Stipple: ${weekday} ${localTime(startsAt, timeZone)}`;
}
