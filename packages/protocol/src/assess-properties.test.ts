import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answers, absoluteConditions, answersSchema, patternSigns } from "./answers.ts";
import { type Assessment, assess } from "./assess.ts";
import { compareStrictness, strictestFirst } from "./finding.ts";
import { anyAnswers, calmAnswers, conditionNames, today } from "./testing/answers.ts";
import { propertyRuns } from "./testing/runs.ts";

const isOpen = ({ outcome }: Assessment) => outcome.startsWith("suitable");
const answerLevels = ["no", "unknown", "yes"] as const;

function expectNoFreer(before: Assessment, after: Assessment): void {
  if (compareStrictness(after.outcome, before.outcome) > 0)
    throw new Error(`${before.outcome} became ${after.outcome}`);
  const old = before.restrictions;
  const now = after.restrictions;
  const isLost =
    (old.hasRelativeFlag && !now.hasRelativeFlag) ||
    (old.hasCardiovascularFlag && !now.hasCardiovascularFlag) ||
    (old.usesDrugTopical && !now.usesDrugTopical) ||
    (old.noHairDrugs && !now.noHairDrugs) ||
    (old.pigmentRisk && !now.pigmentRisk);
  if (isLost) throw new Error(`${JSON.stringify(old)} became ${JSON.stringify(now)}`);
}

describe("for all answers", () => {
  test("an absolute condition, there or not known or not asked, never opens rolling, whatever a doctor agreed to (I-X1–I-X3)", () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom(...absoluteConditions),
        fc.constantFrom("yes", "unknown", undefined),
        (answers, name, answer) => {
          const { [name]: _, ...others } = answers.conditions ?? {};
          const conditions = answer === undefined ? others : { ...others, [name]: answer };
          const agreed: Answers = { ...answers, conditions, doctorAgreed: "yes" };
          expect(isOpen(assess({ ...answers, conditions }, today))).toBe(false);
          expect(isOpen(assess(agreed, today))).toBe(false);
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  test("a stage outside II to V or 2 to 3, or a sign of another disease, never opens rolling (I-X5)", () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom<NonNullable<Answers["pattern"]>>(
          ...(["I", "VI", "VII", "unknown"] as const).map((stage) => ({
            scale: "norwood-hamilton" as const,
            stage,
          })),
          ...(["1", "4", "5", "unknown"] as const).map((stage) => ({
            scale: "sinclair" as const,
            stage,
          })),
        ),
        fc.constantFrom(...patternSigns),
        fc.constantFrom("yes", "unknown"),
        (answers, pattern, sign, answer) => {
          const signs = { ...answers.signs, [sign]: answer };
          expect(isOpen(assess({ ...answers, pattern }, today))).toBe(false);
          expect(isOpen(assess({ ...answers, signs }, today))).toBe(false);
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  test("no → unknown → yes on a condition or sign never frees anything (I-M1)", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...conditionNames), (answers, name) => {
        const [no, unknown, yes] = answerLevels.map((answer) =>
          assess({ ...answers, conditions: { ...answers.conditions, [name]: answer } }, today),
        );
        if (!no || !unknown || !yes) throw new Error("three levels");
        expectNoFreer(no, unknown);
        expectNoFreer(unknown, yes);
      }),
      { numRuns: propertyRuns },
    );
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...patternSigns), (answers, name) => {
        const [no, unknown, yes] = answerLevels.map((answer) =>
          assess({ ...answers, signs: { ...answers.signs, [name]: answer } }, today),
        );
        if (!no || !unknown || !yes) throw new Error("three levels");
        expectNoFreer(no, unknown);
        expectNoFreer(unknown, yes);
      }),
      { numRuns: propertyRuns },
    );
  });

  test("one more medicine or allergy, or “unknown”, never frees anything (I-M1)", () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom("minoxidil-topical", "minoxidil-oral", "finasteride-topical", "unknown"),
        fc.constantFrom("minoxidil", "propylene-glycol", "alcohol", "unknown"),
        (answers, therapy, allergy) => {
          const therapies = answers.therapies ?? ["none" as const];
          const allergies = answers.allergies ?? ["none" as const];
          fc.pre(therapies.length > 0 && allergies.length > 0);
          const before = assess({ ...answers, therapies, allergies }, today);
          const withTherapy = { ...answers, therapies: [...therapies, therapy], allergies };
          const withAllergy = { ...answers, therapies, allergies: [...allergies, allergy] };
          expectNoFreer(before, assess(withTherapy, today));
          expectNoFreer(before, assess(withAllergy, today));
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  test("pregnancy, skin type and a doubtful device never free anything as they grow graver", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(0, 1, 2), (answers, step) => {
        const ladder: readonly Answers[] = [
          { pregnancy: "no", phototype: "III" },
          { pregnancy: "trying", phototype: "III" },
          { pregnancy: "unknown", phototype: "unknown" },
          { pregnancy: "pregnant", phototype: "VI" },
        ];
        const before = assess({ ...answers, ...ladder[step] }, today);
        expectNoFreer(before, assess({ ...answers, ...ladder[step + 1] }, today));
      }),
      { numRuns: propertyRuns },
    );
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom("usedByAnotherPerson", "damaged"), (answers, key) => {
        const { device } = answers;
        fc.pre(device !== undefined && device !== "none-yet");
        const [no, unknown, yes] = answerLevels.map((level) =>
          assess({ ...answers, device: { ...device, [key]: level } }, today),
        );
        if (!no || !unknown || !yes) throw new Error("three levels");
        expectNoFreer(no, unknown);
        expectNoFreer(unknown, yes);
      }),
      { numRuns: Math.ceil(propertyRuns / 2) },
    );
  });

  test("every finding has a next step, a source and a path (W2)", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { findings, nextStep, headline } = assess(answers, today);
        expect(`${headline}${nextStep}`).not.toMatch(/undefined|NaN/);
        for (const { reason, nextStep: step, says, from } of findings) {
          expect(step).toMatch(/^[A-Z].*\.$/);
          expect(says).toMatch(/^[A-Z0-9].*\.$/);
          expect(from.length).toBeGreaterThanOrEqual(1);
          expect(reason.policy.sources.length).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  test("the outcome is the strictest finding, findings are sorted, and the answer is the same twice", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const assessment = assess(answers, today);
        const levels = assessment.findings.map(({ leadsTo }) => leadsTo);
        expect(levels[0]).toBe(assessment.outcome);
        expect([...levels].sort(compareStrictness)).toEqual(levels);
        expect(JSON.stringify(assess(answers, today))).toBe(JSON.stringify(assessment));
        if (assessment.missing.length > 0) expect(isOpen(assessment)).toBe(false);
        if (answers.setting === "clinic") expect(assessment.outcome).not.toBe("clinic-only");
      }),
      { numRuns: propertyRuns },
    );
  });
});

