import { calmPlan } from "@stipple/protocol/testing";
import { expect, test } from "vitest";
import { startingTreatment } from "./starting-treatment.ts";

const plan = calmPlan("home", { zones: ["vertex"], sessionsPerWeek: 1 });
const man = {
  ageYears: 41,
  pattern: { scale: "norwood-hamilton", stage: "IV" },
  conditions: { "suspected-scarring-alopecia": "no" },
  therapies: ["minoxidil-topical"],
} as const;

test("a plan gives its own needle, rolls, days, area and wait", () => {
  const { basis, treatment, assumed } = startingTreatment(
    { ...man, therapies: [...man.therapies] },
    plan,
  );
  expect(basis).toBe("plan");
  expect(treatment.sessions).toHaveLength(plan.sessions.length);
  expect(treatment.sessions.slice(0, 3).map(({ day }) => day)).toEqual([0, 7, 14]);
  expect(treatment.sessions[0]).toMatchObject({
    needleLengthUm: plan.needle.recommendedUm.value,
    rolls: plan.stroke.rollsPerSection.value,
    pattern: plan.stroke.pattern.value,
  });
  expect(treatment.topical).toMatchObject({ areaCm2: plan.sections.length * 8, delayMin: 1440 });
  expect(assumed).toEqual(["roller", "dose"]);
});

test("nothing known is an example, and nothing of it is called the person's", () => {
  const { basis, treatment, firstAt } = startingTreatment({}, undefined);
  expect(basis).toBe("example");
  expect(firstAt).toBeUndefined();
  expect(treatment.person).toMatchObject({ ageYears: 34, scarringAlopecia: "no" });
});

test("what was not asked counts as the cautious answer", () => {
  const { treatment, assumed } = startingTreatment({ ageYears: 50 }, undefined);
  expect(treatment.person.scarringAlopecia).toBe("unknown");
  expect(treatment.topical?.hasHeartFlag).toBe(true);
  expect(treatment.medicines.minoxidil).toBe("none");
  expect(assumed).toEqual(["stage", "sessions", "roller", "dose", "no-minoxidil"]);
});

test("a woman's pattern is handed on, so that the simulator can refuse it", () => {
  const { treatment } = startingTreatment(
    { pattern: { scale: "sinclair", stage: "3" } },
    undefined,
  );
  expect(treatment.person.pattern).toEqual({ scale: "sinclair", stage: "3" });
  expect(treatment.person.pregnancy).toBe("unknown");
});

test("a plan without answers names the man who stands in, and takes its medicines from the topicals", () => {
  const { basis, treatment, assumed } = startingTreatment({}, plan);
  expect(basis).toBe("plan");
  expect(treatment.medicines).toMatchObject({ minoxidil: "5-percent", finasteride: false });
  expect(assumed).toEqual(["age", "stage", "roller", "dose"]);
});
