import type { PixelImage } from "./image.ts";
import { measureLuminance } from "./luminance.ts";
import type { HairMatch, MatchableHair, MatchableVisit } from "./match-hairs.ts";
import { type Plane, samplePlane } from "./plane.ts";
import type { Point } from "./point.ts";

/** What a second look at the other photo says of a hair that was found in one photo only. */
export type SecondLook =
  /** A line lies there that was not counted: the hair was missed. */
  | "missed"
  /** Another hair lies there, so nobody can tell. */
  | "covered"
  /** Bare skin. */
  | "absent";

/** The looks at hairs without a partner, by their numbers in the two lists. */
export interface SecondLooks {
  readonly first: ReadonlyMap<number, SecondLook>;
  readonly second: ReadonlyMap<number, SecondLook>;
}

interface Photographed {
  readonly visit: MatchableVisit;
  readonly image: PixelImage;
}

/**
 * Looks in each photo for the hairs that only the other one's count has.
 *
 * A count misses one hair in ten; most of them lie plainly in the photo once one knows where to look. Without this, a
 * miss on either date looks like a hair that came or went.
 */
export function lookAgain(
  first: Photographed,
  second: Photographed,
  match: HairMatch,
): SecondLooks {
  const planes = { first: measureLuminance(first.image), second: measureLuminance(second.image) };
  return {
    first: lookFor(match.onlyFirst, {
      from: { ...first.visit, plane: planes.first },
      to: { ...second.visit, plane: planes.second },
      map: match.toSecondPx,
    }),
    second: lookFor(match.onlySecond, {
      from: { ...second.visit, plane: planes.second },
      to: { ...first.visit, plane: planes.first },
      map: match.toFirstPx,
    }),
  };
}

interface Side extends MatchableVisit {
  readonly plane: Plane;
}

interface Look {
  readonly from: Side;
  readonly to: Side;
  readonly map: (place: Point) => Point;
}

/** The part of a hair from its root that is looked at; beyond it a hair may have been clipped. */
const reachUm = 450;
/** How much a hair may lie differently, and how far its root may be off. */
const turnsRad = [0, -0.08, 0.08, -0.16, 0.16, -0.24, 0.24, -0.32, 0.32];
const shiftsUm = [0, -20, 20, -40, 40];
/** Share of a hair's own contrast at which a line is taken for it. */
const leastShare = 0.45;
/** Share of a line that may lie on another hair. */
const mostCovered = 0.5;

function lookFor(numbers: readonly number[], look: Look): ReadonlyMap<number, SecondLook> {
  return new Map(
    numbers.flatMap((number) => {
      const hair = look.from.hairs[number];
      return hair ? [[number, lookForHair(hair, look)] as const] : [];
    }),
  );
}

function lookForHair(hair: MatchableHair, { from, to, map }: Look): SecondLook {
  const widthUm = hair.widthUm ?? usualWidthUm;
  const course = startOf(hair, "root", reachUm / from.umPerPx);
  const own = lineContrast(from.plane, course, widthUm / from.umPerPx);
  const expected = (["root", "tip"] as const).map((end) =>
    startOf(hair, end, reachUm / from.umPerPx).map(map),
  );
  let free = 0;
  let covered = 0;
  for (const line of expected) {
    for (const turnRad of turnsRad) {
      for (const shiftUm of shiftsUm) {
        const tried = moveCourse(line, turnRad, shiftUm / to.umPerPx);
        const contrast = lineContrast(to.plane, tried, widthUm / to.umPerPx);
        if (contrast <= Math.max(free, leastShare * own)) continue;
        if (coveredShare(tried, to) <= mostCovered) free = contrast;
        // A neighbour that only a turned or shifted line meets is another hair.
        else if (Math.abs(turnRad) < 0.1 && Math.abs(shiftUm) <= 20) covered = contrast;
      }
    }
  }
  if (free > leastShare * own) return "missed";
  return covered > leastShare * own ? "covered" : "absent";
}

const usualWidthUm = 50;
/** Places along a hair that are looked at. */
const places = 16;

