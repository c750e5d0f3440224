import { expect, test } from "vitest";
import { invert, mapPoint, movePlane } from "./homography.ts";
import { renderPlane } from "./render-plane.ts";

const move = movePlane({
  middlePx: [50, 40],
  rotationRad: 0.17,
  scale: 1.08,
  shiftPx: [6, -3],
  perspectivePerPx: [4e-4, -2e-4],
});

test("the middle goes where the shift takes it, and its neighbours turn about it", () => {
  expect(mapPoint(move, [50, 40])[0]).toBeCloseTo(56, 10);
  expect(mapPoint(move, [50, 40])[1]).toBeCloseTo(37, 10);
  const [x, y] = mapPoint(move, [50.001, 40]);
  expect(Math.atan2(y - 37, x - 56)).toBeCloseTo(0.17, 3);
});

test("there and back again is where it was", () => {
  for (const place of [
    [0, 0],
    [99, 0],
    [13, 77],
    [99, 79],
  ] as const) {
    const [x, y] = mapPoint(invert(move), mapPoint(move, place));
    expect(x).toBeCloseTo(place[0], 9);
    expect(y).toBeCloseTo(place[1], 9);
  }
});

test("a picture seen through a homography has its marks where the homography says", () => {
  const image = spotImage([30, 22]);
  const view = renderPlane(image, move, { width: 110, height: 90, background: [0, 0, 0] });
  let weight = 0;
  let x = 0;
  let y = 0;
  for (let at = 0; at < view.width * view.height; at++) {
    const light = view.rgba[4 * at] ?? 0;
    weight += light;
    x += light * (at % view.width);
    y += light * Math.floor(at / view.width);
  }
  const [trueX, trueY] = mapPoint(move, [30, 22]);
  expect(Math.hypot(x / weight - trueX, y / weight - trueY)).toBeLessThan(0.05);
});

test("a picture seen much smaller keeps its mean", () => {
  const rgba = new Uint8ClampedArray(4 * 120 * 120);
  for (let at = 0; at < 120 * 120; at++) rgba[4 * at] = at % 2 === 0 ? 255 : 0;
  const view = renderPlane(
    { width: 120, height: 120, rgba },
    [0.25, 0, -0.375, 0, 0.25, -0.375, 0, 0, 1],
    {
      width: 28,
      height: 28,
      background: [0, 0, 0],
    },
  );
  for (let at = 30; at < 700; at += 31)
    expect(Math.abs((view.rgba[4 * at] ?? 0) - 127.5)).toBeLessThan(1);
});

test("a homography that folds the plane has no way back", () => {
  expect(() => invert([1, 1, 0, 1, 1, 0, 0, 0, 1])).toThrow("must have a way back");
});

function spotImage([middleX, middleY]: readonly [number, number]) {
  const rgba = new Uint8ClampedArray(4 * 100 * 80);
  for (let at = 0; at < 100 * 80; at++) {
    const distance = Math.hypot((at % 100) - middleX, Math.floor(at / 100) - middleY);
    rgba[4 * at] = 255 * Math.exp(-0.5 * (distance / 3) ** 2);
  }
  return { width: 100, height: 80, rgba };
}
