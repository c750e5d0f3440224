import { sources } from "@stipple/evidence";
import { expect, test } from "vitest";
import { centralValues } from "./parameter.ts";
import { absorptionParameters } from "./parameters/absorption.ts";
import { comparePublishedAbsorption } from "./published-absorption.ts";

const rows = comparePublishedAbsorption(centralValues(absorptionParameters));
const missed = rows.filter(({ isInside }) => !isInside);

test("every published case is compared, with a source that exists", () => {
  expect([...new Set(rows.map(({ caseId }) => caseId))]).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((number) => `C-PU-0${number}`),
  );
  expect(rows.filter(({ source }) => !(source in sources))).toEqual([]);
});

test("C-PU-06: pramipexole through rolled pig skin stays in the list as a miss", () => {
  // Measured 0.99 times the flux of whole skin, modelled three and a half times.
  expect(missed.map(({ caseId, quantity }) => [caseId, quantity])).toEqual([
    ["C-PU-06", "pramipexole: flux ratio of a 0.5 mm roller, measured"],
  ]);
  expect(missed[0]?.model).toBeCloseTo(3.5, 1);
});

test("C-PU-06: both drugs are between 1 and 8 times whole skin", () => {
  const plausible = rows.filter(({ quantity }) => quantity.endsWith("plausible"));
  expect(plausible.map(({ model }) => Math.round(model * 10) / 10)).toEqual([1.5, 3.5]);
  expect(plausible.every(({ isInside }) => isInside)).toBe(true);
});

test("a model that leaves a published band says so", () => {
  const leaky = centralValues(absorptionParameters);
  const changed = comparePublishedAbsorption({ ...leaky, centralHalfLifeMin: 300 });
  const outside = changed.filter(({ isInside }) => !isInside).map(({ caseId }) => caseId);
  expect(outside).toEqual(["C-PU-03", "C-PU-05", "C-PU-05", "C-PU-06"]);
});
