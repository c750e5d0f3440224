import type { MeasurementRow } from "@stipple/api";
import { daysBetween } from "@stipple/protocol";
import type { PhotoRow } from "../../ui/contract.ts";

/** A close-up that was counted, and whose photo can be shown. */
export interface CountedPhoto {
  readonly photo: PhotoRow;
  readonly measurementId: string;
}

/** The site that a photo is of: by the photo, or where it is gone by its count. */
export function siteOf(
  photoId: string,
  photos: readonly PhotoRow[],
  rows: readonly MeasurementRow[],
): string | undefined {
  const photo = photos.find(({ id }) => id === photoId);
  return photo
    ? photo.details.siteId
    : rows.find(({ measurement }) => measurement.photoId === photoId)?.siteId;
}

/** The counted close-ups of a site, oldest first; a photo that was counted twice by its newest count. */
export function countedOf(
  siteId: string,
  photos: readonly PhotoRow[],
  rows: readonly MeasurementRow[],
): readonly CountedPhoto[] {
  const newest = new Map(rows.map(({ measurement }) => [measurement.photoId, measurement.id]));
  return photos
    .filter(({ details, state }) => details.siteId === siteId && state === "ready")
    .flatMap((photo) => {
      const measurementId = newest.get(photo.id);
      return measurementId === undefined ? [] : [{ photo, measurementId }];
    })
    .toSorted((a, b) => daysBetween(b.photo.details.takenOn, a.photo.details.takenOn));
}

/** Growth is told from two photos of the same clipped hair so many days apart (specification section 3). */
const growthDays = { least: 2, most: 7 } as const;

export interface GrowthPair {
  readonly first: CountedPhoto;
  readonly second: CountedPhoto;
  readonly days: number;
}

/** The newest two close-ups that are the right number of days apart. */
export function growthPairOf(counted: readonly CountedPhoto[]): GrowthPair | undefined {
  for (const second of counted.toReversed()) {
    for (const first of counted.toReversed()) {
      const days = daysBetween(first.photo.details.takenOn, second.photo.details.takenOn);
      if (days >= growthDays.least && days <= growthDays.most) return { first, second, days };
    }
  }
  return undefined;
}
