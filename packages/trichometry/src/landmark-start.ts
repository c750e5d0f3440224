import { fitHomography, type Homography } from "./homography.ts";
import type { PointPair } from "./point.ts";

/** A start from landmarks that a person has set on both photos. */
export type LandmarkStart =
  | { readonly kind: "start"; readonly homography: Homography; readonly rmsPx: number }
  | { readonly kind: "unusable"; readonly message: string; readonly action: string };

/** The landmarks that are asked for: both ends of the part, both ears, the whorl, the middle of the hairline. */
export const landmarkNames = [
  "front end of the part",
  "back end of the part",
  "left ear",
  "right ear",
  "whorl",
  "middle of the hairline",
] as const;

/** Condition number above which the points nearly share a line (four corners of a square have about 20). */
const worstCondition = 1e5;

/**
 * The homography through landmarks set by hand, as a start: clicks that are 4 px off leave 4 to 6 px (trichometry
 * specification, section 4), which the alignment then takes away.
 */
export function startFromLandmarks(pairs: readonly PointPair[]): LandmarkStart {
  if (pairs.length < 4) {
    return {
      kind: "unusable",
      message: `Only ${pairs.length} landmarks are set on both photos; four are needed and six are better.`,
      action: `Set the same places on both photos: ${landmarkNames.join(", ")}.`,
    };
  }
  const fit = fitHomography(pairs);
  if (!fit || fit.condition > worstCondition) {
    return {
      kind: "unusable",
      message: "The landmarks lie nearly on one line, which leaves the turn of the head open.",
      action: "Set landmarks on both sides of the head as well, such as the ears.",
    };
  }
  return { kind: "start", homography: fit.homography, rmsPx: fit.rmsPx };
}
