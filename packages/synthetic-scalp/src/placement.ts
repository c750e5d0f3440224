/** A place in the plane; pixels have their centres at whole numbers, the upper left one at (0, 0). */
export type Point = readonly [number, number];

/** Gentle waves by which skin is stretched between two visits. */
export interface SkinStretch {
  readonly amplitudeUm: number;
  readonly wavelengthUm: number;
  readonly phaseRad: Point;
}

/**
 * How the camera lies over the skin. Skin is measured in µm from the upper left corner of the frame as the first photo
 * shows it; a later photo is turned about the middle of the frame and shifted.
 */
export interface Placement {
  readonly umPerPx: number;
  readonly middleUm: Point;
  readonly rotationRad: number;
  readonly shiftUm: Point;
  /** Later photos may be taken from slightly nearer or further. */
  readonly scale: number;
  readonly stretch: SkinStretch | undefined;
}

/** Where a place on the skin is seen, in pixels. */
export function pxFromSkin([xUm, yUm]: Point, placement: Placement): Point {
  const { umPerPx, middleUm, rotationRad, shiftUm, scale, stretch } = placement;
  const x = xUm + stretchUm(yUm, stretch, 0) - middleUm[0];
  const y = yUm + stretchUm(xUm, stretch, 1) - middleUm[1];
  const cos = scale * Math.cos(rotationRad);
  const sin = scale * Math.sin(rotationRad);
  return [
    (cos * x - sin * y + middleUm[0] + shiftUm[0]) / umPerPx - 0.5,
    (sin * x + cos * y + middleUm[1] + shiftUm[1]) / umPerPx - 0.5,
  ];
}

/** The inverse without the stretch: the skin seen at pixel (0, 0), and the way from pixel to pixel, in µm. */
export function skinSteps({ umPerPx, middleUm, rotationRad, shiftUm, scale }: Placement): {
  readonly originUm: Point;
  readonly acrossUm: Point;
  readonly downUm: Point;
} {
  const cos = Math.cos(rotationRad) / scale;
  const sin = Math.sin(rotationRad) / scale;
  const x = 0.5 * umPerPx - middleUm[0] - shiftUm[0];
  const y = 0.5 * umPerPx - middleUm[1] - shiftUm[1];
  return {
    originUm: [cos * x + sin * y + middleUm[0], -sin * x + cos * y + middleUm[1]],
    acrossUm: [cos * umPerPx, -sin * umPerPx],
    downUm: [sin * umPerPx, cos * umPerPx],
  };
}

/** Displacement along one axis (0 across, 1 down) of skin that lies at a place of the other axis. */
export function stretchUm(placeUm: number, stretch: SkinStretch | undefined, axis: 0 | 1): number {
  if (stretch === undefined) return 0;
  const { amplitudeUm, wavelengthUm, phaseRad } = stretch;
  return amplitudeUm * Math.sin((2 * Math.PI * placeUm) / wavelengthUm + phaseRad[axis]);
}
