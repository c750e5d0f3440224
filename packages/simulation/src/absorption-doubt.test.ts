import { expect, test } from "vitest";
import { simulate } from "./simulate.ts";
import { startingTreatment } from "./starting-treatment.ts";

const { treatment } = startingTreatment({}, undefined);
const coarse = { points: 60, centralFollicles: 200, bandFollicles: 20 };

function doubtOf(one: typeof treatment) {
  const answer = simulate(one, coarse);
  if (answer.kind === "out-of-scope") throw new Error(answer.says);
  return answer;
}

test("the band lies around the central answer, wider for 95 % than for 80 %, and names what moves it", () => {
  const { absorption, absorptionDoubt } = doubtOf(treatment);
  if (absorption === undefined || absorptionDoubt === undefined) throw new Error("no drug");
  const { absorbedMg, intactMg, gainRatio, contributors } = absorptionDoubt;
  expect(absorbedMg.low80).toBeLessThan(absorption.gain.absorbedMg);
  expect(absorbedMg.high80).toBeGreaterThan(absorption.gain.absorbedMg);
  expect(intactMg.low80).toBeLessThan(absorption.gain.intactMg);
  expect(intactMg.high80).toBeGreaterThan(absorption.gain.intactMg);
  for (const { low95, low80, median, high80, high95 } of [absorbedMg, intactMg, gainRatio]) {
    expect([low95, low80, median, high80, high95].every(Number.isFinite)).toBe(true);
    expect(low95 < low80 && low80 < median && median < high80 && high80 < high95).toBe(true);
  }
  expect(gainRatio.low95).toBeGreaterThan(1);
  expect(contributors).toHaveLength(3);
  // How wet the horny layer is decides what intact skin lets through, and so most of the amount.
  expect(contributors[0]).toMatchObject({ name: "hydrationFactor" });
  expect(contributors[0]?.rankCorrelation).toBeGreaterThan(0.6);
});

test("the same seed gives the same band, and no drug gives none", () => {
  const again = { ...treatment };
  expect(doubtOf(again).absorptionDoubt).toEqual(doubtOf(treatment).absorptionDoubt);
  const { topical: _, ...withoutDrug } = treatment;
  expect(doubtOf(withoutDrug).absorptionDoubt).toBeUndefined();
});

test("no seed draws a share beyond the whole or another set that cannot be followed", () => {
  for (let seed = 1; seed <= 12; seed++) {
    const { absorptionDoubt } = doubtOf({ ...treatment, seed });
    expect(absorptionDoubt?.absorbedMg.high95).toBeGreaterThan(0);
  }
});
