import { type Instant, localDate, localTime, weekdayOf } from "@stipple/protocol";
import ical, { ICalAlarmType, type ICalCalendar, ICalEventStatus } from "ical-generator";
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import type { CalendarEntry } from "./calendar-feed.queries.ts";

interface CalendarText {
  readonly entries: readonly CalendarEntry[];
  readonly timeZone: string;
  /** Titles say nothing of what is planned. */
  readonly discreet: boolean;
}

/** The sessions as iCalendar (RFC 5545 and 7986). The same entries give the same bytes. */
export function icalText({ entries, timeZone, discreet }: CalendarText): string {
  const zone = calendarZone(timeZone);
  const calendar = ical({
    prodId: { company: "Stipple", product: "Calendar", language: "EN" },
    name: "Stipple",
    ttl: 60 * 60,
    timezone: { name: null, generator: () => zone?.block ?? null },
  });
  for (const entry of entries) addEvent(calendar, entry, { timeZone, zone, discreet });
  return `${calendar.toString().replace(/(\r?\n)+$/, "")}\r\n`;
}

interface CalendarZone {
  readonly id: string;
  readonly block: string;
}

/** The VTIMEZONE of a zone, under the name its block gives it ("Asia/Calcutta" is "Asia/Kolkata" there). */
function calendarZone(timeZone: string): CalendarZone | undefined {
  if (!knownZones.has(timeZone)) return undefined;
  const [block] = tzlib_get_ical_block(timeZone);
  const id = block && /^TZID:(.+?)\r?$/m.exec(block)?.[1];
  return id ? { id, block } : undefined;
}

const knownZones = new Set(tzlib_get_timezones());

function addEvent(
  calendar: ICalCalendar,
  { plan_id, number, starts_at, ends_at, sequence, status, changed_at }: CalendarEntry,
  {
    timeZone,
    zone,
    discreet,
  }: Pick<CalendarText, "timeZone" | "discreet"> & { zone: CalendarZone | undefined },
): void {
  const summary = titleOf(starts_at, timeZone, discreet);
  const event = calendar.createEvent({
    id: `${plan_id}-${number}@stipple`,
    start: zone ? wallClock(starts_at, timeZone) : new Date(starts_at),
    end: zone ? wallClock(ends_at, timeZone) : new Date(ends_at),
    timezone: zone?.id ?? null,
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

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function titleOf(startsAt: Instant, timeZone: string, discreet: boolean): string {
  if (!discreet) return "Stipple session";
  const weekday = weekdays[weekdayOf(localDate(startsAt, timeZone)) - 1];
  return `Stipple: ${weekday} ${localTime(startsAt, timeZone)}`;
}
