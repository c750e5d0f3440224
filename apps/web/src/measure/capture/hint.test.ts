import { estimateGhost, type PixelImage } from "@stipple/trichometry";
import { expect, test } from "vitest";
import { type GhostPose, hintFor } from "./hint.ts";

const fit: GhostPose = { rightFraction: 0, downFraction: 0, scale: 1, rollDeg: 0, confidence: 30 };

test.each<[Partial<GhostPose>, ReturnType<typeof hintFor>]>([
  [{}, "fits"],
  [{ rightFraction: 0.039, downFraction: -0.039, scale: 1.06, rollDeg: 3.9 }, "fits"],
  [{ rightFraction: 0.05 }, "left"],
  [{ rightFraction: -0.05 }, "right"],
  [{ downFraction: 0.05 }, "up"],
  [{ downFraction: -0.05 }, "down"],
  [{ scale: 1.08 }, "farther"],
  [{ scale: 0.92 }, "nearer"],
  [{ rollDeg: 5 }, "anticlockwise"],
  [{ rollDeg: -5 }, "clockwise"],
  [{ confidence: 3, rightFraction: 0.2 }, "unsure"],
  [{ confidence: Number.NaN }, "unsure"],
])("%o is answered with %s", (change, hint) => {
  expect(hintFor({ ...fit, ...change })).toBe(hint);
});

test("the fault that is worst for its limit is said first", () => {
  expect(hintFor({ ...fit, rightFraction: 0.05, rollDeg: 8 })).toBe("anticlockwise");
  expect(hintFor({ ...fit, rightFraction: 0.1, rollDeg: 8 })).toBe("left");
});

/** A picture of spots that are smooth and nowhere alike, seen by a camera that is not where it was. */
function spots({ right = 0, down = 0, scale = 1 }): PixelImage {
  const [width, height] = [160, 120];
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (x - 80 - right * width) / scale;
      const v = (y - 60 - down * width) / scale;
      const level =
        128 + 50 * Math.sin(u / 3 + (v / 7) ** 2 / 9) + 50 * Math.sin(v / 4 - u * u * 0.004);
      rgba.fill(level, 4 * (y * width + x), 4 * (y * width + x) + 3);
    }
  }
  return { width, height, rgba };
}

test.each([
  [{}, "fits"],
  [{ right: 0.1 }, "left"],
  [{ right: -0.1 }, "right"],
  [{ down: 0.08 }, "up"],
  [{ down: -0.08 }, "down"],
  [{ scale: 1.15 }, "farther"],
  [{ scale: 0.87 }, "nearer"],
] as const)("a head that is off by %o in the picture is answered with %s", (move, hint) => {
  expect(hintFor(estimateGhost(spots({}), spots(move)))).toBe(hint);
});
