import { describe, expect, test } from "vitest";
import type { Answers, DeviceInHand } from "./answers.ts";
import { type Assessment, assess } from "./assess.ts";
import { calmAnswers, today } from "./testing/answers.ts";

const assessWith = (changes: Answers): Assessment => assess({ ...calmAnswers, ...changes }, today);
const outcomeOf = (changes: Answers) => assessWith(changes).outcome;
const rulesOf = ({ findings }: Assessment) => findings.map(({ reason }) => reason.ruleId);

describe("age, pregnancy, skin", () => {
  test("17 years sends to a doctor, 18 does not", () => {
    expect(outcomeOf({ ageYears: 17 })).toBe("see-doctor");
    expect(outcomeOf({ ageYears: 18 })).toBe("suitable");
  });

  test.each([
    ["pregnant", "see-doctor"],
    ["breast-feeding", "see-doctor"],
    ["unknown", "not-enough-known"],
    ["trying", "suitable-with-caution"],
    ["no", "suitable"],
  ] as const)("pregnancy %s leads to %s and leaves hair drugs out", (pregnancy, outcome) => {
    const assessment = assessWith({ pregnancy, therapies: ["none"] });
    expect(assessment.outcome).toBe(outcome);
    expect(assessment.restrictions.noHairDrugs).toBe(pregnancy !== "no");
  });

  test("trying for a child while on finasteride: call the doctor about it", () => {
    const assessment = assessWith({ pregnancy: "trying", therapies: ["finasteride-oral"] });
    expect(assessment.outcome).toBe("see-doctor");
    expect(assessment.nextStep).toContain("Call your doctor");
    expect(assessment.findings[0]?.from).toEqual(["pregnancy", "therapies"]);
  });

  test.each([
    ["III", "suitable", false],
    ["IV", "suitable-with-caution", true],
    ["VI", "suitable-with-caution", true],
    ["unknown", "suitable-with-caution", true],
  ] as const)("skin type %s leads to %s", (phototype, outcome, pigmentRisk) => {
    expect(assessWith({ phototype })).toMatchObject({ outcome, restrictions: { pigmentRisk } });
  });
});

describe("allergies and other treatments", () => {
  test("an allergy to the medicine in use sends to a doctor; to one not in use it does not", () => {
    expect(outcomeOf({ allergies: ["minoxidil"], therapies: ["minoxidil-topical"] })).toBe(
      "see-doctor",
    );
    expect(outcomeOf({ allergies: ["minoxidil"], therapies: ["finasteride-oral"] })).toBe(
      "suitable",
    );
    expect(
      outcomeOf({ allergies: ["finasteride-or-dutasteride"], therapies: ["dutasteride-topical"] }),
    ).toBe("see-doctor");
    expect(outcomeOf({ allergies: ["finasteride-or-dutasteride"], therapies: ["none"] })).toBe(
      "suitable",
    );
  });

  test("propylene glycol closes the article's window for the minoxidil that may hold it", () => {
    const using = assessWith({ allergies: ["propylene-glycol"], therapies: ["minoxidil-topical"] });
    const without = assessWith({ allergies: ["propylene-glycol"], therapies: ["none"] });

    expect(using.restrictions.hasRelativeFlag).toBe(true);
    expect(using.nextStep).toContain("foam");
    expect(without.restrictions.hasRelativeFlag).toBe(false);
    expect(without.outcome).toBe("suitable-with-caution");
  });

  test("unknown allergies count as a flag; alcohol asks for care; latex only for other gloves", () => {
    const unsure = assessWith({ allergies: ["none", "unknown"] });
    expect(unsure.outcome).toBe("suitable-with-caution");
    expect(unsure.restrictions.hasRelativeFlag).toBe(true);
    expect(outcomeOf({ allergies: ["alcohol"] })).toBe("suitable-with-caution");
    expect(outcomeOf({ allergies: ["latex"] })).toBe("suitable");
    expect(rulesOf(assessWith({ allergies: ["latex"] }))).toContain("person/allergies");
  });

  test.each([
    "minoxidil-topical",
    "finasteride-topical",
    "dutasteride-topical",
    "unknown",
  ] as const)("%s counts as a drug on the scalp", (therapy) => {
    expect(assessWith({ therapies: [therapy] }).restrictions.usesDrugTopical).toBe(true);
  });

  test("shampoo, serum and plasma are no drugs on the scalp", () => {
    const { restrictions } = assessWith({
      therapies: ["ketoconazole-shampoo", "cosmetic-serum", "prp"],
    });
    expect(restrictions.usesDrugTopical).toBe(false);
  });

  test("minoxidil as tablets closes open channels; both forms are asked about", () => {
    const both = assessWith({ therapies: ["minoxidil-oral", "minoxidil-topical"] });
    expect(both.restrictions.hasCardiovascularFlag).toBe(true);
    expect(both.outcome).toBe("suitable-with-caution");
    expect(rulesOf(both)).toContain("person/oral-and-topical-minoxidil");
    expect(rulesOf(assessWith({ therapies: ["minoxidil-oral"] }))).not.toContain(
      "person/oral-and-topical-minoxidil",
    );
  });

  test("finasteride on the scalp brings the warning about touch; unknown products ask for a label", () => {
    expect(rulesOf(assessWith({ therapies: ["finasteride-topical"] }))).toContain(
      "person/antiandrogen-on-the-skin",
    );
    expect(outcomeOf({ therapies: ["unknown"] })).toBe("suitable-with-caution");
  });

  test("plasma stays with the clinic: said at home, not in the clinic", () => {
    expect(rulesOf(assessWith({ therapies: ["prp"] }))).toContain("person/prp");
    expect(rulesOf(assessWith({ therapies: ["prp"], setting: "clinic" }))).not.toContain(
      "person/prp",
    );
  });

  test("“none” beside a treatment does not hide the treatment", () => {
    const assessment = assessWith({ therapies: ["none", "minoxidil-topical"] });
    expect(assessment.restrictions.usesDrugTopical).toBe(true);
    expect(rulesOf(assessment)).not.toContain("person/base-therapy");
  });

  test.each([
    ["bald-or-shaved", false],
    ["1-to-5-cm", true],
    ["over-5-cm", true],
    ["unknown", true],
  ] as const)("hair %s: rolled along the hair is %s", (hairLength, isFan) => {
    const assessment = assessWith({ hairLength });
    expect(rulesOf(assessment).includes("person/hair-length")).toBe(isFan);
    expect(assessment.outcome).toBe("suitable");
  });
});

