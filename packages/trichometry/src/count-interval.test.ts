import fc from "fast-check";
import { expect, test } from "vitest";
import { countInterval } from "./count-interval.ts";

const chance = fc.double({ min: 0, max: 1, noNaN: true });

test("the interval holds the count, whatever the scores and the cover", () => {
  fc.assert(
    fc.property(fc.array(chance, { maxLength: 60 }), chance, (scores, cover) => {
      const [low, high] = countInterval(scores.length, scores, cover);
      expect(low).toBeLessThanOrEqual(scores.length);
      expect(high).toBeGreaterThanOrEqual(scores.length);
      expect(low).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("sd² = N q + Σ p (1 − p) + (N (0.03 + 0.15 c))²: 100 hairs of score 0.9 on bare skin", () => {
  const [low, high] = countInterval(100, new Array<number>(100).fill(0.9), 0);
  const reach = 1.645 * Math.sqrt(5 + 9 + 9);
  expect(low).toBeCloseTo(100 - reach, 9);
  expect(high).toBeCloseTo(100 + reach, 9);
});

test("hair that lies on hair hides some, and pieces of long hair that crosses are counted twice", () => {
  const scores = new Array<number>(80).fill(0.9);
  const [low, high] = countInterval(80, scores, 0.02);
  const [denseLow, denseHigh] = countInterval(80, scores, 0.1);
  const [crossedLow, crossedHigh] = countInterval(80, scores, 0.25);
  expect(denseHigh - denseLow).toBeGreaterThan(high - low);
  expect(denseHigh - 80).toBeGreaterThan(80 - denseLow);
  expect(crossedHigh - 80).toBeLessThan(80 - crossedLow);
});
