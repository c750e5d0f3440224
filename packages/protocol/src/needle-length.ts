import type { Setting } from "./answers.ts";
import type { RangeUm, Rule } from "./rule.ts";

/** What decides which needle lengths are open. */
export interface NeedleContext {
  readonly setting: Setting;
  /** A named trial protocol, which may go above the article's clinic range. */
  readonly isTrialProtocol: boolean;
  /** A doctor recorded an override. */
  readonly hasDoctorOverride: boolean;
  /** A drug is to go on the scalp right after rolling: the article's window. */
  readonly sameDayTopical: boolean;
  /** A drug for the scalp is in use on other days, or this is unknown. */
  readonly usesDrugTopical: boolean;
  readonly hasRelativeFlag: boolean;
  /** Phototype IV–VI or unknown. */
  readonly pigmentRisk: boolean;
}

export interface NeedleLengthRule extends Rule<RangeUm> {
  readonly appliesTo: (context: NeedleContext) => boolean;
}

/** `decidedBy` lists the rules behind the answer, so that every screen can say why. */
export type NeedleLengthAdvice =
  | {
      readonly kind: "range";
      readonly rangeUm: RangeUm;
      readonly decidedBy: readonly NeedleLengthRule[];
    }
  | { readonly kind: "conflict"; readonly decidedBy: readonly NeedleLengthRule[] };

const reviewedOn = "2026-11-22";
const whatSize = (...statements: readonly string[]) => ({
  section: "What size Dermaroller for hair loss?",
  statements,
});

