import type { Answers, Therapy } from "./answers.ts";
import type { Finding } from "./assess.ts";
import { findingOf } from "./finding.ts";
import { personRules } from "./person/rules.ts";

const drugTopicals = [
  "minoxidil-topical",
  "finasteride-topical",
  "dutasteride-topical",
] as const satisfies readonly Therapy[];

const hairDrugs = [
  ...drugTopicals,
  "minoxidil-oral",
  "finasteride-oral",
  "dutasteride-oral",
] as const satisfies readonly Therapy[];

const antiandrogens: readonly Therapy[] = [
  "finasteride-oral",
  "finasteride-topical",
  "dutasteride-oral",
  "dutasteride-topical",
];

/** Whether any of these is in use, or what is in use is not known. */
export function mayUse({ therapies }: Answers, wanted: readonly Therapy[]): boolean {
  return isUnclear(therapies) || uses({ therapies }, wanted);
}

/** Whether a drug for the scalp skin is in use, or this is not known. */
export function mayUseDrugTopical(answers: Answers): boolean {
  return mayUse(answers, drugTopicals);
}

/** Whether an allergy is open: not asked, not known, or to what the minoxidil solution in use may hold. */
export function hasOpenAllergy({ allergies, therapies }: Answers): boolean {
  return (
    isUnclear(allergies) ||
    (Boolean(allergies?.some((name) => name === "propylene-glycol" || name === "alcohol")) &&
      mayUse({ therapies }, ["minoxidil-topical"]))
  );
}

/** What age, pregnancy, skin, allergies, hair and other treatments lead to. */
export function judgePerson(answers: Answers): readonly Finding[] {
  return [
    ...judgeAge(answers),
    ...judgeZones(answers),
    ...judgePregnancy(answers),
    ...judgePhototype(answers),
    ...judgeAllergies(answers),
    ...judgeHairLength(answers),
    ...judgeTherapies(answers),
  ];
}

function judgeAge({ ageYears }: Answers): readonly Finding[] {
  const { minYears } = personRules.age.policy.value;
  if (ageYears === undefined || ageYears >= minYears) return [];
  return [
    findingOf(personRules.age, {
      leadsTo: "see-doctor",
      says: `You told us that you are ${ageYears}.`,
      nextStep: "Talk to a doctor about your hair, together with a parent if you like.",
      from: ["ageYears"],
    }),
  ];
}

function judgeZones({ thinZones = [] }: Answers): readonly Finding[] {
  const isFrontal = thinZones.some((zone) => zone !== "mid-scalp" && zone !== "vertex");
  if (!isFrontal) return [];
  return [
    findingOf(personRules.frontalZones, {
      leadsTo: "suitable",
      says: "You marked the hairline or the temples as thin.",
      nextStep: "Plan them if you like; photograph the crown too, where change shows first.",
      from: ["thinZones"],
    }),
  ];
}

function judgePregnancy(answers: Answers): readonly Finding[] {
  const { pregnancy } = answers;
  if (pregnancy === undefined || pregnancy === "no") return [];

  const findings: Finding[] = [];
  if (pregnancy === "pregnant" || pregnancy === "breast-feeding")
    findings.push(
      findingOf(personRules.pregnancy, {
        leadsTo: "see-doctor",
        says: `You told us that you are ${pregnancy}.`,
        nextStep: "Put rolling off until this time is over, and ask your doctor about your hair.",
        from: ["pregnancy"],
      }),
    );
  if (pregnancy === "unknown")
    findings.push(
      findingOf(personRules.pregnancy, {
        leadsTo: "not-enough-known",
        says: "You are not sure whether you are pregnant.",
        nextStep: "Take a test, then answer again.",
        from: ["pregnancy"],
      }),
    );

  const isTaking = uses(answers, hairDrugs);
  return [
    ...findings,
    findingOf(personRules.pregnancyAndHairDrugs, {
      leadsTo: isTaking ? "see-doctor" : "suitable-with-caution",
      says: isTaking
        ? "You use a hair medicine, and you are or may be pregnant, plan to be, or breast-feed."
        : "You are or may be pregnant, plan to be, or breast-feed.",
      nextStep: isTaking
        ? "Call your doctor or pharmacist about the medicine today."
        : "Leave minoxidil, finasteride and dutasteride out, and do not touch them.",
      from: isTaking ? ["pregnancy", "therapies"] : ["pregnancy"],
    }),
  ];
}

function judgePhototype({ phototype }: Answers): readonly Finding[] {
  if (!hasPigmentRisk({ phototype }) || phototype === undefined) return [];
  return [
    findingOf(personRules.phototype, {
      leadsTo: "suitable-with-caution",
      says:
        phototype === "unknown"
          ? "You are not sure of your skin type."
          : `You told us that your skin type is ${phototype}.`,
      nextStep: "Begin with 0.2 to 0.25 mm once a week, and watch for marks for four weeks.",
      from: ["phototype"],
    }),
  ];
}

