import type { Answers } from "@stipple/protocol";
import type { SimulatedPlan } from "./simulated-plan.ts";
import type { SimulatedSession, SimulatedTreatment } from "./treatment-schema.ts";

/** What stood in for something the person has not said. */
export type Assumption = "age" | "stage" | "sessions" | "roller" | "dose" | "no-minoxidil";

export interface Start {
  readonly basis: "plan" | "answers" | "example";
  readonly treatment: SimulatedTreatment;
  readonly assumed: readonly Assumption[];
  /** The moment of day 0; absent where the sessions are an example. */
  readonly firstAt?: string | undefined;
}

type Person = SimulatedTreatment["person"];

const msPerDay = 86_400_000;
const sectionAreaCm2 = 8;
const weeks = 52;
const waitMin = { "wait-24h": 1440, "article-window": 30, none: 1440 } as const;

/** The common roller of 192 needles; its drum stands in for one that was not measured. */
export const commonRoller = {
  rings: 8,
  needlesPerRing: 24,
  drumRadiusMm: 10,
  drumWidthMm: 20,
} as const;

/** A man of 34 with stage III at the crown, who rolls 0.25 mm once a week for half a year. */
const example = {
  ageYears: 34,
  stage: "III-vertex",
  session: {
    needleLengthUm: 250,
    rolls: 12,
    pattern: "star",
    withPrp: false,
    isDone: false,
  },
  sessionDays: Array.from({ length: 26 }, (_, week) => 7 * week),
  areaCm2: 96,
} as const;

/** The treatment as planned, taken in full; what is not known stands as in the example, and is named. */
export function startingTreatment(answers: Answers, plan: SimulatedPlan | undefined): Start {
  const hasAnswers = Object.keys(answers).length > 0;
  const isKnown = plan !== undefined || hasAnswers;
  const therapies = answers.therapies ?? therapiesOf(plan);
  const usesMinoxidil = isKnown ? therapies.includes("minoxidil-topical") : true;
  const conditions = answers.conditions ?? {};
  const person = hasAnswers ? personOf(answers) : exampleFor(plan);
  const heart = conditions["heart-disease-or-low-blood-pressure"] ?? "unknown";
  return {
    basis: plan ? "plan" : hasAnswers ? "answers" : "example",
    firstAt: plan?.sessions[0]?.startsAt,
    assumed: [
      ...person.assumed,
      ...(plan ? [] : (["sessions"] as const)),
      "roller",
      "dose",
      ...(usesMinoxidil ? [] : (["no-minoxidil"] as const)),
    ],
    treatment: {
      person: person.person,
      roller: commonRoller,
      sessions: plan ? sessionsOf(plan) : exampleSessions,
      topical: {
        product: "minoxidil-5",
        doseMl: 1,
        areaCm2: plan ? Math.max(1, plan.sections.length * sectionAreaCm2) : example.areaCm2,
        delayMin: plan ? waitMin[plan.topicalTiming.value] : waitMin["article-window"],
        contactH: 12,
        isOccluded: false,
        hasHeartFlag: isKnown && heart !== "no",
        takesOralMinoxidil: therapies.includes("minoxidil-oral"),
        hasBrokenOrInflamedSkin: conditions["open-wound-or-sunburn"] === "yes",
      },
      medicines: {
        minoxidil: usesMinoxidil ? "5-percent" : "none",
        finasteride: therapies.includes("finasteride-oral"),
        adherenceFraction: 1,
      },
      weeks,
      seed: 1,
    },
  };
}

const examplePerson: Person = {
  ageYears: example.ageYears,
  pattern: { scale: "norwood-hamilton", stage: example.stage },
  pregnancy: "no",
  scarringAlopecia: "no",
};
const exampleSessions: SimulatedSession[] = example.sessionDays.map((day) => ({
  ...example.session,
  day,
}));

/** A plan alone does not say whom it is for: the example's man stands in, and is named. */
function exampleFor(plan: SimulatedPlan | undefined): ReturnType<typeof personOf> {
  return { person: examplePerson, assumed: plan ? ["age", "stage"] : [] };
}

/** The medicines that a plan speaks of, where nobody answered which are used. */
function therapiesOf(plan: SimulatedPlan | undefined): NonNullable<Answers["therapies"]> {
  const products = plan?.topicals.map(({ product }) => product) ?? [];
  return [
    ...(products.includes("minoxidil") ? (["minoxidil-topical"] as const) : []),
    ...(products.includes("minoxidil-oral") ? (["minoxidil-oral"] as const) : []),
    ...(products.includes("finasteride-oral") ? (["finasteride-oral"] as const) : []),
  ];
}

/** What was not asked counts as not known, which the simulator refuses. */
function personOf({ ageYears, pattern, pregnancy, conditions, signs }: Answers): {
  readonly person: Person;
  readonly assumed: readonly Assumption[];
} {
  const isScarring =
    signs?.["smooth-scarred-skin"] === "yes"
      ? "yes"
      : (conditions?.["suspected-scarring-alopecia"] ?? "unknown");
  return {
    person: {
      ageYears: ageYears ?? example.ageYears,
      pattern: knownPattern(pattern),
      pregnancy: pregnancy ?? "unknown",
      scarringAlopecia: isScarring,
    },
    assumed: [
      ...(ageYears === undefined ? (["age"] as const) : []),
      ...(pattern === undefined || pattern.stage === "unknown" ? (["stage"] as const) : []),
    ],
  };
}

function knownPattern(pattern: Answers["pattern"]): Person["pattern"] {
  if (pattern?.scale === "sinclair") {
    return { scale: "sinclair", stage: pattern.stage === "unknown" ? "1" : pattern.stage };
  }
  const stage = pattern?.stage ?? "unknown";
  return { scale: "norwood-hamilton", stage: stage === "unknown" ? example.stage : stage };
}

function sessionsOf({ sessions, needle, stroke }: SimulatedPlan): SimulatedSession[] {
  const first = sessions[0]?.startsAt;
  return sessions.map(({ startsAt }) => ({
    day: first ? (Date.parse(startsAt) - Date.parse(first)) / msPerDay : 0,
    needleLengthUm: needle.recommendedUm.value,
    rolls: stroke.rollsPerSection.value,
    pattern: stroke.pattern.value,
    withPrp: false,
    isDone: false,
  }));
}
