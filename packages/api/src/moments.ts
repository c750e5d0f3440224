import type { Instant } from "@stipple/protocol";
import { Problem } from "./problem.ts";

/** No treatment was recorded before this year, and none is recorded for after the other. */
const firstYear = 2000;
const lastYear = 2199;

/** Refuses moments that can only be a slip of a digit. Whatever could be true is kept, even outside the rules. */
export function refuseImplausible(moments: readonly Instant[]): void {
  for (const moment of moments) {
    const year = new Date(moment).getUTCFullYear();
    if (year >= firstYear && year <= lastYear) continue;
    throw new Problem("moment.implausible", 422, {
      message: `A moment lies in the year ${year}; the years ${firstYear} to ${lastYear} can be recorded.`,
      action: "Correct the date, or the clock of the device that sent it.",
    });
  }
}

/** Clocks of a phone and a computer may differ by this much (I-T4). */
const toleratedMs = 5 * 60_000;

/** Whether a moment lies so far after `now` that the clock it was read from must run ahead. */
export function runsAhead(moments: readonly Instant[], now: Instant): boolean {
  const latest = Date.parse(now) + toleratedMs;
  return moments.some((moment) => Date.parse(moment) > latest);
}
