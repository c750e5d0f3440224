import { expect, test } from "vitest";
import type { Point } from "./placement.ts";
import { makeScene, type SyntheticScene } from "./scene.ts";
import { plain, smallScene } from "./testing/small-scene.ts";
import { linearFromGreyLevel } from "./transfer-curve.ts";

/** Linear light of the green channel at the nearest pixel. */
function lightAt({ image }: SyntheticScene, [x, y]: Point): number {
  const at = Math.round(y) * image.width + Math.round(x);
  return linearFromGreyLevel(image.rgba[4 * at + 1] ?? 0);
}

function isInside({ image }: SyntheticScene, [x, y]: Point): boolean {
  return x >= 0 && y >= 0 && x <= image.width - 1 && y <= image.height - 1;
}

test.each(["L0", "L1", "L2", "L3"] as const)("%s is dark along the true centrelines", (level) => {
  const scene = makeScene({ ...smallScene, level });
  const bare = makeScene({ ...smallScene, level, overrides: { densityPerCm2: 0 } });
  const terminal = scene.hairs.filter(({ hairClass }) => hairClass === "terminal");
  expect(terminal.length).toBeGreaterThan(3);
  for (const { polylinePx, opacity } of terminal) {
    const inside = polylinePx.filter((point) => isInside(scene, point)).slice(1, -1);
    if (inside.length < 5) continue;
    const lost = inside.map((point) => 1 - lightAt(scene, point) / lightAt(bare, point));
    const mean = lost.reduce((sum, share) => sum + share, 0) / lost.length;
    expect(mean).toBeGreaterThan(0.6 * opacity);
  }
});

test("light hair on dark skin is bright along the true centrelines", () => {
  const options = { ...smallScene, tone: "VI", hairColour: "light" } as const;
  const scene = makeScene(options);
  const bare = makeScene({ ...options, overrides: { densityPerCm2: 0 } });
  for (const { polylinePx, hairClass } of scene.hairs) {
    const middle = polylinePx[Math.floor(polylinePx.length / 2)];
    if (middle === undefined || !isInside(scene, middle) || hairClass !== "terminal") continue;
    expect(lightAt(scene, middle)).toBeGreaterThan(3 * lightAt(bare, middle));
  }
});

test.each([8, 15, 30, 40, 68, 110])(
  "a hair of %d µm takes the light that its width would",
  (diameterUm) => {
    for (const headingRad of [0, 0.4, Math.PI / 4]) {
      const hair = {
        rootUm: [200, 200],
        headingRad,
        lengthUm: 900,
        diameterUm,
        opacity: 1,
      } as const;
      const scene = makeScene({
        ...smallScene,
        widthUm: 1300,
        heightUm: 1300,
        overrides: { ...plain, densityPerCm2: 0 },
        extraHairs: [hair],
      });
      const skin = lightAt(scene, [2, 2]);
      const black = linearFromGreyLevel(17);
      let hiddenPx = 0;
      for (let at = 0; at < scene.hairCover.length; at++) {
        const light = linearFromGreyLevel(scene.image.rgba[4 * at + 1] ?? 0);
        hiddenPx += (skin - light) / (skin - black);
      }
      const drawnUm = (hiddenPx * 16) / hair.lengthUm;
      expect(Math.abs(drawnUm - diameterUm)).toBeLessThan(1);
    }
  },
);

test("the hairs of a noise-free L0 cover the area of their diameter times their length", () => {
  const scene = makeScene({ ...smallScene, level: "L0", overrides: plain });
  const whole = scene.hairs.filter(({ isBorderCut }) => !isBorderCut);
  expect(whole.length).toBeGreaterThan(2);
  for (const { polylinePx, diameterUm, lengthUm } of whole) {
    const reachPx = diameterUm / 8 + 2;
    const left = Math.min(...polylinePx.map(([x]) => x)) - reachPx;
    const right = Math.max(...polylinePx.map(([x]) => x)) + reachPx;
    const top = Math.min(...polylinePx.map(([, y]) => y)) - reachPx;
    const bottom = Math.max(...polylinePx.map(([, y]) => y)) + reachPx;
    let cover = 0;
    for (const [at, share] of scene.hairCover.entries()) {
      const x = at % scene.image.width;
      const y = Math.floor(at / scene.image.width);
      if (
        x >= left &&
        x <= right &&
        y >= top &&
        y <= bottom &&
        nearLine(polylinePx, [x, y]) <= reachPx
      )
        cover += share / 255;
    }
    expect(Math.abs((cover * 16) / lengthUm - diameterUm)).toBeLessThan(1);
  }
});

function nearLine(line: readonly Point[], [x, y]: Point): number {
  return Math.min(...line.map((point) => Math.hypot(point[0] - x, point[1] - y))) - 5;
}

test("lens, noise and compression soften a hair but keep its place and its amount", () => {
  const hair = {
    rootUm: [800, 1200],
    headingRad: 0.2,
    lengthUm: 1500,
    diameterUm: 60,
    opacity: 1,
  } as const;
  const scene = makeScene({
    ...smallScene,
    overrides: {
      ...plain,
      densityPerCm2: 0,
      blurPx: 1.5,
      noiseGreyLevels: 3,
      isDemosaiced: true,
      jpegQuality: 90,
    },
    extraHairs: [hair],
  });
  const middle = scene.hairs[0]?.polylinePx[25];
  expect(middle).toBeDefined();
  if (middle === undefined) return;
  const across: Point = [-Math.sin(0.2), Math.cos(0.2)];
  let weight = 0;
  let moment = 0;
  const skin = linearFromGreyLevel(170);
  for (let offset = -14; offset <= 14; offset++) {
    for (let along = -60; along <= 60; along++) {
      const place: Point = [
        middle[0] + offset * across[0] + along * across[1],
        middle[1] + offset * across[1] - along * across[0],
      ];
      const lost = 1 - lightAt(scene, place) / skin;
      weight += lost;
      moment += lost * offset;
    }
  }
  expect(Math.abs(moment / weight)).toBeLessThan(0.15);
  expect(Math.abs((weight / 121) * 4 - 60)).toBeLessThan(2);
});
