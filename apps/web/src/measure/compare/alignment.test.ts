import type { Homography } from "@stipple/trichometry";
import { expect, test } from "vitest";
import { type Overlay, overlayTransform } from "./alignment.ts";

const toBefore: Homography = [0.9, -0.1, 40, 0.2, 1.1, -7, 1e-4, -2e-4, 1];
const size = { width: 1200, height: 900 };
const overlay: Overlay = { before: size, after: size, toBefore };

/** Where a CSS matrix3d puts a point of the plane. */
function placeOf(transform: string, x: number, y: number): readonly [number, number] {
  const m = transform.slice("matrix3d(".length, -1).split(", ").map(Number);
  const row = (at: number) => (m[at] ?? 0) * x + (m[at + 4] ?? 0) * y + (m[at + 12] ?? 0);
  return [row(0) / row(3), row(1) / row(3)];
}

test("the CSS transform puts a pixel of the later photo where the homography says, in CSS pixels", () => {
  const scale = 0.3;
  for (const [x, y] of [
    [0, 0],
    [1200, 0],
    [300, 777],
  ] as const) {
    const [a, b, c, d, e, f, g, h, i] = toBefore;
    const w = g * x + h * y + i;
    const [cssX, cssY] = placeOf(overlayTransform(overlay, scale), x, y);
    expect(cssX).toBeCloseTo((scale * (a * x + b * y + c)) / w, 6);
    expect(cssY).toBeCloseTo((scale * (d * x + e * y + f)) / w, 6);
  }
});
