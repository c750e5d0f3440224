import { classOf, type HairClass } from "./hair.ts";
import { type Line, matchLines } from "./match-hairs.ts";
import type { Point } from "./placement.ts";
import type { SyntheticScene } from "./scene.ts";
import type { TrueHair } from "./true-hairs.ts";

/** What a counting program says of one hair. */
export interface FoundHair {
  readonly polylinePx: Line;
  readonly root: Point | undefined;
  readonly widthUm: number;
}

/** How one scene was counted. Hairs count by the middle of what the frame shows of them, away from the frame's edge. */
export interface SceneScore {
  readonly trueCount: number;
  readonly foundCount: number;
  /** Found hairs that are hairs, and true hairs that were found. */
  readonly rightCount: number;
  readonly hitCount: number;
  readonly trueByClass: Readonly<Record<HairClass, number>>;
  readonly hitByClass: Readonly<Record<HairClass, number>>;
  /** Found less true, of every true hair that was found. */
  readonly widthErrorsUm: Readonly<Record<HairClass, readonly number[]>>;
  readonly sameClassCount: number;
  readonly trueVellusFraction: number;
  readonly foundVellusFraction: number;
  /** Of the found roots, those nearer to the true root than to the true tip. */
  readonly rightEndCount: number;
  readonly endCount: number;
}

/** Hairs whose middle is nearer to the edge of the frame are not scored. */
const guardUm = 700;

export function scoreScene(scene: SyntheticScene, founds: readonly FoundHair[]): SceneScore {
  const { width, height } = scene.image;
  const lines = scene.hairs.map(({ polylinePx }) => visiblePart(polylinePx, { width, height }));
  const matches = matchLines(
    lines,
    founds.map(({ polylinePx }) => polylinePx),
    scene.umPerPx,
  );
  const guardPx = guardUm / scene.umPerPx;
  const isScored = (line: Line) => {
    const [x, y] = middleOf(line);
    return x >= guardPx && y >= guardPx && x < width - guardPx && y < height - guardPx;
  };
  const scored = scene.hairs.filter((_, at) => isScored(lines[at] ?? []));
  const scoredFound = founds.filter(({ polylinePx }) => isScored(polylinePx));
  const hits = matches.flatMap(({ truth, found }) => {
    const trueHair = scene.hairs[truth];
    const foundHair = founds[found];
    return trueHair && foundHair && isScored(lines[truth] ?? []) ? [{ trueHair, foundHair }] : [];
  });
  const rooted = hits.filter(({ foundHair }) => foundHair.root !== undefined);
  return {
    trueCount: scored.length,
    foundCount: scoredFound.length,
    rightCount: matches.filter(({ found }) => isScored(founds[found]?.polylinePx ?? [])).length,
    hitCount: hits.length,
    trueByClass: countClasses(scored),
    hitByClass: countClasses(hits.map(({ trueHair }) => trueHair)),
    widthErrorsUm: widthErrors(hits),
    sameClassCount: hits.filter(
      ({ trueHair, foundHair }) => classOf(foundHair.widthUm) === trueHair.hairClass,
    ).length,
    trueVellusFraction: share(scored, ({ diameterUm }) => diameterUm < 30),
    foundVellusFraction: share(scoredFound, ({ widthUm }) => widthUm < 30),
    rightEndCount: rooted.filter(isRightEnd).length,
    endCount: rooted.length,
  };
}

interface Hit {
  readonly trueHair: TrueHair;
  readonly foundHair: FoundHair;
}

function isRightEnd({ trueHair, foundHair }: Hit): boolean {
  const { root } = foundHair;
  return root !== undefined && distance(root, trueHair.root) < distance(root, trueHair.tip);
}

function widthErrors(hits: readonly Hit[]): SceneScore["widthErrorsUm"] {
  const of = (hairClass: HairClass) =>
    hits
      .filter(({ trueHair }) => trueHair.hairClass === hairClass)
      .map(({ trueHair, foundHair }) => foundHair.widthUm - trueHair.diameterUm);
  return { vellus: of("vellus"), intermediate: of("intermediate"), terminal: of("terminal") };
}

function countClasses(hairs: readonly TrueHair[]): SceneScore["trueByClass"] {
  const of = (wanted: HairClass) => hairs.filter(({ hairClass }) => hairClass === wanted).length;
  return { vellus: of("vellus"), intermediate: of("intermediate"), terminal: of("terminal") };
}

/** The stretch of a line that lies in the frame. */
function visiblePart(line: Line, frame: { readonly width: number; readonly height: number }): Line {
  return line.filter(([x, y]) => x >= 0 && y >= 0 && x <= frame.width - 1 && y <= frame.height - 1);
}

/** The place half way along a line; nowhere for an empty one. */
export function middleOf(line: Line): Point {
  const lengths = line.map((point, at) => distance(point, line[Math.max(0, at - 1)] ?? point));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [at, length] of lengths.entries()) {
    const from = line[at - 1];
    const to = line[at];
    if (from !== undefined && to !== undefined && length >= left) {
      const part = length === 0 ? 0 : left / length;
      return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
    }
    left -= length;
  }
  return line[0] ?? [Number.NaN, Number.NaN];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function share<T>(of: readonly T[], is: (one: T) => boolean): number {
  return of.length === 0 ? 0 : of.filter(is).length / of.length;
}
