import { expect, test } from "vitest";
import { centralValues } from "./parameter.ts";
import { permeationParameters } from "./parameters/permeation.ts";
import {
  layeredPermeabilityCmPerS,
  pottsGuyCmPerH,
  refitPottsGuyCmPerH,
  stratumCorneumSlab,
  withWateryLayerCmPerH,
} from "./permeability.ts";

const values = centralValues(permeationParameters);
const minoxidil = { logKow: 1.24, molecularWeightDa: 209.25 };
const finasteride = { logKow: 3, molecularWeightDa: 372.5 };

test("C-AN-11: minoxidil passes the horny layer at 7.656e-4 cm/h", () => {
  expect(Math.abs(pottsGuyCmPerH(minoxidil, values) / 7.656e-4 - 1)).toBeLessThan(1e-3);
});

test("C-AN-06: resistances of two layers add up to 1.4927718e-6 cm/s", () => {
  const permeability = layeredPermeabilityCmPerS([
    { thicknessCm: 0.0014, diffusivityCm2PerS: 2.8e-10, partition: 7.6 },
    { thicknessCm: 0.006, diffusivityCm2PerS: 5e-7, partition: 1 },
  ]);
  expect(Math.abs(permeability / 1.4927718e-6 - 1)).toBeLessThan(1e-6);
});

test("the slab of the horny layer has the permeability it was made from, at any thickness", () => {
  for (const stratumCorneumUm of [10, 14, 20]) {
    const slab = stratumCorneumSlab(minoxidil, { ...values, stratumCorneumUm });
    const cmPerH = layeredPermeabilityCmPerS([slab]) * 3600;
    expect(Math.abs(cmPerH / pottsGuyCmPerH(minoxidil, values) - 1)).toBeLessThan(1e-12);
  }
});

test("the watery layer holds back what loves fat, and hardly anything else", () => {
  const share = (logKow: number) => {
    const compound = { logKow, molecularWeightDa: 200 };
    const kp = pottsGuyCmPerH(compound, values);
    return withWateryLayerCmPerH(kp, compound, values) / kp;
  };
  expect(share(0)).toBeGreaterThan(0.999);
  expect(share(6)).toBeLessThan(0.1);
  // However fat-loving, no more than 2.6 / √200 cm/h.
  const fatLoving = { logKow: 15, molecularWeightDa: 200 };
  const limit = withWateryLayerCmPerH(pottsGuyCmPerH(fatLoving, values), fatLoving, values);
  expect(limit).toBeCloseTo(2.6 / Math.sqrt(200), 6);
});

test("the refit halves minoxidil: two equations, two answers", () => {
  // −2.55 + 0.65 · 1.24 − 0.0085 · 209.25 = −3.5226
  expect(refitPottsGuyCmPerH(minoxidil, values)).toBeCloseTo(10 ** -3.5226, 7);
  expect(pottsGuyCmPerH(finasteride, values)).toBeCloseTo(1.4e-3, 4);
});

test.each([
  ["logKow", { logKow: Number.NaN, molecularWeightDa: 200 }],
  ["molecularWeightDa", { logKow: 1, molecularWeightDa: 0 }],
])("a bad %s is refused by name", (name, compound) => {
  expect(() => pottsGuyCmPerH(compound, values)).toThrow(name);
  expect(() => refitPottsGuyCmPerH(compound, values)).toThrow(name);
  expect(() => stratumCorneumSlab(compound, values)).toThrow(name);
});

test("no layers, or an impossible one, are refused", () => {
  expect(() => layeredPermeabilityCmPerS([])).toThrow("slabs");
  const slab = { thicknessCm: -1, diffusivityCm2PerS: 1, partition: 1 };
  expect(() => layeredPermeabilityCmPerS([slab])).toThrow("thicknessCm");
});
