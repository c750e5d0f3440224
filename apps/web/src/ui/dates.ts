import type { Instant, IsoDate } from "@stipple/protocol";

/** Where and how a person reads dates; both default to the browser's own. */
export interface DateStyle {
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** "Sunday 22 November", as the locale writes it. A day has no time zone, so it is printed in none. */
export function formatDay(
  date: IsoDate | string,
  { locale }: DateStyle = {},
  parts: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long" },
): string {
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }).format(noonOf(date));
}

/** "22 November 2026" */
export function formatLongDay(date: IsoDate | string, style: DateStyle = {}): string {
  return formatDay(date, style, { day: "numeric", month: "long", year: "numeric" });
}

/** "20:00" or "8:00 PM" on the wall clock of the time zone. */
export function formatTime(moment: Instant | string, { locale, timeZone }: DateStyle = {}): string {
  return new Intl.DateTimeFormat(locale, {
    hour: "numeric",
    minute: "2-digit",
    ...(timeZone !== undefined && { timeZone }),
  }).format(new Date(moment));
}

/** "Sun 22 Nov, 20:00" */
export function formatMoment(
  moment: Instant | string,
  { locale, timeZone }: DateStyle = {},
): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    ...(timeZone !== undefined && { timeZone }),
  }).format(new Date(moment));
}

/** A sentence of the rules with its days ("2026-11-22") and moments ("…T19:00:00Z") written as the locale writes them. */
export function withLocalDays(text: string, style: DateStyle = {}): string {
  return text
    .replace(/\b\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, (moment) => formatMoment(moment, style))
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => formatLongDay(day, style));
}

/** The browser's day now, "2026-11-22". The host's clock is read here and handed to the rules. */
export function todayHere(timeZone?: string): string {
  return dayOf(new Date(), timeZone);
}

/** The day on the wall calendar of the time zone at this moment, "2026-11-22". */
export function dayOf(moment: Instant | string | Date, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    ...(timeZone !== undefined && { timeZone }),
  });
  return parts.format(new Date(moment));
}

/** The day so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(noonOf(day).getTime() + days * msPerDay).toISOString().slice(0, 10);
}

/** Days from one day to another; negative where the other lies before it. */
export function daysFromTo(from: string, to: string): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / msPerDay);
}

const msPerDay = 86_400_000;

/** The first day of the week where the locale is spoken, 1 Monday … 7 Sunday. */
export function firstWeekday(locale: string = navigator.language): number {
  const info = new Intl.Locale(locale);
  const week = info.getWeekInfo?.() ?? info.weekInfo;
  return week?.firstDay ?? 1;
}

declare global {
  namespace Intl {
    interface Locale {
      getWeekInfo?(): { readonly firstDay: number };
      readonly weekInfo?: { readonly firstDay: number };
    }
  }
}

function noonOf(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}
