import { expect, test } from "vitest";
import { readCardScale } from "./card-scale.ts";
import { mapPoint } from "./homography.ts";
import { cardLight, drawPage, type PageView, pageHomography } from "./testing/draw-card.ts";
import { windowCard } from "./window-card.ts";

const reading = { printFactor: 1, isPrintChecked: true };
const view: PageView = { widthPx: 900, heightPx: 680, umPerPx: 30 };

test.each([
  { tiltDeg: 0, tiltTowardsDeg: 0, rollDeg: 0, blurPx: 0.7 },
  { tiltDeg: 10, tiltTowardsDeg: 30, rollDeg: 12, blurPx: 1.5 },
  { tiltDeg: 20, tiltTowardsDeg: 100, rollDeg: 185, blurPx: 2 },
])("the scale is true to 0.3 % at a tilt of $tiltDeg°, blur $blurPx px", (camera) => {
  const scale = readCardScale(drawPage({ ...view, ...camera }, cardLight), reading);
  if (scale.kind !== "found") throw new Error(scale.message);
  expect(Math.abs(scale.umPerPx / 30 - 1)).toBeLessThan(0.003);
  expect(Math.abs(scale.tiltDeg - camera.tiltDeg)).toBeLessThan(1.5);
  expect(scale.fiducials).toHaveLength(4);
  const middle = mapPoint(pageHomography({ ...view, ...camera }), { x: 0, y: 0 });
  const found = mapPoint(scale.pxFromMm, { x: 0, y: 0 });
  expect(Math.hypot(found.x - middle.x, found.y - middle.y)).toBeLessThan(0.3);
});

test("one hidden square leaves the scale within 0.5 %", () => {
  const [hidden] = windowCard.fiducials;
  const covered = (xMm: number, yMm: number) =>
    Math.hypot(xMm - hidden.centreMm.xMm, yMm - hidden.centreMm.yMm) < 2.6
      ? 0.25
      : cardLight(xMm, yMm);
  const scale = readCardScale(drawPage({ ...view, tiltDeg: 8, blurPx: 1 }, covered), reading);
  if (scale.kind !== "found") throw new Error(scale.message);
  expect(scale.fiducials).not.toContain("upper-left");
  expect(Math.abs(scale.umPerPx / 30 - 1)).toBeLessThan(0.005);
});

test("a print at 97 % is corrected, and one that was not checked is less sure", () => {
  const photo = drawPage({ ...view, blurPx: 1 }, cardLight);
  const checked = readCardScale(photo, { printFactor: 0.97, isPrintChecked: true });
  const unchecked = readCardScale(photo, { printFactor: 1, isPrintChecked: false });
  if (checked.kind !== "found" || unchecked.kind !== "found") throw new Error("no card");
  expect(checked.umPerPx / unchecked.umPerPx).toBeCloseTo(0.97, 6);
  expect(unchecked.relativeError).toBeGreaterThan(checked.relativeError);
  expect(unchecked.relativeError).toBeLessThan(0.01);
});

test("two cards, no card, black and a single pixel each have their own answer", () => {
  const two = drawPage({ ...view, umPerPx: 60 }, (xMm, yMm) =>
    cardLight(xMm + (xMm < 0 ? 12.5 : -12.5), yMm),
  );
  expect(readCardScale(two, reading).kind).toBe("two-cards");
  const none = drawPage(view, (xMm) => (xMm % 3 > 2.8 ? 0.05 : 0.4));
  expect(readCardScale(none, reading).kind).toBe("no-card");
  const black = { width: 300, height: 300, rgba: new Uint8ClampedArray(360_000) };
  expect(readCardScale(black, reading).kind).toBe("no-card");
  const pixel = { width: 1, height: 1, rgba: new Uint8ClampedArray(4) };
  expect(readCardScale(pixel, reading)).toMatchObject({
    kind: "no-card",
    action: expect.stringMatching(/^Lay /),
  });
});
