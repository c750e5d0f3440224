import { expect, test } from "vitest";
import { mapPoint } from "./homography.ts";
import { makeRepeatShot } from "./repeat-shot.ts";
import { makeScene } from "./scene.ts";
import { makeSecondShot } from "./second-shot.ts";
import { makeSecondVisit } from "./second-visit.ts";
import { smallScene } from "./testing/small-scene.ts";

const wide = { ...smallScene, umPerPx: 14, widthUm: 9000, heightUm: 7000 } as const;
const firstShot = makeScene(wide);
const laterShot = makeSecondShot(wide, 3);

test("after three days hairs in anagen are about a millimetre longer, the others as they were", () => {
  const grownUm: number[] = [];
  for (const hair of laterShot.hairs) {
    const before = firstShot.hairs.find(({ id }) => id === hair.id);
    if (before === undefined) continue;
    if (before.phase === "telogen") expect(hair.lengthUm).toBe(before.lengthUm);
    else grownUm.push(hair.lengthUm - before.lengthUm);
  }
  const mean = grownUm.reduce((sum, grown) => sum + grown, 0) / grownUm.length;
  expect(grownUm.length).toBeGreaterThan(50);
  expect(mean).toBeGreaterThan(3 * 310);
  expect(mean).toBeLessThan(3 * 370);
});

test("roots of the second shot lie where the move of the camera takes them", () => {
  for (const hair of laterShot.hairs) {
    const before = firstShot.hairs.find(({ id }) => id === hair.id);
    if (before === undefined) continue;
    const [x, y] = mapPoint(laterShot.fromFirstPx, before.root);
    expect(Math.hypot(x - hair.root[0], y - hair.root[1])).toBeLessThan(1e-6);
  }
});

test("between 0 and 5 % of the hairs are shed, and none of them is seen again", () => {
  expect(laterShot.shedIds.length).toBeLessThan(12);
  expect(laterShot.hairs.filter(({ id }) => laterShot.shedIds.includes(id))).toEqual([]);
});

test("the skin of the second shot is the skin of the first, moved", () => {
  const bare = {
    ...smallScene,
    level: "L2",
    overrides: { densityPerCm2: 0, glareCount: 0 },
  } as const;
  const first = makeScene(bare);
  const second = makeSecondShot(bare, 2);
  const pairs: [number, number][] = [];
  for (let y = 60; y < 540; y += 3) {
    for (let x = 60; x < 740; x += 3) {
      const [toX, toY] = mapPoint(second.fromFirstPx, [x, y]).map(Math.round);
      if (toX === undefined || toY === undefined) continue;
      if (toX < 0 || toY < 0 || toX >= 800 || toY >= 600) continue;
      pairs.push([
        first.image.rgba[4 * (y * 800 + x) + 1] ?? 0,
        second.image.rgba[4 * (toY * 800 + toX) + 1] ?? 0,
      ]);
    }
  }
  expect(correlation(pairs)).toBeGreaterThan(0.6);
});

function correlation(pairs: readonly [number, number][]): number {
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [a, b] = [mean(0), mean(1)];
  const together = (product: (x: number, y: number) => number) =>
    pairs.reduce((sum, [x, y]) => sum + product(x - a, y - b), 0);
  return together((x, y) => x * y) / Math.sqrt(together((x) => x * x) * together((_, y) => y * y));
}

test("a second visit tells the fate of every hair, in the shares asked for", () => {
  const change = {
    newFraction: 0.1,
    thickerFraction: 0.2,
    thinnerFraction: 0.05,
    goneFraction: 0.1,
  };
  const visit = makeSecondVisit(wide, change);
  const fates = [...visit.fates.values()];
  const old = fates.filter((fate) => fate !== "new").length;
  const share = (wanted: string) => fates.filter((fate) => fate === wanted).length / old;
  expect(Math.abs(share("gone") - 0.1)).toBeLessThan(0.05);
  expect(Math.abs(share("thicker") - 0.2)).toBeLessThan(0.07);
  expect(Math.abs(share("new") - 0.1)).toBeLessThan(0.06);
  for (const hair of visit.hairs) {
    const before = firstShot.hairs.find(({ id }) => id === hair.id);
    const fate = visit.fates.get(hair.id);
    expect(fate).not.toBe("gone");
    if (before === undefined) continue;
    expect(hair.diameterUm > before.diameterUm).toBe(fate === "thicker");
    expect(hair.diameterUm < before.diameterUm).toBe(fate === "thinner");
    const [x, y] = mapPoint(visit.fromFirstPx, before.root);
    expect(14 * Math.hypot(x - hair.root[0], y - hair.root[1])).toBeLessThan(75);
  }
});

test("a repeat has the hairs of the first photo, elsewhere in the frame, and noise of its own", () => {
  const small = { ...smallScene, umPerPx: 8 } as const;
  const first = makeScene(small);
  const [second, third] = [makeRepeatShot(small, 1), makeRepeatShot(small, 2)];
  for (const hair of second.hairs) {
    const before = first.hairs.find(({ id }) => id === hair.id);
    if (before === undefined) continue;
    expect(hair.diameterUm).toBe(before.diameterUm);
    expect(hair.lengthUm).toBe(before.lengthUm);
    const [x, y] = mapPoint(second.fromFirstPx, before.root);
    expect(Math.hypot(x - hair.root[0], y - hair.root[1])).toBeLessThan(1e-6);
  }
  expect(third.fromFirstPx).not.toEqual(second.fromFirstPx);
  expect(third.image.rgba).not.toEqual(second.image.rgba);
});
