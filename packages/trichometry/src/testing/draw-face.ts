import type { PixelImage } from "../image.ts";

export interface FaceLook {
  /** Lightness of the skin, 0 to 1. */
  readonly skin: number;
  /** Width of the face over that of the photo. */
  readonly size: number;
  readonly tiltRad?: number;
  readonly sidePx?: number;
}

type Ellipse = readonly [
  x: number,
  y: number,
  halfWidth: number,
  halfHeight: number,
  light: number,
];

/**
 * A drawn face in a room: hair above it, brows, eyes with whites, nostrils and a mouth, in shares of the face's width.
 * The proportions are the usual ones: eyes half-way down, five eye widths across, the mouth a third above the chin.
 */
export function drawFace({ skin, size, tiltRad = 0, sidePx = 480 }: FaceLook): PixelImage {
  const dark = 0.3 * skin;
  const parts: readonly Ellipse[] = [
    [0, -0.12, 0.58, 0.74, 0.12],
    [0, 0.05, 0.5, 0.68, skin],
    [-0.22, -0.13, 0.13, 0.025, 0.5 * skin],
    [0.22, -0.13, 0.13, 0.025, 0.5 * skin],
    [-0.21, 0, 0.1, 0.05, Math.min(0.9, 1.15 * skin)],
    [0.21, 0, 0.1, 0.05, Math.min(0.9, 1.15 * skin)],
    [-0.21, 0, 0.075, 0.055, dark],
    [0.21, 0, 0.075, 0.055, dark],
    [-0.06, 0.27, 0.03, 0.018, 0.5 * skin],
    [0.06, 0.27, 0.03, 0.018, 0.5 * skin],
    [0, 0.45, 0.19, 0.045, 0.55 * skin],
  ];
  const rgba = new Uint8ClampedArray(4 * sidePx * sidePx).fill(255);
  const [cos, sin] = [Math.cos(tiltRad), Math.sin(tiltRad)];
  for (let at = 0; at < sidePx * sidePx; at++) {
    const across = (at % sidePx) / sidePx - 0.5;
    const down = Math.floor(at / sidePx) / sidePx - 0.5;
    const x = (across * cos + down * sin) / size;
    const y = (down * cos - across * sin) / size;
    let light = 0.7;
    for (const [middleX, middleY, halfWidth, halfHeight, of] of parts) {
      if (((x - middleX) / halfWidth) ** 2 + ((y - middleY) / halfHeight) ** 2 < 1) light = of;
    }
    const level = 255 * light * (1 + 0.15 * x) + ((at * 7) % 5) - 2;
    rgba.set([level, 0.84 * level, 0.72 * level], 4 * at);
  }
  return { width: sidePx, height: sidePx, rgba };
}