describe("over the whole lattice", () => {
  test("every pair of conditions, at every level, at home and in a clinic, agreed or not", () => {
    let checked = 0;
    for (const setting of ["home", "clinic"] as const)
      for (const doctorAgreed of answerLevels)
        for (const one of conditionNames)
          for (const other of conditionNames)
            for (const a of answerLevels)
              for (const b of answerLevels) {
                const conditions = { ...calmAnswers.conditions, [one]: a, [other]: b };
                const answers = { ...calmAnswers, setting, doctorAgreed, conditions };
                const blocks = absoluteConditions.some((name) => conditions[name] !== "no");
                if (blocks && isOpen(assess(answers, today)))
                  throw new Error(`${setting}: ${one} ${a}, ${other} ${b} is open`);
                checked += 1;
              }
    expect(checked).toBe(2 * 3 * 23 * 23 * 9);
  });
});

test("the answers tried are valid, and lead to every one of the six outcomes", () => {
  const tried = fc.sample(anyAnswers, { numRuns: 2000, seed: 7 });
  expect(tried.filter((answers) => !answersSchema.safeParse(answers).success)).toEqual([]);
  const outcomes = tried.map((answers) => assess(answers, today).outcome);
  for (const outcome of strictestFirst)
    expect({ outcome, isCommon: outcomes.filter((o) => o === outcome).length >= 10 }).toEqual({
      outcome,
      isCommon: true,
    });
});
