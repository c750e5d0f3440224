import type { DoneAssumption } from "@stipple/simulation";

/** What stood in for something nobody said, in words. */
export const assumedWords: Readonly<Record<DoneAssumption, string>> = {
  age: "The age is not known; it counts as 34.",
  stage: "The stage is not known; it counts as III at the crown, in a man.",
  sessions:
    "There is no plan: 0.25 mm, 12 rolls over each section in a star, once a week, 26 times.",
  roller: "A common roller: 192 needles in 8 rings on a drum of 20 mm across and 20 mm wide.",
  drum: "The needles of the device are as counted; rings and drum are those of a common roller.",
  "not-a-roller": "A pen or stamp was used. It is followed as if it rolled.",
  dose: "1 mL of minoxidil 5 %, washed off after 12 hours, no dose missed.",
  "no-minoxidil":
    "Minoxidil for the skin is not named. The absorption is an example; the hair is without it.",
  pattern: "The pattern of the rolls is not recorded; it counts as a star.",
  "topical-time":
    "When the drug went on after the last session is not recorded; the plan's wait stands in.",
  "sessions-without-rolls": "Sessions without a recorded roll are left out.",
};

export const historyLeftOut = "Sessions of the history, before the plan, are left out.";
