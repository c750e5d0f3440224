import { describe, expect, test } from "vitest";
import type { Answers } from "./answers.ts";
import { assess } from "./assess.ts";
import { addDays, instant, isoDate } from "./calendar.ts";
import { type DoneSession, type PlanChoices, type PlanInput, planTreatment } from "./plan.ts";
import { calmAnswers } from "./testing/answers.ts";

const today = isoDate("2026-11-22");
const now = instant("2026-11-22T08:00:00Z");
const choices: PlanChoices = {
  protocolId: "article-home",
  zones: ["vertex"],
  firstOn: today,
  timeOfDay: "20:00",
  timeZone: "Europe/Berlin",
};

function inputFor(answers: Partial<Answers>, wishes: Partial<PlanChoices> = {}): PlanInput {
  const all: Answers = { ...calmAnswers, ...answers };
  return {
    answers: all,
    assessment: assess(all, today),
    choices: { ...choices, ...wishes },
    history: [],
    now,
  };
}

const inClinic = { setting: "clinic" } as const;
const articleClinic = { protocolId: "article-clinic" } as const;
const window = { topicalTiming: "article-window", readBothSides: true } as const;

describe("a refusal", () => {
  test("of the assessment comes with its next step and its reasons", () => {
    const input = inputFor({ conditions: { ...calmAnswers.conditions, keloid: "yes" } });
    expect(planTreatment(input)).toMatchObject({
      because: "assessment",
      says: input.assessment.headline,
      nextStep: input.assessment.nextStep,
    });
  });

  test("meets a person whose setting is not known, and one the assessment sends to a clinic", () => {
    const { setting: _, ...answers } = calmAnswers;
    const assessment = assess(calmAnswers, today);
    expect(planTreatment({ ...inputFor({}), answers, assessment })).toMatchObject({
      because: "assessment",
    });
    const clinicOnly = { ...assessment, outcome: "clinic-only" } as const;
    expect(planTreatment({ ...inputFor({}), assessment: clinicOnly })).toMatchObject({
      because: "assessment",
    });
    const clinic = inputFor(inClinic, articleClinic);
    const open = planTreatment({
      ...clinic,
      assessment: { ...clinic.assessment, outcome: "clinic-only" },
    });
    expect(open.kind).toBe("plan");
  });

  test("of answers that are 31 days old, or of other rules, asks for them again (I-X7)", () => {
    const input = inputFor({});
    const old = assess(calmAnswers, addDays(today, -31));
    expect(planTreatment({ ...input, assessment: old })).toMatchObject({
      because: "assessment",
      decidedBy: [{ ruleId: "review/answers-expire" }],
    });
    const otherRules = { ...input.assessment, rulesVersion: "2020-01-01.1" };
    expect(planTreatment({ ...input, assessment: otherRules }).kind).toBe("refused");
    const stillValid = assess(calmAnswers, addDays(today, -30));
    expect(planTreatment({ ...input, assessment: stillValid }).kind).toBe("plan");
  });

  test("of a first day beyond a year", () => {
    expect(planTreatment(inputFor({}, { firstOn: addDays(today, 367) }))).toMatchObject({
      because: "assessment",
      decidedBy: [{ ruleId: "frequency/first-day" }, { ruleId: "review/answers-expire" }],
    });
    expect(planTreatment(inputFor({}, { firstOn: addDays(today, 366) })).kind).toBe("plan");
  });

  test("of a clinic's programme at home, and of the home programme in a clinic (I-N3)", () => {
    expect(planTreatment(inputFor({}, articleClinic))).toMatchObject({
      because: "protocol",
      nextStep: 'Choose the programme "At home, as in the article".',
      decidedBy: [{ ruleId: "needle-length/clinic" }],
    });
    expect(planTreatment(inputFor(inClinic))).toMatchObject({
      because: "protocol",
      decidedBy: [{ ruleId: "needle-length/home" }],
    });
  });

  test("of 1.5 mm without an override, or with one that is not yet in force", () => {
    const dhurat = { protocolId: "dhurat-2013" } as const;
    const later = { by: "Dr. A", reason: "Trial", recordedOn: addDays(today, 1) };
    for (const wishes of [dhurat, { ...dhurat, doctorOverride: later }]) {
      expect(planTreatment(inputFor(inClinic, wishes))).toMatchObject({
        because: "protocol",
        decidedBy: [{ ruleId: "needle-length/trial-without-override" }],
      });
    }
  });

  test("where the article's two ranges do not meet names both rules", () => {
    const clinicWindow = { ...articleClinic, ...window };
    const drug: Partial<Answers> = { ...inClinic, therapies: ["minoxidil-topical"] };
    expect(planTreatment(inputFor(drug, clinicWindow))).toMatchObject({
      because: "conflict",
      decidedBy: [{ ruleId: "needle-length/clinic" }, { ruleId: "needle-length/with-topical" }],
    });
    const short = planTreatment(inputFor(drug, { ...clinicWindow, needleLengthUm: 250 }));
    expect(short).toMatchObject({ kind: "plan", topicalTiming: { value: "article-window" } });

    const override = { by: "Dr. A", reason: "Trial", recordedOn: today };
    const trial = { ...window, protocolId: "dhurat-2013", doctorOverride: override } as const;
    expect(planTreatment(inputFor(drug, trial))).toMatchObject({
      because: "conflict",
      decidedBy: [{ ruleId: "needle-length/with-topical" }, { ruleId: "needle-length/trial-arms" }],
    });
  });

  test("of a drug the person is allergic to", () => {
    const input = inputFor({ therapies: ["finasteride-oral"] });
    const answers: Answers = { ...input.answers, allergies: ["finasteride-or-dutasteride"] };
    expect(planTreatment({ ...input, answers })).toMatchObject({
      because: "conflict",
      decidedBy: [{ ruleId: "combination/allergy" }],
    });
  });

  test("of the guard stands in place of a plan and names what it found", () => {
    const { ageYears: _, ...answers } = calmAnswers;
    const refusal = planTreatment({ ...inputFor({}), answers });
    expect(refusal).toMatchObject({ kind: "refused", because: "guard" });
    expect(refusal.kind === "refused" && refusal.says).toContain("Age");
  });
});

