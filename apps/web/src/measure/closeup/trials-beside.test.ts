import { expect, test } from "vitest";
import { knownTherapies, trialsBesidePlan } from "./trials-beside.ts";

const treatedPlan = (value: number) => ({ needle: { recommendedUm: { value } } });

test("home needles below 0.5 mm have no curve", () => {
  expect(trialsBesidePlan(treatedPlan(250), [])).toEqual({
    kind: "none",
    because: "short-needles",
  });
});

test("a studied length gets the pooled course of the same medicine", () => {
  expect(
    trialsBesidePlan(treatedPlan(1000), ["minoxidil-topical", "ketoconazole-shampoo"]),
  ).toMatchObject({
    points: [{ week: 24, changePerCm2: 30, rangePerCm2: [25, 34], isPooled: true }],
  });
  expect(trialsBesidePlan(treatedPlan(1000), ["none"])).toMatchObject({
    points: [
      { week: 24, changePerCm2: 13 },
      { week: 26, changePerCm2: 10.8 },
    ],
  });
});

test.each(["finasteride-oral", "prp", "unknown"] as const)(
  "beside %s nothing is drawn",
  (other) => {
    expect(trialsBesidePlan(treatedPlan(1000), ["minoxidil-topical", other])).toEqual({
      kind: "none",
      because: "no-match",
    });
  },
);

test("the answers none and unknown are no treatment", () => {
  expect(knownTherapies(["none"])).toEqual([]);
  expect(knownTherapies(["prp", "minoxidil-topical"])).toEqual(["minoxidil-topical", "prp"]);
  expect(knownTherapies(undefined)).toEqual([]);
});
