import { type NamedHair, newUnit } from "./apply-edits.ts";
import { classOfWidth } from "./hair-class.ts";
import type { Point } from "./point.ts";

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** An end nearer to the frame than this counts as cut by it, in pixels of the photo. */
const framePx = 8;

/** What a person knows of a hair they draw: its line from root to tip, and the width that was measured along it. */
export interface DrawnHair {
  readonly id: string;
  readonly polyline: readonly Point[];
  readonly widthPx: number;
  readonly widthSdPx: number;
  readonly umPerPx: number | undefined;
  readonly frame: Frame;
}

/** A hair that a person drew. It is sure to be one, and its first point is its root. */
export function drawHair({
  id,
  polyline,
  widthPx,
  widthSdPx,
  umPerPx,
  frame,
}: DrawnHair): NamedHair {
  const [root] = polyline;
  const tip = polyline.at(-1);
  if (!root || !tip || root === tip) {
    throw new RangeError(`a hair needs 2 points or more, got ${polyline.length}`);
  }
  const rootCut = isOnFrame(root, frame);
  return {
    id,
    polyline,
    root,
    tip,
    rootConfidence: 1,
    widthPx,
    ...sizes({ widthPx, widthSdPx, lengthPx: lengthOf(polyline), umPerPx }),
    score: 1,
    borderCut: rootCut || isOnFrame(tip, frame),
    rootInside: rootCut ? 0.5 : 1,
    unit: newUnit,
    source: "manual",
  };
}

/** Cuts a hair in two at the place of its line that is nearest to `at`; nothing where that is one of its ends. */
export function splitHair(
  hair: NamedHair,
  {
    at,
    ids,
    frame,
  }: { readonly at: Point; readonly ids: readonly [string, string]; readonly frame: Frame },
): readonly [NamedHair, NamedHair] | undefined {
  const place = nearestPlace(hair.polyline, at);
  const before = [...hair.polyline.slice(0, place.after), place.point];
  const after = [place.point, ...hair.polyline.slice(place.after)];
  if (lengthOf(before) < leastPiecePx || lengthOf(after) < leastPiecePx) return undefined;
  return [
    piece(hair, ids[0], { polyline: before, frame }),
    piece(hair, ids[1], { polyline: after, frame }),
  ];
}

/** Pieces shorter than this are a slip of the finger. */
const leastPiecePx = 4;

function piece(
  hair: NamedHair,
  id: string,
  { polyline, frame }: { readonly polyline: readonly Point[]; readonly frame: Frame },
): NamedHair {
  return drawnLike(hair, { id, polyline, frame });
}

/** One hair of two pieces: from the root of the first to the farther end of the second. */
export function joinHairs(
  first: NamedHair,
  second: NamedHair,
  { id, frame }: { readonly id: string; readonly frame: Frame },
): NamedHair {
  const [a, b] = nearestEnds(first.polyline, second.polyline);
  const [longer, shorter] =
    lengthOf(first.polyline) >= lengthOf(second.polyline) ? [first, second] : [second, first];
  const share =
    lengthOf(longer.polyline) / (lengthOf(longer.polyline) + lengthOf(shorter.polyline));
  const mean = (of: (hair: NamedHair) => number | undefined) => {
    const [x, y] = [of(longer), of(shorter)];
    return x === undefined || y === undefined ? (x ?? y) : share * x + (1 - share) * y;
  };
  const widthPx = mean((hair) => hair.widthPx) ?? longer.widthPx;
  const widthUm = mean((hair) => hair.widthUm);
  const widthSdUm = mean((hair) => hair.widthSdUm);
  return drawnLike(
    {
      ...longer,
      widthPx,
      widthUm,
      widthSdUm,
      class: widthUm === undefined ? undefined : classOfWidth(widthUm),
    },
    { id, polyline: [...a, ...b], frame },
  );
}

/** The lines turned so that the end of the first meets the beginning of the second. */
function nearestEnds(
  first: readonly Point[],
  second: readonly Point[],
): readonly [readonly Point[], readonly Point[]] {
  const ways = [
    [first, second],
    [first, second.toReversed()],
    // The second leads to the first one's root, so its far end becomes the root.
    [second, first],
    [second.toReversed(), first],
  ] as const;
  const gapOf = ([one, other]: (typeof ways)[number]) => gap(one.at(-1), other[0]);
  return ways.toSorted((one, other) => gapOf(one) - gapOf(other))[0] ?? ways[0];
}

function drawnLike(
  hair: NamedHair,
  {
    id,
    polyline,
    frame,
  }: { readonly id: string; readonly polyline: readonly Point[]; readonly frame: Frame },
): NamedHair {
  const umPerPx = hair.widthUm === undefined ? undefined : hair.widthUm / hair.widthPx;
  const widthSdPx = umPerPx === undefined ? 0.3 * hair.widthPx : (hair.widthSdUm ?? 0) / umPerPx;
  return drawHair({ id, polyline, widthPx: hair.widthPx, widthSdPx, umPerPx, frame });
}

function sizes({
  widthPx,
  widthSdPx,
  lengthPx,
  umPerPx,
}: {
  readonly widthPx: number;
  readonly widthSdPx: number;
  readonly lengthPx: number;
  readonly umPerPx: number | undefined;
}): Pick<NamedHair, "widthUm" | "widthSdUm" | "lengthUm" | "class"> {
  if (umPerPx === undefined) {
    return { widthUm: undefined, widthSdUm: undefined, lengthUm: undefined, class: undefined };
  }
  return {
    widthUm: widthPx * umPerPx,
    widthSdUm: widthSdPx * umPerPx,
    lengthUm: lengthPx * umPerPx,
    class: classOfWidth(widthPx * umPerPx),
  };
}

function isOnFrame({ x, y }: Point, { width, height }: Frame): boolean {
  return x < framePx || y < framePx || x > width - 1 - framePx || y > height - 1 - framePx;
}

function lengthOf(line: readonly Point[]): number {
  return line.reduce((sum, point, i) => sum + (i === 0 ? 0 : gap(line[i - 1], point)), 0);
}

function gap(a: Point | undefined, b: Point | undefined): number {
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.POSITIVE_INFINITY;
}

/** The place on a line nearest to a point, and the index of the corner after it. */
function nearestPlace(
  line: readonly Point[],
  at: Point,
): { readonly point: Point; readonly after: number } {
  let best = { point: line[0] ?? at, after: 1, distance: Number.POSITIVE_INFINITY };
  for (let after = 1; after < line.length; after++) {
    const [from, to] = [line[after - 1], line[after]];
    if (!from || !to) continue;
    const along = { x: to.x - from.x, y: to.y - from.y };
    const length2 = along.x ** 2 + along.y ** 2;
    const share =
      length2 === 0 ? 0 : ((at.x - from.x) * along.x + (at.y - from.y) * along.y) / length2;
    const held = Math.min(1, Math.max(0, share));
    const point = { x: from.x + held * along.x, y: from.y + held * along.y };
    const distance = gap(point, at);
    if (distance < best.distance) best = { point, after, distance };
  }
  return best;
}

/** How far a place is from a hair's line, in pixels. */
export function distanceToHair(hair: Pick<NamedHair, "polyline">, at: Point): number {
  return gap(nearestPlace(hair.polyline, at).point, at);
}
