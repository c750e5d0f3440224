import type { Instant } from "./calendar.ts";
import type { Rule } from "./rule.ts";
import { minutesBetween } from "./session-progress.ts";

/** How long a session may rest before rolling is over. A product decision: no study measured it. */
export const longestBreak = {
  id: "gate/longest-break",
  decides: "Going on after a break",
  policy: {
    value: { untilMin: 60 },
    says: "After a break of more than 60 minutes the session has ended. Rolling again starts with a new session and its checks.",
    sources: ["cdc-disinfection"],
  },
  verdict: "not-in-article",
  strength: "cautious-default",
  reason:
    "What you answered before the first stroke may no longer be true, and the device has lain uncleaned since then.",
  reviewedOn: "2026-11-22",
} as const satisfies Rule<{ readonly untilMin: number }>;

export const breakTooLong =
  "The break was too long, so the session has ended. Clean the device now.";

/** Whether more time lies between these two moments than one session may rest. */
export function isTooLongBreak(from: Instant, to: Instant): boolean {
  return minutesBetween(from, to) > longestBreak.policy.value.untilMin;
}
