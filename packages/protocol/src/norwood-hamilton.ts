import type { NorwoodStage } from "./answers.ts";
import type { Outcome } from "./assess.ts";
import type { Rule } from "./rule.ts";

export interface Stage {
  readonly name: string;
  /** What is seen on the head, in plain words. */
  readonly description: string;
  /** Whether the article counts it among the grades that suit rolling. */
  readonly isCandidate: boolean;
  /** Whether trials studied it; "unknown" where they do not say. */
  readonly insideStudiedRange: boolean | "unknown";
}

/** Norwood–Hamilton stages; the "a" types lose hair from the front backwards, without an own spot at the crown. */
export const norwoodHamiltonStages: Readonly<Record<NorwoodStage, Stage>> = {
  I: {
    name: "Stage I",
    description: "The hairline is where it was, or almost; the crown is full.",
    isCandidate: false,
    insideStudiedRange: false,
  },
  II: {
    name: "Stage II",
    description: "Small bare triangles at both temples.",
    isCandidate: true,
    insideStudiedRange: true,
  },
  IIa: {
    name: "Stage II a",
    description: "Small temple triangles, and the middle of the hairline has moved back too.",
    isCandidate: true,
    insideStudiedRange: "unknown",
  },
  III: {
    name: "Stage III",
    description: "Deep, bare or thin temples; the first stage that counts as baldness.",
    isCandidate: true,
    insideStudiedRange: true,
  },
  IIIa: {
    name: "Stage III a",
    description: "The whole front hairline has moved back evenly, about as deep as the temples.",
    isCandidate: true,
    insideStudiedRange: "unknown",
  },
  "III-vertex": {
    name: "Stage III vertex",
    description: "The crown is thinning; the temples are no deeper than in stage III.",
    isCandidate: true,
    insideStudiedRange: true,
  },
  IV: {
    name: "Stage IV",
    description: "Deep temples and a thin crown, with a strong band of hair between them.",
    isCandidate: true,
    insideStudiedRange: true,
  },
  IVa: {
    name: "Stage IV a",
    description: "The front has moved back past the middle of the head; no separate crown spot.",
    isCandidate: true,
    insideStudiedRange: "unknown",
  },
  V: {
    name: "Stage V",
    description: "The band between front and crown is narrow and thin.",
    isCandidate: true,
    insideStudiedRange: true,
  },
  Va: {
    name: "Stage V a",
    description: "The bare front reaches towards the crown in one wide sweep.",
    isCandidate: true,
    insideStudiedRange: "unknown",
  },
  VI: {
    name: "Stage VI",
    description: "The band is gone: front and crown are one bare area; the sides still reach high.",
    isCandidate: false,
    insideStudiedRange: "unknown",
  },
  VII: {
    name: "Stage VII",
    description: "Hair is left only as a horseshoe around the sides and back.",
    isCandidate: false,
    insideStudiedRange: false,
  },
};

const articlePlace = {
  section: "What is Dermaroller treatment for hair?",
  statements: ["S8"],
} as const;

/** What a stage leads to: too early, in range, or too late. */
export const norwoodHamiltonRules = {
  tooEarly: {
    id: "norwood-hamilton/too-early",
    decides: "Stage I",
    article: { says: "Grades 2 to 5 suit the treatment.", place: articlePlace },
    policy: {
      value: "see-doctor",
      says: "Nothing to treat yet: take photos and compare in half a year.",
      sources: ["norwood-1975", "aggarwal-2020"],
    },
    verdict: "nuance",
    strength: "trial",
    reason: "Trials began at stage II. At stage I you would take the risk without a known gain.",
    reviewedOn: "2026-11-22",
  },
  inRange: {
    id: "norwood-hamilton/in-range",
    decides: "Stage II to V",
    article: { says: "Grades 2 to 5 suit the treatment.", place: articlePlace },
    policy: {
      value: "suitable",
      says: "Stages II to V, with their variants, can be treated.",
      sources: ["aggarwal-2020", "ozcan-2022", "dhurat-2013", "kumar-2018", "shah-2017"],
    },
    verdict: "nuance",
    strength: "trial",
    reason: "Trials treated men of stages II to V; most of what is known comes from III and IV.",
    reviewedOn: "2026-11-22",
  },
  tooLate: {
    id: "norwood-hamilton/too-late",
    decides: "Stage VI or VII",
    article: { says: "Grades 2 to 5 suit the treatment.", place: articlePlace },
    policy: {
      value: "see-doctor",
      says: "Expect little from rolling; talk to a doctor about what else there is.",
      sources: ["norwood-1975", "indonesia-rct", "dhurat-2015"],
    },
    verdict: "nuance",
    strength: "observation",
    reason:
      "Very few people at these stages were studied. Where follicles are gone, needles have nothing to act on.",
    reviewedOn: "2026-11-22",
  },
  unknown: {
    id: "norwood-hamilton/unknown",
    decides: "Stage not known",
    article: { says: "Grades 2 to 5 suit the treatment.", place: articlePlace },
    policy: {
      value: "not-enough-known",
      says: "No plan before the stage is known.",
      sources: ["hamilton-ludwig-agreement"],
    },
    verdict: "nuance",
    strength: "observation",
    reason: "Stages are easy to misjudge, even from photos, and they decide what you may expect.",
    reviewedOn: "2026-11-22",
  },
} as const satisfies Record<string, Rule<Outcome>>;
