import { sources } from "@stipple/evidence";
import { expect, test } from "vitest";
import { adviseOnExposure, exposureWarnings, weighTopical } from "./absorption-safety.ts";
import { centralValues } from "./parameter.ts";
import { absorptionParameters, exposureLimits } from "./parameters/absorption.ts";

const values = centralValues(absorptionParameters);
const limits = centralValues(exposureLimits);
const context = {
  needleLengthUm: 300,
  areaCm2: 100,
  delayMin: 0,
  isCovered: false,
  hasBrokenOrInflamedSkin: false,
  hasHeartDisease: false,
  takesOralMinoxidil: false,
};
const harmless = { absorbedMg: 0.8, peakPlasmaNgPerMl: 0.4 };

test.each([
  [9.99, "no-objection"],
  [10, "wait"],
  [19.99, "wait"],
  [20, "refer"],
] as const)("C-PU-08: a peak of %f ng/mL means %s", (peakPlasmaNgPerMl, advice) => {
  const exposure = { absorbedMg: 1, peakPlasmaNgPerMl };
  expect(adviseOnExposure(exposure, context, limits).advice).toBe(advice);
});

test.each([
  ["exposure/covered", { isCovered: true }],
  ["exposure/broken-skin", { hasBrokenOrInflamedSkin: true }],
  ["exposure/heart-disease", { hasHeartDisease: true }],
  ["exposure/oral-minoxidil", { takesOralMinoxidil: true }],
  ["exposure/large-area-long-needle", { areaCm2: 201, needleLengthUm: 500 }],
])("%s refers, whatever the numbers", (id, changes) => {
  const answer = adviseOnExposure(harmless, { ...context, ...changes }, limits);
  expect(answer.advice).toBe("refer");
  expect(answer.warnings.map((warning) => warning.id)).toEqual([id]);
});

test("more than 2.5 mg from one application means waiting", () => {
  const at = (absorbedMg: number) =>
    adviseOnExposure({ ...harmless, absorbedMg }, context, limits).advice;
  expect([at(2.5), at(2.51)]).toEqual(["no-objection", "wait"]);
});

test("the gain is told with early closing, the exposure with late closing", () => {
  const scenario = {
    product: "minoxidil-5",
    dose: { kind: "once", volumeMl: 1 },
    contactH: 12,
    followedH: 36,
    ageYears: 40,
    channels: { densityPerCm2: 240, depthUm: 140, radiusUm: 10 },
    sampleEveryMin: 60,
  } as const;
  const atOnce = weighTopical(scenario, context, { values, limits });
  const nextDay = weighTopical(scenario, { ...context, delayMin: 1440 }, { values, limits });

  expect(atOnce.gain.absorbedMg).toBeCloseTo(1.1, 2);
  expect(atOnce.gain.intactMg).toBeCloseTo(0.83, 2);
  expect(atOnce.exposure.absorbedMg).toBeCloseTo(5.3, 1);
  expect(atOnce.advice).toBe("wait");
  expect(nextDay.advice).toBe("no-objection");
});

test.each(exposureWarnings)("$id names sources that exist", (warning) => {
  expect(warning.sources.filter((id) => !(id in sources))).toEqual([]);
});

test("an impossible exposure is refused by name", () => {
  const bad = { ...harmless, absorbedMg: Number.NaN };
  expect(() => adviseOnExposure(bad, context, limits)).toThrow("absorbedMg");
});
