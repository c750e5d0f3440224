import type { SinclairGrade } from "./answers.ts";
import type { Outcome } from "./assess.ts";
import type { Stage } from "./norwood-hamilton.ts";
import type { Rule } from "./rule.ts";

/** Sinclair grades: the width of the parting in the middle of the head. */
export const sinclairStages: Readonly<Record<SinclairGrade, Stage>> = {
  "1": {
    name: "Grade 1",
    description: "The parting is as narrow as it ever was.",
    isCandidate: false,
    insideStudiedRange: false,
  },
  "2": {
    name: "Grade 2",
    description: "The parting is a little wider.",
    isCandidate: true,
    insideStudiedRange: true,
  },
  "3": {
    name: "Grade 3",
    description: "The parting is wider and the hair beside it is thinner.",
    isCandidate: true,
    insideStudiedRange: true,
  },
  "4": {
    name: "Grade 4",
    description: "A wide parting with thin hair over the top of the head.",
    isCandidate: false,
    insideStudiedRange: false,
  },
  "5": {
    name: "Grade 5",
    description: "Most of the top of the head shows scalp.",
    isCandidate: false,
    insideStudiedRange: false,
  },
};

/** The article speaks of grades of balding in men only; women's trials are added. */
export const sinclairRules = {
  tooEarly: {
    id: "sinclair/too-early",
    decides: "Sinclair grade 1",
    policy: {
      value: "see-doctor",
      says: "Nothing to treat yet: take photos of the parting and compare in half a year.",
      sources: ["liang-2022", "burns-2021"],
    },
    verdict: "not-in-article",
    strength: "trial",
    reason:
      "The women's trials that name their grades began at grade 2. At grade 1 you would take the risk without a known gain.",
    reviewedOn: "2026-11-22",
  },
  inRange: {
    id: "sinclair/in-range",
    decides: "Sinclair grade 2 or 3",
    policy: {
      value: "suitable",
      says: "Grades 2 and 3 can be treated.",
      sources: ["liang-2022", "burns-2021", "minoxidil-women-2022"],
    },
    verdict: "not-in-article",
    strength: "trial",
    reason:
      "The women's trials that name their grades treated 2 to 3.5; the article does not speak of women.",
    reviewedOn: "2026-11-22",
  },
  tooLate: {
    id: "sinclair/too-late",
    decides: "Sinclair grade 4 or 5",
    policy: {
      value: "see-doctor",
      says: "See a dermatologist first: advanced thinning has other causes and other treatments.",
      sources: ["liang-2022", "burns-2021"],
    },
    verdict: "not-in-article",
    strength: "trial",
    reason: "No needling trial names women at these grades, so nobody knows what it does there.",
    reviewedOn: "2026-11-22",
  },
  unknown: {
    id: "sinclair/unknown",
    decides: "Grade not known",
    policy: {
      value: "not-enough-known",
      says: "No plan before the grade is known.",
      sources: ["hamilton-ludwig-agreement"],
    },
    verdict: "not-in-article",
    strength: "observation",
    reason: "Grades are easy to misjudge, even from photos, and they decide what you may expect.",
    reviewedOn: "2026-11-22",
  },
} as const satisfies Record<string, Rule<Outcome>>;
