import type { PixelImage } from "@stipple/trichometry";
import { skinTones } from "./colours.ts";
import { type Crown, type CrownOptions, type HairMove, makeCrown, makeCrownView } from "./crown.ts";
import { crownSidePx } from "./crown-head.ts";
import { crownLightNames } from "./crown-light.ts";
import { type Homography, mapPoint } from "./homography.ts";

/** Says where the pixels of the first photo lie in the second; undefined for "not aligned". */
export type CrownAligner = (pair: {
  readonly first: PixelImage;
  readonly second: PixelImage;
  readonly scalpPolygonPx: Crown["scalpPolygonPx"];
}) => Homography | undefined;

export interface AlignmentAccuracy {
  readonly pairCount: number;
  /** Of the pairs that were called aligned: mean error on a grid over the middle of the photo. */
  readonly medianErrorPx: number | undefined;
  readonly p90ErrorPx: number | undefined;
  /** Share of all pairs that were not aligned, or wrongly. */
  readonly failedFraction: number;
  /** Share of all pairs called aligned although the error is above 5 px, or the people are not the same. */
  readonly falselyAlignedFraction: number;
}

/** From this mean error on, a photo is not aligned whatever a program says. */
const mostErrorPx = 5;

/** Pairs of the same head, lights and tones in turn. */
export function measureAlignment(
  aligner: CrownAligner,
  seeds: readonly number[],
  hairMove: HairMove,
): AlignmentAccuracy {
  const errors = seeds.map((seed, index) => {
    const options = crownOf(seed, index);
    const first = makeCrown(options);
    const light = crownLightNames[index % crownLightNames.length] ?? "same";
    const second = makeCrownView(options, { hairMove, light });
    const found = aligner({
      first: first.image,
      second: second.image,
      scalpPolygonPx: first.scalpPolygonPx,
    });
    return found && gridErrorPx(found, second.fromFirstPx);
  });
  return summariseAlignment(errors);
}

/** Pairs of different people: nothing may be called aligned. */
export function measureStrangers(
  aligner: CrownAligner,
  seeds: readonly number[],
): AlignmentAccuracy {
  const errors = seeds.map((seed, index) => {
    const first = makeCrown(crownOf(seed, index));
    const stranger = { ...crownOf(seed, index), seed: seed + 500_000 };
    const second = makeCrownView(stranger, { hairMove: "same", light: "mild" });
    const found = aligner({
      first: first.image,
      second: second.image,
      scalpPolygonPx: first.scalpPolygonPx,
    });
    return found && Infinity;
  });
  return summariseAlignment(errors);
}

/** Mean distance, on a 7 × 7 grid over the middle 60 %, between where points were put and where they are. */
export function gridErrorPx(found: Homography, truth: Homography): number {
  const side = 7;
  let sum = 0;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const place = [
        crownSidePx * (0.2 + (0.6 * column) / (side - 1)),
        crownSidePx * (0.2 + (0.6 * row) / (side - 1)),
      ] as const;
      const [x, y] = mapPoint(found, place);
      const [trueX, trueY] = mapPoint(truth, place);
      sum += Math.hypot(x - trueX, y - trueY);
    }
  }
  return sum / (side * side);
}

function crownOf(seed: number, index: number): CrownOptions {
  return {
    seed,
    tone: skinTones[index % skinTones.length] ?? "III",
    hairColour: "dark",
    coverageFraction: 0.45 + ((0.1 * index) % 0.4),
    partWidthMm: index % 2 === 0 ? 8 : 0,
  };
}

function summariseAlignment(errors: readonly (number | undefined)[]): AlignmentAccuracy {
  const called = errors.flatMap((error) => error ?? []).toSorted((a, b) => a - b);
  const wrong = called.filter((error) => error > mostErrorPx).length;
  return {
    pairCount: errors.length,
    medianErrorPx: called[Math.floor(called.length / 2)],
    p90ErrorPx: called[Math.floor(0.9 * called.length)],
    failedFraction: (errors.length - called.length + wrong) / errors.length,
    falselyAlignedFraction: wrong / errors.length,
  };
}