/** The rules that open and close a range of lengths, in the order in which they are told. */
const rangeRules: readonly NeedleLengthRule[] = [
  {
    id: "needle-length/never-above",
    decides: "Longest needle of all",
    policy: {
      value: [100, 1500],
      says: "Never above 1.5 mm.",
      sources: ["english-2022", "roller-trials-review-2022"],
    },
    verdict: "not-in-article",
    strength: "trial",
    reason:
      "Nearly all roller trials stopped at 1.5 mm, and no pooled result shows more hair from going deeper.",
    reviewedOn,
    appliesTo: () => true,
  },
  {
    id: "needle-length/home",
    decides: "Needle length at home",
    article: {
      value: [200, 500],
      says: "0.2 to 0.5 mm at home.",
      place: whatSize("S42"),
    },
    policy: {
      value: [200, 500],
      says: "0.2 to 0.5 mm at home, never more.",
      sources: ["article-2019", "home-device-2020", "english-2022"],
    },
    verdict: "nuance",
    strength: "cautious-default",
    reason:
      "Shorter needles injure less when you roll on your own. Lengths this short have not been shown to grow hair by themselves.",
    reviewedOn,
    appliesTo: ({ setting }) => setting === "home",
  },
  {
    id: "needle-length/clinic",
    decides: "Needle length in a clinic",
    article: {
      value: [500, 1000],
      says: "0.5 to 1 mm in the hands of a practitioner.",
      place: whatSize("S41"),
    },
    policy: {
      value: [500, 1000],
      says: "0.5 to 1.0 mm in a clinic.",
      sources: ["ahmed-2025", "xu-2024", "faghihi-2021"],
    },
    verdict: "nuance",
    strength: "trial",
    reason:
      "Going deeper than 1 mm did not raise hair counts in pooled trials, and 0.6 mm did better than 1.2 mm in one of them.",
    reviewedOn,
    appliesTo: ({ setting, isTrialProtocol }) => setting === "clinic" && !isTrialProtocol,
  },
  {
    id: "needle-length/trial-without-override",
    decides: "Trial protocols without a doctor's override",
    policy: {
      value: [500, 1000],
      says: "Without a doctor's recorded override a trial protocol stays at or below 1.0 mm.",
      sources: ["chu-2021-adverse-events"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Above 1.0 mm pain, bleeding and marks become likelier, so a doctor answers for it.",
    reviewedOn,
    appliesTo: ({ isTrialProtocol, hasDoctorOverride }) => isTrialProtocol && !hasDoctorOverride,
  },
  {
    id: "needle-length/with-topical",
    decides: "Needle length with a product right after rolling",
    article: {
      value: [200, 300],
      says: "0.2 to 0.3 mm when a topical such as minoxidil is used.",
      place: whatSize("S28"),
    },
    policy: {
      value: [200, 300],
      says: "0.2 to 0.3 mm when a drug goes on in the article's window.",
      sources: ["article-2019", "gupta-2011-resealing", "basilio-2025"],
    },
    verdict: "nuance",
    strength: "observation",
    reason: "Longer needles open wider channels, and more of the drug reaches the blood.",
    reviewedOn,
    appliesTo: ({ sameDayTopical }) => sameDayTopical,
  },
  {
    id: "needle-length/home-drug-topical",
    decides: "Needle length at home beside a scalp drug",
    article: {
      value: [200, 300],
      says: "0.2 to 0.3 mm when a topical such as minoxidil is used.",
      place: whatSize("S28"),
    },
    policy: {
      value: [200, 300],
      says: "At most 0.3 mm at home while a drug for the scalp is in use, on whichever day.",
      sources: ["article-2019", "label-minoxidil"],
    },
    verdict: "nuance",
    strength: "article",
    reason:
      "At home nobody watches how much of the drug gets in, so the needle stays short while you use one.",
    reviewedOn,
    appliesTo: ({ setting, usesDrugTopical }) => setting === "home" && usesDrugTopical,
  },
  {
    id: "needle-length/home-relative-flag",
    decides: "Needle length at home with a health flag",
    policy: {
      value: [200, 300],
      says: "At most 0.3 mm at home with a condition that needs a doctor's word.",
      sources: ["chu-2021-adverse-events", "mohs-anticoagulants"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "You told us of something that can slow healing or raise bleeding.",
    reviewedOn,
    appliesTo: ({ setting, hasRelativeFlag }) => setting === "home" && hasRelativeFlag,
  },
  {
    id: "needle-length/home-pigment",
    decides: "Needle length at home and skin colour",
    policy: {
      value: [200, 300],
      says: "At most 0.3 mm at home for skin types IV to VI, or when the type is not known.",
      sources: ["chu-2021-adverse-events", "fitzpatrick"],
    },
    verdict: "not-in-article",
    strength: "observation",
    reason: "Skin that tans easily can keep dark or light marks after an injury.",
    reviewedOn,
    appliesTo: ({ setting, pigmentRisk }) => setting === "home" && pigmentRisk,
  },
];

/** Rules that choose inside the open range. */
export const needleChoice = {
  homeDefault: {
    id: "needle-length/home-default",
    decides: "Length to begin with at home",
    article: { says: "0.2 to 0.3 mm beside topicals, up to 0.5 mm else.", place: whatSize("S42") },
    policy: { value: undefined, says: "0.25 mm to begin with.", sources: ["article-2019"] },
    verdict: "nuance",
    strength: "cautious-default",
    reason:
      "It lies in the middle of the shortest range the article names, and channels that small close sooner.",
    reviewedOn,
  },
  shortestFirst: {
    id: "needle-length/shortest-first",
    decides: "Length to begin with in a clinic",
    policy: {
      value: undefined,
      says: "The shortest length of the programme first; longer by decision.",
      sources: ["faghihi-2021", "xu-2024"],
    },
    verdict: "not-in-article",
    strength: "trial",
    reason: "In pooled trials the shorter lengths did at least as well as the longer ones.",
    reviewedOn,
  },
  pigmentShortest: {
    id: "needle-length/pigment-shortest",
    decides: "Length to begin with and skin colour",
    policy: {
      value: undefined,
      says: "The shortest length of the range for skin types IV to VI, or when the type is not known.",
      sources: ["chu-2021-adverse-events"],
    },
    verdict: "not-in-article",
    strength: "observation",
    reason: "A smaller injury leaves fewer marks on skin that changes colour easily.",
    reviewedOn,
  },
  lessIsKept: {
    id: "needle-length/less-is-kept",
    decides: "A shorter needle than the range",
    policy: {
      value: undefined,
      says: "A wish for a shorter needle is kept.",
      sources: ["article-2019"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "You asked for less than the programme gives; less is always allowed.",
    reviewedOn,
  },
  trialArms: {
    id: "needle-length/trial-arms",
    decides: "Lengths a trial used",
    policy: {
      value: undefined,
      says: "Only lengths the trial used; a wish in between becomes the next shorter one.",
      sources: ["faghihi-2021", "dhurat-2013"],
    },
    verdict: "not-in-article",
    strength: "trial",
    reason: "A trial says something about the lengths it used, and nothing about those between.",
    reviewedOn,
  },
  fitsInterval: {
    id: "needle-length/fits-interval",
    decides: "Lengths this plan's calendar allows",
    policy: {
      value: undefined,
      says: "Up to 0.3 mm in a plan made for short needles; anything longer needs a new plan.",
      sources: ["english-2022"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Longer needles need a longer rest, so changing the roller changes the calendar.",
    reviewedOn,
  },
  studiedDepth: {
    id: "needle-length/studied-depth",
    decides: "Depth and what was studied",
    policy: {
      value: undefined,
      says: "The reviewed trials in people used 0.5 to 2.5 mm, rollers mostly 1.5 mm.",
      sources: ["english-2022", "roller-trials-review-2022", "minoxidil-women-2022"],
    },
    verdict: "nuance",
    strength: "trial",
    reason:
      "Below 0.5 mm one trial is known with a gain: 40 women, weekly, beside minoxidil 2 %. Its 0.26 mm come from a news report.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule>;

/** Everything that decides a needle length. */
export const needleLengthRules: readonly Rule<unknown>[] = [
  ...rangeRules,
  ...Object.values(needleChoice),
];

/** The needle lengths that every applicable rule allows, or the rules that rule each other out. */
export function adviseNeedleLength(context: NeedleContext): NeedleLengthAdvice {
  const decidedBy = rangeRules.filter((rule) => rule.appliesTo(context));
  const minUm = Math.max(...decidedBy.map((rule) => rule.policy.value[0]));
  const maxUm = maxUmOf(decidedBy);

  return minUm <= maxUm
    ? { kind: "range", rangeUm: [minUm, maxUm], decidedBy }
    : { kind: "conflict", decidedBy };
}

/** The longest needle that all these rules leave open. */
export function maxUmOf(rules: readonly NeedleLengthRule[]): number {
  return Math.min(...rules.map((rule) => rule.policy.value[1]));
}
