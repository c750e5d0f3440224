import { calmPlan } from "@stipple/protocol/testing";
import { expect, test } from "vitest";
import { sentenceParts } from "./sentence-parts.ts";

const zones = ["vertex" as const, "left-temple" as const, "right-temple" as const];

test.each([
  ["home", 1],
  ["home", 2],
  ["clinic", 1],
] as const)(
  "%s, %i a week: the parts are the sentence, and every number has its rules",
  (setting, count) => {
    const plan = calmPlan(setting, { zones, sessionsPerWeek: count });
    const parts = sentenceParts(plan);

    expect(parts.map(({ text }) => text).join("")).toBe(plan.sentence);
    const plain = parts.filter(({ decidedBy }) => decidedBy.length === 0).map(({ text }) => text);
    expect(plain.join(" ")).not.toMatch(/\d/);
  },
);

test("the days of the week are one part, with the rules of the interval", () => {
  const parts = sentenceParts(calmPlan("home", { zones, sessionsPerWeek: 2 }));
  const days = parts.find(({ text }) => text.includes("days"));

  expect(days?.text).toBe("Sundays and Wednesdays");
  expect(days?.decidedBy.map(({ ruleId }) => ruleId)).toContain("frequency/home-short");
});
