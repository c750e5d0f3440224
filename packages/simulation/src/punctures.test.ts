import fc from "fast-check";
import { expect, test } from "vitest";
import { measureCoverage } from "./coverage.ts";
import { centralValues } from "./parameter.ts";
import { rollerParameters } from "./parameters/roller.ts";
import { type Punctures, punctureField, punctureStride, rollOut } from "./punctures.ts";
import { createRandom } from "./random.ts";
import { nominalDensityPerCm2, type Roller } from "./roller.ts";
import {
  drawRolls,
  patternAnglesRad,
  type Rolls,
  rollField,
  rollStride,
  type StrokePattern,
} from "./strokes.ts";

const parameters = centralValues(rollerParameters);
const patch = { widthMm: 30, heightMm: 30 };
const needle = { needleLengthMm: 0.5, depthMm: 0.25 };

function draw(pattern: StrokePattern, rolls: number, seed: number, hairDirectionRad = 0): Rolls {
  const random = createRandom(seed);
  return drawRolls(
    { pattern, rolls, hairDirectionRad },
    { roller: parameters, parameters },
    random,
  );
}

function holes(rolls: Rolls, roller: Roller = parameters): Punctures {
  return rollOut({ roller, rolls, patch, ...needle, parameters });
}

/** The places as text in a fixed order, to compare sets of holes. */
function places({ values, stride, count }: Punctures): string[] {
  return Array.from({ length: count }, (_, i) =>
    [values[i * stride], values[i * stride + 1]].map((mm) => (mm ?? 0).toFixed(9)).join(" "),
  ).sort();
}

test("a star has four directions, a fan four within 60° of the hair, a track one", () => {
  const degrees = (pattern: StrokePattern) =>
    patternAnglesRad(pattern, parameters).map((rad) => Math.round((rad * 180) / Math.PI));
  expect(degrees("star")).toEqual([0, 45, 90, 135]);
  expect(degrees("fan")).toEqual([-60, -20, 20, 60]);
  expect(degrees("one-direction")).toEqual([0]);
});

test("twelve rolls of a star are three in each direction, turned with the hair", () => {
  const { values } = draw("star", 12, 1, 0.3);
  const directions = Array.from({ length: 12 }, (_, i) => values[i * rollStride] ?? 0);
  for (const [at, rad] of directions.entries()) {
    expect(rad).toBeCloseTo(0.3 + (Math.floor(at / 3) * Math.PI) / 4, 12);
  }
});

test("the count in the patch is rolls times density times area", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<StrokePattern>("star", "fan", "one-direction", "moved-track"),
      fc.integer({ min: 4, max: 20 }),
      fc.integer({ min: 0, max: 1e9 }),
      (pattern, rolls, seed) => {
        const expected = rolls * nominalDensityPerCm2(parameters) * 9;
        // A roll may gain or lose about one line of 30 mm (12 holes); the slip of 2 % adds to it.
        const sigma = Math.hypot(
          Math.sqrt(rolls) * 12 * 0.5,
          expected * 0.02 * Math.sqrt(1 / rolls),
        );
        const lines = pattern === "one-direction" ? rolls * 6 : 0;
        expect(Math.abs(holes(draw(pattern, rolls, seed)).count - expected)).toBeLessThan(
          4 * sigma + lines,
        );
      },
    ),
    { numRuns: 60 },
  );
});

test("the order of the rolls changes nothing", () => {
  const rolls = draw("star", 12, 3);
  const reversed = new Float64Array(rolls.values.length);
  for (let i = 0; i < 12; i++) {
    reversed.set(rolls.values.slice(i * rollStride, (i + 1) * rollStride), (11 - i) * rollStride);
  }
  expect(places(holes({ values: reversed, count: 12 }))).toEqual(places(holes(rolls)));
});

test("a further roll only adds holes", () => {
  const rolls = draw("star", 12, 4);
  const eleven = places(holes({ ...rolls, count: 11 }));
  const twelve = new Set(places(holes(rolls)));
  expect(eleven.filter((place) => !twelve.has(place))).toEqual([]);
  expect(twelve.size).toBeGreaterThan(eleven.length);
});

