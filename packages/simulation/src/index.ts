// Contents page: every name other packages may use, file by file.

export { type AbsorptionScenario, simulateAbsorption, tableDelaysMin } from "./absorption.ts";
export { runAbsorptionBenchmark } from "./absorption-benchmark.ts";
export { exposureSymptoms } from "./absorption-safety.ts";
export type { Coverage } from "./coverage.ts";
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
export {
  type ClosureSet,
  closureHalfLifeMin,
  minutesUntilOpenFraction,
  openFraction,
} from "./microchannels.ts";
export { centralValues, type Grade } from "./parameter.ts";
export { absorptionParameters } from "./parameters/absorption.ts";
export { follicleParameters } from "./parameters/follicles.ts";
export { penetrationParameters } from "./parameters/penetration.ts";
export { rollerParameters } from "./parameters/roller.ts";
export { penetrate } from "./penetration.ts";
export { runPunctureBenchmark } from "./puncture-benchmark.ts";
export { punctureField, punctureStride } from "./punctures.ts";
export {
  type AbsorptionStage,
  type Fineness,
  hairDesign,
  type PunctureStage,
  type Simulation,
  simulate,
  simulatePunctures,
  simulateSkin,
  simulateTopical,
  stageGrades,
  topicalScenario,
} from "./simulate.ts";
export { type Assumption, type Start, startingTreatment } from "./starting-treatment.ts";
export { type OutOfScope, outOfScope } from "./treatment.ts";
export {
  type SimulatedSession,
  type SimulatedTreatment,
  simulatedTreatmentSchema,
} from "./treatment-schema.ts";
export { builtInCases, validationCasesSchema } from "./validation/cases.ts";
export type { Limit, Measurement } from "./validation/measurement.ts";
export { compareOtherTrials, type OtherTrial } from "./validation/other-trials.ts";
export { type ValidationResult, validateCases } from "./validation.ts";
