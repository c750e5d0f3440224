import { expect, test } from "vitest";
import { makeScene } from "./scene.ts";
import { type FoundHair, middleOf, scoreScene } from "./score-scene.ts";
import { summariseScores } from "./summarise-scores.ts";
import { smallScene } from "./testing/small-scene.ts";

const scene = makeScene({ ...smallScene, umPerPx: 10, widthUm: 8000, heightUm: 6000 });
const perfect: FoundHair[] = scene.hairs.map(({ polylinePx, root, diameterUm }) => ({
  polylinePx: polylinePx.filter(([x, y]) => x >= 0 && y >= 0 && x <= 799 && y <= 599),
  root,
  widthUm: diameterUm,
}));

test("the truth scores as perfect", () => {
  const score = scoreScene(scene, perfect);
  expect(score.trueCount).toBeGreaterThan(20);
  expect(summariseScores([score])).toMatchObject({
    countErrorFraction: 0,
    precision: 1,
    recall: 1,
    f1: 1,
    sameClassFraction: 1,
    vellusFractionError: 0,
    rightEndFraction: 1,
    widthErrorUm: { terminal: { meanAbsolute: 0, bias: 0 } },
  });
});

test("a hair found twice is wrong once, a hair missed is missed", () => {
  const { trueCount } = scoreScene(scene, perfect);
  const scored = perfect.filter(({ polylinePx }) => {
    const [x, y] = middleOf(polylinePx);
    return x >= 70 && y >= 70 && x < 730 && y < 530;
  });
  const [first, second, ...others] = scored;
  expect(first && second).toBeDefined();
  if (!first || !second) return;
  const summary = summariseScores([scoreScene(scene, [first, first, ...others])]);
  expect(summary.countErrorFraction).toBe(0);
  expect(summary.precision).toBeCloseTo((trueCount - 1) / trueCount, 10);
  expect(summary.recall).toBeCloseTo((trueCount - 1) / trueCount, 10);
});

test("a line beside a hair by more than 25 µm is no match, one by less is", () => {
  const moved = (byUm: number) =>
    perfect.map((hair) => {
      const [from, to] = [hair.polylinePx[0], hair.polylinePx.at(-1)];
      const turn = Math.atan2((to?.[1] ?? 0) - (from?.[1] ?? 0), (to?.[0] ?? 0) - (from?.[0] ?? 0));
      return {
        ...hair,
        polylinePx: hair.polylinePx.map(
          ([x, y]) => [x - (byUm / 10) * Math.sin(turn), y + (byUm / 10) * Math.cos(turn)] as const,
        ),
      };
    });
  expect(summariseScores([scoreScene(scene, moved(18))]).recall).toBeGreaterThan(0.97);
  expect(summariseScores([scoreScene(scene, moved(60))]).recall).toBeLessThan(0.2);
});

test("roots at the wrong end and widths that are off are told", () => {
  const wrong = perfect.map((hair, at) => ({
    ...hair,
    root: scene.hairs[at]?.tip,
    widthUm: hair.widthUm + 4,
  }));
  const summary = summariseScores([scoreScene(scene, wrong)]);
  expect(summary.rightEndFraction).toBe(0);
  expect(summary.widthErrorUm.terminal?.bias).toBeCloseTo(4, 10);
});

test("nothing found and nothing there is no division by zero", () => {
  const bare = makeScene({ ...smallScene, overrides: { densityPerCm2: 0 } });
  expect(summariseScores([scoreScene(bare, [])])).toMatchObject({
    trueCount: 0,
    countErrorFraction: undefined,
    precision: undefined,
  });
  expect(scoreScene(bare, perfect.slice(0, 3)).trueCount).toBe(0);
});

test("the middle of a line is half way along it", () => {
  expect(
    middleOf([
      [0, 0],
      [0, 10],
      [30, 10],
    ]),
  ).toEqual([10, 10]);
});
