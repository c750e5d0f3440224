import { sources } from "@stipple/evidence";
import { describe, expect, test } from "vitest";
import {
  type Answers,
  answersSchema,
  norwoodStages,
  patternSigns,
  sinclairGrades,
} from "./answers.ts";
import { type Assessment, assess } from "./assess.ts";
import { calmAnswers, today } from "./testing/answers.ts";

const assessWith = (changes: Answers): Assessment => assess({ ...calmAnswers, ...changes }, today);
const rulesOf = ({ findings }: Assessment) => findings.map(({ reason }) => reason.ruleId);

describe("a calm answer to everything", () => {
  test("opens rolling, says the device to buy, and holds for 30 days", () => {
    const assessment = assess(calmAnswers, today);

    expect(answersSchema.safeParse(calmAnswers).success).toBe(true);
    expect(assessment).toMatchObject({
      outcome: "suitable",
      headline: "Rolling is open to you.",
      missing: [],
      assessedOn: "2026-11-22",
      expiresOn: "2026-12-22",
      stageNote: { insideStudiedRange: true },
    });
    expect(rulesOf(assessment)).toEqual(["norwood-hamilton/in-range", "device-in-hand/to-buy"]);
    expect(assessment.restrictions).toEqual({
      hasRelativeFlag: false,
      hasCardiovascularFlag: false,
      usesDrugTopical: false,
      noHairDrugs: false,
      pigmentRisk: false,
    });
    expect(assessment).not.toHaveProperty("waitUntil");
  });

  test("nothing else in use is said to be the weaker way, with the article's own words for it", () => {
    const assessment = assessWith({ therapies: ["none"] });

    expect(assessment.outcome).toBe("suitable");
    const note = assessment.findings.find(({ reason }) => reason.ruleId === "person/base-therapy");
    expect(note?.reason.article?.place.statements).toEqual(["S3"]);
    expect(note?.nextStep).toContain("base treatment");
  });
});

describe("questions still open", () => {
  test("no answers at all: every question, in the order to ask them, and nothing is allowed", () => {
    const assessment = assess({}, today);

    expect(assessment).toMatchObject({
      outcome: "not-enough-known",
      headline: "Not enough is known to say.",
      stageNote: { insideStudiedRange: "unknown", sources: [] },
      restrictions: {
        hasRelativeFlag: true,
        hasCardiovascularFlag: true,
        usesDrugTopical: true,
        noHairDrugs: true,
        pigmentRisk: true,
      },
    });
    expect(assessment.missing).toEqual([
      "setting",
      "ageYears",
      "pattern",
      "thinZones",
      "signs",
      "conditions",
      "pregnancy",
      "phototype",
      "allergies",
      "hairLength",
      "therapies",
      "device",
    ]);
    expect(assessment.findings[0]?.says).toBe("12 questions are still open.");
  });

  test.each(Object.keys(calmAnswers).filter((key) => key !== "pregnancy"))(
    "without %s nothing is allowed, and it is asked for",
    (key) => {
      const entries = Object.entries(calmAnswers).filter(([name]) => name !== key);
      const answers = answersSchema.parse(Object.fromEntries(entries));
      const { outcome, missing, findings } = assess(answers, today);

      expect(outcome).toBe("not-enough-known");
      expect(missing).toContain(key);
      expect(findings[0]?.from).toEqual(missing);
    },
  );

  test("one condition left out is asked for by its own path", () => {
    const { keloid: _, ...others } = calmAnswers.conditions;
    const assessment = assessWith({ conditions: others });

    expect(assessment.missing).toEqual(["conditions.keloid"]);
    expect(assessment.outcome).toBe("not-enough-known");
    expect(assessment.findings[0]?.says).toBe("One question is still open.");
  });

  test("an empty list answers nothing", () => {
    const { missing } = assessWith({ therapies: [], allergies: [], thinZones: [] });
    expect(missing).toEqual(["thinZones", "allergies", "therapies"]);
  });

  test.each([
    { scale: "norwood-hamilton", stage: "III-vertex" },
    { scale: "sinclair", stage: "2" },
  ] as const)("pregnancy is asked beside the pictures of $scale", (pattern) => {
    const { pregnancy: _, ...unasked } = calmAnswers;

    expect(assess({ ...unasked, pattern }, today)).toMatchObject({
      outcome: "not-enough-known",
      missing: ["pregnancy"],
      restrictions: { noHairDrugs: true },
    });
  });
});

