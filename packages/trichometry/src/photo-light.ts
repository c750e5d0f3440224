import type { PixelImage } from "./image.ts";

/** How a photo, or a region of it, is lit. Shares of its pixels. */
export interface PhotoLight {
  /** Pixels with nothing in any channel, and with a channel at its end. */
  readonly blackFraction: number;
  readonly whiteFraction: number;
  /** Pixels that mirror the lamp: full light and hardly any colour. */
  readonly glareFraction: number;
  /** Pixels far brighter than both neighbours: sparkles on wet or greasy hair. */
  readonly sparkleFraction: number;
  /** Median of the levels, 0–1. */
  readonly medianLightness: number;
  /** Lightness that 99 % of the pixels lie below. */
  readonly brightest: number;
  /** Light of the left half over the right half. */
  readonly leftOverRight: number;
}

const blackLevel = 2;
const whiteLevel = 253;
const glareLevel = 247;
/** A sparkle is at least this bright and this much brighter than what lies this far to both sides. */
const sparkleLevel = 200;
const sparkleStep = 70;
const sparkleReachPx = 4;

/** @param mask one number a pixel, 1 inside; all of the photo without it */
export function measureLight(image: PixelImage, mask: Uint8Array | undefined): PhotoLight {
  const { width, height } = image;
  const levels = new Float64Array(256);
  const sides = { left: 0, right: 0, leftCount: 0, rightCount: 0 };
  const counts = { all: 0, black: 0, white: 0, glare: 0, sparkle: 0 };
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (mask && mask[pixel] !== 1) continue;
      const { most, least, level } = levelsAt(image, pixel);
      counts.all++;
      levels[level] = (levels[level] ?? 0) + 1;
      if (most <= blackLevel) counts.black++;
      if (most >= whiteLevel) counts.white++;
      if (least >= glareLevel) counts.glare++;
      if (level >= sparkleLevel && isSparkle(image, { x, pixel, level })) counts.sparkle++;
      if (2 * x < width) {
        sides.left += level;
        sides.leftCount++;
      } else {
        sides.right += level;
        sides.rightCount++;
      }
    }
  }
  const share = (count: number) => (counts.all > 0 ? count / counts.all : 0);
  const left = sides.left / Math.max(1, sides.leftCount);
  const right = sides.right / Math.max(1, sides.rightCount);
  return {
    blackFraction: share(counts.black),
    whiteFraction: share(counts.white),
    glareFraction: share(counts.glare),
    sparkleFraction: share(counts.sparkle),
    medianLightness: levelBelow(levels, 0.5 * counts.all) / 255,
    brightest: levelBelow(levels, 0.99 * counts.all) / 255,
    leftOverRight: right > 0 ? left / right : 1,
  };
}

function levelsAt({ rgba }: PixelImage, pixel: number) {
  const red = rgba[4 * pixel] ?? 0;
  const green = rgba[4 * pixel + 1] ?? 0;
  const blue = rgba[4 * pixel + 2] ?? 0;
  return {
    most: Math.max(red, green, blue),
    least: Math.min(red, green, blue),
    level: Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue),
  };
}

function isSparkle(
  image: PixelImage,
  { x, pixel, level }: { readonly x: number; readonly pixel: number; readonly level: number },
): boolean {
  if (x < sparkleReachPx || x >= image.width - sparkleReachPx) return false;
  const before = levelsAt(image, pixel - sparkleReachPx).level;
  const after = levelsAt(image, pixel + sparkleReachPx).level;
  const { most, least } = levelsAt(image, pixel);
  return level - Math.max(before, after) >= sparkleStep && most - least < 40;
}

function levelBelow(levels: Float64Array, count: number): number {
  let sum = 0;
  return Math.max(
    0,
    levels.findIndex((pixels) => {
      sum += pixels;
      return sum >= count;
    }),
  );
}
