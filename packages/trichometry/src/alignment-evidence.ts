import { findCorners } from "./corners.ts";
import { convexHull } from "./dark-regions.ts";
import { type Homography, rescaleHomography } from "./homography.ts";
import { matchPatch, type PatchSearch } from "./patch-match.ts";
import type { Plane } from "./plane.ts";
import { type Point, polygonAreaPx2 } from "./point.ts";
import { reducePlane } from "./reduce-plane.ts";
import { findSkinMarks } from "./skin-marks.ts";
import { warpPlane } from "./warp-plane.ts";

/** How many places of two aligned photos show the same thing, of those that were looked at. */
export interface Agreement {
  readonly agreeing: number;
  readonly tested: number;
}

/** What speaks for an alignment besides the sum it was made to maximise. */
export interface AlignmentEvidence {
  readonly marks: Agreement;
  readonly corners: Agreement;
  /** Median distance of agreeing places from where the alignment puts them, in pixels of the first photo. */
  readonly residualPx: number;
  /** Share of the first photo that the agreeing places lie around. */
  readonly areaFraction: number;
}

/** Longer sides at which marks and corners are compared. */
const markSizePx = 1200;
const cornerSizePx = 600;

const mostMarks = 40;
const cornerCells = 14;

/** Patch, search and agreement in pixels of the compared size; the agreement is a small part of what is searched. */
const markSearch = { patchPx: 6, searchPx: 14, withinPx: 4, leastCorrelation: 0.7 } as const;
const cornerSearch = { patchPx: 7, searchPx: 9, withinPx: 2, leastCorrelation: 0.6 } as const;

/** Two photos, prepared once for however many alignments are weighed. */
export interface EvidencePictures {
  readonly first: Plane;
  readonly second: Plane;
  readonly firstFactor: number;
  readonly secondFactor: number;
  readonly small: Plane;
  readonly smallFactor: number;
  readonly marks: readonly Point[];
  readonly corners: readonly Point[];
}

/** @param mask where the first photo counts, at its own size: 1 inside the scalp region */
export function prepareEvidence(
  first: Plane,
  second: Plane,
  isInside: (place: Point) => boolean,
): EvidencePictures {
  const large = reducePlane(first, markSizePx);
  const other = reducePlane(second, markSizePx);
  const small = reducePlane(large.plane, cornerSizePx);
  const inFirst = ({ x, y }: Point, factor: number) =>
    isInside({ x: (x + 0.5) / factor - 0.5, y: (y + 0.5) / factor - 0.5 });
  return {
    first: large.plane,
    second: other.plane,
    firstFactor: large.factor,
    secondFactor: other.factor,
    small: small.plane,
    smallFactor: small.factor,
    marks: findSkinMarks(large.plane, mostMarks)
      .map(({ place }) => place)
      .filter((place) => inFirst(place, large.factor)),
    corners: findCorners(small.plane, { cells: cornerCells, edgePx: 16 }).filter((place) =>
      inFirst(place, large.factor * small.factor),
    ),
  };
}

/** Looks for the first photo's marks and corners around the places where the alignment puts them. */
export function gatherEvidence(
  pictures: EvidencePictures,
  homography: Homography,
): AlignmentEvidence {
  const { first, second, firstFactor, secondFactor, small, smallFactor } = pictures;
  const scaled = rescaleHomography(homography, { from: firstFactor, to: secondFactor });
  const warped = warpPlane(second, scaled, first).plane;
  const marks = agree({ first, second: warped }, pictures.marks, markSearch);
  const corners = agree(
    { first: small, second: reducePlane(warped, cornerSizePx).plane },
    pictures.corners,
    cornerSearch,
  );
  const places = [
    ...marks.agreeing.map(({ x, y }) => ({ x: x * smallFactor, y: y * smallFactor })),
    ...corners.agreeing,
  ];
  const distances = [
    ...marks.distancesPx.map((distance) => distance / firstFactor),
    ...corners.distancesPx.map((distance) => distance / firstFactor / smallFactor),
  ].toSorted((a, b) => a - b);
  return {
    marks: { agreeing: marks.agreeing.length, tested: marks.tested },
    corners: { agreeing: corners.agreeing.length, tested: corners.tested },
    residualPx: distances[distances.length >> 1] ?? Number.POSITIVE_INFINITY,
    areaFraction: polygonAreaPx2(convexHull(places)) / (small.width * small.height),
  };
}

function agree(
  pictures: { readonly first: Plane; readonly second: Plane },
  places: readonly Point[],
  search: PatchSearch & { readonly withinPx: number; readonly leastCorrelation: number },
) {
  const matches = places.flatMap(
    (place) => matchPatch(pictures, { from: place, expected: place }, search) ?? [],
  );
  const found = matches
    .map((match) => ({
      ...match,
      distancePx: Math.hypot(match.to.x - match.from.x, match.to.y - match.from.y),
    }))
    .filter(
      ({ distancePx, correlation }) =>
        distancePx <= search.withinPx && correlation >= search.leastCorrelation,
    );
  return {
    agreeing: found.map(({ from }) => from),
    distancesPx: found.map(({ distancePx }) => distancePx),
    tested: matches.length,
  };
}
