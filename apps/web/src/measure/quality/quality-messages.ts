import type { PhotoView } from "@stipple/protocol";

export interface QualityQuestion {
  readonly photo: Blob;
  readonly view: PhotoView;
}

/** What could be better about a photo. Nothing measured on it counts while a fault that stops is there. */
interface QualityFault {
  readonly id: string;
  readonly isStopping: boolean;
  readonly message: string;
  readonly action: string;
}

/** No faults: the photo is as it should be. "unseen": it could not be looked at. */
export type QualityAnswer = readonly QualityFault[] | "unseen";
