import { productTimings } from "./product-timing.ts";
import type { Rule } from "./rule.ts";

const reviewedOn = "2026-11-22";
const support = (...statements: readonly string[]) => ({
  section: "Dermaroller as a supportive treatment",
  statements,
});

export const combination = {
  prpClinic: {
    id: "combination/prp-clinic",
    decides: "Platelet-rich plasma in the session",
    article: {
      says: "The channels help platelet-rich plasma to be taken up.",
      place: { section: "What is Dermaroller treatment for hair?", statements: ["S5"] },
    },
    policy: {
      value: undefined,
      says: "In the session, straight after rolling, from the same person's blood. Ask first about few platelets, and about aspirin and similar painkillers in the last week.",
      sources: ["aggarwal-2020", "mmwr-2024-hiv", "prp-exclusions-nct02393040", "shah-2017"],
    },
    verdict: "nuance",
    strength: "trial",
    reason:
      "It is the only product for the same session, because it is your own and prepared free of germs.",
    reviewedOn,
  },
  waitADay: {
    id: "combination/wait-24h",
    decides: "When a drug may go on after rolling",
    article: {
      says: "At once, because the channels close within 30 to 60 minutes.",
      place: support("S25", "S26", "S27"),
    },
    policy: {
      value: undefined,
      says: "24 hours after the session at the earliest, and only on calm skin.",
      sources: ["dhurat-2013", "nct-02154503", "gupta-2011-resealing", "kalluri-2011"],
    },
    verdict: "disagrees",
    strength: "trial",
    reason:
      "Measured channels stay open for hours, not minutes, and trials waited a day without losing the effect.",
    reviewedOn,
  },
  articleWindow: {
    id: "combination/article-window",
    decides: "A drug right after rolling, as the article has it",
    article: {
      says: "Apply it at once: the channels close within 30 to 60 minutes.",
      place: support("S26", "S27"),
    },
    policy: {
      value: undefined,
      says: "Open only with needles up to 0.3 mm, without a health flag, with skin types I to III, with every product known, and after you read both sides.",
      sources: ["article-2019", "basilio-2025", "gupta-2011-resealing"],
    },
    verdict: "disagrees",
    strength: "article",
    reason:
      "More of the drug enters your skin and your blood. You may choose this; it is never chosen for you.",
    reviewedOn,
  },
  readBothSides: {
    id: "combination/read-both-sides",
    decides: "Reading both sides first",
    policy: {
      value: undefined,
      says: "The article's window opens after you read and confirmed both sides.",
      sources: ["iso-14971"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "The article and the trials disagree here, so the choice has to be yours.",
    reviewedOn,
  },
  windowAndHealth: {
    id: "combination/window-and-health",
    decides: "A drug right after rolling with a health flag",
    policy: {
      value: undefined,
      says: "With any health flag the drug waits 24 hours.",
      sources: ["chu-2021-adverse-events", "label-minoxidil"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "You told us of something that makes skin or body react more strongly.",
    reviewedOn,
  },
  windowAndHeart: {
    id: "combination/window-and-heart",
    decides: "A drug right after rolling and the heart",
    policy: {
      value: undefined,
      says: "With heart disease or low blood pressure, or when this is not known, the drug waits 24 hours.",
      sources: ["basilio-2025", "label-minoxidil"],
    },
    verdict: "not-in-article",
    strength: "trial",
    reason: "Minoxidil that entered through needled skin lowered blood pressure in a trial.",
    reviewedOn,
  },
  windowAndSkin: {
    id: "combination/window-and-skin",
    decides: "A drug right after rolling and skin colour",
    policy: {
      value: undefined,
      says: "With skin types IV to VI, or when the type is not known, the drug waits 24 hours.",
      sources: ["chu-2021-adverse-events", "ogunjimi-closure"],
    },
    verdict: "not-in-article",
    strength: "observation",
    reason:
      "Irritated skin of these types keeps marks more easily, and its channels may stay open longer.",
    reviewedOn,
  },
  windowAndUnknown: {
    id: "combination/window-and-unknown",
    decides: "A product nobody knows",
    policy: {
      value: undefined,
      says: "A product that is not known waits.",
      sources: ["soltani-2014", "granuloma-review"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "What is not made for open skin can stay in it as a lump.",
    reviewedOn,
  },
  minoxidilTwice: {
    id: "combination/minoxidil-twice",
    decides: "Minoxidil by mouth and on the scalp",
    policy: {
      value: undefined,
      says: "With minoxidil tablets, nothing goes on the scalp in the article's window.",
      sources: ["label-minoxidil", "basilio-2025"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Both add up in your blood, and open channels let in more than the label counts with.",
    reviewedOn,
  },
  nothingToTime: {
    id: "combination/nothing-to-time",
    decides: "No drug for the scalp",
    policy: {
      value: undefined,
      says: "Without a drug for the scalp there is nothing to time.",
      sources: ["article-2019"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "You told us of no drug that goes on the scalp.",
    reviewedOn,
  },
  noHairDrugs: {
    id: "combination/no-hair-drugs",
    decides: "Hair drugs and pregnancy",
    policy: {
      value: undefined,
      says: "No minoxidil, finasteride or dutasteride in a plan while pregnant, trying, breast-feeding, or when this is not known.",
      sources: ["label-minoxidil", "label-finasteride", "fda-finasteride-topical"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason: "These drugs can harm a child.",
    reviewedOn,
  },
  allergy: {
    id: "combination/allergy",
    decides: "A product you are allergic to",
    policy: {
      value: undefined,
      says: "A drug you are allergic to is never planned.",
      sources: ["minoxidil-contact-allergy", "minoxidil-allergy-shedding"],
    },
    verdict: "not-in-article",
    strength: "observation",
    reason: "An allergy grows stronger on broken skin, and a rash can make more hair fall.",
    reviewedOn,
  },
  nothingBefore: {
    id: "combination/nothing-before",
    decides: "Products before rolling",
    article: { says: "Topicals may go on right before rolling.", place: support("S23") },
    policy: {
      value: undefined,
      says: "Bare, clean, dry scalp: nothing medicated or cosmetic under the needles.",
      sources: ["soltani-2014", "granuloma-review"],
    },
    verdict: "disagrees",
    strength: "observation",
    reason: "Needles carry what lies on the skin into it, and the body can wall it off as lumps.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule>;

/** What goes on the scalp, when, and what never does. */
export const combinationRules: readonly Rule<unknown>[] = [
  ...Object.values(productTimings),
  ...Object.values(combination),
];
