import { type Plane, samplePlane } from "./plane.ts";
import type { Point } from "./point.ts";

/** How wide the skin along a part is. */
export interface PartWidth {
  readonly kind: "measured";
  readonly medianPx: number;
  readonly p90Px: number;
  /** With a scale only. */
  readonly medianMm?: number;
  readonly p90Mm?: number;
  /** Share of the head's width, where that is given: what can be compared without a scale. */
  readonly headWidthFraction?: number;
  readonly profiles: number;
}

export interface NoPartWidth {
  readonly kind: "not-measured";
  readonly message: string;
  readonly action: string;
}

export interface PartRequest {
  /** How much of each pixel is hair. */
  readonly hair: Plane;
  /** The middle of the part, from one end to the other; the same on both dates, carried by the alignment. */
  readonly line: readonly Point[];
  readonly mmPerPx?: number;
  readonly headWidthPx?: number;
}

/** Profiles stand this far apart; each is the mean over a stretch along the part. */
const spacingPx = 2;
const stretchPx = 9;
/** Where hair begins to cover half. */
const coveredShare = 0.5;
/** A part that is wider than this share of the picture is bald skin without an edge. */
const widestShare = 0.25;
const leastProfiles = 10;

/** The width of the part: across it, how far it is to where hair covers half, on both sides. */
export function measurePartWidth(request: PartRequest): PartWidth | NoPartWidth {
  const { hair, line, mmPerPx, headWidthPx } = request;
  const reachPx = widestShare * Math.max(hair.width, hair.height);
  const widths = placesAlong(line)
    .flatMap((place) => widthAt(hair, place, reachPx) ?? [])
    .toSorted((a, b) => a - b);
  if (widths.length < leastProfiles) return noEdges;
  const medianPx = widths[widths.length >> 1] ?? 0;
  const p90Px = widths[Math.floor(0.9 * (widths.length - 1))] ?? 0;
  return {
    kind: "measured",
    medianPx,
    p90Px,
    ...(mmPerPx === undefined ? {} : { medianMm: medianPx * mmPerPx, p90Mm: p90Px * mmPerPx }),
    ...(headWidthPx === undefined ? {} : { headWidthFraction: medianPx / headWidthPx }),
    profiles: widths.length,
  };
}

interface Place {
  readonly at: Point;
  readonly along: Point;
}

/** Evenly spaced places on a line, with the direction of the line; its ends, where a part runs out, left out. */
function placesAlong(line: readonly Point[]): readonly Place[] {
  const places: Place[] = [];
  for (const [index, to] of line.entries()) {
    const from = line[index - 1];
    if (!from) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
    for (let way = 0; way < length; way += spacingPx) {
      places.push({ at: { x: from.x + way * along.x, y: from.y + way * along.y }, along });
    }
  }
  const end = Math.floor(places.length * endShare);
  return places.slice(end, places.length - end);
}

const endShare = 0.12;

/** Nothing where an edge is not reached. */
function widthAt(hair: Plane, place: Place, reachPx: number): number | undefined {
  const right = edgeAt(hair, place, { side: 1, reachPx });
  const left = edgeAt(hair, place, { side: -1, reachPx });
  return right === undefined || left === undefined ? undefined : right + left;
}

function edgeAt(
  hair: Plane,
  { at, along }: Place,
  { side, reachPx }: { readonly side: 1 | -1; readonly reachPx: number },
): number | undefined {
  for (let away = 0; away < reachPx; away += 0.5) {
    let sum = 0;
    let count = 0;
    for (let shift = -stretchPx; shift <= stretchPx; shift += 2) {
      sum += samplePlane(
        hair,
        at.x - side * away * along.y + shift * along.x,
        at.y + side * away * along.x + shift * along.y,
      );
      count++;
    }
    if (sum / count >= coveredShare) return away;
  }
  return undefined;
}

const noEdges: NoPartWidth = {
  kind: "not-measured",
  message: "Along this line there is hardly any place with hair on both sides.",
  action: "Draw the line along the middle of the part, from the hairline to where the part ends.",
};
