import { expect, test } from "vitest";
import {
  dayOf,
  daysAfter,
  daysFromTo,
  firstWeekday,
  formatDay,
  formatTime,
  todayHere,
  withLocalDays,
} from "./dates.ts";

test("a day is printed as the locale writes it, and never slips by a time zone", () => {
  expect(formatDay("2026-11-01", { locale: "en-GB" })).toBe("Sunday 1 November");
  expect(formatDay("2026-11-01", { locale: "de-DE" })).toBe("Sonntag, 1. November");
});

test("a moment is printed on the wall clock of its time zone", () => {
  const berlin = { locale: "en-GB", timeZone: "Europe/Berlin" };
  expect(formatTime("2026-11-29T19:00:00Z", berlin)).toBe("20:00");
  expect(formatTime("2027-05-09T18:00:00Z", berlin)).toBe("20:00");
});

test("days inside a sentence are rewritten, and other numbers stay", () => {
  expect(withLocalDays("The wait ended on 2021-03-01, 250 µm.", { locale: "en-GB" })).toBe(
    "The wait ended on 1 March 2021, 250 µm.",
  );
});

test("moments inside a sentence are rewritten on the wall clock of the zone", () => {
  const berlin = { locale: "en-GB", timeZone: "Europe/Berlin" };
  expect(withLocalDays("It ended at 2026-11-21T19:30:33.236Z; 72 h must pass.", berlin)).toBe(
    "It ended at Sat 21 Nov, 20:30; 72 h must pass.",
  );
});

test("today is a day of the time zone asked for", () => {
  expect(todayHere("Pacific/Kiritimati") >= todayHere("Pacific/Pago_Pago")).toBe(true);
  expect(todayHere()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test("the week starts where the locale says", () => {
  expect(firstWeekday("de-DE")).toBe(1);
  expect(firstWeekday("en-US")).toBe(7);
});

test("days are counted on the calendar of the time zone, over midnight and over a change of the clocks", () => {
  expect(dayOf("2026-10-24T23:30:00Z", "Europe/Berlin")).toBe("2026-10-25");
  expect(dayOf("2026-10-24T23:30:00Z", "America/New_York")).toBe("2026-10-24");
  expect(daysAfter("2026-10-24", 2)).toBe("2026-10-26");
  expect(daysAfter("2024-02-28", 1)).toBe("2024-02-29");
  expect(daysFromTo("2026-10-24", "2026-11-01")).toBe(8);
  expect(daysFromTo("2026-11-01", "2026-10-24")).toBe(-8);
});
