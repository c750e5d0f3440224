import { distanceToHair, type NamedHair, type Point } from "@stipple/trichometry";

/** The hair nearest to a place, if it is within reach. */
export function hairAt(
  hairs: readonly NamedHair[],
  at: Point,
  reachPx: number,
): NamedHair | undefined {
  let nearest: NamedHair | undefined;
  let least = reachPx;
  for (const hair of hairs) {
    const distance = distanceToHair(hair, at);
    if (distance <= least) [nearest, least] = [hair, distance];
  }
  return nearest;
}

const headings = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
} as const;
export type ArrowKey = keyof typeof headings;

export function isArrow(key: string): key is ArrowKey {
  return key in headings;
}

export function stepOf(key: ArrowKey, by: number): Point {
  const { x, y } = headings[key];
  return { x: x * by, y: y * by };
}

/** The next hair the way an arrow points: near, and rather ahead than aside. */
export function nextHair(
  hairs: readonly NamedHair[],
  from: Point,
  key: ArrowKey,
): NamedHair | undefined {
  const heading = headings[key];
  let best: NamedHair | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const hair of hairs) {
    const across = middleOf(hair).x - from.x;
    const down = middleOf(hair).y - from.y;
    const ahead = across * heading.x + down * heading.y;
    const aside = Math.abs(across * heading.y - down * heading.x);
    // Four such cones leave no direction out.
    if (ahead <= 0.5 || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) [best, least] = [hair, cost];
  }
  return best;
}

export function middleOf({ polyline, root }: Pick<NamedHair, "polyline" | "root">): Point {
  return polyline[polyline.length >> 1] ?? root;
}
