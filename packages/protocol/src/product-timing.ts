import type { Therapy } from "./answers.ts";
import type { TopicalStep } from "./plan.ts";
import type { Rule } from "./rule.ts";

/** Hours around a session in which a product stays off the scalp. */
export interface ProductTiming {
  readonly product: TopicalStep["product"];
  readonly pauseBeforeH: number;
  readonly waitAfterH: number;
}

const reviewedOn = "2026-11-22";
const support = (...statements: readonly string[]) => ({
  section: "Dermaroller as a supportive treatment",
  statements,
});

/** What each therapy does around a session: the default timing, at home unless it says otherwise. */
export const productTimings = {
  "minoxidil-topical": {
    id: "combination/minoxidil",
    decides: "Minoxidil around a session",
    article: {
      says: "Apply it right before or after rolling, while the channels are open.",
      place: support("S22", "S23", "S24", "S27"),
    },
    policy: {
      value: { product: "minoxidil", pauseBeforeH: 12, waitAfterH: 24 },
      says: "Pause minoxidil 12 hours before; take it up again 24 hours after at the earliest, once redness and stinging are gone. Never more than its label says: of the solution, 1 mL twice a day.",
      sources: ["dhurat-2013", "nct-02154503", "burns-2021", "label-minoxidil", "basilio-2025"],
    },
    verdict: "disagrees",
    strength: "trial",
    reason:
      "The trial with the greatest gain waited a day, and minoxidil that enters through channels can lower blood pressure.",
    reviewedOn,
  },
  "minoxidil-oral": {
    id: "combination/minoxidil-oral",
    decides: "Minoxidil by mouth",
    policy: {
      value: { product: "minoxidil-oral", pauseBeforeH: 0, waitAfterH: 0 },
      says: "Minoxidil tablets go on as prescribed. They count towards the total: no minoxidil on open channels beside them.",
      sources: ["label-minoxidil", "basilio-2025"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Tablets and lotion add up in your blood.",
    reviewedOn,
  },
  "finasteride-oral": {
    id: "combination/finasteride-oral",
    decides: "Finasteride by mouth",
    article: {
      says: "Rolling can support finasteride.",
      place: { section: "What is Dermaroller treatment for hair?", statements: ["S4"] },
    },
    policy: {
      value: { product: "finasteride-oral", pauseBeforeH: 0, waitAfterH: 0 },
      says: "Finasteride or dutasteride tablets go on as prescribed; rolling does not change when you take them.",
      sources: ["dhurat-2015", "label-finasteride"],
    },
    verdict: "nuance",
    strength: "observation",
    reason: "Tablets do not pass through the channels. Their effect is judged after 12 months.",
    reviewedOn,
  },
  "dutasteride-oral": {
    id: "combination/dutasteride-oral",
    decides: "Dutasteride by mouth",
    policy: {
      value: { product: "finasteride-oral", pauseBeforeH: 0, waitAfterH: 0 },
      says: "Finasteride or dutasteride tablets go on as prescribed; rolling does not change when you take them.",
      sources: ["label-finasteride"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Tablets do not pass through the channels.",
    reviewedOn,
  },
  "finasteride-topical": {
    id: "combination/finasteride-topical",
    decides: "Finasteride on the scalp",
    article: {
      says: "Topical finasteride is taken up better right after rolling.",
      place: support("S24", "S27"),
    },
    policy: {
      value: { product: "finasteride-topical", pauseBeforeH: 12, waitAfterH: 24 },
      says: "Pause it 12 hours before and wait at least 24 hours after. Keep it away from anyone who is or may become pregnant.",
      sources: ["fda-finasteride-topical", "gupta-2011-resealing"],
    },
    verdict: "disagrees",
    strength: "guidance",
    reason:
      "No product for the scalp is approved in the US, unwanted effects have been reported, and no trial put it on needled skin.",
    reviewedOn,
  },
  "dutasteride-topical": {
    id: "combination/dutasteride-topical",
    decides: "Dutasteride on the scalp",
    policy: {
      value: { product: "dutasteride-topical", pauseBeforeH: 12, waitAfterH: 24 },
      says: "Pause it 12 hours before and wait at least 24 hours after. On needled skin it belongs in a clinic's trial.",
      sources: ["sanchez-meza-2022", "gupta-2011-resealing"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "It stays in the body for months, so more of it than meant cannot be taken back.",
    reviewedOn,
  },
  prp: {
    id: "combination/prp",
    decides: "Platelet-rich plasma",
    article: {
      says: "The channels help platelet-rich plasma to be taken up.",
      place: { section: "What is Dermaroller treatment for hair?", statements: ["S5"] },
    },
    policy: {
      value: { product: "prp", pauseBeforeH: 168, waitAfterH: 168 },
      says: "Only in a clinic, never in a session at home. Keep a week between rolling at home and a visit for it.",
      sources: ["mmwr-2024-hiv", "aggarwal-2020", "gupta-2023-network"],
    },
    verdict: "nuance",
    strength: "trial",
    reason:
      "It is made from your blood and has to stay free of germs. A trial that compared both sides of the head found no significant gain over rolling alone.",
    reviewedOn,
  },
  "ketoconazole-shampoo": {
    id: "combination/ketoconazole",
    decides: "Ketoconazole shampoo",
    policy: {
      value: { product: "ketoconazole-shampoo", pauseBeforeH: 24, waitAfterH: 24 },
      says: "Not on the day of a session; the next wash is fine.",
      sources: ["gupta-2011-resealing"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "It is made for closed skin and stings on open channels.",
    reviewedOn,
  },
  "cosmetic-serum": {
    id: "combination/cosmetic-serum",
    decides: "Serums, oils and vitamins",
    article: {
      says: "Topical products are taken up well right before or after rolling.",
      place: support("S22", "S23"),
    },
    policy: {
      value: { product: "cosmetic-serum", pauseBeforeH: 24, waitAfterH: 48 },
      says: "Nothing of this under or before the roller, and none for 48 hours after.",
      sources: ["soltani-2014", "granuloma-review"],
    },
    verdict: "disagrees",
    strength: "observation",
    reason:
      "Products rolled into the skin have caused lasting lumps and allergies; vitamin C serum was named most often.",
    reviewedOn,
  },
} as const satisfies Record<Therapy, Rule<ProductTiming>>;
