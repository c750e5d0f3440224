import type { Review } from "./plan.ts";
import type { Rule } from "./rule.ts";

const reviewedOn = "2026-11-22";

/** What is looked at in each review, by week of the treatment. */
export const reviews = {
  4: {
    id: "review/week-4",
    decides: "Review in week 4",
    policy: {
      value: undefined,
      says: "Safety and technique: is the skin calm between sessions, does rolling stay free of pain? Take photos.",
      sources: ["chu-2021-adverse-events"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "It is too early to see hair, and the right time to find harm or a wrong grip.",
    reviewedOn,
  },
  12: {
    id: "review/week-12",
    decides: "Review in week 12",
    policy: {
      value: undefined,
      says: "Compare photos with the first ones. No change yet is common; do not stop for that.",
      sources: ["dhurat-2013", "dhurat-2015"],
    },
    verdict: "not-in-article",
    strength: "trial",
    reason: "Trials saw the first new hair after 8 to 10 sessions.",
    reviewedOn,
  },
  16: {
    id: "review/week-16",
    decides: "Review in week 16",
    policy: {
      value: undefined,
      says: "If you use minoxidil and see nothing by now, ask a doctor, as its label says.",
      sources: ["label-minoxidil"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason: "The label sets four months as the point to ask.",
    reviewedOn,
  },
  24: {
    id: "review/week-24",
    decides: "Review in week 24",
    article: {
      says: "Weekly for the first two months.",
      place: { section: "What size Dermaroller for hair loss?", statements: ["S43"] },
    },
    policy: {
      value: undefined,
      says: "Decide: better, then step down to every 2 to 4 weeks; no change after at least three quarters of the sessions, then stop rolling and ask what else fits.",
      sources: ["english-2022", "pei-2024"],
    },
    verdict: "nuance",
    strength: "trial",
    reason: "Half a year is what trials judged after; two months are too short to know.",
    reviewedOn,
  },
  52: {
    id: "review/week-52",
    decides: "Review in week 52",
    policy: {
      value: undefined,
      says: "A year: keep, change or end the treatment. Finasteride is judged now.",
      sources: ["label-finasteride", "price-2002"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason:
      "Most gain has come by 12 months, and what a drug gave is lost within months of stopping it.",
    reviewedOn,
  },
} as const satisfies Record<Review["week"], Rule>;

export const answersReview = {
  answersExpire: {
    id: "review/answers-expire",
    decides: "Age of your answers",
    policy: {
      value: undefined,
      says: "A plan needs answers of the last 30 days, given under the rules in force.",
      sources: ["iso-14971"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Skin, medicines and rules change; old answers may no longer be true.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule>;

/** When to look back, and at what. */
export const reviewRules: readonly Rule<unknown>[] = [
  ...Object.values(reviews),
  ...Object.values(answersReview),
];
