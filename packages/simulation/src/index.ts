// Contents page: every name other packages may use, file by file.

export { tableDelaysMin } from "./absorption.ts";
export { runAbsorptionBenchmark } from "./absorption-benchmark.ts";
export { exposureSymptoms } from "./absorption-safety.ts";
export { runFollicleCohort, runFollicleTrial } from "./follicle-benchmark.ts";
export type { Band, Forecast } from "./forecast.ts";
export { runPunctureBenchmark } from "./puncture-benchmark.ts";
export {
  type AbsorptionStage,
  type Fineness,
  type PunctureStage,
  type Simulation,
  simulate,
  simulateHair,
  simulatePunctures,
  simulateSkin,
  simulateTopical,
  stageGrades,
} from "./simulate.ts";
export {
  type OutOfScope,
  type SimulatedTreatment,
  simulatedTreatmentSchema,
} from "./treatment.ts";
