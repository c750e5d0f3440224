import { createRandom } from "@stipple/simulation";
import { expect, test } from "vitest";
import { createCanvas } from "./canvas.ts";
import { transformBlock, untransformBlock } from "./cosine-transform.ts";
import { loseByJpeg } from "./jpeg-loss.ts";

test("the cosine transform and its inverse give the block back", () => {
  const random = createRandom(3);
  const block = Float32Array.from({ length: 64 }, () => 255 * random.uniform() - 128);
  const kept = block.slice();
  transformBlock(block);
  expect(block[0]).toBeCloseTo(kept.reduce((sum, value) => sum + value, 0) / 8, 2);
  untransformBlock(block);
  for (const [at, value] of block.entries()) expect(value).toBeCloseTo(kept[at] ?? 0, 3);
});

function lossAt(quality: number): number {
  const random = createRandom(4);
  const canvas = createCanvas(45, 35);
  const before = canvas.planes.map((plane) =>
    plane.map((_, at) => (plane[at] = 120 + 40 * Math.sin(at / 3) + 10 * random.normal())),
  );
  loseByJpeg(canvas, quality);
  const squares = canvas.planes.map((plane, channel) =>
    plane.reduce((sum, value, at) => sum + (value - (before[channel]?.[at] ?? 0)) ** 2, 0),
  );
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (3 * 45 * 35));
}

test("a lower quality loses more", () => {
  const losses = [95, 80, 60, 30].map(lossAt);
  expect(losses).toEqual(losses.toSorted((a, b) => a - b));
});

test("an even grey is kept exactly at every quality", () => {
  for (const quality of [10, 50, 72, 95]) {
    const canvas = createCanvas(17, 9);
    for (const plane of canvas.planes) plane.fill(128);
    loseByJpeg(canvas, quality);
    for (const plane of canvas.planes) for (const value of plane) expect(value).toBeCloseTo(128, 3);
  }
});

test("a quality that does not exist is refused", () => {
  expect(() => loseByJpeg(createCanvas(8, 8), 0)).toThrow("jpegQuality must be 1 to 100, got 0");
});
