import type { PixelImage } from "@stipple/trichometry";
import { type HairColour, hairColourNames, skinTones } from "./colours.ts";
import { type Crown, type CrownOptions, makeLitCrown } from "./crown.ts";
import { crownLightNames, drawCrownLight } from "./crown-light.ts";
import { randomFor } from "./draws.ts";
import { mean } from "./summarise-scores.ts";

/** Says which share of the scalp hair covers; undefined if it cannot. */
export type CoverageReader = (photo: {
  readonly image: PixelImage;
  /** What the person says of the hair. */
  readonly hairColour: HairColour;
  readonly scalpPolygonPx: Crown["scalpPolygonPx"];
}) => number | undefined;

/** Says how wide the part is, in pixels, along a line that was drawn on it; undefined if it cannot. */
export type PartReader = (photo: {
  readonly image: PixelImage;
  readonly hairColour: HairColour;
  readonly scalpPolygonPx: Crown["scalpPolygonPx"];
  readonly partLinePx: Crown["partLinePx"];
}) => number | undefined;

export interface CoverageAccuracy {
  readonly photoCount: number;
  readonly refusedCount: number;
  /** Mean over photos of how far coverage is off, 0–1, or of how far the width is off as a share of it. */
  readonly meanAbsoluteError: number | undefined;
  readonly bias: number | undefined;
}

/** Crowns of coverage 0.1–0.95, without a part, under all lights. */
export function measureCoverage(
  reader: CoverageReader,
  seeds: readonly number[],
): CoverageAccuracy {
  return summarise(
    seeds.map((seed, index) => {
      const share = seeds.length === 1 ? 0.5 : index / (seeds.length - 1);
      const crown = litCrown(index, { seed, coverageFraction: 0.1 + 0.85 * share, partWidthMm: 0 });
      const { image, scalpPolygonPx } = crown;
      const found = reader({ image, hairColour: hairColourOf(index), scalpPolygonPx });
      return found === undefined ? undefined : found - crown.coverageFraction;
    }),
  );
}

/** Parts of 2–40 mm in dense hair, under all lights. */
export function measurePartWidth(reader: PartReader, seeds: readonly number[]): CoverageAccuracy {
  return summarise(
    seeds.map((seed, index) => {
      const share = seeds.length === 1 ? 0.5 : index / (seeds.length - 1);
      const partWidthMm = 2 * 20 ** share;
      const crown = litCrown(index, { seed, coverageFraction: 0.85, partWidthMm });
      const { image, scalpPolygonPx, partLinePx } = crown;
      const hairColour = hairColourOf(index);
      const found = reader({ image, hairColour, scalpPolygonPx, partLinePx });
      return found === undefined ? undefined : found / crown.partWidthPx - 1;
    }),
  );
}

function litCrown(
  index: number,
  hair: Pick<CrownOptions, "seed" | "coverageFraction" | "partWidthMm">,
): Crown {
  const light = crownLightNames[index % crownLightNames.length] ?? "same";
  const options: CrownOptions = {
    ...hair,
    tone: skinTones[index % skinTones.length] ?? "III",
    hairColour: hairColourOf(index),
  };
  return makeLitCrown(options, drawCrownLight(randomFor(hair.seed, "crownLight"), light));
}

/** Every fifth head is fair. */
function hairColourOf(index: number): HairColour {
  return hairColourNames[index % 5 === 4 ? 1 : 0] ?? "dark";
}

function summarise(errors: readonly (number | undefined)[]): CoverageAccuracy {
  const measured = errors.flatMap((error) => error ?? []);
  return {
    photoCount: errors.length,
    refusedCount: errors.length - measured.length,
    meanAbsoluteError: mean(measured.map(Math.abs)),
    bias: mean(measured),
  };
}
