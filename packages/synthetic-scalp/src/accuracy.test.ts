import { expect, test } from "vitest";
import { measureCell } from "./accuracy-closeup.ts";
import { gridErrorPx } from "./accuracy-crowns.ts";
import { trueAnagenFraction, trueChangeFraction } from "./accuracy-pairs.ts";
import { benchmarkSeeds, tuningSeeds } from "./benchmark-seeds.ts";
import { movePlane } from "./homography.ts";
import { makeScene } from "./scene.ts";
import { makeSecondVisit } from "./second-visit.ts";
import { smallScene } from "./testing/small-scene.ts";

const cell = { level: "L0", umPerPx: 20, hairColour: "dark", tones: ["I", "IV"] } as const;

test("no seed of the published tables is a seed to tune on", () => {
  expect(benchmarkSeeds.filter((seed) => tuningSeeds.includes(seed))).toEqual([]);
  expect(new Set([...benchmarkSeeds, ...tuningSeeds]).size).toBe(80);
});

test("a program that refuses everything has no error and counts as refusing", () => {
  const accuracy = measureCell(() => ({ kind: "refused" }), cell, [1, 2]);
  expect(accuracy).toMatchObject({
    sceneCount: 2,
    refusedFraction: 1,
    intervalCoverage: undefined,
    summary: { sceneCount: 0, countErrorFraction: undefined },
  });
});

test("a program that finds nothing misses everything, and a wide interval holds", () => {
  const accuracy = measureCell(
    () => ({ kind: "counted", hairs: [], densityInterval90PerCm2: [0, 1000] }),
    cell,
    [1, 2],
  );
  expect(accuracy).toMatchObject({
    refusedFraction: 0,
    intervalCoverage: 1,
    summary: { countErrorFraction: 1, countBiasFraction: -1, recall: 0, precision: undefined },
  });
});

test("the true share of anagen is near the level's", () => {
  const scene = makeScene({ ...smallScene, umPerPx: 20, widthUm: 16_000, heightUm: 12_000 });
  expect(Math.abs(trueAnagenFraction(scene) - 0.85)).toBeLessThan(0.06);
});

test("the true change between visits is what was gained less what was lost", () => {
  const options = { ...smallScene, umPerPx: 20, widthUm: 16_000, heightUm: 12_000 };
  const change = { newFraction: 0.15, thickerFraction: 0, thinnerFraction: 0, goneFraction: 0.05 };
  const truth = trueChangeFraction(makeScene(options), makeSecondVisit(options, change));
  expect(Math.abs(truth - 0.1)).toBeLessThan(0.06);
});

test("an alignment that is off by a shift is off by that shift", () => {
  const move = { middlePx: [600, 600], rotationRad: 0.1, scale: 1.02 } as const;
  const truth = movePlane({ ...move, shiftPx: [10, 5], perspectivePerPx: [0, 0] });
  const found = movePlane({ ...move, shiftPx: [13, 9], perspectivePerPx: [0, 0] });
  expect(gridErrorPx(truth, truth)).toBe(0);
  expect(gridErrorPx(found, truth)).toBeCloseTo(5, 9);
});
