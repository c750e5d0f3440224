import { sources } from "@stipple/evidence";
import fc from "fast-check";
import { expect, test } from "vitest";
import { centralValues } from "./parameter.ts";
import { penetrationParameters } from "./parameters/penetration.ts";
import { rollerParameters } from "./parameters/roller.ts";
import {
  depthMm,
  estimateDepth,
  holeRadiusUm,
  layersReached,
  openRadiusUm,
  penetrate,
  reachBulge,
} from "./penetration.ts";

const parameters = centralValues(penetrationParameters);
const lengthMm = fc.double({ min: 0, max: 2.5, noNaN: true });

test.each([
  [0.2, 0.0825],
  [0.3, 0.1375],
  [0.5, 0.2475],
  [1.0, 0.5225],
  [1.5, 0.7975],
])("B-AN-01: a needle of %f mm goes %f mm deep", (length, expected) => {
  expect(Math.abs(depthMm(length, parameters) - expected)).toBeLessThanOrEqual(1e-6);
});

test.each([0, 0.05])("B-AN-02: a needle of %f mm makes no hole", (length) => {
  const { depth, holeRadiusUm: hole, openRadiusUm: open, layers } = penetrate(length, parameters);
  expect(depth).toEqual({ lowMm: 0, centralMm: 0, highMm: 0 });
  expect([hole, open]).toEqual([0, 0]);
  expect(layers.every(({ reached }) => reached === "no")).toBe(true);
});

test("B-PU-01: the depth seen in rat skin lies inside the band", () => {
  const { lowMm, highMm } = estimateDepth(0.77, parameters);
  expect(lowMm).toBeCloseTo(0.1296, 4);
  expect(highMm).toBeCloseTo(0.648, 4);
  expect(lowMm).toBeLessThanOrEqual(0.1525);
  expect(highMm).toBeGreaterThanOrEqual(0.1525);
});

test("B-PU-02: the hole at that depth is 57 µm wide, the one seen 70.7 µm", () => {
  const diameterUm = 2 * holeRadiusUm(0.1525, parameters);
  expect(diameterUm).toBeCloseTo(56.5, 1);
  expect(Math.abs(diameterUm / 70.7 - 1)).toBeLessThanOrEqual(0.6);
});

test("depth never falls with length, never exceeds it, and the band is in order", () => {
  fc.assert(
    fc.property(lengthMm, lengthMm, fc.double({ min: 0, max: 3, noNaN: true }), (a, b, share) => {
      const values = { ...parameters, insertedShare: share };
      const [short, long] = a < b ? [a, b] : [b, a];
      expect(depthMm(short, values)).toBeLessThanOrEqual(depthMm(long, values));
      expect(depthMm(long, values)).toBeLessThanOrEqual(long);
      const { lowMm, centralMm, highMm } = estimateDepth(long, values);
      expect(lowMm).toBeLessThanOrEqual(centralMm);
      expect(centralMm).toBeLessThanOrEqual(highMm);
    }),
  );
});

test("a hole is at least as wide as the tip, and what stays open is narrower and at most 35 µm", () => {
  fc.assert(
    fc.property(lengthMm, (length) => {
      const depth = depthMm(length, parameters);
      if (depth === 0) return;
      expect(holeRadiusUm(depth, parameters)).toBeGreaterThanOrEqual(4);
      expect(openRadiusUm(depth, parameters)).toBeLessThan(holeRadiusUm(depth, parameters));
      expect(openRadiusUm(depth, parameters)).toBeLessThanOrEqual(35);
    }),
  );
  expect(openRadiusUm(0.2475, parameters)).toBeCloseTo(Math.sqrt(0.2) * (4 + 39.375), 9);
  expect(openRadiusUm(0.5225, parameters)).toBe(35);
});

test.each([
  [0.2, "papillary-dermis", "perhaps"],
  [0.3, "papillary-dermis", "yes"],
  [0.3, "reticular-dermis", "no"],
  [0.5, "reticular-dermis", "perhaps"],
  [1.0, "reticular-dermis", "yes"],
  [1.5, "below-dermis", "no"],
] as const)("a needle of %f mm reaches the %s: %s", (length, layer, expected) => {
  const reached = layersReached(depthMm(length, parameters), parameters);
  expect(reached.find((one) => one.layer === layer)?.reached).toBe(expected);
});

test("home lengths never reach the bulge; 1.5 mm only at the deepest", () => {
  expect(reachBulge(0.2, parameters).reached).toBe("never");
  expect(reachBulge(0.5, parameters).reached).toBe("never");
  expect(reachBulge(0.5, { ...parameters, insertedShare: 1, deadLengthMm: 0 }).reached).toBe(
    "never",
  );
  expect(reachBulge(1.5, parameters).reached).toBe("only-at-the-deepest");
  expect(reachBulge(2.5, parameters).reached).toBe("usually");
  expect(reachBulge(0.3, parameters).says).toMatch(/above the bulge.*signals/);
});

test.each(Object.entries({ ...rollerParameters, ...penetrationParameters }))(
  "%s has its centre inside its range and sources that exist",
  (_, parameter) => {
    const [low, high] = "range" in parameter ? parameter.range : [parameter.value, parameter.value];
    expect(low).toBeLessThanOrEqual(parameter.value);
    expect(high).toBeGreaterThanOrEqual(parameter.value);
    expect(parameter.sources.filter((id) => !(id in sources))).toEqual([]);
  },
);

test("impossible needles and parameters are refused by name", () => {
  expect(() => depthMm(Number.NaN, parameters)).toThrow(/needleLengthMm.*NaN/);
  expect(() => depthMm(-0.1, parameters)).toThrow(/needleLengthMm/);
  expect(() => depthMm(1, { ...parameters, insertedShare: -1 })).toThrow(/insertedShare/);
  expect(() => depthMm(1, { ...parameters, deadLengthMm: Number.NaN })).toThrow(/deadLengthMm/);
  expect(() => holeRadiusUm(-1, parameters)).toThrow(/holeDepthMm/);
  expect(() => openRadiusUm(1, { ...parameters, openShare: 1.2 })).toThrow(/openShare/);
  expect(() => layersReached(Number.NaN, parameters)).toThrow(/holeDepthMm/);
});
