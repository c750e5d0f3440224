import { type Plane, samplePlane } from "./plane.ts";
import type { Point } from "./point.ts";
import type { Quad } from "./quad-fit.ts";
import { windowCard } from "./window-card.ts";

/** How far from the expected edge light is looked at, in cells of the code: the rim is one cell wide. */
const reachCells = 0.7;
const profilesPerEdge = 32;

/** The part of each edge that is used: near a corner the light of two edges mixes. */
const edgePart = [0.14, 0.86] as const;

/**
 * The corners of a fiducial to a fraction of a pixel: a line is laid along each edge, and neighbouring lines cross.
 *
 * Along each of many cuts across an edge, the edge stands where the light lost on the dark side makes up for the light
 * gained on the other; blur, being the same on both sides, does not move that place. Needs light, not sRGB levels.
 */
export function refineCorners(luminance: Plane, quad: Quad): Quad {
  let corners = quad;
  for (let round = 0; round < 3; round++) {
    const lines = corners.map((from, at) =>
      edgeLine(luminance, from, corners[(at + 1) % 4] ?? from),
    );
    const [top, right, bottom, left] = lines;
    const a = left && top && cross(left, top);
    const b = top && right && cross(top, right);
    const c = right && bottom && cross(right, bottom);
    const d = bottom && left && cross(bottom, left);
    const [oldA, oldB, oldC, oldD] = corners;
    corners = [a ?? oldA, b ?? oldB, c ?? oldC, d ?? oldD];
  }
  return corners;
}

/** All points with a·x + b·y = c, with (a, b) of length 1. */
interface Line {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

function edgeLine(luminance: Plane, from: Point, to: Point): Line | undefined {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (!(length > 0)) return undefined;
  // Clockwise corners: outward lies to the left of the way.
  const outward = { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
  const reachPx = (reachCells * length) / windowCard.fiducialCells;
  const found: { readonly point: Point; readonly contrast: number }[] = [];
  for (let profile = 0; profile < profilesPerEdge; profile++) {
    const [first, last] = edgePart;
    const along = first + ((last - first) * (profile + 0.5)) / profilesPerEdge;
    const middle = { x: from.x + along * (to.x - from.x), y: from.y + along * (to.y - from.y) };
    const { offsetPx, contrast } = findEdge(luminance, { middle, outward, reachPx });
    found.push({
      point: { x: middle.x + offsetPx * outward.x, y: middle.y + offsetPx * outward.y },
      contrast,
    });
  }
  const usual = found.map(({ contrast }) => contrast).sort((a, b) => a - b)[found.length >> 1] ?? 0;
  const clear = found.filter(({ contrast }) => contrast > 0.5 * usual && contrast > 0);
  return fitLine(clear.map(({ point }) => point));
}

interface Cut {
  readonly middle: Point;
  readonly outward: Point;
  readonly reachPx: number;
}

function findEdge(luminance: Plane, { middle, outward, reachPx }: Cut) {
  const count = Math.max(8, Math.ceil(4 * reachPx));
  const step = (2 * reachPx) / count;
  const profile = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const offset = -reachPx + (at + 0.5) * step;
    profile[at] = samplePlane(
      luminance,
      middle.x + offset * outward.x,
      middle.y + offset * outward.y,
    );
  }
  const end = Math.max(1, count >> 3);
  const dark = mean(profile.subarray(0, end));
  const light = mean(profile.subarray(count - end));
  const contrast = light - dark;
  const lightPart = contrast > 0 ? (mean(profile) - dark) / contrast : 0.5;
  return { offsetPx: reachPx - lightPart * 2 * reachPx, contrast };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Total least squares; points far off the line, such as where a hair crosses the edge, are left out. */
function fitLine(points: readonly Point[]): Line | undefined {
  let used = points;
  for (let round = 0; round < 4; round++) {
    if (used.length < profilesPerEdge / 4) return undefined;
    const line = leastSquaresLine(used);
    const distances = points.map((point) => Math.abs(line.a * point.x + line.b * point.y - line.c));
    const usual = distances.toSorted((a, b) => a - b)[points.length >> 1] ?? 0;
    const limit = Math.max(0.05, 3 * usual);
    const kept = points.filter((_, at) => (distances[at] ?? 0) <= limit);
    if (kept.length === used.length && round > 0) return line;
    used = kept;
  }
  return used.length < profilesPerEdge / 4 ? undefined : leastSquaresLine(used);
}

function leastSquaresLine(points: readonly Point[]): Line {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const point of points) {
    xx += (point.x - x) ** 2;
    xy += (point.x - x) * (point.y - y);
    yy += (point.y - y) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const a = -Math.sin(angle);
  const b = Math.cos(angle);
  return { a, b, c: a * x + b * y };
}

function cross(first: Line, second: Line): Point | undefined {
  const determinant = first.a * second.b - second.a * first.b;
  if (!(Math.abs(determinant) > 0.2)) return undefined;
  return {
    x: (first.c * second.b - second.c * first.b) / determinant,
    y: (first.a * second.c - second.a * first.c) / determinant,
  };
}