describe("the device in the hand", () => {
  const roller: DeviceInHand = {
    kind: "roller",
    needleLengthUm: 250,
    usedByAnotherPerson: "no",
    damaged: "no",
  };
  const outcomeWith = (device: Partial<DeviceInHand>, changes: Answers = {}) =>
    outcomeOf({ ...changes, device: { ...roller, ...device } });

  test("an own, sound roller of 0.25 mm is fine", () => {
    expect(outcomeWith({})).toBe("suitable");
  });

  test("a device used by another, damaged or heating is replaced first", () => {
    expect(outcomeWith({ usedByAnotherPerson: "yes" })).toBe("wait");
    expect(outcomeWith({ usedByAnotherPerson: "unknown" })).toBe("not-enough-known");
    expect(outcomeWith({ damaged: "yes" })).toBe("wait");
    expect(outcomeWith({ damaged: "unknown" })).toBe("not-enough-known");
    expect(outcomeWith({ kind: "radiofrequency" })).toBe("wait");
    expect(outcomeWith({ kind: "radiofrequency" }, { setting: "clinic" })).toBe("wait");
  });

  test("at home 0.5 mm is the end, and 0.3 mm with a drug on the scalp or a flag", () => {
    expect(outcomeWith({ needleLengthUm: 500 })).toBe("suitable");
    expect(outcomeWith({ needleLengthUm: 501 })).toBe("wait");
    const drug = { therapies: ["minoxidil-topical"] } as const satisfies Answers;
    expect(outcomeWith({ needleLengthUm: 300 }, { therapies: [...drug.therapies] })).toBe(
      "suitable",
    );
    expect(outcomeWith({ needleLengthUm: 301 }, { therapies: [...drug.therapies] })).toBe(
      "suitable-with-caution",
    );
  });

  test("in a clinic 1 mm is fine, 1.5 mm needs an override, more is out", () => {
    const clinic = { setting: "clinic" } as const;
    expect(outcomeWith({ needleLengthUm: 1000 }, clinic)).toBe("suitable");
    expect(outcomeWith({ needleLengthUm: 1500 }, clinic)).toBe("suitable-with-caution");
    expect(outcomeWith({ needleLengthUm: 1501 }, clinic)).toBe("wait");
  });

  test("without a device, a clinic opens a new head", () => {
    const { findings } = assessWith({ setting: "clinic" });
    expect(findings.find(({ from }) => from[0] === "device")?.nextStep).toContain("sterile");
  });
});
