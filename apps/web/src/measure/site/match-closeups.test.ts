import type { CloseUpVisit, PixelImage } from "@stipple/trichometry";
import { expect, test } from "vitest";
import { cutToRegion, measureGrowth } from "./match-closeups.ts";

const hair = {
  root: { x: 600, y: 500 },
  tip: { x: 640, y: 560 },
  polyline: [
    { x: 600, y: 500 },
    { x: 640, y: 560 },
  ],
  score: 0.9,
  borderCut: false,
};

const visit: CloseUpVisit = {
  closeUp: {
    algorithmVersion: "closeup-1",
    umPerPx: 5,
    hairs: [hair],
    density: undefined,
    interval90: undefined,
    thickness: undefined,
    cumulativeThickness: undefined,
    vellusShare: undefined,
    warnings: [],
  },
  region: [
    { x: 500.5, y: 400 },
    { x: 900, y: 400 },
    { x: 900, y: 700 },
    { x: 500.5, y: 700 },
  ],
  shots: 1,
};

/** Every pixel says where it stands. */
function chart(width: number, height: number): PixelImage {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let at = 0; at < width * height; at++) {
    rgba.set([(at % width) & 255, (at % width) >> 8, Math.floor(at / width) & 255, 255], 4 * at);
  }
  return { width, height, rgba };
}

test("hairs and region stay on their pixels when the photo is cut to what was counted", () => {
  const image = chart(1000, 800);
  const cut = cutToRegion(visit, image);
  expect([cut.image?.width, cut.image?.height]).toEqual([700, 600]);
  const root = cut.closeUp.hairs[0]?.root ?? { x: 0, y: 0 };
  const at = 4 * (root.y * 700 + root.x);
  expect([...(cut.image?.rgba.subarray(at, at + 3) ?? [])]).toEqual([
    600 & 255,
    600 >> 8,
    500 & 255,
  ]);
  expect(cut.region[0]).toEqual({ x: 200.5, y: 200 });
  expect(cut.closeUp.hairs[0]?.polyline?.[1]).toEqual({ x: 340, y: 360 });
});

test("without a scale growth is not told, and the next step is said", () => {
  const unscaled = { ...visit, closeUp: { ...visit.closeUp, umPerPx: undefined } };
  expect(measureGrowth(visit, unscaled, 3)).toMatchObject({
    kind: "not-measured",
    action: expect.stringContaining("window card"),
  });
  expect(measureGrowth(visit, visit, 3).kind).toBe("not-matched");
});
