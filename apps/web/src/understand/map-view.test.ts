import { expect, test } from "vitest";
import { pan, placeAt, startView, zoom } from "./map-view.ts";

const start = startView(30);

test("the place under the pointer stays under it while zooming", () => {
  const at = placeAt(start, [0.25, 0.75]);
  const closer = zoom(start, 30, { factor: 2, at });
  expect(closer.shownMm).toBe(5);
  const [x, y] = placeAt(closer, [0.25, 0.75]);
  expect(x).toBeCloseTo(at[0], 9);
  expect(y).toBeCloseTo(at[1], 9);
});

test("the view stays on the patch, however far it is moved or zoomed", () => {
  expect(pan(start, 30, [100, -100])).toEqual({ centreMm: [25, 5], shownMm: 10 });
  expect(zoom(start, 30, { factor: 0.01, at: [0, 0] })).toEqual({
    centreMm: [15, 15],
    shownMm: 30,
  });
  expect(zoom(start, 30, { factor: 1000, at: [15, 15] }).shownMm).toBe(2);
});
