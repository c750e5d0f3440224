import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { skinTones } from "./colours.ts";
import { hairCourse } from "./hair.ts";
import { levelNames, levels } from "./levels.ts";
import { makeScene, siteOf } from "./scene.ts";
import { plain, smallScene } from "./testing/small-scene.ts";

function hashOf(bytes: Uint8Array | Uint8ClampedArray): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

test("the same options give the same bytes, on every machine", () => {
  const hashes = levelNames.map((level) =>
    hashOf(makeScene({ ...smallScene, level, widthUm: 1600, heightUm: 1200 }).image.rgba),
  );
  expect(hashes).toEqual([
    "c21114584c5b31f6",
    "f0d11275d6c0a044",
    "b6faa08b1be54ff0",
    "47f27454ce6a7c92",
    "c7a8ff952f8ce6df",
    "21707c513b889d27",
  ]);
});

test("another seed gives another scalp", () => {
  const [first, second] = [11, 12].map((seed) => makeScene({ ...smallScene, seed }).hairs[0]?.root);
  expect(first).not.toEqual(second);
});

test("light, noise and compression leave the hairs where they are", () => {
  expect(makeScene({ ...smallScene, overrides: plain }).hairs).toEqual(makeScene(smallScene).hairs);
});

test.each(["L1", "L2", "L3", "L4"] as const)(
  "%s has the density and the vellus share asked for",
  (level) => {
    const frame = { ...smallScene, level, widthUm: 20_000, heightUm: 20_000 };
    const inside = siteOf(frame).hairs.filter(
      ({ rootUm: [x, y] }) => x >= 0 && y >= 0 && x < 20_000 && y < 20_000,
    );
    const { densityPerCm2, vellusFraction } = levels[level];
    expect(inside.length / 4 / densityPerCm2).toBeGreaterThan(0.93);
    expect(inside.length / 4 / densityPerCm2).toBeLessThan(1.07);
    const vellus = inside.filter(({ diameterUm }) => diameterUm < 30).length / inside.length;
    expect(Math.abs(vellus - vellusFraction)).toBeLessThan(0.06);
  },
);

test("hairs of L0 stay clear of one another", () => {
  const { hairs } = siteOf({ ...smallScene, level: "L0", widthUm: 5000, heightUm: 4000 });
  const courses = hairs.map(hairCourse);
  let leastUm = Infinity;
  for (const [at, course] of courses.entries()) {
    for (const other of courses.slice(at + 1)) {
      for (const [x, y] of course) {
        for (const point of other)
          leastUm = Math.min(leastUm, Math.hypot(point[0] - x, point[1] - y));
      }
    }
  }
  expect(hairs.length).toBeGreaterThan(20);
  expect(leastUm).toBeGreaterThanOrEqual(150);
});

test("bare skin has no hair and no hair's cover", () => {
  const { hairs, hairCover } = makeScene({ ...smallScene, overrides: { densityPerCm2: 0 } });
  expect(hairs).toEqual([]);
  expect(hairCover.every((cover) => cover === 0)).toBe(true);
});

test("each skin tone is darker than the one before, in every colour", () => {
  const means = skinTones.map((tone) => {
    const { rgba } = makeScene({
      ...smallScene,
      umPerPx: 16,
      tone,
      overrides: { densityPerCm2: 0 },
    }).image;
    const sums = [0, 0, 0];
    for (let at = 0; at < rgba.length; at++) {
      const channel = at % 4;
      if (channel < 3) sums[channel] = (sums[channel] ?? 0) + (rgba[at] ?? 0);
    }
    return sums.map((sum) => (4 * sum) / rgba.length);
  });
  for (const [at, mean] of means.entries()) {
    const before = means[at - 1];
    if (before)
      for (const channel of [0, 1, 2]) expect(mean[channel]).toBeLessThan(before[channel] ?? 0);
  }
});

test("a frame without a scale, or too large to hold, is refused", () => {
  expect(() => makeScene({ ...smallScene, umPerPx: 0 })).toThrow("umPerPx must be above 0, got 0");
  expect(() => makeScene({ ...smallScene, umPerPx: 0.1 })).toThrow("1 to 8192 pixels");
  expect(() => makeScene({ ...smallScene, overrides: { densityPerCm2: 3000 } })).toThrow(
    "must leave 350 µm between units",
  );
});
