import { agreementMask } from "./agreement-map.ts";
import {
  type AlignmentEvidence,
  type EvidencePictures,
  gatherEvidence,
  prepareEvidence,
} from "./alignment-evidence.ts";
import { mapForAlignment } from "./alignment-map.ts";
import { alignByEcc } from "./ecc.ts";
import { startFromMarks } from "./feature-start.ts";
import { compareMaps } from "./ghost-align.ts";
import { type Homography, mapPoint, rescaleHomography } from "./homography.ts";
import type { PixelImage } from "./image.ts";
import { measureLightness } from "./luminance.ts";
import type { Plane } from "./plane.ts";
import { isInPolygon, type Polygon } from "./point.ts";
import type { ReducedPlane } from "./reduce-plane.ts";
import { searchStarts } from "./search-start.ts";
import { warpPlane } from "./warp-plane.ts";
import { weighEvidence } from "./weigh-evidence.ts";

/** Two photos of one head that can be laid over each other. */
export interface Aligned {
  readonly kind: "aligned";
  /** From pixels of the first photo to pixels of the second. */
  readonly homography: Homography;
  /** 1 less the chance that as many places agree by accident. */
  readonly confidence: number;
  readonly evidence: AlignmentEvidence;
}

/** Photos that must be shown side by side, and what to do about it. */
export interface NotAligned {
  readonly kind: "not-aligned";
  readonly message: string;
  readonly action: string;
  readonly evidence?: AlignmentEvidence;
}

export interface AlignmentRequest {
  readonly first: PixelImage;
  readonly second: PixelImage;
  /** Where the second photo is known to lie: from landmarks, or the identity for one taken with the ghost. */
  readonly start?: Homography;
  /** The scalp in the first photo; without it, all of the photo. */
  readonly region?: Polygon;
}

/**
 * Lays a later photo of a head over the first one, or says that it cannot be done.
 *
 * Starts come from the ghost's estimate, and where that has little to say from a search over turns and sizes and from
 * skin marks. Each is refined by ECC from coarse to fine; the one with most evidence is refined where the photos
 * agree, and counts as aligned only if more marks and corners agree than accident explains.
 */
export function alignPhotos({
  first,
  second,
  start,
  region,
}: AlignmentRequest): Aligned | NotAligned {
  const smallestPx = Math.min(first.width, first.height, second.width, second.height);
  if (smallestPx < leastSidePx) return tooSmall;
  const lightness = { first: measureLightness(first), second: measureLightness(second) };
  const maps = keepMaps(lightness);
  const pictures = prepareEvidence(lightness.first, lightness.second, (place) =>
    region ? isInPolygon(place, region) : true,
  );
  const coarse = refineAll(maps, gatherStarts(lightness, start), coarseSteps);
  const best = refineAll(maps, distinct(coarse, lightness.first), middleSteps)
    .map((homography) => ({ homography, evidence: gatherEvidence(pictures, homography) }))
    .toSorted((a, b) => weighEvidence(b.evidence).weight - weighEvidence(a.evidence).weight)[0];
  const fine = best && refine(maps, best.homography, fineSteps);
  return fine ? judge(pictures, fine) : apart;
}

/** The shorter side below which a photo shows too little of a head. */
const leastSidePx = 64;

interface Lightness {
  readonly first: Plane;
  readonly second: Plane;
}

/** Below this the ghost's estimate is a guess, and other starts are tried as well. */
const sureGhost = 18;
/** Size of the maps for it, of square photos too: nobody waits for an arrow here. */
const ghostSizePx = 160;
const mostSearched = 3;

function gatherStarts({ first, second }: Lightness, start: Homography | undefined) {
  if (start) return [start];
  const ghost = compareMaps(
    mapForAlignment(first, ghostSizePx),
    mapForAlignment(second, ghostSizePx),
  );
  if (ghost.confidence >= sureGhost) return [ghost.homography];
  const marks = startFromMarks(first, second);
  const searched = searchStarts(first, second).slice(0, mostSearched);
  return [
    ...(marks ? [marks.homography] : []),
    ...searched.map(({ homography }) => homography),
    ghost.homography,
  ];
}

/** One refinement: at which size, with how many parameters, and whether only where the photos agree. */
interface Step {
  readonly sizePx: number;
  readonly freedom: 6 | 8;
  readonly rounds: number;
  readonly where: "everywhere" | "agreeing";
}

