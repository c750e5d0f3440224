import { expect, test } from "vitest";
import { alignPhotos } from "./align-photos.ts";
import { estimateGhost } from "./ghost-align.ts";
import {
  composeHomographies,
  type Homography,
  identityHomography,
  mapPoint,
} from "./homography.ts";
import { startFromLandmarks } from "./landmark-start.ts";
import { cameraMoves } from "./shutter.ts";
import { drawHead } from "./testing/draw-head.ts";

const sizePx = 480;

/** Turned by 6°, 5 % nearer, shifted, and tilted by 1 % across the picture. */
const cos = 1.05 * Math.cos(0.105);
const sin = 1.05 * Math.sin(0.105);
const view: Homography = [cos, -sin, 22, sin, cos, -32, 1.5e-5, -1e-5, 1];

const first = drawHead({ seed: 3, sizePx });
const later = drawHead({ seed: 3, sizePx, view, bentRad: 0.15, gamma: 1.2 });

/** Mean distance over the middle of the photo. */
function gridErrorPx(found: Homography, truth: Homography): number {
  const steps = [0.2, 0.35, 0.5, 0.65, 0.8].map((share) => share * sizePx);
  const distances = steps.flatMap((x) =>
    steps.map((y) => {
      const a = mapPoint(found, { x, y });
      const b = mapPoint(truth, { x, y });
      return Math.hypot(a.x - b.x, a.y - b.y);
    }),
  );
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
}

test("a photo lies on itself to 0.1 px", () => {
  const answer = alignPhotos({ first, second: first });
  if (answer.kind !== "aligned") throw new Error(answer.message);
  expect(gridErrorPx(answer.homography, identityHomography)).toBeLessThan(0.1);
});

test("a later photo with bent hair and other light lies where it was taken, both ways", () => {
  const there = alignPhotos({ first, second: later });
  const back = alignPhotos({ first: later, second: first });
  if (there.kind !== "aligned" || back.kind !== "aligned") throw new Error("not aligned");
  expect(gridErrorPx(there.homography, view)).toBeLessThan(0.75);
  const around = composeHomographies(back.homography, there.homography);
  expect(gridErrorPx(around, identityHomography)).toBeLessThan(1);
  expect(there.confidence).toBeGreaterThan(0.9999);
});

test.each([11, 12])("another head (%i) is not aligned, and the answer says what to do", (seed) => {
  const answer = alignPhotos({ first, second: drawHead({ seed, sizePx, view }) });
  expect(answer.kind).toBe("not-aligned");
  expect(answer).toMatchObject({ action: expect.stringContaining("ghost") });
});

test("six landmarks that are 4 px off are a start that the alignment makes true", () => {
  const places = [80, 240, 400].flatMap((x) => [120, 360].map((y) => ({ x, y })));
  const pairs = places.map((from, at) => {
    const to = mapPoint(view, from);
    return { from, to: { x: to.x + (at % 2 ? 4 : -4), y: to.y + (at % 3 ? 3 : -3) } };
  });
  const landmarks = startFromLandmarks(pairs);
  if (landmarks.kind !== "start") throw new Error(landmarks.message);
  const answer = alignPhotos({ first, second: later, start: landmarks.homography });
  if (answer.kind !== "aligned") throw new Error(answer.message);
  expect(gridErrorPx(answer.homography, view)).toBeLessThan(0.75);
  expect(startFromLandmarks(pairs.slice(0, 3))).toMatchObject({ kind: "unusable" });
});

test("the ghost's arrows lead back to the first view", () => {
  const estimate = estimateGhost(first, later);
  expect(Math.abs(estimate.rollDeg - 6)).toBeLessThan(1.5);
  expect(Math.abs(estimate.scale - 1.05)).toBeLessThan(0.03);
  expect(gridErrorPx(estimate.homography, view)).toBeLessThan(6);
  expect(cameraMoves(estimate)).toContain("turn-clockwise");
  expect(cameraMoves(estimateGhost(first, first))).toEqual([]);
});

test("a single pixel and a black photo are answers, not crashes", () => {
  const pixel = { width: 1, height: 1, rgba: new Uint8ClampedArray(4) };
  expect(alignPhotos({ first, second: pixel }).kind).toBe("not-aligned");
  const black = { width: 200, height: 200, rgba: new Uint8ClampedArray(160_000) };
  expect(alignPhotos({ first: black, second: black }).kind).toBe("not-aligned");
});
