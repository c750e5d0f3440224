import type { Rule } from "../rule.ts";

const reviewedOn = "2026-11-22";

/** Rules about the person: age, pregnancy, skin, allergies, hair, what is used beside rolling. */
export const personRules = {
  age: {
    id: "person/age",
    decides: "Age",
    policy: {
      value: { minYears: 18 },
      says: "From 18 years on.",
      sources: ["label-minoxidil", "faghihi-2021"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason:
      "Trials and the minoxidil label begin at 18. Younger people lose hair for other reasons.",
    reviewedOn,
  },
  pregnancy: {
    id: "person/pregnancy",
    decides: "Pregnancy and breast-feeding",
    policy: {
      value: undefined,
      says: "Put rolling off while you are pregnant or breast-feeding.",
      sources: ["label-minoxidil"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason:
      "Nobody has studied needling in pregnancy or breast-feeding, and the hair drugs beside it are not for this time.",
    reviewedOn,
  },
  pregnancyAndHairDrugs: {
    id: "person/pregnancy-and-hair-drugs",
    decides: "Hair drugs and pregnancy",
    policy: {
      value: undefined,
      says: "No minoxidil, finasteride or dutasteride in a plan for someone who may be or become pregnant.",
      sources: ["label-minoxidil", "label-finasteride", "fda-finasteride-topical"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason: "Finasteride and dutasteride can harm an unborn boy; minoxidil is not for pregnancy.",
    reviewedOn,
  },
  contact: {
    id: "person/antiandrogen-on-the-skin",
    decides: "Finasteride or dutasteride on the scalp",
    article: {
      says: "Medicines put on the scalp, finasteride among them, gain most from rolling.",
      place: { section: "Dermaroller as a supportive treatment", statements: ["S24"] },
    },
    policy: {
      value: undefined,
      says: "Made to order and not approved: keep treated skin away from anyone who may be pregnant, and never onto open holes.",
      sources: ["fda-finasteride-topical", "sanchez-meza-2022"],
    },
    verdict: "nuance",
    strength: "guidance",
    reason:
      "No finished product is approved in the United States; regulators have reports of sexual and mood effects, and others can pick it up by touch.",
    reviewedOn,
  },
  phototype: {
    id: "person/phototype",
    decides: "Skin type",
    article: {
      says: "Rolling also helps against dark marks.",
      place: {
        section: "Dermarolling as an agent for skin cell proliferation",
        statements: ["S15"],
      },
    },
    policy: {
      value: { pigmentRisk: ["IV", "V", "VI", "unknown"] },
      says: "With skin types IV to VI begin with short needles, once a week at most.",
      sources: ["chu-2021-adverse-events", "fitzpatrick"],
    },
    verdict: "nuance",
    strength: "observation",
    reason: "Needling can also cause dark or light marks; darker skin is where this was seen most.",
    reviewedOn,
  },
  allergies: {
    id: "person/allergies",
    decides: "Allergies",
    policy: {
      value: undefined,
      says: "Nothing you are allergic to comes near needled skin.",
      sources: ["chu-2021-adverse-events", "minoxidil-contact-allergy"],
    },
    verdict: "not-in-article",
    strength: "observation",
    reason: "Through open holes an allergy reacts more strongly, and a rash can itself shed hair.",
    reviewedOn,
  },
  hairLength: {
    id: "person/hair-length",
    decides: "Hair length",
    article: {
      says: "Roll from the roots to the ends, in a star.",
      place: { section: "How to use Dermaroller for hair growth?", statements: ["S30", "S33"] },
    },
    policy: {
      value: { fanFromCm: 1 },
      says: "With hair longer than about 1 cm the star becomes a fan along the hair.",
      sources: ["burns-2021"],
    },
    verdict: "nuance",
    strength: "observation",
    reason:
      "A full star cannot follow hair that lies one way. In the women's pilot the device moved along the strands so that nothing tangled.",
    reviewedOn,
  },
  baseTherapy: {
    id: "person/base-therapy",
    decides: "Rolling as an add-on",
    article: {
      says: "Rolling is best used to support an established treatment.",
      place: { section: "What is Dermaroller treatment for hair?", statements: ["S3"] },
    },
    policy: {
      value: undefined,
      says: "Ask a doctor or pharmacist about a base treatment; rolling alone does little.",
      sources: ["gupta-2023-network", "vathulya-review"],
    },
    verdict: "agrees",
    strength: "trial",
    reason:
      "In pooled trials rolling with minoxidil came first of six treatments and rolling alone fifth.",
    reviewedOn,
  },
  unknownTherapies: {
    id: "person/therapies-unknown",
    decides: "Treatments you are not sure of",
    policy: {
      value: undefined,
      says: "An unknown product counts as a drug on the scalp.",
      sources: ["basilio-2025", "granuloma-review"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Holes in the skin let more of a drug into the blood, so it must be known first.",
    reviewedOn,
  },
  doubleMinoxidil: {
    id: "person/oral-and-topical-minoxidil",
    decides: "Minoxidil twice",
    policy: {
      value: undefined,
      says: "Tablets and solution together only as a doctor set it up.",
      sources: ["label-minoxidil", "basilio-2025"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason: "Both lower blood pressure, and needling lets more of the solution in.",
    reviewedOn,
  },
  prp: {
    id: "person/prp",
    decides: "Platelet-rich plasma",
    article: {
      says: "Rolling supports platelet-rich plasma and helps it sink in.",
      place: { section: "What is Dermaroller treatment for hair?", statements: ["S5"] },
    },
    policy: {
      value: undefined,
      says: "Only in a clinic, sterile, from your own blood. Never at home.",
      sources: ["mmwr-2024-hiv", "aggarwal-2020", "gupta-2023-network"],
    },
    verdict: "nuance",
    strength: "trial",
    reason:
      "On half of each head, plasma added nothing certain to needling. Careless needling of plasma has passed on HIV.",
    reviewedOn,
  },
  frontalZones: {
    id: "person/frontal-zones",
    decides: "Hairline and temples",
    article: {
      says: "Any balding area may be rolled, or the whole scalp.",
      place: { section: "How to use Dermaroller for hair growth?", statements: ["S37"] },
    },
    policy: {
      value: undefined,
      says: "Hairline and temples may be rolled; expect less there.",
      sources: ["label-minoxidil", "label-finasteride"],
    },
    verdict: "nuance",
    strength: "guidance",
    reason:
      "The minoxidil label speaks of the crown only, and finasteride is unproven at the temples.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule<unknown>>;
