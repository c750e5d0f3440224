// Contents page: every name other packages may use, file by file.

export {
  type Aligned,
  type AlignmentRequest,
  alignPhotos,
  type NotAligned,
} from "./align-photos.ts";
export {
  applyEdits,
  type HairEdit,
  type NamedHair,
  nextSteps,
} from "./apply-edits.ts";
export { type CardScale, type NoCardScale, readCardScale } from "./card-scale.ts";
export {
  type CloseUpAnswer,
  type CloseUpMeasurement,
  type CloseUpOptions,
  measureCloseUp,
  measureCloseUpInSteps,
} from "./closeup.ts";
export type { CloseUpFinding } from "./closeup-findings.ts";
export { type CloseUpSummary, summariseHairs } from "./closeup-summary.ts";
export {
  type CloseUpComparison,
  type CloseUpVisit,
  type ComparableCloseUp,
  compareCloseUps,
} from "./compare-closeups.ts";
export {
  type Comparison,
  compareMeasurements,
  detectableChange,
  type MatchedChange,
  type Measurement,
  type MeasurementMode,
  type Quantity,
  type Reason,
} from "./compare-measurements.ts";
export {
  type Coverage,
  type CoverageRequest,
  measureCoverage,
  type NoCoverage,
} from "./coverage.ts";
export { distanceToHair, drawHair, joinHairs, splitHair } from "./edit-hairs.ts";
export { looksLikeFace } from "./face-sign.ts";
export { compareMaps, estimateGhost, type GhostEstimate, mapGhost } from "./ghost-align.ts";
export {
  type AnagenShare,
  growthRangeUm,
  type HairGrowth,
  measureAnagen,
  type NoAnagenShare,
} from "./growth.ts";
export { compareHairs, type HairChange, type HairChanges, type HairState } from "./hair-changes.ts";
export type { HairClass } from "./hair-class.ts";
export {
  composeHomographies,
  fitHomography,
  type Homography,
  identityHomography,
  invertHomography,
  mapPoint,
} from "./homography.ts";
export type { PixelImage } from "./image.ts";
export {
  closeupUmPerPx,
  type GreyImage,
  maskDark,
  runCloseupBenchmark,
  runDistanceBenchmark,
  runRidgeBenchmark,
  runSkeletonBenchmark,
} from "./imaging-benchmark.ts";
export { landmarkNames, startFromLandmarks } from "./landmark-start.ts";
export { measureLightness } from "./luminance.ts";
export {
  type HairMatch,
  type HairPair,
  type MatchableHair,
  type MatchableVisit,
  matchHairs,
  type NoHairMatch,
} from "./match-hairs.ts";
export { measureDrawnLine } from "./measure-drawn-line.ts";
export type { MeasuredHair } from "./measured-hair.ts";
export { measurePartWidth, type NoPartWidth, type PartWidth } from "./part-width.ts";
export { applyLight, matchLight } from "./photometric-match.ts";
export { type Point, type Polygon, polygonAreaPx2 } from "./point.ts";
export { checkPrint, type NoPrintCheck, type PrintCheck } from "./print-check.ts";
export {
  type CloseUpPhoto,
  checkPhoto,
  type GlobalPhoto,
  type QualityReport,
} from "./quality-gate.ts";
export type { QualityCheck, QualityCheckId } from "./quality-text.ts";
export { lookAgain, type SecondLook, type SecondLooks } from "./second-look.ts";
export { type CameraMove, cameraMoves } from "./shutter.ts";
export { type NoTickScale, readTickScale, type TickScale } from "./tick-scale.ts";
export {
  cardPage,
  cardPattern,
  type Fiducial,
  fiducialPattern,
  type Pattern,
  windowCard,
} from "./window-card.ts";
export { windowCardSvg } from "./window-card-svg.ts";
