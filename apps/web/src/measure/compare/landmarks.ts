import type { PhotoDetails } from "@stipple/protocol";
import { landmarkNames, type Point } from "@stipple/trichometry";
import type { PhotoRow } from "../../ui/contract.ts";

export type LandmarkName = (typeof landmarkNames)[number];

export type PairPhoto = "before" | "after";

/** A landmark that was set in one of the two photos, in its pixels. */
export interface SetLandmark {
  readonly name: LandmarkName;
  readonly photo: PairPhoto;
  readonly at: Point;
}

/** Which landmark is asked for, and in which photo. */
export interface WantedLandmark {
  readonly name: LandmarkName;
  readonly photo: PairPhoto;
}

/** So many are needed on both photos (see `startFromLandmarks`). */
export const leastLandmarks = 4;

/** The next one that is asked for: each name in the earlier photo, then in the later one. */
export function wantedAfter(
  set: readonly SetLandmark[],
  skipped: readonly LandmarkName[],
): WantedLandmark | undefined {
  for (const name of landmarkNames) {
    if (skipped.includes(name)) continue;
    for (const photo of ["before", "after"] as const) {
      if (!set.some((one) => one.name === name && one.photo === photo)) return { name, photo };
    }
  }
  return undefined;
}

/** Two places of one landmark, as shares of the sides of their photos. */
export type LandmarkPair = Readonly<Record<PairPhoto, Point>>;

type Size = Pick<PhotoRow, "widthPx" | "heightPx">;

/** The landmarks that are set in both photos. */
export function pairsOf(
  set: readonly SetLandmark[],
  sizes: Readonly<Record<PairPhoto, Size>>,
): readonly LandmarkPair[] {
  const placeOf = (name: LandmarkName, photo: PairPhoto): Point | undefined => {
    const at = set.find((one) => one.name === name && one.photo === photo)?.at;
    const { widthPx, heightPx } = sizes[photo];
    return at && { x: at.x / widthPx, y: at.y / heightPx };
  };
  return landmarkNames.flatMap((name) => {
    const before = placeOf(name, "before");
    const after = placeOf(name, "after");
    return before && after ? [{ before, after }] : [];
  });
}

/** The landmarks that the two photos know already. */
export function keptLandmarks(
  photos: Readonly<Record<PairPhoto, Pick<PhotoRow, "details">>>,
): readonly SetLandmark[] {
  return (["before", "after"] as const).flatMap((photo) =>
    (photos[photo].details.landmarksPx ?? []).flatMap(({ name, at: [x, y] }) => {
      const known = landmarkNames.find((one) => one === name);
      return known ? [{ name: known, photo, at: { x, y } }] : [];
    }),
  );
}

/** The details of a photo with its landmarks as they were set; other named places stay. */
export function withLandmarks(
  details: PhotoDetails,
  photo: PairPhoto,
  set: readonly SetLandmark[],
): PhotoDetails {
  const names: readonly string[] = landmarkNames;
  const others = (details.landmarksPx ?? []).filter(({ name }) => !names.includes(name));
  const tenth = (value: number) => Math.round(10 * value) / 10;
  const own = set
    .filter((one) => one.photo === photo)
    .map(({ name, at }): { name: string; at: [number, number] } => ({
      name,
      at: [tenth(at.x), tenth(at.y)],
    }));
  return { ...details, landmarksPx: [...others, ...own] };
}
