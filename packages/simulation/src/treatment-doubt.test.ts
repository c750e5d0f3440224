import { expect, test } from "vitest";
import { simulate } from "./simulate.ts";
import type { Spread } from "./spread.ts";
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
  expect(contributors.length).toBeGreaterThan(1);
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
  for (let seed = 1; seed <= 5; seed++) {
    const { absorptionDoubt } = doubtOf({ ...treatment, seed });
    expect(absorptionDoubt?.absorbedMg.high95).toBeGreaterThan(0);
  }
});

const spreads = (doubt: object) =>
  Object.values(doubt).filter((one): one is Spread => typeof one === "object" && "low80" in one);

test("coverage and healing lie inside their bands, and the hand and the skin are what moves them", () => {
  const { punctures, coverageDoubt, healing, healingDoubt } = doubtOf(treatment);
  if (!(punctures.coverage && coverageDoubt && healingDoubt)) throw new Error("no band");
  const { coverage } = punctures;
  for (const name of ["densityPerCm2", "coveredFraction", "largestGapMm"] as const) {
    expect(coverage[name], name).toBeGreaterThan(coverageDoubt[name].low95);
    expect(coverage[name], name).toBeLessThan(coverageDoubt[name].high95);
  }
  // A light touch loses up to a third of the holes and a drum pressed flat adds a tenth: 183 holes become 128 to 201.
  expect(coverageDoubt.densityPerCm2.low95).toBeGreaterThan(115);
  expect(coverageDoubt.densityPerCm2.low95).toBeLessThan(150);
  expect(coverageDoubt.densityPerCm2.high95).toBeLessThan(215);
  expect(coverageDoubt.contributors[0]).toMatchObject({ name: "handFactor" });

  const last = healing.responses.at(-1);
  if (last === undefined) throw new Error("no session");
  const { inflammationPeakDays, inflammationEndDays, newTissueEndDays } = healingDoubt;
  expect(last.peakDay - last.day).toBeGreaterThanOrEqual(inflammationPeakDays.low95 - 1);
  expect(last.peakDay - last.day).toBeLessThanOrEqual(inflammationPeakDays.high95 + 1);
  expect(inflammationEndDays.median).toBeGreaterThan(inflammationPeakDays.median);
  // The collagen layer was chosen to build up for about three weeks.
  expect(newTissueEndDays.low95).toBeLessThan(21);
  expect(newTissueEndDays.high95).toBeGreaterThan(14);
  expect(healingDoubt.residualFraction?.median).toBeCloseTo(last.residualFraction ?? 0, 1);
  for (const { low95, low80, median, high80, high95 } of [
    ...spreads(coverageDoubt),
    ...spreads(healingDoubt),
  ]) {
    expect(low95 <= low80 && low80 <= median && median <= high80 && high80 <= high95).toBe(true);
  }
});

test("who counted the holes of the own hand is sure of them", () => {
  const counted = { ...treatment.roller, inkTest: { markCount: 61, squareSideMm: 20 } };
  const { coverageDoubt } = doubtOf({ ...treatment, roller: counted });
  const { densityPerCm2 } = coverageDoubt ?? {};
  if (!densityPerCm2) throw new Error("no band");
  // 61 marks on 4 cm² in one roll, 12 rolls: 183 per cm².
  expect(densityPerCm2.median).toBeGreaterThan(175);
  expect(densityPerCm2.high95 - densityPerCm2.low95).toBeLessThan(25);
  expect(coverageDoubt?.contributors.map(({ name }) => name)).not.toContain("handFactor");
});

test("too few holes have no band, and one session leaves nothing from before", () => {
  const [first] = treatment.sessions;
  if (!first) throw new Error("no session");
  const { coverageDoubt, healingDoubt } = doubtOf({
    ...treatment,
    sessions: [{ ...first, rolls: 0 }],
  });
  expect(coverageDoubt).toBeUndefined();
  expect(healingDoubt?.residualFraction).toBeUndefined();
});
