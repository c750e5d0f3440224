import type { ProtocolDocument } from "../protocol-document.ts";

/** The article's treatment in a clinic: S41, S43; the months after the first two are filled in by policy. */
export const articleClinic: ProtocolDocument = {
  id: "article-clinic",
  name: "In a clinic, as in the article",
  setting: "clinic",
  says: "0.5 to 1 mm in a clinic: eight weekly sessions in the first two months, then every two weeks.",
  needle: { rangeUm: [500, 1000], recommendedUm: 500 },
  isTrial: false,
  phases: [
    { name: "first two months", weeks: [1, 8], everyWeeks: 1 },
    { name: "to half a year", weeks: [10, 24], everyWeeks: 2 },
  ],
  stepDownWeeks: [2, 4],
  mayRollTwiceWeekly: false,
  pattern: "star",
  rollsPerSection: 12,
  endpoint: "pinpoint-bleeding-allowed",
  topicalTiming: "article-window",
  reviewWeeks: [4, 12, 16, 24, 52],
  sources: ["article-2019", "li-2026", "english-2022"],
};
