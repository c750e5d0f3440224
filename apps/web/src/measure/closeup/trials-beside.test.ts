import type { Plan } from "@stipple/protocol";
import { expect, test } from "vitest";
import { coursesBeside, knownTherapies } from "./trials-beside.ts";

const planWith = (value: number) => ({ needle: { recommendedUm: { value } } }) as Plan;

test("home needles below 0.5 mm have no curve, and that is said", () => {
  expect(coursesBeside(planWith(250), [])).toMatchObject({
    kind: "none",
    says: expect.stringContaining("No curve exists for home needles below 0.5 mm"),
  });
});

test("a studied length gets the pooled course of the same medicine", () => {
  expect(coursesBeside(planWith(1000), ["minoxidil-topical", "ketoconazole-shampoo"])).toEqual({
    kind: "courses",
    points: [
      {
        name: "Clinic needling + minoxidil 5 %",
        week: 24,
        changePerCm2: 30,
        rangePerCm2: [25, 34],
      },
    ],
  });
  expect(coursesBeside(planWith(1000), [])).toMatchObject({
    points: [
      { week: 24, changePerCm2: 13 },
      { week: 26, changePerCm2: 10.8 },
    ],
  });
});

test("beside another medicine nothing is drawn", () => {
  expect(coursesBeside(planWith(1000), ["finasteride-oral"])).toMatchObject({ kind: "none" });
});

test("the answers none and unknown are no treatment", () => {
  expect(knownTherapies(["none"])).toEqual([]);
  expect(knownTherapies(["prp", "minoxidil-topical"])).toEqual(["minoxidil-topical", "prp"]);
  expect(knownTherapies(undefined)).toEqual([]);
});
