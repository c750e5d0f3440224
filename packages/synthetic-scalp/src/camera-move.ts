import type { Random } from "@stipple/simulation";
import { drawUniform } from "./draws.ts";
import { type Homography, movePlane } from "./homography.ts";
import type { Placement, SkinStretch } from "./placement.ts";
import type { Shot } from "./shot.ts";

/** How the camera, and the skin under it, differ from the first photo. */
export interface CameraMove {
  readonly placement: Placement;
  /** From pixels of the first photo to pixels of this one, for skin that is not stretched. */
  readonly fromFirstPx: Homography;
}

/** Draws a small move of the camera. */
export function drawMove(
  random: Random,
  first: Placement,
  size: {
    readonly shiftSdUm: number;
    readonly rotationSdRad: number;
    readonly scaleSd: number;
    readonly stretchUm: number;
  },
): CameraMove {
  const { umPerPx, middleUm } = first;
  const shiftUm = [size.shiftSdUm * random.normal(), size.shiftSdUm * random.normal()] as const;
  const rotationRad = size.rotationSdRad * random.normal();
  const scale = 1 + size.scaleSd * random.normal();
  const stretch: SkinStretch = {
    amplitudeUm: size.stretchUm,
    wavelengthUm: drawUniform(random, [5000, 9000]),
    phaseRad: [drawUniform(random, [0, 2 * Math.PI]), drawUniform(random, [0, 2 * Math.PI])],
  };
  const middlePx = [middleUm[0] / umPerPx - 0.5, middleUm[1] / umPerPx - 0.5] as const;
  return {
    placement: {
      ...first,
      shiftUm,
      rotationRad,
      scale,
      stretch: size.stretchUm === 0 ? undefined : stretch,
    },
    fromFirstPx: movePlane({
      middlePx,
      rotationRad,
      scale,
      shiftPx: [shiftUm[0] / umPerPx, shiftUm[1] / umPerPx],
      perspectivePerPx: [0, 0],
    }),
  };
}

/** The first shot again from another place, with light and noise of its own. */
export function moveShot(first: Shot, { placement }: CameraMove, streams: Shot["streams"]): Shot {
  return { ...first, placement, streams };
}
