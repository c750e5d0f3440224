import { type HairMap, mapHair } from "./hair-probability.ts";
import type { HairTone } from "./hair-tone.ts";
import type { PixelImage } from "./image.ts";
import { type Polygon, polygonMask } from "./point.ts";

/** How much of the scalp hair covers. */
export interface Coverage {
  readonly kind: "measured";
  /** Share of the region that is hair, 0–1. */
  readonly coverageFraction: number;
  /** Share of the region that mirrors the lamp and was left out. */
  readonly glareFraction: number;
  readonly hair: HairMap;
}

export interface NoCoverage {
  readonly kind: "not-measured";
  readonly message: string;
  readonly action: string;
}

export interface CoverageRequest {
  readonly image: PixelImage;
  /** The scalp, drawn once and carried from photo to photo by the alignment. */
  readonly region: Polygon;
  /** Whether the hair is darker or lighter than the skin between it. */
  readonly hairTone: HairTone;
}

/** Hair and skin whose colours differ by less, in standard deviations, are not told apart. */
const leastSeparation = 3.5;

/** A mirror image of the lamp: nearly full light in every channel. */
const glareLevel = 247;

/** The share of a region that is covered by hair. */
export function measureCoverage({
  image,
  region,
  hairTone,
}: CoverageRequest): Coverage | NoCoverage {
  const mask = polygonMask(region, image);
  let inside = 0;
  let glare = 0;
  for (let pixel = 0; pixel < mask.length; pixel++) {
    if (mask[pixel] !== 1) continue;
    inside++;
    if (isGlare(image, pixel)) {
      mask[pixel] = 0;
      glare++;
    }
  }
  if (inside === 0) return noRegion;
  const hair = mapHair(image, { mask, hairTone });
  if (!hair || hair.separation < leastSeparation) return notToldApart;
  let sum = 0;
  for (let pixel = 0; pixel < mask.length; pixel++) {
    if (mask[pixel] === 1) sum += hair.plane.values[pixel] ?? 0;
  }
  return {
    kind: "measured",
    coverageFraction: sum / (inside - glare),
    glareFraction: glare / inside,
    hair,
  };
}

function isGlare({ rgba }: PixelImage, pixel: number): boolean {
  const at = 4 * pixel;
  return (
    (rgba[at] ?? 0) >= glareLevel &&
    (rgba[at + 1] ?? 0) >= glareLevel &&
    (rgba[at + 2] ?? 0) >= glareLevel
  );
}

const noRegion: NoCoverage = {
  kind: "not-measured",
  message: "The scalp region lies outside this photo.",
  action: "Draw the outline of the scalp on the photo.",
};

const notToldApart: NoCoverage = {
  kind: "not-measured",
  message: "Hair and skin have nearly the same colour in this photo, or only one of them is seen.",
  action:
    "Draw the region so that it holds hair and some skin, such as the part, and light it evenly from the front.",
};
