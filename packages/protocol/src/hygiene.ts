import { type Reason, type Rule, reasonOf } from "./rule.ts";
import type { CleaningStep } from "./session-record.ts";

/** What a cleaning step needs besides hands: minutes on the timer, where it has one. */
export interface CleaningDemand {
  readonly timerMin?: number;
}

const reviewedOn = "2026-11-22";
const careAfterUse = { section: "How to use Dermaroller for hair growth?", statements: ["S39"] };

/** The steps after every session, by the step of the guide they belong to. */
export const cleaning = {
  "rinse-with-detergent": {
    id: "hygiene/rinse-with-detergent",
    decides: "Washing the roller",
    article: {
      says: "Alcohol or antibacterial soap, after every use.",
      place: careAfterUse,
    },
    policy: {
      value: {},
      says: "Swirl the head in warm water with detergent, then rinse. No brush and no towel on the needles.",
      sources: ["cdc-disinfection", "aap-disinfection"],
    },
    verdict: "disagrees",
    strength: "guidance",
    reason:
      "Alcohol works badly through blood and skin flakes, so washing comes first and does not replace disinfecting.",
    reviewedOn,
  },
  "disinfect-alcohol-70": {
    id: "hygiene/disinfect-alcohol-70",
    decides: "Disinfecting the roller",
    article: {
      says: "Alcohol or antibacterial soap, after every use.",
      place: careAfterUse,
    },
    policy: {
      value: { timerMin: 10 },
      says: "Lay the whole head in 70 % alcohol for 10 minutes.",
      sources: ["cdc-disinfection", "aap-disinfection"],
    },
    verdict: "disagrees",
    strength: "guidance",
    reason:
      "Needles enter your skin, and soap alone only cleans. Alcohol lowers the number of germs; no household can free needles of all of them.",
    reviewedOn,
  },
  "air-dry": {
    id: "hygiene/air-dry",
    decides: "Drying the roller",
    article: {
      says: "Let the roller dry before it is put away.",
      place: { ...careAfterUse, statements: ["S40"] },
    },
    policy: {
      value: {},
      says: "Let the head dry in the air, needles up, touching nothing.",
      sources: ["cdc-disinfection"],
    },
    verdict: "agrees",
    strength: "guidance",
    reason: "A wet head in a closed case grows germs and rusts, and a cloth bends the tips.",
    reviewedOn,
  },
  "into-case": {
    id: "hygiene/into-case",
    decides: "Storing the roller",
    article: {
      says: "Between uses, its case or a pouch.",
      place: { ...careAfterUse, statements: ["S40"] },
    },
    policy: {
      value: {},
      says: "Close the dry head into its case.",
      sources: ["article-2019"],
    },
    verdict: "agrees",
    strength: "article",
    reason: "The case keeps dust off the needles and fingers off the tips.",
    reviewedOn,
  },
} as const satisfies Record<CleaningStep, Rule<CleaningDemand>>;

export const hygiene = {
  beforeHome: {
    id: "hygiene/before-session",
    decides: "Before you roll",
    policy: {
      value: undefined,
      says: "Wash your hands and your hair, soak the head in 70 % alcohol for 10 minutes and let it dry in the air.",
      sources: ["cdc-disinfection", "aap-disinfection"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason: "Whatever is on the scalp or on the needles goes into the skin. Wet alcohol stings.",
    reviewedOn,
  },
  oneOwner: {
    id: "hygiene/one-owner",
    decides: "Sharing",
    policy: {
      value: undefined,
      says: "One person, one roller. Never lend it, never borrow one.",
      sources: ["mmwr-2024-hiv", "fda-microneedling-devices"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason: "Needling equipment used on several people has passed on HIV.",
    reviewedOn,
  },
  noBoiling: {
    id: "hygiene/no-boiling",
    decides: "What damages a roller",
    policy: {
      value: undefined,
      says: "No boiling water, no bleach as a routine, no brush or towel on the tips.",
      sources: ["roller-wear-lay"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Heat loosens the head, bleach eats steel, and a bent tip tears the skin.",
    reviewedOn,
  },
  clinicSingleUse: {
    id: "hygiene/clinic-single-use",
    decides: "The head in a clinic",
    policy: {
      value: undefined,
      says: "A factory-sterile head for each person and session. Record lot and expiry, then put it into the sharps bin.",
      sources: ["mmwr-2024-hiv", "cdc-disinfection", "doddaballapur-2009"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason:
      "Longer needles reach living skin, and a lot number is the only way to trace a fault afterwards.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule>;

/** Cleaning and storing, for the person and for the clinic. */
export const hygieneRules: readonly Rule<unknown>[] = [
  ...Object.values(cleaning),
  ...Object.values(hygiene),
];

const homeSteps: readonly Rule<unknown>[] = [
  hygiene.beforeHome,
  ...Object.values(cleaning),
  hygiene.oneOwner,
  hygiene.noBoiling,
];
const clinicSteps: readonly Rule<unknown>[] = [hygiene.clinicSingleUse, hygiene.oneOwner];

/** The checklist of a plan, in the order in which it is done. */
export function hygieneFor(
  setting: "home" | "clinic",
): readonly { readonly says: string; readonly decidedBy: readonly Reason[] }[] {
  return (setting === "home" ? homeSteps : clinicSteps).map((rule) => ({
    says: rule.policy.says,
    decidedBy: [reasonOf(rule)],
  }));
}
