import type { Setting } from "./answers.ts";
import type { Rule } from "./rule.ts";

/** How often one zone may be rolled. */
export interface FrequencyLimits {
  /** Least and greatest planned gap from start to start, hours. */
  readonly plannedH: readonly [min: number, max: number];
  /** Shortest gap from the end of a session to the start of the next, hours of elapsed time. */
  readonly hardH: number;
  /** Most session starts in any 168 hours. */
  readonly maxPer168h: number;
}

/** Needles up to this length count as short. */
export const shortNeedleMaxUm = 300;

const reviewedOn = "2026-11-22";
const onceOrTwice = {
  says: "Once or twice a week.",
  place: { section: "How to use Dermaroller for hair growth?", statements: ["S38"] },
};

/** The limits by setting and length; design table "Limits, decided". */
const frequencyLimits = {
  homeShort: {
    id: "frequency/home-short",
    decides: "How often at home, up to 0.3 mm",
    article: onceOrTwice,
    policy: {
      value: { plannedH: [84, 168], hardH: 72, maxPer168h: 2 },
      says: "Once a week, or twice if you wish: at least 72 hours apart and at most twice in any 7 days.",
      sources: ["gupta-2021-regression", "home-device-2020", "tnf-mice"],
    },
    verdict: "nuance",
    strength: "cautious-default",
    reason:
      "The skin's first healing phase takes about three days. Rolling more often has not been shown to bring more hair.",
    reviewedOn,
  },
  homeLong: {
    id: "frequency/home-long",
    decides: "How often at home, above 0.3 mm",
    article: onceOrTwice,
    policy: {
      value: { plannedH: [168, 168], hardH: 144, maxPer168h: 1 },
      says: "Once a week, at least 144 hours apart.",
      sources: ["english-2022", "gupta-2021-regression"],
    },
    verdict: "nuance",
    strength: "trial",
    reason: "No trial that names its length rolled at 0.5 mm or more oftener than once a week.",
    reviewedOn,
  },
  clinic: {
    id: "frequency/clinic",
    decides: "How often in a clinic",
    article: {
      says: "Weekly for the first two months; this may differ between clinics.",
      place: { section: "What size Dermaroller for hair loss?", statements: ["S43"] },
    },
    policy: {
      value: { plannedH: [168, 672], hardH: 144, maxPer168h: 1 },
      says: "Weekly in the first two months, then every 2 to 4 weeks; at least 144 hours apart.",
      sources: ["english-2022", "kumar-2018", "dhurat-2013"],
    },
    verdict: "nuance",
    strength: "trial",
    reason:
      "Trials rolled weekly to monthly. Two months are a start: the first new hair was seen after 8 to 10 sessions.",
    reviewedOn,
  },
  pigment: {
    id: "frequency/pigment",
    decides: "How often and skin colour",
    policy: {
      value: { plannedH: [168, 168], hardH: 144, maxPer168h: 1 },
      says: "Once a week at most for skin types IV to VI, or when the type is not known.",
      sources: ["chu-2021-adverse-events", "fitzpatrick"],
    },
    verdict: "not-in-article",
    strength: "observation",
    reason: "Skin that tans easily needs more rest, so that an injury leaves no marks.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule<FrequencyLimits>>;

export const scheduling = {
  weeklyDefault: {
    id: "frequency/weekly-default",
    decides: "How often without a wish of yours",
    article: onceOrTwice,
    policy: { value: undefined, says: "Once a week.", sources: ["gupta-2021-regression"] },
    verdict: "nuance",
    strength: "observation",
    reason: "Pooled trials hint that fewer sessions in the same time do at least as well.",
    reviewedOn,
  },
  protocolCadence: {
    id: "frequency/protocol-cadence",
    decides: "Cadence of the programme",
    policy: {
      value: undefined,
      says: "A programme keeps the cadence it was described with.",
      sources: ["dhurat-2013", "faghihi-2021", "article-2019"],
    },
    verdict: "not-in-article",
    strength: "trial",
    reason: "What is known of a programme is known for its own cadence.",
    reviewedOn,
  },
  longerWish: {
    id: "frequency/longer-wish",
    decides: "A shortened wish and the calendar",
    policy: {
      value: undefined,
      says: "A plan whose needle was made shorter than you wished keeps the rest of the longer one.",
      sources: ["iso-14971"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason:
      "What shortened the needle is a reason for care, so it must not lead to more sessions. Wish for at most 0.3 mm to change the calendar.",
    reviewedOn,
  },
  elapsedTime: {
    id: "frequency/elapsed-time",
    decides: "Gaps across clock changes",
    policy: {
      value: undefined,
      says: "Gaps count in hours that really pass, from the end of a session to the start of the next.",
      sources: ["iso-14971"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason:
      "Three days across the spring clock change are 71 hours; your skin knows nothing of clocks, so the start moves later.",
    reviewedOn,
  },
  historyCounts: {
    id: "frequency/history-counts",
    decides: "Sessions you already did",
    policy: {
      value: undefined,
      says: "Every session that happened counts, planned or not, on every zone it touched.",
      sources: ["iso-14971", "tnf-mice"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Your skin heals from what was really done.",
    reviewedOn,
  },
  firstDay: {
    id: "frequency/first-day",
    decides: "The first day of a plan",
    policy: {
      value: undefined,
      says: "A plan starts now or later, on the weekday you chose, within a year.",
      sources: ["iso-14971"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "A day that has passed cannot be planned, and answers about your skin grow old.",
    reviewedOn,
  },
  missedNotDoubled: {
    id: "frequency/missed-not-doubled",
    decides: "A missed session",
    policy: {
      value: undefined,
      says: "A missed session is left out; the plan goes on with the next one.",
      sources: ["gupta-2021-regression", "tnf-mice"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Two sessions close together would meet skin that is still healing.",
    reviewedOn,
  },
  studiedInterval: {
    id: "frequency/studied-interval",
    decides: "Interval and what was studied",
    policy: {
      value: undefined,
      says: "Trials rolled weekly to monthly; twice a week only in one small trial at home, which found no gain.",
      sources: ["english-2022", "home-device-2020"],
    },
    verdict: "nuance",
    strength: "trial",
    reason: "Results hold for the interval they were found with.",
    reviewedOn,
  },
  studiedSetting: {
    id: "frequency/studied-setting",
    decides: "Place and what was studied",
    policy: {
      value: undefined,
      says: "Nearly all trials were done in clinics; one small trial at home found no difference.",
      sources: ["english-2022", "home-device-2020"],
    },
    verdict: "nuance",
    strength: "trial",
    reason:
      "Rolling at home with short needles is another treatment than the one most trials tested.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule>;

/** How often, how far apart, and what moves a date. */
export const frequencyRules: readonly Rule<unknown>[] = [
  ...Object.values(frequencyLimits),
  ...Object.values(scheduling),
];

/** The rule that limits how often a zone is rolled; with several, the strictest. */
export function frequencyRuleFor({
  setting,
  needleLengthUm,
  pigmentRisk,
}: {
  readonly setting: Setting;
  readonly needleLengthUm: number;
  readonly pigmentRisk: boolean;
}): Rule<FrequencyLimits> {
  if (setting === "clinic") return frequencyLimits.clinic;
  if (needleLengthUm > shortNeedleMaxUm) return frequencyLimits.homeLong;
  return pigmentRisk ? frequencyLimits.pigment : frequencyLimits.homeShort;
}

/** Hours that must pass after a session that was done, whatever was planned. */
export function hardIntervalAfter(done: {
  readonly setting: Setting;
  readonly needleLengthUm: number;
}): number {
  return frequencyRuleFor({ ...done, pigmentRisk: false }).policy.value.hardH;
}
