import type { ProtocolDocument } from "../protocol-document.ts";

/** The article's treatment at home: S28, S38, S42. */
export const articleHome: ProtocolDocument = {
  id: "article-home",
  name: "At home, as in the article",
  setting: "home",
  says: "Short needles at home, once or twice a week, as the clinic article of 2019 describes it.",
  needle: { rangeUm: [200, 500], recommendedUm: 250 },
  isTrial: false,
  phases: [{ name: "first half year", weeks: [1, 24], everyWeeks: 1 }],
  stepDownWeeks: [2, 4],
  mayRollTwiceWeekly: true,
  pattern: "star",
  rollsPerSection: 12,
  endpoint: "even-pink",
  topicalTiming: "article-window",
  reviewWeeks: [4, 12, 16, 24, 52],
  sources: ["article-2019", "home-device-2020"],
};
