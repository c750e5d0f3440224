import { resampleChain } from "./chain.ts";
import { createCoverMap } from "./cover-map.ts";
import type { PixelImage } from "./image.ts";
import type { Point } from "./point.ts";
import { readProfiles } from "./shaft-profile.ts";
import { measureProfile, type ShaftWidth, settleWidth } from "./shaft-width.ts";
import type { WorkingGrid } from "./working-grid.ts";

/** A line that a person drew along a hair, in pixels of the photo. */
export interface DrawnLine {
  readonly polyline: readonly Point[];
  readonly isLight: boolean;
  /** Width of the hairs around, in photo pixels: how far to look to both sides. */
  readonly usualWidthPx: number;
  readonly blurSigmaPx: number | undefined;
}

/** Lens blur where the photo did not tell it, in photo pixels: a sharp photo's. */
const usualBlurPx = 0.8;

/** The width of the shaft under a drawn line, in photo pixels; nothing where no edge is seen beside it. */
export function measureDrawnLine(
  image: PixelImage,
  { polyline, isLight, usualWidthPx, blurSigmaPx }: DrawnLine,
): ShaftWidth | undefined {
  const { width, height } = image;
  // Measured on the photo itself; other hairs are not known here, so none is kept out.
  const grid: WorkingGrid = { width, height, photoPxPerPx: 1, umPerPx: 1 };
  const chain = resampleChain({ x: polyline.map(({ x }) => x), y: polyline.map(({ y }) => y) }, 2);
  const cover = createCoverMap(width, height);
  const order = { image, grid, cover, chain, widthPx: usualWidthPx, isLight };
  const profiles = readProfiles(order).flatMap((profile) => measureProfile(profile) ?? []);
  return settleWidth(profiles, blurSigmaPx ?? usualBlurPx);
}
