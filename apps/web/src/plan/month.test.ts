import { expect, test } from "vitest";
import { shiftMonth, weekdaysFrom, weeksOf } from "./month.ts";

test("November 2026 begins on a Sunday: last column from Monday, first column from Sunday", () => {
  const fromMonday = weeksOf("2026-11", 1);
  expect(fromMonday[0]).toEqual([...Array(6).fill(undefined), "2026-11-01"]);
  expect(fromMonday).toHaveLength(6);
  expect(weeksOf("2026-11", 7)[0]?.[0]).toBe("2026-11-01");
  expect(weeksOf("2026-11", 6)[0]?.[1]).toBe("2026-11-01");
});

test("every day of a leap February stands once, and the rest is empty", () => {
  const days = weeksOf("2028-02", 1).flat();
  expect(days.filter(Boolean)).toHaveLength(29);
  expect(days.filter(Boolean).at(-1)).toBe("2028-02-29");
  expect(days.length % 7).toBe(0);
});

test("months roll over the year in both directions", () => {
  expect(shiftMonth("2026-12", 1)).toBe("2027-01");
  expect(shiftMonth("2026-01", -1)).toBe("2025-12");
  expect(shiftMonth("2026-11", 14)).toBe("2028-01");
});

test("weekdays from Saturday begin with a Saturday", () => {
  const names = weekdaysFrom(6).map((day) => new Date(`${day}T12:00:00Z`).getUTCDay());
  expect(names).toEqual([6, 0, 1, 2, 3, 4, 5]);
});
