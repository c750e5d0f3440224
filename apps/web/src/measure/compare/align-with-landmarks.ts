import {
  type Aligned,
  alignPhotos,
  type NotAligned,
  type PixelImage,
  type Point,
  startFromLandmarks,
} from "@stipple/trichometry";
import { type LandmarkPair, leastLandmarks } from "./landmarks.ts";

/**
 * Lays the photos over each other from the landmarks that a person set; where there are none, or where they lead
 * nowhere, by what is seen in the photos alone. The photos must agree in either case: landmarks are a start, no proof.
 */
export function alignWithLandmarks(
  first: PixelImage,
  second: PixelImage,
  landmarks: readonly LandmarkPair[],
): Aligned | NotAligned {
  if (landmarks.length < leastLandmarks) return alignPhotos({ first, second });
  const start = startFromLandmarks(
    landmarks.map(({ before, after }) => ({
      from: inPixels(before, first),
      to: inPixels(after, second),
    })),
  );
  const led =
    start.kind === "start"
      ? alignPhotos({ first, second, start: start.homography })
      : ({ kind: "not-aligned", message: start.message, action: start.action } as const);
  if (led.kind === "aligned") return led;
  const seen = alignPhotos({ first, second });
  return seen.kind === "aligned" ? seen : led;
}

function inPixels({ x, y }: Point, { width, height }: PixelImage): Point {
  return { x: x * width, y: y * height };
}
