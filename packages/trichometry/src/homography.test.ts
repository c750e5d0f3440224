import fc from "fast-check";
import { expect, test } from "vitest";
import {
  composeHomographies,
  fitHomography,
  type Homography,
  invertHomography,
  localStretch,
  mapPoint,
  rescaleHomography,
} from "./homography.ts";

const small = (most: number) => fc.double({ min: -most, max: most, noNaN: true });

/** A view of a plane from nearly above. */
const views = fc
  .record({
    turn: small(0.5),
    size: small(0.3),
    x: small(200),
    y: small(200),
    a: small(1e-4),
    b: small(1e-4),
  })
  .map(({ turn, size, x, y, a, b }): Homography => {
    const [cos, sin] = [(1 + size) * Math.cos(turn), (1 + size) * Math.sin(turn)];
    return [cos, -sin, x, sin, cos, y, a, b, 1];
  });

const corners = [
  { x: 10, y: 20 },
  { x: 900, y: 40 },
  { x: 870, y: 700 },
  { x: 30, y: 650 },
  { x: 400, y: 300 },
];

test("the fit finds the homography that placed the points", () => {
  fc.assert(
    fc.property(views, (view) => {
      const fit = fitHomography(corners.map((from) => ({ from, to: mapPoint(view, from) })));
      const mapped = fit && mapPoint(fit.homography, { x: 500, y: 100 });
      const expected = mapPoint(view, { x: 500, y: 100 });
      expect(mapped?.x).toBeCloseTo(expected.x, 5);
      expect(mapped?.y).toBeCloseTo(expected.y, 5);
      expect(fit?.rmsPx).toBeLessThan(1e-6);
    }),
  );
});

test("there and back is where one was", () => {
  fc.assert(
    fc.property(views, (view) => {
      const back = invertHomography(view);
      const there = back && mapPoint(composeHomographies(back, view), { x: 321, y: 123 });
      expect(there?.x).toBeCloseTo(321, 6);
      expect(there?.y).toBeCloseTo(123, 6);
    }),
  );
});

test("points on a line, and three points, give no homography", () => {
  const line = [0, 1, 2, 3, 4].map((at) => ({ from: { x: at, y: 2 * at }, to: { x: at, y: at } }));
  expect(fitHomography(line)).toBeUndefined();
  expect(fitHomography(line.slice(0, 3))).toBeUndefined();
});

test("a homography for halved pictures maps the centres of halved pixels", () => {
  const view: Homography = [1.1, 0.1, 8, -0.1, 1.1, 5, 1e-5, 0, 1];
  const halved = mapPoint(rescaleHomography(view, { from: 0.5, to: 0.5 }), { x: 100, y: 60 });
  const full = mapPoint(view, { x: 200.5, y: 120.5 });
  expect(halved.x).toBeCloseTo((full.x - 0.5) / 2, 9);
  expect(halved.y).toBeCloseTo((full.y - 0.5) / 2, 9);
});

test("a plane seen 60° from the side is half as high as wide", () => {
  const { most, least, area } = localStretch([3, 0, 0, 0, 1.5, 0, 0, 0, 1], { x: 4, y: 4 });
  expect([most, least, area]).toEqual([3, 1.5, 4.5]);
});

test("worse corners give a larger standard error", () => {
  const errorWith = (offPx: number) =>
    fitHomography(
      corners.map((from, at) => ({ from, to: { x: from.x + (at % 2) * offPx, y: from.y } })),
    )?.standardErrorOf((h) => localStretch(h, { x: 400, y: 300 }).most) ?? 0;
  expect(errorWith(4)).toBeGreaterThan(3 * errorWith(1));
});
