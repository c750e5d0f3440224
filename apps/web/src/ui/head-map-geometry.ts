import type { PartZoneId } from "@stipple/protocol";
import { crown, headCentre, headPoint, pathThrough } from "./drawings/head-shape.ts";
import { type Point, stipple } from "./drawings/stipple.ts";

/** One section as it lies on the head map. */
export interface MapCell {
  readonly zone: PartZoneId;
  /** Rounded outline, an SVG path. */
  readonly outline: string;
  readonly centre: Point;
  /** Where hair of this cell points, degrees, 0 to the picture's right, growing clockwise. */
  readonly hairDeg: number;
  /** Dots that fill the cell once it is treated, always the same. */
  readonly dots: readonly Point[];
}

/** A patch with two coordinates of its own, s along and t across, both 0 to 1. */
type Patch = (s: number, t: number) => Point;

const gapPx = 3.2;
const cornerPx = 10;

/** Ring of the hairline and the temples: between two scaled outlines of the head. */
function ringPatch(fromDeg: number, toDeg: number, inner: number, outer: number): Patch {
  return (s, t) => headPoint(fromDeg + s * (toDeg - fromDeg), outer + t * (inner - outer));
}

/** Cell of the mid-scalp grid; rows bend back toward the sides as the hairline does. */
function midPatch(column: number, row: number): Patch {
  return (s, t) => {
    const u = (column + s - 2) / 2;
    const v = (row + t) / 2;
    const bend = 30 * (1 - v) + 2 * v;
    return { x: headCentre.x + (86 + 16 * v) * u, y: 141 + 101 * v + bend * u * u };
  };
}

/** Petal of the rosette around the crown. */
function crownPatch(fromDeg: number, toDeg: number): Patch {
  return (s, t) => {
    const angle = ((fromDeg + s * (toDeg - fromDeg)) * Math.PI) / 180;
    const radius = 81 - t * 53;
    return { x: crown.x + 1.12 * radius * Math.sin(angle), y: crown.y - radius * Math.cos(angle) };
  };
}

const hairline = ["far-left", "left", "right", "far-right"] as const;
const rows = ["front", "back"] as const;
/** Around the crown from the nose clockwise; the picture's left is the person's left. */
const rosette = [
  "right-front",
  "far-right-front",
  "far-right-back",
  "right-back",
  "left-back",
  "far-left-back",
  "far-left-front",
  "left-front",
] as const;

const patches: readonly (readonly [id: string, zone: PartZoneId, patch: Patch])[] = [
  ...hairline.map((place, n) =>
    entry("frontal-hairline", place, ringPatch(25 * n - 50, 25 * n - 25, 0.57, 0.82)),
  ),
  entry("left-temple", "front", ringPatch(-77, -53, 0.68, 0.89)),
  entry("left-temple", "back", ringPatch(-104, -77, 0.69, 0.9)),
  entry("right-temple", "front", ringPatch(53, 77, 0.68, 0.89)),
  entry("right-temple", "back", ringPatch(77, 104, 0.69, 0.9)),
  ...rows.flatMap((row, r) =>
    hairline.map((column, c) => entry("mid-scalp", `${column}-${row}`, midPatch(c, r))),
  ),
  ...rosette.map((place, n) => entry("vertex", place, crownPatch(45 * n, 45 * n + 45))),
];

function entry(zone: PartZoneId, place: string, patch: Patch) {
  return [`${zone}/${place}`, zone, patch] as const;
}

/** Every cell of the map by section id. */
export const mapCells: ReadonlyMap<string, MapCell> = new Map(
  patches.map(([id, zone, patch], index) => [id, cellOf(zone, patch, index + 1)]),
);

function cellOf(zone: PartZoneId, patch: Patch, seed: number): MapCell {
  const centre = patch(0.5, 0.5);
  const rim = roundedRim(patch);
  return {
    zone,
    outline: `${pathThrough(rim)}Z`,
    centre,
    hairDeg: (Math.atan2(centre.y - crown.y, centre.x - crown.x) * 180) / Math.PI,
    dots: treatedDots(patch, seed),
  };
}

/** Dots spread in the patch's own millimetres, so that bent cells fill as evenly as straight ones. */
function treatedDots(patch: Patch, seed: number): readonly Point[] {
  const along = distance(patch(0, 0.5), patch(1, 0.5)) - 14;
  const across = distance(patch(0.5, 0), patch(0.5, 1)) - 14;
  const bounds = { left: 0, top: 0, width: along, height: across };
  return stipple({ bounds, spacing: 5, density: () => 1, seed }).map(({ x, y }) =>
    patch((7 + x) / (along + 14), (7 + y) / (across + 14)),
  );
}

/** The patch's border, drawn in by the gap, with round corners, as points that follow its bend. */
function roundedRim(patch: Patch): readonly Point[] {
  const across = distance(patch(0.5, 0), patch(0.5, 1));
  const [gapT, cornerT] = [gapPx / across, cornerPx / across];
  // A petal is narrow inside and wide outside: gap and corner stay the same on the picture.
  const [outer, inner] = [0, 1].map((t) => {
    const along = distance(patch(0, t), patch(1, t));
    return { gap: gapPx / along, corner: Math.min(cornerPx, along / 3) / along };
  });
  if (!outer || !inner) return [];
  const corners = [
    { s: 1 - outer.gap - outer.corner, t: gapT + cornerT, radius: outer.corner, from: -90 },
    { s: 1 - inner.gap - inner.corner, t: 1 - gapT - cornerT, radius: inner.corner, from: 0 },
    { s: inner.gap + inner.corner, t: 1 - gapT - cornerT, radius: inner.corner, from: 90 },
    { s: outer.gap + outer.corner, t: gapT + cornerT, radius: outer.corner, from: 180 },
  ];
  const rim = corners.flatMap(({ s, t, radius, from }) =>
    [0, 18, 36, 54, 72, 90].map((turn) => {
      const angle = ((from + turn) * Math.PI) / 180;
      return { s: s + radius * Math.cos(angle), t: t + cornerT * Math.sin(angle) };
    }),
  );
  return rim.flatMap((point, index) => {
    const next = rim[(index + 1) % rim.length] ?? point;
    const steps = (index + 1) % 6 === 0 ? 6 : 1;
    return Array.from({ length: steps }, (_, step) => {
      const share = step / steps;
      return patch(point.s + share * (next.s - point.s), point.t + share * (next.t - point.t));
    });
  });
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
