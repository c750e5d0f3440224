import { describe, expect, test } from "vitest";
import {
  type AbsoluteCondition,
  type Answers,
  absoluteConditions,
  type RelativeCondition,
  relativeConditions,
} from "./answers.ts";
import { assess } from "./assess.ts";
import { addDays, isoDate } from "./calendar.ts";
import { calmAnswers, today } from "./testing/answers.ts";

function assessCondition(
  condition: AbsoluteCondition | RelativeCondition,
  answer: "yes" | "unknown",
  changes: Answers = {},
) {
  const conditions = { ...calmAnswers.conditions, [condition]: answer };
  return assess({ ...calmAnswers, conditions, ...changes }, today);
}

describe("conditions that block rolling", () => {
  test.each(absoluteConditions)("%s closes rolling at home and in a clinic", (condition) => {
    const isTemporary = ["open-wound-or-sunburn", "herpes-outbreak"].includes(condition);
    for (const setting of ["home", "clinic"] as const) {
      const { outcome, findings } = assessCondition(condition, "yes", { setting });
      expect(outcome).toBe(isTemporary ? "wait" : "see-doctor");
      expect(findings[0]?.reason.ruleId).toBe(`contraindications/${condition}`);
      expect(findings[0]?.says).toMatch(/^You told us that /);
    }
  });

  test.each(absoluteConditions)("%s, not known, is not enough to go on", (condition) => {
    const { outcome, findings } = assessCondition(condition, "unknown", { doctorAgreed: "yes" });
    expect(outcome).toBe("not-enough-known");
    expect(findings[0]?.says).toMatch(/^You are not sure whether /);
  });

  test.each(["home", "clinic"] as const)(
    "no agreement opens rolling to a keloid, %s",
    (setting) => {
      const agreed = { doctorAgreed: "yes", setting } as const;
      expect(assessCondition("keloid", "yes", agreed).outcome).toBe("see-doctor");
      expect(assessCondition("keloid", "unknown", agreed).outcome).toBe("not-enough-known");
    },
  );

  test("herpes that healed on 10 November waits until the end of the 24th", () => {
    const dates = { herpesHealedOn: isoDate("2026-11-10") };
    expect(assessCondition("herpes-outbreak", "yes", { dates })).toMatchObject({
      outcome: "wait",
      waitUntil: "2026-11-24",
    });
  });

  test("on the last day of the wait it still holds; the day after, the question is asked anew", () => {
    const last = { herpesHealedOn: addDays(today, -14) };
    const over = { herpesHealedOn: addDays(today, -15) };

    expect(assessCondition("herpes-outbreak", "yes", { dates: last }).outcome).toBe("wait");
    const ended = assessCondition("herpes-outbreak", "yes", { dates: over });
    expect(ended.outcome).toBe("not-enough-known");
    expect(ended.nextStep).toContain("answer no");
  });

  test("a day in the future unlocks nothing and ends nothing", () => {
    const dates = { sunburnHealedOn: addDays(today, 1) };
    const assessment = assessCondition("open-wound-or-sunburn", "yes", { dates });
    expect(assessment.outcome).toBe("wait");
    expect(assessment).not.toHaveProperty("waitUntil");
  });
});

describe("conditions that ask for a doctor, caution or a wait", () => {
  const waiting = [
    "topical-retinoid-or-acid",
    "topical-anti-inflammatory-gel",
    "hair-transplant",
    "botulinum-or-filler",
  ];
  const asking = relativeConditions.filter((name) => !waiting.includes(name));

  test.each(asking)("%s: a clinic with caution; at home a doctor first", (condition) => {
    for (const answer of ["yes", "unknown"] as const) {
      const home = assessCondition(condition, answer);
      expect(home.outcome).toBe("clinic-only");
      expect(home.restrictions.hasRelativeFlag).toBe(true);

      const clinic = assessCondition(condition, answer, { setting: "clinic" });
      expect(clinic.outcome).toBe("suitable-with-caution");
    }
  });

  test.each(asking)("%s: a doctor's agreement opens home, except on isotretinoin", (condition) => {
    const agreed = assessCondition(condition, "yes", { doctorAgreed: "yes" });
    expect(agreed.outcome).toBe(
      condition === "oral-isotretinoin" ? "clinic-only" : "suitable-with-caution",
    );
    expect(assessCondition(condition, "yes", { doctorAgreed: "unknown" }).outcome).toBe(
      "clinic-only",
    );
  });

  test.each(waiting)("%s waits everywhere, whatever a doctor says", (name) => {
    const condition = relativeConditions.find((known) => known === name) ?? "hair-transplant";
    for (const setting of ["home", "clinic"] as const)
      expect(assessCondition(condition, "yes", { setting, doctorAgreed: "yes" }).outcome).toBe(
        "wait",
      );
  });

  test.each([
    ["hair-transplant", { hairTransplantOn: isoDate("2026-02-28") }, "2027-02-28"],
    ["botulinum-or-filler", { botulinumOrFillerOn: isoDate("2026-11-22") }, "2026-12-06"],
    ["topical-retinoid-or-acid", { retinoidStoppedOn: isoDate("2026-11-15") }, "2026-11-22"],
  ] as const)("%s of %o waits until the end of %s", (condition, dates, waitUntil) => {
    expect(assessCondition(condition, "yes", { dates })).toMatchObject({
      outcome: "wait",
      waitUntil,
    });
  });

  test("a wait that is over asks once more, and counts as a flag until then", () => {
    const dates = { hairTransplantOn: isoDate("2024-01-01") };
    const home = assessCondition("hair-transplant", "yes", { dates });
    expect(home.outcome).toBe("clinic-only");
    expect(home.nextStep).toContain("answer no");
    expect(home.findings[0]?.says).toContain("The wait ended on 2025-01-01.");

    const agreed = assessCondition("hair-transplant", "yes", { dates, doctorAgreed: "yes" });
    expect(agreed.outcome).toBe("suitable-with-caution");
    expect(agreed.restrictions.hasRelativeFlag).toBe(true);

    const clinic = assessCondition("hair-transplant", "yes", { dates, setting: "clinic" });
    expect(clinic.outcome).toBe("suitable-with-caution");
  });

  test("isotretinoin stopped two months ago can be opened at home by a doctor", () => {
    const dates = { isotretinoinStoppedOn: isoDate("2026-09-22") };
    expect(assessCondition("oral-isotretinoin", "yes", { dates }).outcome).toBe("clinic-only");
    expect(
      assessCondition("oral-isotretinoin", "yes", { dates, doctorAgreed: "yes" }).outcome,
    ).toBe("suitable-with-caution");
  });

  test("a blood thinner is never to be stopped for rolling", () => {
    const { nextStep, findings } = assessCondition("blood-thinner", "yes");
    expect(nextStep).toMatch(/^Go on taking it/);
    expect(findings[0]?.reason.policy.says).toMatch(/^Keep the medicine/);
  });

  test("heart disease, or not knowing, closes open channels to drugs", () => {
    const heart = "heart-disease-or-low-blood-pressure";
    for (const answer of ["yes", "unknown"] as const)
      expect(assessCondition(heart, answer).restrictions.hasCardiovascularFlag).toBe(true);
  });
});
