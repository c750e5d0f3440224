import { mapPoint, type PixelImage } from "@stipple/trichometry";
import { expect, test } from "vitest";
import { alignWithLandmarks } from "./align-with-landmarks.ts";

const side = 240;

/** A spotted disc, turned and moved: enough marks to be laid over another photo of the same seed. */
function head(seed: number, turnRad = 0, shiftPx = 0): PixelImage {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const spots = Array.from({ length: 110 }, () => ({
    x: (random() - 0.5) * side * 1.3,
    y: (random() - 0.5) * side * 1.3,
    r: 3 + 7 * random(),
    level: 40 + 150 * random(),
  }));
  const [cos, sin] = [Math.cos(turnRad), Math.sin(turnRad)];
  const rgba = new Uint8ClampedArray(4 * side * side).fill(255);
  for (let at = 0; at < side * side; at++) {
    const across = (at % side) - side / 2 - shiftPx;
    const down = Math.floor(at / side) - side / 2 - shiftPx;
    const [x, y] = [across * cos + down * sin, down * cos - across * sin];
    const spot = spots.find((one) => (one.x - x) ** 2 + (one.y - y) ** 2 < one.r ** 2);
    rgba.fill(spot?.level ?? 200, 4 * at, 4 * at + 3);
  }
  return { width: side, height: side, rgba };
}

const share = (x: number, y: number) => ({ x: x / side, y: y / side });

/** Where the turned and moved head has what the first one has at (x, y). */
function moved(x: number, y: number, turnRad: number, shiftPx: number) {
  const [cos, sin] = [Math.cos(turnRad), Math.sin(turnRad)];
  const [across, down] = [x - side / 2, y - side / 2];
  return {
    x: across * cos - down * sin + side / 2 + shiftPx,
    y: across * sin + down * cos + side / 2 + shiftPx,
  };
}

const places = [
  [50, 55],
  [190, 60],
  [55, 185],
  [185, 175],
  [120, 112],
] as const;

test("a head that is turned too far to be found is laid over by landmarks a few pixels off", () => {
  const [turnRad, shiftPx] = [1.3, 12];
  const [first, second] = [head(3), head(3, turnRad, shiftPx)];
  expect(alignWithLandmarks(first, second, []).kind).toBe("not-aligned");
  const landmarks = places.map(([x, y], at) => {
    const to = moved(x, y, turnRad, shiftPx);
    return {
      before: share(x, y),
      after: share(to.x + ((at * 2) % 5) - 2, to.y + ((at * 3) % 5) - 2),
    };
  });
  const answer = alignWithLandmarks(first, second, landmarks);
  if (answer.kind !== "aligned") throw new Error(answer.message);
  const found = mapPoint(answer.homography, { x: 88, y: 150 });
  const truth = moved(88, 150, turnRad, shiftPx);
  expect(Math.hypot(found.x - truth.x, found.y - truth.y)).toBeLessThan(1);
});

test("landmarks do not make two different heads one", () => {
  const same = places.map(([x, y]) => ({ before: share(x, y), after: share(x, y) }));
  const answer = alignWithLandmarks(head(3), head(4), same);
  expect(answer.kind).toBe("not-aligned");
});

test("landmarks on a line are no start, and photos that agree by themselves need none", () => {
  const line = places.map((_, at) => ({
    before: share(30 + 34 * at, 50),
    after: share(33 + 34 * at, 54),
  }));
  expect(alignWithLandmarks(head(3), head(3, 0.02, 3), line).kind).toBe("aligned");
});
