import type { Point } from "./point.ts";

/** Roots nearer than this belong to one follicular unit, as do roots linked through others (specification, step 13). */
const linkUm = 180;

/** Which unit each root belongs to: 0, 1, 2 … in the order in which the units are met. */
export function groupUnits(roots: readonly Point[], umPerPx: number): number[] {
  const reach = linkUm / umPerPx;
  const units: number[] = roots.map(() => -1);
  let next = 0;
  for (let first = 0; first < roots.length; first++) {
    if (units[first] !== -1) continue;
    const waiting = [first];
    units[first] = next;
    for (const at of waiting) {
      for (let other = 0; other < roots.length; other++) {
        if (units[other] !== -1 || !isNear(roots[at], roots[other], reach)) continue;
        units[other] = next;
        waiting.push(other);
      }
    }
    next++;
  }
  return units;
}

function isNear(a: Point | undefined, b: Point | undefined, reach: number): boolean {
  return a !== undefined && b !== undefined && Math.hypot(a.x - b.x, a.y - b.y) <= reach;
}
