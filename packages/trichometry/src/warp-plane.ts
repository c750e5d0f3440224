import type { Homography } from "./homography.ts";
import { createPlane, type Plane, samplePlane } from "./plane.ts";

/**
 * The second picture as the first one's camera would have seen it.
 *
 * @param homography from pixels of the first picture to pixels of the second
 * @returns the picture, and 1 for every pixel that the second picture shows
 */
export function warpPlane(
  second: Plane,
  homography: Homography,
  { width, height }: { readonly width: number; readonly height: number },
): { readonly plane: Plane; readonly seen: Uint8Array } {
  const [h0, h1, h2, h3, h4, h5, h6, h7, h8] = homography;
  const plane = createPlane(width, height);
  const seen = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const w = 1 / (h6 * x + h7 * y + h8);
      const fromX = (h0 * x + h1 * y + h2) * w;
      const fromY = (h3 * x + h4 * y + h5) * w;
      plane.values[at] = samplePlane(second, fromX, fromY);
      const isInside =
        fromX >= 0 && fromY >= 0 && fromX <= second.width - 1 && fromY <= second.height - 1;
      if (isInside) seen[at] = 1;
    }
  }
  return { plane, seen };
}