/** Evenly spaced places from one end of a hair on. */
function startOf(hair: MatchableHair, end: "root" | "tip", reachPx: number): readonly Point[] {
  const line = hair.polyline && hair.polyline.length > 1 ? hair.polyline : [hair.root, hair.tip];
  const ordered = end === "root" ? line : line.toReversed();
  const lengths = ordered.map((point, at) => {
    const before = ordered[at - 1] ?? point;
    return Math.hypot(point.x - before.x, point.y - before.y);
  });
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const reach = Math.min(reachPx, whole);
  return Array.from({ length: places }, (_, place) =>
    pointAt(ordered, lengths, ((place + 0.5) / places) * reach),
  );
}

function pointAt(line: readonly Point[], lengths: readonly number[], along: number): Point {
  let left = along;
  for (let at = 1; at < line.length; at++) {
    const from = line[at - 1];
    const to = line[at];
    const length = lengths[at] ?? 0;
    if (!from || !to) break;
    if (left <= length && length > 0) {
      const share = left / length;
      return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    }
    left -= length;
  }
  return line.at(-1) ?? { x: 0, y: 0 };
}

/** Turned about its first place and shifted to its side. */
function moveCourse(course: readonly Point[], turnRad: number, shiftPx: number): readonly Point[] {
  const start = course[0] ?? { x: 0, y: 0 };
  const end = course.at(-1) ?? start;
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const asideX = (-(end.y - start.y) / length) * shiftPx;
  const asideY = ((end.x - start.x) / length) * shiftPx;
  const cos = Math.cos(turnRad);
  const sin = Math.sin(turnRad);
  return course.map(({ x, y }) => ({
    x: start.x + cos * (x - start.x) - sin * (y - start.y) + asideX,
    y: start.y + sin * (x - start.x) + cos * (y - start.y) + asideY,
  }));
}

/** How much darker or lighter a line is than both its sides, as a share of their light: the median along it. */
function lineContrast(plane: Plane, course: readonly Point[], widthPx: number): number {
  const beside = widthPx / 2 + 2.5;
  const contrasts = course.map(({ x, y }, at) => {
    const before = course[at - 1] ?? course[at] ?? { x, y };
    const after = course[at + 1] ?? course[at] ?? { x, y };
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const normalX = -(after.y - before.y) / length;
    const normalY = (after.x - before.x) / length;
    const across = (offset: number) =>
      samplePlane(plane, x + offset * normalX, y + offset * normalY);
    const middle = (across(-widthPx / 4) + across(0) + across(widthPx / 4)) / 3;
    const left = (across(-beside) + across(-beside - 1.5)) / 2;
    const right = (across(beside) + across(beside + 1.5)) / 2;
    const darker = Math.min(left, right) - middle;
    const lighter = middle - Math.max(left, right);
    return Math.max(darker, lighter) / Math.max(0.02, (left + right) / 2);
  });
  return contrasts.toSorted((a, b) => a - b)[contrasts.length >> 1] ?? 0;
}

/** Share of a line that lies on hairs that were counted in that photo. */
function coveredShare(course: readonly Point[], { hairs, umPerPx }: Side): number {
  const covered = course.filter((place) =>
    hairs.some((hair) => {
      const reachPx = (hair.widthUm ?? usualWidthUm) / umPerPx / 2 + 2;
      return distanceToHair(place, hair) < reachPx;
    }),
  );
  return covered.length / Math.max(1, course.length);
}

function distanceToHair({ x, y }: Point, hair: MatchableHair): number {
  const line = hair.polyline && hair.polyline.length > 1 ? hair.polyline : [hair.root, hair.tip];
  let nearest = Number.POSITIVE_INFINITY;
  for (let at = 1; at < line.length; at++) {
    const from = line[at - 1];
    const to = line[at];
    if (!from || !to) continue;
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    const square = dx * dx + dy * dy;
    const share =
      square > 0 ? Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / square)) : 0;
    nearest = Math.min(nearest, Math.hypot(x - from.x - share * dx, y - from.y - share * dy));
  }
  return nearest;
}
