import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addHours,
  addMonths,
  compareInstants,
  daysBetween,
  elapsedHours,
  instant,
  isoDate,
  isTimeZone,
  laterOf,
  localDate,
  localTime,
  weekdayOf,
  zonedInstant,
} from "./calendar.ts";
import { propertyRuns } from "./testing/runs.ts";

const anyDay = fc
  .integer({ min: 0, max: 25_000 })
  .map((days) => addDays(isoDate("2000-01-01"), days));

test("a day that is not on the calendar is refused", () => {
  expect(() => isoDate("2026-02-29")).toThrow(RangeError);
  expect(isoDate("2028-02-29")).toBe("2028-02-29");
});

test("adding days and counting them back is the same number", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days);
    }),
    { numRuns: propertyRuns },
  );
});

test("a month after the last of January is the last of February", () => {
  expect(addMonths(isoDate("2026-01-31"), 1)).toBe("2026-02-28");
  expect(addMonths(isoDate("2028-01-31"), 1)).toBe("2028-02-29");
});

test("weekdays follow ISO 8601, Monday 1 to Sunday 7", () => {
  expect(weekdayOf(isoDate("2026-11-22"))).toBe(7);
  expect(weekdayOf(isoDate("2026-11-23"))).toBe(1);
});

test("a moment with an offset is kept in UTC", () => {
  expect(instant("2026-11-22T20:00:00+01:00")).toBe("2026-11-22T19:00:00Z");
  expect(() => instant("2026-11-22 20:00")).toThrow(RangeError);
});

test("three days across the spring change are 71 hours, across the autumn change 73", () => {
  const at = (day: string) => zonedInstant(isoDate(day), "20:00", "Europe/Berlin");
  expect(elapsedHours(at("2026-03-27"), at("2026-03-30"))).toBe(71);
  expect(elapsedHours(at("2026-10-23"), at("2026-10-26"))).toBe(73);
});

test("a time that daylight saving skips moves forward by the gap, a doubled one is its first occurrence", () => {
  const skipped = zonedInstant(isoDate("2026-03-29"), "02:30", "Europe/Berlin");
  expect(localTime(skipped, "Europe/Berlin")).toBe("03:30");
  expect(zonedInstant(isoDate("2026-10-25"), "02:30", "Europe/Berlin")).toBe(
    "2026-10-25T00:30:00Z",
  );
});

test("the day on the wall differs from the day in UTC near midnight", () => {
  expect(localDate(instant("2026-11-22T23:30:00Z"), "Europe/Berlin")).toBe("2026-11-23");
  expect(localDate(instant("2026-11-22T23:30:00Z"), "America/Los_Angeles")).toBe("2026-11-22");
});

test("hours added are hours elapsed, fractions of an hour included", () => {
  const start = instant("2026-03-28T20:00:00Z");
  expect(addHours(start, 0.25)).toBe("2026-03-28T20:15:00Z");
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 10_000 }), (quarters) => {
      expect(elapsedHours(start, addHours(start, quarters / 4))).toBe(quarters / 4);
    }),
    { numRuns: propertyRuns },
  );
});

test("moments of unequal precision compare by time, not as text", () => {
  const whole = instant("2026-03-28T20:00:00Z");
  const half = instant("2026-03-28T20:00:00.500Z");
  expect(compareInstants(whole, half)).toBeLessThan(0);
  expect(laterOf(whole, half)).toBe(half);
  expect(laterOf(half, whole)).toBe(half);
});

test("only names of real time zones pass", () => {
  expect(["Europe/Berlin", "Pacific/Apia", "UTC"].every(isTimeZone)).toBe(true);
  expect(["Mars/Olympus", "", "+02:00"].some(isTimeZone)).toBe(false);
});
