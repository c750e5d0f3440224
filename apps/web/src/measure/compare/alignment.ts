import type { Homography } from "@stipple/trichometry";
import type { LandmarkPair } from "./landmarks.ts";

/** Two photos by their addresses; the later one is laid over the earlier one. */
export interface AlignmentQuestion {
  readonly beforeAddress: string;
  readonly afterAddress: string;
  /** Places that a person set on both: tried where the photos alone do not agree. */
  readonly landmarks: readonly LandmarkPair[];
}

/** How the later photo lies on the earlier one, both at the size at which they were compared. */
export interface Overlay {
  readonly before: Size;
  readonly after: Size;
  /** From pixels of the later photo to pixels of the earlier one. */
  readonly toBefore: Homography;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export type AlignmentAnswer =
  | { readonly kind: "aligned"; readonly overlay: Overlay }
  | { readonly kind: "not-aligned"; readonly message: string; readonly action: string }
  | { readonly kind: "failed" };

/** The overlay as a CSS transform of the later photo, `scale` CSS pixels to a pixel of the earlier one. */
export function overlayTransform({ toBefore }: Overlay, scale: number): string {
  const [a, b, c, d, e, f, g, h, i] = toBefore;
  const columns = [
    [a * scale, d * scale, 0, g],
    [b * scale, e * scale, 0, h],
    [0, 0, 1, 0],
    [c * scale, f * scale, 0, i],
  ];
  return `matrix3d(${columns.flat().join(", ")})`;
}