const coarseSteps: readonly Step[] = [
  { sizePx: 80, freedom: 6, rounds: 25, where: "everywhere" },
  { sizePx: 150, freedom: 8, rounds: 25, where: "everywhere" },
];
const middleSteps: readonly Step[] = [
  { sizePx: 300, freedom: 8, rounds: 15, where: "everywhere" },
  { sizePx: 300, freedom: 8, rounds: 8, where: "agreeing" },
  { sizePx: 300, freedom: 8, rounds: 8, where: "agreeing" },
];
const fineSteps: readonly Step[] = [
  { sizePx: 600, freedom: 8, rounds: 6, where: "agreeing" },
  { sizePx: 600, freedom: 8, rounds: 6, where: "agreeing" },
  { sizePx: 600, freedom: 8, rounds: 6, where: "agreeing" },
];

/** The maps of both photos at a size; made once, because many starts are refined on the same. */
type Maps = (sizePx: number) => { readonly first: ReducedPlane; readonly second: ReducedPlane };

function keepMaps({ first, second }: Lightness): Maps {
  const made = new Map<number, ReturnType<Maps>>();
  return (sizePx) => {
    const known = made.get(sizePx);
    if (known) return known;
    const maps = {
      first: mapForAlignment(first, sizePx),
      second: mapForAlignment(second, sizePx),
    };
    made.set(sizePx, maps);
    return maps;
  };
}

function refineAll(
  maps: Maps,
  starts: readonly Homography[],
  steps: readonly Step[],
): readonly Homography[] {
  return starts
    .map((start) => refine(maps, start, steps))
    .filter((homography) => homography !== undefined);
}

function refine(maps: Maps, start: Homography, steps: readonly Step[]): Homography | undefined {
  let homography: Homography | undefined = start;
  for (const { sizePx, freedom, rounds, where } of steps) {
    if (!homography) return undefined;
    const { first: from, second: to } = maps(sizePx);
    const scaled = rescaleHomography(homography, { from: from.factor, to: to.factor });
    const warped = where === "agreeing" ? warpPlane(to.plane, scaled, from.plane) : undefined;
    const mask = warped && agreementMask(from.plane, warped.plane, warped.seen);
    const result = alignByEcc({
      template: from.plane,
      moving: to.plane,
      start: scaled,
      freedom,
      mostRounds: rounds,
      isRobust: true,
      ...(mask ? { mask } : {}),
    });
    homography =
      result && rescaleHomography(result.homography, { from: 1 / from.factor, to: 1 / to.factor });
  }
  return homography;
}

/** Starts that have run together are followed once. */
function distinct(
  homographies: readonly Homography[],
  { width, height }: Plane,
): readonly Homography[] {
  const places = [0.2, 0.8].flatMap((x) =>
    [0.2, 0.8].map((y) => ({ x: x * width, y: y * height })),
  );
  const nearPx = 0.01 * Math.max(width, height);
  const kept: Homography[] = [];
  for (const homography of homographies) {
    const isKnown = kept.some((known) =>
      places.every((place) => {
        const a = mapPoint(known, place);
        const b = mapPoint(homography, place);
        return Math.hypot(a.x - b.x, a.y - b.y) < nearPx;
      }),
    );
    if (!isKnown) kept.push(homography);
  }
  return kept;
}

function judge(pictures: EvidencePictures, homography: Homography): Aligned | NotAligned {
  const evidence = gatherEvidence(pictures, homography);
  const { isConvincing, chance } = weighEvidence(evidence);
  return isConvincing
    ? { kind: "aligned", homography, confidence: 1 - chance, evidence }
    : { ...apart, evidence };
}

const apart: NotAligned = {
  kind: "not-aligned",
  message:
    "Too little of these photos agrees to say how they lie on each other, so they are shown side by side.",
  action:
    "Take the photo again with the ghost of the first one: same view, same distance, hair parted in the same place. " +
    "If these are the photos you have, set six landmarks on both.",
};

const tooSmall: NotAligned = {
  kind: "not-aligned",
  message: `A photo with a side below ${leastSidePx} pixels does not show enough of a head.`,
  action: "Use the photo as the camera took it, not a thumbnail.",
};
