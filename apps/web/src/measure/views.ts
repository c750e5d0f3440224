import { type PhotoView, photoViews } from "@stipple/protocol";
import type { PhotoRow } from "../ui/contract.ts";

/** A view of the whole head, taken the same way every time. */
export type GlobalView = Exclude<PhotoView, "close-up">;

export const globalViews: readonly GlobalView[] = photoViews.filter((view) => view !== "close-up");

export function isGlobalView(text: string): text is GlobalView {
  return globalViews.some((view) => view === text);
}

/** The photos of one view, newest first as they came. */
export function photosOf(photos: readonly PhotoRow[], view: GlobalView): readonly PhotoRow[] {
  return photos.filter(({ details }) => details.view === view);
}

/** The close-up sites by name, the one with the newest photo first. */
export function sitesOf(
  photos: readonly PhotoRow[],
): readonly { readonly siteId: string; readonly photos: readonly PhotoRow[] }[] {
  const sites = new Map<string, PhotoRow[]>();
  for (const photo of photos) {
    const { siteId } = photo.details;
    if (siteId !== undefined) sites.set(siteId, [...(sites.get(siteId) ?? []), photo]);
  }
  return [...sites].map(([siteId, rows]) => ({ siteId, photos: rows }));
}
