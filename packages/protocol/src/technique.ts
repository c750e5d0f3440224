import type { HairLength, Setting } from "./answers.ts";
import type { Rule } from "./rule.ts";
import { sectionSizeCm } from "./zones.ts";

const reviewedOn = "2026-11-22";
const howTo = (...statements: readonly string[]) => ({
  section: "How to use Dermaroller for hair growth?",
  statements,
});

/** How a session is rolled. */
export const technique = {
  dryHair: {
    id: "technique/dry-hair",
    decides: "Hair during rolling",
    article: { says: "Dry hair only; wet hair tangles and breaks.", place: howTo("S29") },
    policy: {
      value: undefined,
      says: "Clean, dry hair and scalp; alcohol fully gone.",
      sources: ["article-2019", "burns-2021"],
    },
    verdict: "no-evidence",
    strength: "article",
    reason: "Wet hair winds around the wheel and tears, and wet alcohol stings in the holes.",
    reviewedOn,
  },
  rootsToEnds: {
    id: "technique/roots-to-ends",
    decides: "Way of the stroke",
    article: { says: "Roll from the roots to the ends of the hair.", place: howTo("S30") },
    policy: {
      value: undefined,
      says: "Along the hair, from roots to ends; lift the roller between strokes.",
      sources: ["burns-2021"],
    },
    verdict: "agrees",
    strength: "observation",
    reason: "Rolling against the hair or back and forth pulls it out.",
    reviewedOn,
  },
  edgeFirst: {
    id: "technique/edge-first",
    decides: "Where to begin",
    article: {
      says: "Begin at the edge of the thinning area, the hairline or the rim of the crown.",
      place: howTo("S31"),
    },
    policy: { value: undefined, says: "The edge first.", sources: ["article-2019"] },
    verdict: "no-evidence",
    strength: "article",
    reason: "Hair at the edge is thinning now. Nobody has compared this order with another.",
    reviewedOn,
  },
  pace: {
    id: "technique/pace",
    decides: "Pace of the roller",
    article: { says: "Roll slowly.", place: howTo("S32") },
    policy: {
      value: { paceCmPerS: [1, 2] },
      says: "1 to 2 cm each second.",
      sources: ["article-2019"],
    },
    verdict: "agrees",
    strength: "cautious-default",
    reason: "A slow wheel goes in and out straight; a fast one drags.",
    reviewedOn,
  },
  star: {
    id: "technique/star",
    decides: "Pattern on short hair or bare skin",
    article: { says: "A star: several directions over the same spot.", place: howTo("S33", "S34") },
    policy: {
      value: undefined,
      says: "A full star where hair is shorter than about 1 cm.",
      sources: ["roller-trials-review-2022", "english-2022-techniques"],
    },
    verdict: "agrees",
    strength: "trial",
    reason: "Crossing directions spread the holes evenly, and short hair cannot be caught.",
    reviewedOn,
  },
  fan: {
    id: "technique/fan",
    decides: "Pattern on longer hair",
    article: { says: "A star: several directions over the same spot.", place: howTo("S30", "S33") },
    policy: {
      value: undefined,
      says: "A fan of up to 60 degrees to either side of the hair where it is longer than about 1 cm, or its length is not known.",
      sources: ["burns-2021"],
    },
    verdict: "nuance",
    strength: "cautious-default",
    reason:
      "A full star cannot follow the hair from roots to ends. The fan keeps crossing directions without pulling.",
    reviewedOn,
  },
  rolls: {
    id: "technique/rolls",
    decides: "Rolls for each section",
    article: {
      says: "10 to 15 rolls for each area: 3 in each of 4 directions.",
      place: howTo("S34", "S36"),
    },
    policy: {
      value: { defaultRolls: 12, minRolls: 10, maxRolls: 15 },
      says: "12 rolls, 3 in each of 4 directions; never fewer than 10 planned, never more than 15.",
      sources: ["doddaballapur-2009", "english-2022-techniques"],
    },
    verdict: "agrees",
    strength: "observation",
    reason:
      "15 rolls of a common roller make about 250 holes in a square centimetre. More rolls only injure more. You may stop a section at any time.",
    reviewedOn,
  },
  evenShare: {
    id: "technique/even-share",
    decides: "Rolls that share evenly",
    article: { says: "The same number of rolls in each direction.", place: howTo("S34") },
    policy: {
      value: undefined,
      says: "10 rolls are 2 directions of 5, 12 are 4 of 3, 15 are 3 of 5; a number between becomes the next lower one.",
      sources: ["doddaballapur-2009"],
    },
    verdict: "nuance",
    strength: "cautious-default",
    reason: "Each direction gets the same number of rolls, so that no spot gets more than another.",
    reviewedOn,
  },
  endpointHomeShort: {
    id: "technique/endpoint-home-short",
    decides: "When a section is done with short needles",
    article: { says: "Prickling or tingling, no pain.", place: howTo("S35") },
    policy: {
      value: undefined,
      says: "An even pink and a light prickle. No blood.",
      sources: ["article-2019"],
    },
    verdict: "nuance",
    strength: "cautious-default",
    reason: "Short needles leave hardly any colour; pressing harder only injures more.",
    reviewedOn,
  },
  endpointRedness: {
    id: "technique/endpoint-redness",
    decides: "When a section is done",
    article: { says: "Prickling or tingling, no pain.", place: howTo("S35") },
    policy: {
      value: undefined,
      says: "Mild redness. No blood.",
      sources: ["dhurat-2013", "dhurat-2015", "shah-2017"],
    },
    verdict: "nuance",
    strength: "trial",
    reason: "The trials that stopped at mild redness did as well as those that went on to blood.",
    reviewedOn,
  },
  endpointPinpoint: {
    id: "technique/endpoint-pinpoint",
    decides: "When a section is done with 1 mm and more",
    article: { says: "Prickling or tingling, no pain.", place: howTo("S35") },
    policy: {
      value: undefined,
      says: "Redness; pinpoints of blood are allowed in a clinic from 1.0 mm, dabbed and recorded.",
      sources: ["kumar-2018", "roller-trials-review-2022"],
    },
    verdict: "nuance",
    strength: "trial",
    reason: "Needles of this length reach small vessels. It is allowed there, and not the aim.",
    reviewedOn,
  },
  stopPain: {
    id: "technique/stop-pain",
    decides: "Pain",
    article: { says: "Not enough pressure to cause pain.", place: howTo("S35") },
    policy: {
      value: { painScore: 4 },
      says: "Stop the section when pain reaches 4 of 10.",
      sources: ["article-2019"],
    },
    verdict: "agrees",
    strength: "cautious-default",
    reason: "Prickling is meant, pain is not: it tells of too much pressure or of a bent needle.",
    reviewedOn,
  },
  stopSnag: {
    id: "technique/stop-snag",
    decides: "A snag or pulled hair",
    article: { says: "Do not pull healthy hair out.", place: howTo("S30") },
    policy: {
      value: undefined,
      says: "Stop the section when the roller catches or pulls hair; look at the needles.",
      sources: ["article-2019"],
    },
    verdict: "agrees",
    strength: "cautious-default",
    reason: "A hooked needle tears the skin instead of pricking it.",
    reviewedOn,
  },
  stopBloodHome: {
    id: "technique/stop-blood-home",
    decides: "Blood at home",
    policy: {
      value: undefined,
      says: "Stop the section at the first bead of blood.",
      sources: ["mmwr-2024-hiv", "chu-2021-adverse-events"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason:
      "Blood means the needles went deeper than meant at home, and it makes the roller unclean.",
    reviewedOn,
  },
  stopBloodClinic: {
    id: "technique/stop-blood-clinic",
    decides: "Blood in a clinic",
    policy: {
      value: undefined,
      says: "Stop the section when blood runs or beads; pinpoints are recorded.",
      sources: ["kumar-2018", "chu-2021-adverse-events"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Running blood means more injury than any trial aimed for.",
    reviewedOn,
  },
  sessionLength: {
    id: "technique/session-length",
    decides: "Length of a session",
    policy: {
      value: { maxHomeMin: 20, liftS: 1, answerS: 6 },
      says: "At most 20 minutes of rolling at home.",
      sources: ["article-2019"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "Tired hands press harder and roll the same spot twice.",
    reviewedOn,
  },
  bloodThinnerEndpoint: {
    id: "technique/endpoint-blood-thinner",
    decides: "Endpoint with a health flag",
    policy: {
      value: undefined,
      says: "With a blood thinner or another health flag a section ends at mild redness, at every length.",
      sources: ["mohs-anticoagulants", "dermsurg-anticoagulants"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason: "Bleeding lasts longer with these medicines. Never stop one because of rolling.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule<unknown>>;

/** How the roller is led, how far, and when to stop. */
export const techniqueRules: readonly Rule<unknown>[] = Object.values(technique);

/** Directions by how many there are, in degrees against the way the hair lies. */
export const directions = {
  star: { 2: [0, 90], 3: [0, 60, 120], 4: [0, 45, 90, 135] },
  fan: { 2: [-30, 30], 3: [-60, 0, 60], 4: [-60, -20, 20, 60] },
} as const;

/** Rolls for a section that share evenly over directions, most first. */
export const evenRolls = [
  { rolls: 15, directionCount: 3, rollsPerDirection: 5 },
  { rolls: 12, directionCount: 4, rollsPerDirection: 3 },
  { rolls: 10, directionCount: 2, rollsPerDirection: 5 },
] as const;

const isShort = {
  "bald-or-shaved": true,
  "under-1-cm": true,
  "1-to-5-cm": false,
  "over-5-cm": false,
  unknown: false,
} as const satisfies Record<HairLength, boolean>;

/** A star where no hair can be caught, else a fan along the hair. */
export function patternFor(hairLength: HairLength = "unknown"): "star" | "fan" {
  return isShort[hairLength] ? "star" : "fan";
}

/**
 * Minutes of rolling, rounded up.
 *
 *     t = sections × (rolls × (4 cm ÷ 1.5 cm/s + lift) + answer)
 *
 * The pace is the middle of the allowed one; lift and answer are product estimates.
 */
export function rollingMin(sectionCount: number, rolls: number): number {
  const [slowest, fastest] = technique.pace.policy.value.paceCmPerS;
  const { liftS, answerS } = technique.sessionLength.policy.value;
  const strokeS = sectionSizeCm.lengthCm / ((slowest + fastest) / 2) + liftS;
  return Math.ceil((sectionCount * (rolls * strokeS + answerS)) / 60 - 1e-9);
}

/** Whether a session fits the time a hand stays steady; clinics change hands. */
export function fitsSession(setting: Setting, minutes: number): boolean {
  return setting === "clinic" || minutes <= technique.sessionLength.policy.value.maxHomeMin;
}
