import { type Point, polygonAreaPx2 } from "./point.ts";

/** Four corners in turn, clockwise on screen. */
export type Quad = readonly [Point, Point, Point, Point];

/** Least share of the outline's area that its four corners must hold: a blurred square loses its tips. */
const leastFilled = 0.9;

/** Largest ratio of a quad's sides: a square tilted by up to 60°. */
const mostOblong = 2;

/**
 * The four corners of a convex outline that is a square seen at an angle, or nothing where it is another shape.
 *
 * Starts at the two points farthest apart and the two farthest from their line, then moves each corner to the point of
 * the outline that makes the quad largest.
 */
export function fitQuad(hull: readonly Point[]): Quad | undefined {
  if (hull.length < 4) return undefined;
  const { first, second } = farthestPair(hull);
  const third = farthestFrom(hull, first, second);
  const fourth = farthestFrom(hull, second, first);
  let quad: Quad = [first, third, second, fourth];
  for (let round = 0; round < 3; round++) quad = enlarge(hull, quad);

  const area = polygonAreaPx2(quad);
  const filled = polygonAreaPx2(hull) / area;
  if (!(area > 0 && filled >= leastFilled && filled <= 1 / leastFilled)) return undefined;
  const sides = quad.map((corner, at) => distance(corner, quad[(at + 1) % 4] ?? corner));
  const isOblong = Math.max(...sides) > mostOblong * Math.min(...sides);
  return isOblong ? undefined : quad;
}

function farthestPair(hull: readonly Point[]): { readonly first: Point; readonly second: Point } {
  let best = { first: hull[0] ?? origin, second: hull[1] ?? origin, distance: -1 };
  for (const [at, first] of hull.entries()) {
    for (const second of hull.slice(at + 1)) {
      const apart = distance(first, second);
      if (apart > best.distance) best = { first, second, distance: apart };
    }
  }
  return best;
}

const origin: Point = { x: 0, y: 0 };

/** The point farthest to the left of the way from `from` to `to`. */
function farthestFrom(hull: readonly Point[], from: Point, to: Point): Point {
  return hull.reduce((best, point) =>
    cross(from, to, point) < cross(from, to, best) ? point : best,
  );
}

/** Each corner in turn goes to the point that lies farthest out from its two neighbours. */
function enlarge(hull: readonly Point[], [, b, c, d]: Quad): Quad {
  const newA = farthestFrom(hull, d, b);
  const newB = farthestFrom(hull, newA, c);
  const newC = farthestFrom(hull, newB, d);
  return [newA, newB, newC, farthestFrom(hull, newC, newA)];
}

function cross(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
