import { expect, test } from "vitest";
import { bringInto, panView, photoBox, placeIn, wholePhoto, zoomView } from "./photo-view.ts";

const frame = { width: 1600, height: 1200 };

test("the place under the pointer stays while the view comes closer", () => {
  const at = { x: 400, y: 900 };
  const closer = zoomView(wholePhoto(frame), frame, { factor: 4, at });
  expect(closer).toEqual({ x: 300, y: 675, width: 400 });
  expect(placeIn(closer, frame, [0.25, 0.75])).toEqual(at);
});

test("the view never leaves the photo, and never shows more than all of it", () => {
  const closer = zoomView(wholePhoto(frame), frame, { factor: 2, at: { x: 0, y: 0 } });
  expect(panView(closer, frame, { x: 9000, y: -50 })).toEqual({ x: 800, y: 0, width: 800 });
  expect(zoomView(closer, frame, { factor: 0.1, at: { x: 10, y: 10 } })).toEqual(wholePhoto(frame));
  expect(zoomView(closer, frame, { factor: 1e6, at: { x: 10, y: 10 } }).width).toBe(100);
});

test("a hair that is in view leaves the view alone, another one is brought to its middle", () => {
  const view = { x: 0, y: 0, width: 800 };
  expect(bringInto(view, frame, { x: 400, y: 300 })).toBe(view);
  expect(bringInto(view, frame, { x: 1000, y: 700 })).toEqual({ x: 600, y: 400, width: 800 });
});

test("the box has the photo's ratio however low the window is", () => {
  expect(photoBox({ width: 1200, height: 900 })).toEqual({
    aspectRatio: 4 / 3,
    maxWidth: `calc(78vh * ${4 / 3})`,
  });
});
