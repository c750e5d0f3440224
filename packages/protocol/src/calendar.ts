import { Temporal } from "temporal-polyfill";

/** A calendar day without a time or a zone, "2026-03-08". Sorts as text; travels as text. */
export type IsoDate = string & { readonly __brand: "IsoDate" };

/** A moment in UTC, "2026-03-08T19:00:00Z", always to the second or finer and always with `Z`. */
export type Instant = string & { readonly __brand: "Instant" };

/** Reads a day, or throws a `RangeError` for text that is not a real calendar day. */
export function isoDate(text: string): IsoDate {
  return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() as IsoDate;
}

/** Reads a moment with any offset and keeps it in UTC, or throws a `RangeError`. */
export function instant(text: string): Instant {
  return Temporal.Instant.from(text).toString() as Instant;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as IsoDate;
}

/** The same day of the month `months` later, or the month's last day when it is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as IsoDate;
}

/** Whole days from one day to another, negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days;
}

/** Day of the week, 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(date: IsoDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** Elapsed hours from one moment to another, whatever the clocks on the wall did in between. */
export function elapsedHours(from: Instant, to: Instant): number {
  const elapsedMs =
    Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds;
  return elapsedMs / 3_600_000;
}

/** The moment `hours` of elapsed time later. */
export function addHours(moment: Instant, hours: number): Instant {
  return Temporal.Instant.from(moment)
    .add({ milliseconds: Math.round(hours * 3_600_000) })
    .toString() as Instant;
}

/** Orders two moments; negative when `a` is earlier. Texts of unequal precision do not sort by themselves. */
export function compareInstants(a: Instant, b: Instant): number {
  return Temporal.Instant.compare(a, b);
}

/** The later of two moments. */
export function laterOf(a: Instant, b: Instant): Instant {
  return compareInstants(a, b) >= 0 ? a : b;
}

/** The day on the wall calendar of `timeZone` at this moment. */
export function localDate(moment: Instant, timeZone: string): IsoDate {
  return Temporal.Instant.from(moment)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as IsoDate;
}

/** The time on the wall clock of `timeZone` at this moment, "20:00". */
export function localTime(moment: Instant, timeZone: string): string {
  return Temporal.Instant.from(moment)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
}

/**
 * The moment when the wall clock of `timeZone` shows this day and time ("20:00").
 *
 * A time that daylight saving skips moves forward by the gap; a doubled time is its first
 * occurrence (the "compatible" rule of RFC 5545 and ECMAScript).
 */
export function zonedInstant(date: IsoDate, time: string, timeZone: string): Instant {
  return Temporal.PlainDate.from(date)
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(timeZone, { disambiguation: "compatible" })
    .toInstant()
    .toString() as Instant;
}

/** Whether the name is an IANA time zone this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** Whole milliseconds since 1970 in UTC: the form in which moments are compared and added in loops. */
export function epochMs(moment: Instant): number {
  const ms = Date.parse(moment);
  if (Number.isNaN(ms)) throw new RangeError(`${moment} is not a moment`);
  return ms;
}

/** The moment that many milliseconds after 1970 began in UTC. */
export function instantAt(ms: number): Instant {
  const text = new Date(ms).toISOString();
  return (text.endsWith(".000Z") ? `${text.slice(0, -".000Z".length)}Z` : text) as Instant;
}

const dayMs = 86_400_000;

/** Days since 1 January 1970: the form in which days are added in loops. */
export function epochDay(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

/** The calendar day that many days after 1 January 1970. */
export function dateOfEpochDay(day: number): IsoDate {
  return new Date(day * dayMs).toISOString().slice(0, -"T00:00:00.000Z".length) as IsoDate;
}

/** Day of the week of an epoch day, 1 Monday … 7 Sunday; 1 January 1970 was a Thursday. */
export function weekdayOfEpochDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** A wall clock read for many days at once: the zone's clock changes are looked up a single time. */
export interface WallClock {
  /** The moment when the clock shows this minute of this day; gaps and doubled times as in `zonedInstant`. */
  readonly msAt: (day: number, minuteOfDay: number) => number;
  /** The day the calendar on the wall shows at this moment. */
  readonly dayOf: (ms: number) => number;
}

interface OffsetSpan {
  readonly fromMs: number;
  readonly offsetMs: number;
}

/** The wall clock of `timeZone` from one epoch day to another, both included. */
export function wallClock(timeZone: string, fromDay: number, toDay: number): WallClock {
  const spans = offsetSpans(timeZone, (fromDay - 2) * dayMs, (toDay + 3) * dayMs);
  const [first, ...later] = spans;

  return {
    msAt: (day, minuteOfDay) => {
      const localMs = day * dayMs + minuteOfDay * 60_000;
      let ms = localMs - first.offsetMs;
      for (const span of later) {
        if (ms < span.fromMs) return ms;
        const msAfter = localMs - span.offsetMs;
        // Inside the gap of a clock change the earlier offset stands, which moves the time forward by the gap.
        if (msAfter < span.fromMs) return ms;
        ms = msAfter;
      }
      return ms;
    },
    dayOf: (ms) => {
      const span = later.findLast(({ fromMs }) => fromMs <= ms) ?? first;
      return Math.floor((ms + span.offsetMs) / dayMs);
    },
  };
}

function offsetSpans(
  timeZone: string,
  fromMs: number,
  toMs: number,
): readonly [OffsetSpan, ...OffsetSpan[]] {
  const start = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(timeZone);
  const spans: [OffsetSpan, ...OffsetSpan[]] = [
    { fromMs, offsetMs: start.offsetNanoseconds / 1e6 },
  ];
  let change = start.getTimeZoneTransition("next");
  while (change && change.epochMilliseconds < toMs) {
    spans.push({ fromMs: change.epochMilliseconds, offsetMs: change.offsetNanoseconds / 1e6 });
    change = change.getTimeZoneTransition("next");
  }
  return spans;
}
