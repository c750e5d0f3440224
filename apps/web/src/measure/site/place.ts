import type { PhotoDetails } from "@stipple/protocol";
import type { Point } from "@stipple/trichometry";
import type { PhotoRow } from "../../ui/contract.ts";

/** A view of the head on which the place of a close-up is marked. */
export interface MarkedView {
  readonly photo: PhotoRow;
  /** In pixels of the photo. */
  readonly at: Point;
}

/** A site may be called like a place of the head, such as the whorl; its mark is kept under a name of its own. */
const nameOf = (siteId: string) => `spot: ${siteId}`;

/** Views of the head that can be shown, newest first as they came. */
export function viewsOf(photos: readonly PhotoRow[]): readonly PhotoRow[] {
  return photos.filter(({ details, state }) => details.view !== "close-up" && state === "ready");
}

/** The newest view of the head on which the place is marked. */
export function markedViewOf(siteId: string, photos: readonly PhotoRow[]): MarkedView | undefined {
  for (const photo of viewsOf(photos)) {
    const mark = photo.details.landmarksPx?.find(({ name }) => name === nameOf(siteId));
    if (mark) return { photo, at: { x: mark.at[0], y: mark.at[1] } };
  }
  return undefined;
}

/** A newer photo of the same view, on which the mark has still to be found. */
export function newerView(
  { photo }: MarkedView,
  photos: readonly PhotoRow[],
): PhotoRow | undefined {
  const newest = viewsOf(photos).find(({ details }) => details.view === photo.details.view);
  return newest && newest.details.takenOn > photo.details.takenOn ? newest : undefined;
}

/** The details of a view with the place marked in it; its other places stay. */
export function withMark(details: PhotoDetails, siteId: string, at: Point): PhotoDetails {
  const others = (details.landmarksPx ?? []).filter(({ name }) => name !== nameOf(siteId));
  const tenth = (value: number) => Math.round(10 * value) / 10;
  return {
    ...details,
    landmarksPx: [...others, { name: nameOf(siteId), at: [tenth(at.x), tenth(at.y)] }],
  };
}

/** How the place is described in words: the newest note that a close-up of it has. */
export function wordsOf(closeUps: readonly PhotoRow[]): string {
  return closeUps.find(({ details }) => details.note !== undefined)?.details.note ?? "";
}

/** The details with other words, or with none. */
export function withWords({ note: _, ...details }: PhotoDetails, words: string): PhotoDetails {
  const trimmed = words.trim();
  return trimmed === "" ? details : { ...details, note: trimmed };
}
