import fc from "fast-check";
import { expect, test } from "vitest";
import {
  channelConductanceCm3PerS,
  closureHalfLifeMin,
  closureSets,
  minutesUntilOpenFraction,
  openFraction,
} from "./microchannels.ts";
import { centralValues } from "./parameter.ts";
import { absorptionParameters } from "./parameters/absorption.ts";

const values = centralValues(absorptionParameters);
const minutes = fc.double({ min: 0, max: 3000, noNaN: true });
const halfLife = fc.double({ min: 5, max: 2400, noNaN: true });

test("C-AN-12: the open share after a delay is 2^(−delay / half-life)", () => {
  const shares = [0, 30, 60, 120, 1440].map((delayMin) => openFraction(delayMin, 25));
  [1, 0.43528, 0.18946, 0.035897, 0].forEach((share, i) => {
    expect(shares[i]).toBeCloseTo(share, 5);
  });
});

test("the sets run from the article's early end to skin under a cover", () => {
  const halfLives = closureSets.map((set) => closureHalfLifeMin(set, 40, values));
  expect(halfLives.map(Math.round)).toEqual([7, 14, 25, 120, 240, 480]);
});

test("the article's two readings leave 5 % after 30 and 60 min", () => {
  expect(openFraction(30, closureHalfLifeMin("article-early", 40, values))).toBeCloseTo(0.05, 12);
  expect(openFraction(60, closureHalfLifeMin("article-late", 40, values))).toBeCloseTo(0.05, 12);
});

test("above 65 years channels stay open half as long again", () => {
  expect(closureHalfLifeMin("central", 65, values)).toBe(25);
  expect(closureHalfLifeMin("central", 66, values)).toBe(37.5);
});

test("a channel never reopens, and is closed when it is said to be", () => {
  fc.assert(
    fc.property(minutes, minutes, halfLife, (a, b, halfLifeMin) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      expect(openFraction(late, halfLifeMin)).toBeLessThanOrEqual(openFraction(early, halfLifeMin));
      const closedMin = minutesUntilOpenFraction(0.01, halfLifeMin);
      expect(openFraction(closedMin, halfLifeMin)).toBeCloseTo(0.01, 12);
    }),
    { seed: 7 },
  );
});

test("one channel of 10 µm conducts what the formula gives by hand", () => {
  // Λ = ln(1 + 31.6) = 3.485, ℓ = 32.3 µm, 1/G = 1.486e8 + 1/(2e-9 + 2.90e-9) s/cm³
  const channels = { densityPerCm2: 240, depthUm: 100, radiusUm: 10 };
  expect(channelConductanceCm3PerS(channels, values) * 1e9).toBeCloseTo(2.41, 2);
});

test("wider and deeper channels conduct more, but depth beyond 150 µm adds less than 1 %", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 35, noNaN: true }),
      fc.double({ min: 5, max: 1000, noNaN: true }),
      (radiusUm, depthUm) => {
        const at = (radius: number, depth: number) =>
          channelConductanceCm3PerS(
            { densityPerCm2: 240, radiusUm: radius, depthUm: depth },
            values,
          );
        expect(at(radiusUm * 1.1, depthUm)).toBeGreaterThan(at(radiusUm, depthUm));
        expect(at(radiusUm, depthUm * 1.1)).toBeGreaterThanOrEqual(at(radiusUm, depthUm));
        expect(at(15, 1000) / at(15, 150)).toBeLessThan(1.01);
      },
    ),
    { seed: 8 },
  );
});

test("no channel conducts nothing", () => {
  const channels = { densityPerCm2: 240, depthUm: 100, radiusUm: 10 };
  expect(channelConductanceCm3PerS({ ...channels, radiusUm: 0 }, values)).toBe(0);
  expect(channelConductanceCm3PerS({ ...channels, densityPerCm2: 0 }, values)).toBe(0);
});

test("bad input is refused by name", () => {
  const channels = { densityPerCm2: 240, depthUm: 100, radiusUm: 10 };
  expect(() => openFraction(Number.NaN, 25)).toThrow("sinceRollingMin");
  expect(() => openFraction(1, 0)).toThrow("halfLifeMin");
  expect(() => minutesUntilOpenFraction(0, 25)).toThrow("fraction");
  expect(() => closureHalfLifeMin("slow", -1, values)).toThrow("ageYears");
  for (const name of ["densityPerCm2", "depthUm", "radiusUm"]) {
    const bad = { ...channels, [name]: Number.NaN };
    expect(() => channelConductanceCm3PerS(bad, values)).toThrow(name);
  }
});
