export {
  type Code,
  codeSystems,
  diagnosisCodes,
  medicineCodes,
  observationCodes,
  unitCodes,
} from "./codes.ts";
export type { Source } from "./sources/source.ts";
export { type SourceId, sources } from "./sources.ts";
export { pooledAnalyses } from "./trials/pooled.ts";
export type {
  Confidence,
  Point,
  PooledAnalysis,
  PooledResult,
  ReferenceCurve,
  Trial,
  TrialArm,
  Unit,
} from "./trials/trial.ts";
export { chartableArms, chartablePoints, curves, pointPerCm2, trials } from "./trials.ts";
export {
  type ComparedTreatment,
  type TrialBeside,
  type TrialsBeside,
  trialsBeside,
} from "./trials-beside.ts";
export {
  oneInchCircleCm2,
  perCm2FromOneInchCircle,
  perCm2FromPerSquareInch,
  squareInchCm2,
} from "./units.ts";