describe("the stage", () => {
  test.each(norwoodStages)("Norwood–Hamilton %s", (stage) => {
    const isCandidate = !["I", "VI", "VII"].includes(stage);
    const { outcome, stageNote } = assessWith({ pattern: { scale: "norwood-hamilton", stage } });

    expect(outcome).toBe(isCandidate ? "suitable" : "see-doctor");
    const isUnclear = stage.endsWith("a") || stage === "VI";
    expect(stageNote.insideStudiedRange).toBe(isUnclear ? "unknown" : isCandidate);
    expect(stageNote.sources.every((id) => id in sources)).toBe(true);
  });

  test.each(sinclairGrades)("Sinclair %s", (stage) => {
    const { outcome, stageNote } = assessWith({ pattern: { scale: "sinclair", stage } });
    const isStudied = stage === "2" || stage === "3";

    expect(outcome).toBe(isStudied ? "suitable" : "see-doctor");
    expect(stageNote.insideStudiedRange).toBe(isStudied);
  });

  test("stage I is told to take photos, stage VII what else there is", () => {
    const one = assessWith({ pattern: { scale: "norwood-hamilton", stage: "I" } });
    const seven = assessWith({ pattern: { scale: "norwood-hamilton", stage: "VII" } });
    const grade1 = assessWith({ pattern: { scale: "sinclair", stage: "1" } });

    expect(one.headline).toBe("There is nothing to treat yet.");
    expect(seven.headline).toBe("Rolling has little to offer at this stage.");
    expect(one.nextStep).toContain("photos");
    expect(grade1.nextStep).toContain("photos");
    expect(seven.nextStep).toContain("transplant");
    expect(one.findings[0]?.says).toBe(
      "You picked Stage I: the hairline is where it was, or almost; the crown is full.",
    );
  });

  test("an infection at stage I is said before the stage", () => {
    const conditions = { ...calmAnswers.conditions, "scalp-infection": "yes" } as const;
    const pattern = { scale: "norwood-hamilton", stage: "I" } as const;
    const { headline, nextStep } = assessWith({ pattern, conditions });

    expect(headline).toBe("See a doctor before you roll.");
    expect(nextStep).toContain("infection");
  });

  test("a stage that could not be picked is not enough to go on, on either scale", () => {
    for (const scale of ["norwood-hamilton", "sinclair"] as const) {
      const assessment = assessWith({ pattern: { scale, stage: "unknown" } });
      expect(assessment).toMatchObject({
        outcome: "not-enough-known",
        stageNote: { insideStudiedRange: "unknown" },
      });
    }
  });

  test.each(patternSigns)("%s sends to a doctor; unsure asks to look again", (sign) => {
    const there = assessWith({ signs: { ...calmAnswers.signs, [sign]: "yes" } });
    const unsure = assessWith({ signs: { ...calmAnswers.signs, [sign]: "unknown" } });

    expect(there.outcome).toBe("see-doctor");
    expect(there.findings[0]?.from).toEqual([`signs.${sign}`]);
    expect(unsure.outcome).toBe("not-enough-known");
  });

  test("thin temples are open, with less to expect", () => {
    const assessment = assessWith({ thinZones: ["left-temple", "vertex"] });
    expect(assessment.outcome).toBe("suitable");
    expect(rulesOf(assessment)).toContain("person/frontal-zones");
  });
});

describe("what decides", () => {
  test("the strictest finding comes first and gives the outcome and the next step", () => {
    const { findings, outcome, nextStep } = assessWith({
      ageYears: 17,
      phototype: "V",
      conditions: { ...calmAnswers.conditions, "blood-thinner": "yes" },
    });

    expect(findings.map(({ leadsTo }) => leadsTo)).toEqual([
      "see-doctor",
      "clinic-only",
      "suitable-with-caution",
      "suitable",
      "suitable",
    ]);
    expect(outcome).toBe("see-doctor");
    expect(nextStep).toBe(findings[0]?.nextStep);
  });

  test("two waits end with the later one, and a wait without a day has no end yet", () => {
    const conditions = {
      ...calmAnswers.conditions,
      "herpes-outbreak": "yes",
      "botulinum-or-filler": "yes",
    } as const;
    const { dates } = answersSchema.parse({
      dates: { herpesHealedOn: "2026-11-20", botulinumOrFillerOn: "2026-11-15" },
    });
    const dated = assessWith({ conditions, ...(dates && { dates }) });

    expect(dated.waitUntil).toBe("2026-12-04");
    expect(dated.headline).toBe("Wait until the end of 2026-12-04.");

    const open = assessWith({
      conditions: { ...conditions, "topical-anti-inflammatory-gel": "yes" },
      ...(dates && { dates }),
    });
    expect(open).toMatchObject({ outcome: "wait", headline: "Not yet." });
    expect(open).not.toHaveProperty("waitUntil");
  });
});
