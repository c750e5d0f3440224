import { createPlane, type Plane } from "./plane.ts";
import type { Point } from "./point.ts";
import { smoothPlane } from "./smooth.ts";

/** Scale over which a corner's gradients are gathered. */
const gatherPx = 2.5;

/**
 * Places that look different in every direction, spread evenly: the best of each cell of a grid (Shi and Tomasi 1994).
 *
 * @param mask where corners may lie, one number a pixel, 1 inside
 */
export function findCorners(
  plane: Plane,
  {
    cells,
    edgePx,
    mask,
  }: { readonly cells: number; readonly edgePx: number; readonly mask?: Uint8Array },
): readonly Point[] {
  const { width, height } = plane;
  const strength = cornerStrength(plane);
  const side = Math.max(width, height) / cells;
  const best = new Map<number, { readonly place: Point; readonly strength: number }>();
  for (let y = edgePx; y < height - edgePx; y++) {
    for (let x = edgePx; x < width - edgePx; x++) {
      const at = y * width + x;
      if (mask && mask[at] !== 1) continue;
      const cell = Math.floor(y / side) * (cells + 1) + Math.floor(x / side);
      const value = strength.values[at] ?? 0;
      if (value > (best.get(cell)?.strength ?? 0)) {
        best.set(cell, { place: { x, y }, strength: value });
      }
    }
  }
  const ranked = [...best.values()].toSorted((a, b) => b.strength - a.strength);
  const limit = 0.02 * (ranked[Math.floor(ranked.length / 10)]?.strength ?? 0);
  return ranked.filter((corner) => corner.strength > limit).map(({ place }) => place);
}

/** The smaller eigenvalue of the gradients' second moments. */
function cornerStrength({ width, height, values }: Plane): Plane {
  const xx = createPlane(width, height);
  const xy = createPlane(width, height);
  const yy = createPlane(width, height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      const gx = (values[at + 1] ?? 0) - (values[at - 1] ?? 0);
      const gy = (values[at + width] ?? 0) - (values[at - width] ?? 0);
      xx.values[at] = gx * gx;
      xy.values[at] = gx * gy;
      yy.values[at] = gy * gy;
    }
  }
  const a = smoothPlane(xx, gatherPx).values;
  const b = smoothPlane(xy, gatherPx).values;
  const c = smoothPlane(yy, gatherPx).values;
  const least = a.map((value, at) => {
    const other = c[at] ?? 0;
    return (value + other - Math.sqrt((value - other) ** 2 + 4 * (b[at] ?? 0) ** 2)) / 2;
  });
  return { width, height, values: least };
}
