import { expect, test } from "vitest";
import { measureDrawnLine } from "./measure-drawn-line.ts";

/** Skin of 200 grey levels with an upright bar of 40, whose sides lie between pixels. */
function barPhoto(fromX: number, widthPx: number) {
  const [width, height] = [120, 120];
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let at = 0; at < width * height; at++) {
    const x = at % width;
    const share = Math.max(0, Math.min(x + 0.5, fromX + widthPx) - Math.max(x - 0.5, fromX));
    rgba.fill(Math.round(200 - 160 * Math.min(1, share)), 4 * at, 4 * at + 3);
  }
  return { width, height, rgba };
}

const order = { isLight: false, usualWidthPx: 12, blurSigmaPx: 0.4 };
const line = (x: number) => [10, 60, 110].map((y) => ({ x, y }));

test("a line drawn beside the middle of a hair still gives its width", () => {
  const photo = barPhoto(50, 14);
  for (const x of [57, 59.5]) {
    const width = measureDrawnLine(photo, { ...order, polyline: line(x) });
    expect(Math.abs((width?.widthPx ?? 0) - 14)).toBeLessThan(0.8);
  }
});

test("where there is no hair there is no width", () => {
  expect(measureDrawnLine(barPhoto(100, 0), { ...order, polyline: line(50) })).toBeUndefined();
});