/** Whether the skin may keep dark or light marks; not asked and not known count as yes. */
export function hasPigmentRisk({ phototype = "unknown" }: Answers): boolean {
  const risky: readonly string[] = personRules.phototype.policy.value.pigmentRisk;
  return risky.includes(phototype);
}

function judgeAllergies(answers: Answers): readonly Finding[] {
  const { allergies = [] } = answers;
  const from = ["allergies"];
  const find = (finding: Omit<Finding, "reason">) => findingOf(personRules.allergies, finding);
  const findings: Finding[] = [];

  if (allergies.includes("unknown"))
    findings.push(
      find({
        leadsTo: "suitable-with-caution",
        says: "You are not sure about allergies.",
        nextStep: "Keep every product off needled skin for 24 hours, and ask about a patch test.",
        from,
      }),
    );
  if (isAllergicToOwnDrug(answers))
    findings.push(
      find({
        leadsTo: "see-doctor",
        says: "You told us that you are allergic to a medicine that you use.",
        nextStep: "Stop putting it on, and ask your doctor what can take its place.",
        from: ["allergies", "therapies"],
      }),
    );
  if (allergies.includes("propylene-glycol"))
    findings.push(
      find({
        leadsTo: "suitable-with-caution",
        says: "You told us that you are allergic to propylene glycol.",
        nextStep: "Most minoxidil solutions hold it. Ask the pharmacist for a foam without it.",
        from,
      }),
    );
  if (allergies.includes("alcohol"))
    findings.push(
      find({
        leadsTo: "suitable-with-caution",
        says: "You told us that your skin does not take alcohol.",
        nextStep: "Let the roller dry fully after cleaning, and keep alcohol off the scalp.",
        from,
      }),
    );
  if (allergies.includes("latex"))
    findings.push(
      find({
        leadsTo: "suitable",
        says: "You told us that you are allergic to latex.",
        nextStep: "Use gloves without latex, and tell the clinic.",
        from,
      }),
    );
  return findings;
}

function isAllergicToOwnDrug(answers: Answers): boolean {
  const { allergies = [] } = answers;
  return (
    (allergies.includes("minoxidil") && uses(answers, ["minoxidil-topical", "minoxidil-oral"])) ||
    (allergies.includes("finasteride-or-dutasteride") && uses(answers, antiandrogens))
  );
}

function judgeHairLength({ hairLength }: Answers): readonly Finding[] {
  if (hairLength === undefined || hairLength === "bald-or-shaved" || hairLength === "under-1-cm")
    return [];
  return [
    findingOf(personRules.hairLength, {
      leadsTo: "suitable",
      says:
        hairLength === "unknown"
          ? "You are not sure how long your hair is."
          : "You told us that your hair is longer than 1 cm.",
      nextStep: "Roll along the hair only, and lift the roller between strokes.",
      from: ["hairLength"],
    }),
  ];
}

function judgeTherapies(answers: Answers): readonly Finding[] {
  const { therapies = [], setting } = answers;
  const from = ["therapies"];
  const findings: Finding[] = [];

  if (therapies.length > 0 && therapies.every((therapy) => therapy === "none"))
    findings.push(
      findingOf(personRules.baseTherapy, {
        leadsTo: "suitable",
        says: "You told us that you use nothing else against hair loss.",
        nextStep:
          "Ask a doctor or pharmacist whether a base treatment such as minoxidil suits you.",
        from,
      }),
    );
  if (therapies.includes("unknown"))
    findings.push(
      findingOf(personRules.unknownTherapies, {
        leadsTo: "suitable-with-caution",
        says: "You are not sure what you use on or for your hair.",
        nextStep: "Read the label or ask the pharmacist, then answer again.",
        from,
      }),
    );
  if (uses(answers, ["minoxidil-topical"]) && uses(answers, ["minoxidil-oral"]))
    findings.push(
      findingOf(personRules.doubleMinoxidil, {
        leadsTo: "suitable-with-caution",
        says: "You told us that you use minoxidil both as tablets and on the scalp.",
        nextStep: "Ask the doctor who prescribed it whether both are meant.",
        from,
      }),
    );
  if (uses(answers, ["finasteride-topical", "dutasteride-topical"]))
    findings.push(
      findingOf(personRules.contact, {
        leadsTo: "suitable-with-caution",
        says: "You told us that you put finasteride or dutasteride on your scalp.",
        nextStep: "Keep it off for 24 hours after rolling, and wash your hands after using it.",
        from,
      }),
    );
  if (uses(answers, ["prp"]) && setting !== "clinic")
    findings.push(
      findingOf(personRules.prp, {
        leadsTo: "suitable",
        says: "You told us that you have platelet-rich plasma treatment.",
        nextStep: "Leave it to the clinic, and tell them when you rolled last.",
        from: ["therapies", "setting"],
      }),
    );
  return findings;
}

function uses({ therapies = [] }: Answers, wanted: readonly Therapy[]): boolean {
  return wanted.some((therapy) => therapies.includes(therapy));
}

function isUnclear(list: readonly string[] | undefined): boolean {
  return list === undefined || list.length === 0 || list.includes("unknown");
}
