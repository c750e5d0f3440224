// Contents page: every name other packages may use, file by file.

export { type AbsorptionScenario, simulateAbsorption, tableDelaysMin } from "./absorption.ts";
export { runAbsorptionBenchmark } from "./absorption-benchmark.ts";
export { exposureSymptoms } from "./absorption-safety.ts";
export type { Coverage } from "./coverage.ts";
export { exportedRecordsSchema, exportedTreatment } from "./exported-records.ts";
export { runFollicleCohort, runFollicleTrial } from "./follicle-benchmark.ts";
export {
  type Band,
  drawForecastSets,
  type Forecast,
  forecastPoint,
  gatherForecast,
} from "./forecast.ts";
export type { HealingCourse } from "./healing.ts";
export type { HealingPhase } from "./healing-phases.ts";
export { assessReadiness, type Readiness, type ReportedSign } from "./healing-readiness.ts";
export {
  type ClosureSet,
  closureHalfLifeMin,
  minutesUntilOpenFraction,
  openFraction,
} from "./microchannels.ts";
export { centralValues, type Grade } from "./parameter.ts";
export { absorptionParameters } from "./parameters/absorption.ts";
export { follicleParameters } from "./parameters/follicles.ts";
export { healingParameters } from "./parameters/healing.ts";
export { penetrationParameters } from "./parameters/penetration.ts";
export { rollerParameters } from "./parameters/roller.ts";
export { type Penetration, penetrate } from "./penetration.ts";
export { runPunctureBenchmark } from "./puncture-benchmark.ts";
export { punctureField, punctureStride } from "./punctures.ts";
export { createRandom, type Random } from "./random.ts";
export type { RolledSection, SessionAsDone } from "./sessions-as-done.ts";
export { type Simulation, simulate, stageGrades } from "./simulate.ts";
export { type SimulatedPlan, simulatedPlanSchema } from "./simulated-plan.ts";
export type { Spread } from "./spread.ts";
export { type Assumption, type Start, startingTreatment } from "./starting-treatment.ts";
export { type OutOfScope, outOfScope } from "./treatment.ts";
export {
  type AsDone,
  type DoneAssumption,
  type NothingDone,
  type TreatmentRecords,
  treatmentAsDone,
} from "./treatment-as-done.ts";
export {
  type AbsorptionDoubt,
  type CoverageDoubt,
  doubtAbsorption,
  doubtCoverage,
  doubtHealing,
  type HealingDoubt,
} from "./treatment-doubt.ts";
export {
  type SimulatedSession,
  type SimulatedTreatment,
  simulatedTreatmentSchema,
} from "./treatment-schema.ts";
export {
  type AbsorptionStage,
  type Fineness,
  hairDesign,
  insertionParameters,
  type PunctureStage,
  rollLastSession,
  simulatePunctures,
  simulateSkin,
  simulateTopical,
  topicalScenario,
} from "./treatment-stages.ts";
export {
  gatherTrial,
  runTrialChunk,
  type TrialArmResult,
  type TrialResult,
  type TrialWeek,
  trialChunkCount,
  trialVersion,
} from "./trial.ts";
export { trialParameters } from "./trial-patients.ts";
export {
  type TrialChunk,
  type TrialDesign,
  trialChunkSchema,
  trialDesignSchema,
} from "./trial-schema.ts";
export type { Difference, MeanChange } from "./trial-statistics.ts";
export { builtInCases, validationCasesSchema } from "./validation/cases.ts";
export type { Limit, Measurement } from "./validation/measurement.ts";
export { compareOtherTrials, type OtherTrial } from "./validation/other-trials.ts";
export { compareEquations, type RivalPermeabilities } from "./validation/rival-equations.ts";
export { type ValidationResult, validateCases } from "./validation.ts";