test("turning the whole plan by a right angle changes no statistic", () => {
  const coverageOf = (hairDirectionRad: number) =>
    measureCoverage(holes(draw("star", 12, 5, hairDirectionRad)), patch, {
      holeDiameterMm: 0.14,
      parameters,
    });
  const upright = coverageOf(0);
  const turned = coverageOf(Math.PI / 2);
  expect(upright?.nearestNeighbourMm).toBeCloseTo(turned?.nearestNeighbourMm ?? 0, 9);
  expect(upright?.densityPerCm2).toBeCloseTo(turned?.densityPerCm2 ?? 0, 9);
  expect(upright?.coveredFraction).toBeCloseTo(turned?.coveredFraction ?? 0, 2);
});

test("the same seed gives the same holes to the last bit, another seed others", () => {
  expect(holes(draw("star", 12, 6)).values).toEqual(holes(draw("star", 12, 6)).values);
  expect(holes(draw("star", 12, 6)).values).not.toEqual(holes(draw("star", 12, 7)).values);
});

test("the ink test replaces the nominal density in the holes", () => {
  const rolls = draw("star", 12, 8);
  const inkTest = { markCount: 31, squareSideMm: 20 };
  const ratio = holes(rolls, { ...parameters, inkTest }).count / holes(rolls).count;
  expect(Math.abs(ratio - 7.75 / nominalDensityPerCm2(parameters))).toBeLessThan(0.02);
});

test("twice as many rings make twice as many holes", () => {
  const rolls = draw("star", 12, 9);
  const ratio = holes(rolls, { ...parameters, rings: 16 }).count / holes(rolls).count;
  expect(Math.abs(ratio - 2)).toBeLessThan(0.06);
});

test("without displacement every hole lies on the lattice of its roll", () => {
  const rolls = draw("star", 4, 10);
  const still = { ...parameters, jitterMm: 0 };
  const { values, count } = rollOut({ roller: still, rolls, patch, ...needle, parameters: still });
  expect(count).toBeGreaterThan(400);
  for (let i = 0; i < count * punctureStride; i += punctureStride) {
    const x = (values[i + punctureField.xMm] ?? 0) - 15;
    const y = (values[i + punctureField.yMm] ?? 0) - 15;
    const direction = values[i + punctureField.directionRad] ?? 0;
    const roll = (values[i + punctureField.roll] ?? 0) * rollStride;
    const ring = values[i + punctureField.ring] ?? 0;
    const slip = rolls.values[roll + rollField.slip] ?? 0;
    const along = x * Math.cos(direction) + y * Math.sin(direction);
    const across = y * Math.cos(direction) - x * Math.sin(direction);
    const step = (2 * Math.PI * 10 * (1 + slip)) / 24;
    const k = along / step - (rolls.values[roll + rollField.phase] ?? 0) - (ring % 2) / 2;
    const lane =
      (across - (rolls.values[roll + rollField.offsetMm] ?? 0) - (ring - 3.5) * 2.5) / 20;
    expect(Math.abs(k - Math.round(k))).toBeLessThan(1e-9);
    expect(Math.abs(lane - Math.round(lane))).toBeLessThan(1e-9);
  }
});

test("no roll and no depth leave no hole", () => {
  expect(holes(draw("star", 0, 1)).count).toBe(0);
  const shallow = { needleLengthMm: 0.05, depthMm: 0 };
  const rolls = draw("star", 12, 1);
  expect(rollOut({ roller: parameters, rolls, patch, ...shallow, parameters }).count).toBe(0);
});

test("impossible rolling is refused by name", () => {
  expect(() => draw("star", 1.5, 1)).toThrow(/rolls.*1\.5/);
  expect(() => draw("star", 3, 1, Number.NaN)).toThrow(/hairDirectionRad/);
  expect(() => patternAnglesRad("fan", { ...parameters, fanDirections: 1 })).toThrow(
    /fanDirections/,
  );
  const rolls = draw("star", 3, 1);
  const rolling = { roller: parameters, rolls, patch, ...needle, parameters };
  expect(() => rollOut({ ...rolling, patch: { widthMm: 0, heightMm: 1 } })).toThrow(
    /patch\.widthMm/,
  );
  expect(() => rollOut({ ...rolling, parameters: { ...parameters, jitterMm: -1 } })).toThrow(
    /jitterMm/,
  );
  expect(() => rollOut({ ...rolling, parameters: { ...parameters, handFactor: 0 } })).toThrow(
    /handFactor/,
  );
  expect(() => rollOut({ ...rolling, depthMm: 1 })).toThrow(/depthMm/);
  expect(() => rollOut({ ...rolling, rolls: { ...rolls, count: 9 } })).toThrow(/rolls\.values/);
});