describe("the calendar of a plan", () => {
  const done = (endedAt: string, needleLengthUm = 250): DoneSession => ({
    startedAt: instant(endedAt),
    endedAt: instant(endedAt),
    needleLengthUm,
    zones: ["vertex"],
    setting: "home",
  });
  const firstDay = (history: readonly DoneSession[], wishes: Partial<PlanChoices> = {}) => {
    const plan = planTreatment({ ...inputFor({}, wishes), history });
    return plan.kind === "plan"
      ? [
          plan.sessions[0]?.date,
          plan.changedWishes.flatMap(({ decidedBy }) => decidedBy.map(({ ruleId }) => ruleId)),
        ]
      : plan.because;
  };

  test("starts on the wished day, or on its weekday after what was done", () => {
    expect(firstDay([])).toEqual(["2026-11-22", []]);
    expect(firstDay([done("2026-11-20T19:00:00Z")])).toEqual([
      "2026-11-29",
      ["frequency/first-day", "frequency/history-counts"],
    ]);
    expect(firstDay([done("2026-11-19T18:00:00Z")])).toEqual(["2026-11-22", []]);
    expect(firstDay([done("2026-11-19T18:00:00Z", 500)])[0]).toBe("2026-11-29");
  });

  test("leaves a zone alone that another session did not touch", () => {
    expect(firstDay([done("2026-11-21T19:00:00Z")], { zones: ["left-temple"] })[0]).toBe(
      "2026-11-22",
    );
  });

  test("counts two sessions of the last 168 hours as the cap", () => {
    const history = [done("2026-11-16T20:00:00Z"), done("2026-11-19T18:00:00Z")];
    expect(firstDay(history)[0]).toBe("2026-11-29");
  });

  test("never starts in the past", () => {
    expect(firstDay([], { firstOn: isoDate("2026-11-08") })).toEqual([
      "2026-11-22",
      ["frequency/first-day"],
    ]);
    expect(firstDay([], { timeOfDay: "06:00" })[0]).toBe("2026-11-29");
  });
});
