import { startingTreatment } from "@stipple/simulation";
import { expect, test } from "vitest";
import { answerPunctures } from "../ui/simulator/stages.ts";
import { createHoleMask } from "./hole-mask.ts";

test("one hole covers the area of its disc", () => {
  const mask = createHoleMask({
    sideMm: 10,
    placesMm: Float32Array.of(5.013, 4.987),
    coveredRadiusMm: 0.3,
  });
  expect(mask.coveredFraction()).toBe(0);
  mask.cover(1);
  expect(mask.coveredFraction()).toBeCloseTo((Math.PI * 0.3 ** 2) / 64, 3);
});

test("after the last roll the share is that of the simulator, and going back takes it back", () => {
  const answer = answerPunctures(startingTreatment({}, undefined).treatment);
  const mask = createHoleMask(answer);
  const all = answer.holesAfterRoll.at(-1) ?? 0;
  expect(all).toBe(answer.placesMm.length / 2);
  mask.cover(all);
  expect(mask.coveredFraction()).toBeCloseTo(answer.coverage?.coveredFraction ?? 0, 2);

  const firstRoll = answer.holesAfterRoll[0] ?? 0;
  mask.cover(firstRoll);
  const again = createHoleMask(answer);
  again.cover(firstRoll);
  expect(mask.cells()).toEqual(again.cells());
  expect(mask.coveredFraction()).toBeLessThan(0.06);
});
