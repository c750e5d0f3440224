import type { ProtocolDocument } from "../protocol-document.ts";

/** Faghihi and others 2021: 0.6 or 1.2 mm every two weeks for 12 weeks beside minoxidil; 0.6 mm did better. */
export const faghihi2021: ProtocolDocument = {
  id: "faghihi-2021",
  name: "Faghihi 2021",
  setting: "clinic",
  says: "Every two weeks for twelve weeks with 0.6 or 1.2 mm beside minoxidil, as in the trial of 2021.",
  needle: { rangeUm: [600, 1200], armsUm: [600, 1200], recommendedUm: 600 },
  isTrial: true,
  phases: [{ name: "twelve weeks", weeks: [1, 12], everyWeeks: 2 }],
  stepDownWeeks: [2, 4],
  mayRollTwiceWeekly: false,
  pattern: "star",
  rollsPerSection: 12,
  endpoint: "pinpoint-bleeding-allowed",
  topicalTiming: "wait-24h",
  reviewWeeks: [4, 12, 16, 24, 52],
  sources: ["faghihi-2021"],
};
