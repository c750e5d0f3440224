import type { PixelImage } from "@stipple/trichometry";
import type { HairColour, SkinTone } from "./colours.ts";
import { type LevelName, standardFrame } from "./levels.ts";
import { makeScene, type SceneOptions, type SyntheticScene } from "./scene.ts";
import { type FoundHair, type SceneScore, scoreScene } from "./score-scene.ts";
import { type ScoreSummary, summariseScores } from "./summarise-scores.ts";

/** What a counting program is given of a scene: never the truth. */
export interface CloseUpInput {
  readonly image: PixelImage;
  readonly umPerPx: number;
  readonly hairColour: HairColour;
}

/** What it answers: hairs and a density with its 90 % interval, or that the photo gives no count. */
export type CloseUpReading =
  | { readonly kind: "refused" }
  | {
      readonly kind: "counted";
      readonly hairs: readonly FoundHair[];
      readonly densityInterval90PerCm2: readonly [number, number] | undefined;
    };

export type CloseUpCounter = (input: CloseUpInput) => CloseUpReading;

/** One row of the tables: scenes that differ in nothing but the seed and, if several are given, the tone. */
export interface AccuracyCell {
  readonly level: LevelName;
  readonly umPerPx: number;
  readonly hairColour: HairColour;
  /** Scenes take these in turn. */
  readonly tones: readonly SkinTone[];
}

export interface CellAccuracy extends AccuracyCell {
  readonly sceneCount: number;
  readonly refusedFraction: number;
  /** Of the scenes that were counted. */
  readonly summary: ScoreSummary;
  /** Share of the counted scenes with an interval whose interval holds the true density. */
  readonly intervalCoverage: number | undefined;
}

/** Counts a cell's scenes of the given seeds and holds the answers against the truth. */
export function measureCell(
  counter: CloseUpCounter,
  cell: AccuracyCell,
  seeds: readonly number[],
): CellAccuracy {
  const scores: SceneScore[] = [];
  let refused = 0;
  let intervals = 0;
  let held = 0;
  for (const [index, seed] of seeds.entries()) {
    const scene = makeScene(cellScene(cell, index, seed));
    const reading = counter({
      image: scene.image,
      umPerPx: scene.umPerPx,
      hairColour: cell.hairColour,
    });
    if (reading.kind === "refused") {
      refused++;
      continue;
    }
    scores.push(scoreScene(scene, reading.hairs));
    const interval = reading.densityInterval90PerCm2;
    if (interval !== undefined) {
      intervals++;
      const density = trueDensityPerCm2(scene);
      if (density >= interval[0] && density <= interval[1]) held++;
    }
  }
  return {
    ...cell,
    sceneCount: seeds.length,
    refusedFraction: refused / seeds.length,
    summary: summariseScores(scores),
    intervalCoverage: intervals === 0 ? undefined : held / intervals,
  };
}

/** The scene of a cell that a seed stands for. */
function cellScene(
  { level, umPerPx, hairColour, tones }: AccuracyCell,
  index: number,
  seed: number,
): SceneOptions {
  const tone = tones[index % tones.length] ?? "III";
  return { ...standardFrame, seed, level, umPerPx, hairColour, tone };
}

/** Roots in the frame over its area. */
function trueDensityPerCm2({ hairs, image, areaCm2 }: SyntheticScene): number {
  const inside = hairs.filter(
    ({ root: [x, y] }) => x >= -0.5 && y >= -0.5 && x < image.width - 0.5 && y < image.height - 0.5,
  );
  return inside.length / areaCm2;
}
