// Contents page: every name other packages may use, file by file.

export {
  type AccuracyCell,
  type CellAccuracy,
  type CloseUpCounter,
  type CloseUpInput,
  type CloseUpReading,
  measureCell,
} from "./accuracy-closeup.ts";
export {
  type CoverageAccuracy,
  type CoverageReader,
  measureCoverage,
  measurePartWidth,
  type PartReader,
} from "./accuracy-coverage.ts";
export {
  type AlignmentAccuracy,
  type CrownAligner,
  measureAlignment,
  measureStrangers,
} from "./accuracy-crowns.ts";
export {
  type AnagenReader,
  type ChangeReader,
  measureAnagen,
  measureChange,
  type PairAccuracy,
} from "./accuracy-pairs.ts";
export { accuracyGoals, levelCells, refusalCells, toneCells } from "./accuracy-plan.ts";
export { benchmarkSeeds, tuningSeeds } from "./benchmark-seeds.ts";
export { type HairColour, hairColourNames, type SkinTone, skinTones } from "./colours.ts";
export {
  type Crown,
  type CrownOptions,
  type CrownView,
  type HairMove,
  hairMoveNames,
  makeCrown,
  makeCrownView,
  makeLitCrown,
} from "./crown.ts";
export {
  type CrownLight,
  type CrownLightName,
  crownLightNames,
  drawCrownLight,
} from "./crown-light.ts";
export { type Homography, invert, mapPoint } from "./homography.ts";
export { type LevelName, levelNames, levels, standardFrame } from "./levels.ts";
export { renderPlane, type View } from "./render-plane.ts";
export { makeRepeatShot } from "./repeat-shot.ts";
export { type ExtraHair, makeScene, type SceneOptions, type SyntheticScene } from "./scene.ts";
export { type FoundHair, type SceneScore, scoreScene } from "./score-scene.ts";
export { makeSecondShot, type SecondShot } from "./second-shot.ts";
export { type Change, type HairFate, makeSecondVisit, type SecondVisit } from "./second-visit.ts";
export { type ScoreSummary, summariseScores } from "./summarise-scores.ts";
export type { TrueHair } from "./true-hairs.ts";
