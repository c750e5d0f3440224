import type { PixelImage } from "./image.ts";

/**
 * The grid the hairs are sought on: the photo reduced to about 4 µm a pixel, or the photo itself where it is coarser.
 * Positions go over as `photo = (grid + ½) · photoPxPerPx − ½`, whole numbers being pixel centres on both.
 */
export interface WorkingGrid {
  readonly width: number;
  readonly height: number;
  /** Photo pixels along the side of a grid pixel, 1 or more. */
  readonly photoPxPerPx: number;
  readonly umPerPx: number;
}

/** Finer than this, line filters only become slower (specification section 3). */
const finestUmPerPx = 4;

export function layGrid({ width, height }: PixelImage, umPerPx: number): WorkingGrid {
  if (!(umPerPx > 0)) throw new RangeError(`umPerPx must be above 0, got ${umPerPx}`);
  const photoPxPerPx = Math.max(1, finestUmPerPx / umPerPx);
  return {
    width: Math.max(1, Math.floor(width / photoPxPerPx)),
    height: Math.max(1, Math.floor(height / photoPxPerPx)),
    photoPxPerPx,
    umPerPx: umPerPx * photoPxPerPx,
  };
}

export function photoFromGrid(position: number, { photoPxPerPx }: WorkingGrid): number {
  return (position + 0.5) * photoPxPerPx - 0.5;
}
