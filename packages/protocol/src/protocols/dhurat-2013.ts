import type { ProtocolDocument } from "../protocol-document.ts";

/** Dhurat and others 2013: 12 weekly sessions with a 1.5 mm roller to mild redness, minoxidil a day later. */
export const dhurat2013: ProtocolDocument = {
  id: "dhurat-2013",
  name: "Dhurat 2013",
  setting: "clinic",
  says: "Twelve weekly sessions with a 1.5 mm roller beside minoxidil, as in the trial of 2013.",
  needle: { rangeUm: [1500, 1500], armsUm: [1500], recommendedUm: 1500 },
  isTrial: true,
  phases: [{ name: "twelve weeks", weeks: [1, 12], everyWeeks: 1 }],
  stepDownWeeks: [2, 4],
  mayRollTwiceWeekly: false,
  pattern: "star",
  rollsPerSection: 12,
  endpoint: "mild-redness",
  topicalTiming: "wait-24h",
  reviewWeeks: [4, 12, 16, 24, 52],
  sources: ["dhurat-2013", "roller-trials-review-2022"],
};
