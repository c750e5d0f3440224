import fc from "fast-check";
import { expect, test } from "vitest";
import { centralValues } from "./parameter.ts";
import { rollerParameters } from "./parameters/roller.ts";
import {
  densityPerRollCm2,
  entryAngleRad,
  nominalDensityPerCm2,
  rigidSlitMm,
  slitMm,
} from "./roller.ts";

const parameters = centralValues(rollerParameters);
const inserted = (drumRadiusMm: number, needleLengthMm: number) => ({
  drumRadiusMm,
  needleLengthMm,
  depthMm: needleLengthMm,
});
const angleDeg = (radiusMm: number, lengthMm: number) =>
  (entryAngleRad(inserted(radiusMm, lengthMm)) * 180) / Math.PI;

test.each([
  [0.2, 11.365],
  [0.5, 17.753],
  [1.0, 24.62],
  [1.5, 29.592],
])("A-AN-01: a needle of %f mm enters at %f° on a 10 mm drum", (lengthMm, expected) => {
  expect(Math.abs(angleDeg(10, lengthMm) - expected)).toBeLessThanOrEqual(0.005);
});

test.each([
  [0.2, 0.05286],
  [0.25, 0.07371],
  [0.3, 0.09668],
  [0.5, 0.20623],
  [1.0, 0.57116],
  [1.5, 1.02831],
  [2.0, 1.55279],
])("A-AN-02: a needle of %f mm slits rigid skin by %f mm", (lengthMm, expected) => {
  expect(Math.abs(rigidSlitMm(inserted(10, lengthMm)) - expected)).toBeLessThanOrEqual(2e-5);
});

test.each([
  [7.5, 0.23645, 20.364],
  [12.5, 0.18526, 15.942],
])("A-AN-03: a drum of %f mm slits by %f mm and enters at %f°", (radiusMm, slit, angle) => {
  expect(Math.abs(rigidSlitMm(inserted(radiusMm, 0.5)) - slit)).toBeLessThanOrEqual(2e-5);
  expect(Math.abs(angleDeg(radiusMm, 0.5) - angle)).toBeLessThanOrEqual(0.005);
});

test("A-AN-04: 192 needles on a 2 cm drum make 15.28 holes per cm² and roll, 229.2 in 15", () => {
  const once = nominalDensityPerCm2(parameters);
  expect(Math.abs(once / 15.2789 - 1)).toBeLessThanOrEqual(1e-4);
  expect(Math.abs((15 * once) / 229.183 - 1)).toBeLessThanOrEqual(1e-4);
});

test("A-PU-01, A-PU-02: the published 16 per roll and 250 in 15 rolls are met within 10 and 12 %", () => {
  const once = nominalDensityPerCm2(parameters);
  expect(Math.abs(once / 16 - 1)).toBeLessThanOrEqual(0.1);
  expect(Math.abs((15 * once) / 250 - 1)).toBeLessThanOrEqual(0.12);
});

test("the ink test replaces what the geometry promises", () => {
  const inkTest = { markCount: 48, squareSideMm: 20 };
  expect(densityPerRollCm2({ ...parameters, inkTest })).toBeCloseTo(12, 12);
  expect(densityPerRollCm2(parameters)).toBe(nominalDensityPerCm2(parameters));
});

test("skin that gives way is slit less, and sliding tears it", () => {
  const long = inserted(10, 1.5);
  expect(slitMm(long, 0, parameters)).toBeCloseTo(rigidSlitMm(long) - 0.85, 12);
  const tear = slitMm(long, -0.02, parameters) - slitMm(long, 0, parameters);
  expect(tear).toBeCloseTo(0.02 * 10 * 2 * entryAngleRad(long), 12);
  expect(slitMm(inserted(10, 0.2), 0, parameters)).toBe(0);
});

test("a slit is never negative, longer for a longer needle, shorter on a larger drum, none at length 0", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 3, max: 30, noNaN: true }),
      fc.double({ min: 0.05, max: 2.5, noNaN: true }),
      (radiusMm, lengthMm) => {
        const slit = rigidSlitMm(inserted(radiusMm, lengthMm));
        expect(slit).toBeGreaterThan(0);
        expect(rigidSlitMm(inserted(radiusMm, lengthMm * 1.1))).toBeGreaterThan(slit);
        expect(rigidSlitMm(inserted(radiusMm * 1.1, lengthMm))).toBeLessThan(slit);
        expect(entryAngleRad(inserted(radiusMm, 0))).toBe(0);
        expect(rigidSlitMm(inserted(radiusMm, 0))).toBe(0);
      },
    ),
  );
});

test("twice as many rings on the same drum are twice as dense", () => {
  const twice = nominalDensityPerCm2({ ...parameters, rings: 2 * parameters.rings });
  expect(twice).toBeCloseTo(2 * nominalDensityPerCm2(parameters), 12);
});

test("impossible drums and needles are refused by name", () => {
  expect(() => nominalDensityPerCm2({ ...parameters, rings: 2.5 })).toThrow(/rings.*2\.5/);
  expect(() => nominalDensityPerCm2({ ...parameters, drumWidthMm: 0 })).toThrow(/drumWidthMm/);
  expect(() => nominalDensityPerCm2({ ...parameters, drumRadiusMm: Number.NaN })).toThrow(/NaN/);
  const withTest = (markCount: number, squareSideMm: number) =>
    densityPerRollCm2({ ...parameters, inkTest: { markCount, squareSideMm } });
  expect(() => withTest(0, 20)).toThrow(/markCount/);
  expect(() => withTest(10, Number.NaN)).toThrow(/squareSideMm/);
  expect(() => entryAngleRad({ ...inserted(10, 0.5), depthMm: 0.6 })).toThrow(/depthMm.*0\.6/);
  expect(() => rigidSlitMm(inserted(10, -0.1))).toThrow(/needleLengthMm/);
  expect(() => slitMm(inserted(10, 0.5), 1, parameters)).toThrow(/slip/);
});
