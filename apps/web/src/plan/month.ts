/** A month of a year, "2026-11". */
export type Month = string;

export function monthOf(date: string): Month {
  return date.slice(0, 7);
}

/** The month `months` later, earlier when negative. */
export function shiftMonth(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const index = year * 12 + (number - 1) + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/**
 * The month as whole weeks of seven days, `undefined` for days of its neighbours.
 * `weekStartsOn` is 1 for Monday to 7 for Sunday.
 */
export function weeksOf(
  month: Month,
  weekStartsOn: number,
): readonly (readonly (string | undefined)[])[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const dayCount = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const firstWeekday = new Date(Date.UTC(year, number - 1, 1)).getUTCDay() || 7;
  const before = (firstWeekday - weekStartsOn + 7) % 7;
  const cells = [
    ...Array.from({ length: before }, () => undefined),
    ...Array.from(
      { length: dayCount },
      (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`,
    ),
  ];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day]),
  );
}

/** The seven weekdays from the first of the week, as days that fall on them. */
export function weekdaysFrom(weekStartsOn: number): readonly string[] {
  // 2024-01-01 was a Monday.
  return Array.from(
    { length: 7 },
    (_, index) => `2024-01-${String(((weekStartsOn - 1 + index) % 7) + 1).padStart(2, "0")}`,
  );
}
