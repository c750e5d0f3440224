import type { IsoDate, PhotoDetails, PhotoView } from "@stipple/protocol";

interface Correction {
  readonly takenOn: IsoDate;
  readonly view: PhotoView;
  /** Of a close-up. */
  readonly siteId: string;
}

/** What is known about a photo after its day, view or site was put right; a close-up stays one. */
export function correctedDetails(
  { siteId: _, ...details }: PhotoDetails,
  { takenOn, view, siteId }: Correction,
): PhotoDetails {
  return details.view === "close-up"
    ? { ...details, takenOn, siteId: siteId.trim() }
    : { ...details, takenOn, view };
}
