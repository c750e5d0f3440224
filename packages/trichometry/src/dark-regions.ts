import { boxMean } from "./box-mean.ts";
import type { Plane } from "./plane.ts";
import type { Point } from "./point.ts";

/** A connected patch of dark pixels: how large it is, and the convex outline around it. */
export interface DarkRegion {
  readonly areaPx2: number;
  /** Corners of the pixels on the outline, in turn. */
  readonly hull: readonly Point[];
}

export interface DarkRegionSearch {
  /** Half the side of the square whose mean a pixel is compared with. */
  readonly radiusPx: number;
  /** A pixel is dark below this share of that mean. */
  readonly below: number;
  /** Smallest and largest side of a region that is looked for. */
  readonly sidesPx: readonly [number, number];
}

/** The connected dark patches of a picture whose sides lie in the wanted range. */
export function findDarkRegions(plane: Plane, search: DarkRegionSearch): readonly DarkRegion[] {
  const mean = boxMean(plane, search.radiusPx);
  const runs = darkRuns(plane, mean, search.below);
  joinRuns(runs);
  return gatherRegions(runs, search.sidesPx);
}

/** Pixels from `first` to `last` of row `y`; `parent` is another run of the same patch, or the run itself. */
interface Run {
  readonly y: number;
  readonly first: number;
  readonly last: number;
  parent: number;
}

function darkRuns({ width, height, values }: Plane, mean: Plane, below: number): Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let first = -1;
    for (let x = 0; x <= width; x++) {
      const isDark = x < width && (values[row + x] ?? 0) < below * (mean.values[row + x] ?? 0);
      if (isDark && first < 0) first = x;
      if (!isDark && first >= 0) {
        runs.push({ y, first, last: x - 1, parent: runs.length });
        first = -1;
      }
    }
  }
  return runs;
}

/** Makes runs of neighbouring rows that touch share a root. */
function joinRuns(runs: Run[]): void {
  let above = 0;
  for (const [at, run] of runs.entries()) {
    for (let other = runs[above]; other && other.y < run.y - 1; other = runs[above]) above++;
    for (let candidate = above; candidate < at; candidate++) {
      const other = runs[candidate];
      if (!other || other.y !== run.y - 1 || other.first > run.last) break;
      if (other.last >= run.first) join(runs, at, candidate);
      else above = candidate;
    }
  }
}

function join(runs: Run[], a: number, b: number): void {
  const rootA = rootOf(runs, a);
  const rootB = rootOf(runs, b);
  const later = runs[Math.max(rootA, rootB)];
  if (later && rootA !== rootB) later.parent = Math.min(rootA, rootB);
}

function rootOf(runs: Run[], at: number): number {
  let root = at;
  for (let run = runs[root]; run && run.parent !== root; run = runs[root]) {
    run.parent = runs[run.parent]?.parent ?? run.parent;
    root = run.parent;
  }
  return root;
}

function gatherRegions(
  runs: Run[],
  [least, most]: readonly [number, number],
): readonly DarkRegion[] {
  const members = new Map<number, Run[]>();
  for (const [at, run] of runs.entries()) {
    const root = rootOf(runs, at);
    const list = members.get(root);
    if (list) list.push(run);
    else members.set(root, [run]);
  }
  return [...members.values()].flatMap((list) => {
    const heightPx = (list.at(-1)?.y ?? 0) - (list[0]?.y ?? 0) + 1;
    if (heightPx < least || heightPx > most) return [];
    const left = list.reduce((first, run) => Math.min(first, run.first), Number.POSITIVE_INFINITY);
    const right = list.reduce((last, run) => Math.max(last, run.last), 0);
    const widthPx = right - left + 1;
    if (widthPx < least || widthPx > most) return [];
    const areaPx2 = list.reduce((sum, run) => sum + run.last - run.first + 1, 0);
    return [{ areaPx2, hull: convexHull(pixelCorners(list)) }];
  });
}

function pixelCorners(runs: readonly Run[]): Point[] {
  return runs.flatMap(({ y, first, last }) => [
    { x: first - 0.5, y: y - 0.5 },
    { x: first - 0.5, y: y + 0.5 },
    { x: last + 0.5, y: y - 0.5 },
    { x: last + 0.5, y: y + 0.5 },
  ]);
}

/** The convex hull by Andrew's monotone chains (1979), clockwise on screen. */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const chain = (ordered: readonly Point[]): Point[] => {
    const hull: Point[] = [];
    for (const point of ordered) {
      while (hull.length >= 2 && !turnsRight(hull.at(-2), hull.at(-1), point)) hull.pop();
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.toReversed())];
}

function turnsRight(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (!a || !b) return false;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}
