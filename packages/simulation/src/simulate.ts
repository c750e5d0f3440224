import { inOneGo } from "./doubt.ts";
import { type Forecast, forecastDensity } from "./forecast.ts";
import type { HealingCourse } from "./healing.ts";
import type { Grade } from "./parameter.ts";
import type { Penetration } from "./penetration.ts";
import { type OutOfScope, outOfScope } from "./treatment.ts";
import {
  type AbsorptionDoubt,
  type CoverageDoubt,
  doubtAbsorption,
  doubtCoverage,
  doubtHealing,
  type HealingDoubt,
} from "./treatment-doubt.ts";
import type { SimulatedTreatment } from "./treatment-schema.ts";
import {
  type AbsorptionStage,
  type Fineness,
  hairDesign,
  insertionOf,
  type PunctureStage,
  simulatePunctures,
  simulateSkin,
  simulateTopical,
} from "./treatment-stages.ts";

/** How sure each stage is: A strong … D speculative (the specification's table). */
export const stageGrades = {
  punctures: "B",
  insertion: "C",
  absorption: "C",
  healing: "C",
  follicles: "D",
} as const satisfies Record<string, Grade>;

/**
 * The whole chain, every stage kept, each with how far it is known; the long ones are worked out when they are first
 * read. An estimate, not a prediction for one person.
 */
export interface Simulation {
  readonly kind: "simulation";
  readonly punctures: PunctureStage;
  /** Absent where too few holes fell to judge them. */
  readonly coverageDoubt: CoverageDoubt | undefined;
  readonly insertion: Penetration;
  readonly absorption: AbsorptionStage | undefined;
  /** Absent where no drug is put on. */
  readonly absorptionDoubt: AbsorptionDoubt | undefined;
  readonly healing: HealingCourse;
  readonly healingDoubt: HealingDoubt | undefined;
  readonly follicles: Forecast;
}

/** From needle to forecast: punctures → insertion → channels and absorption → healing → follicles. */
export function simulate(
  treatment: SimulatedTreatment,
  fineness: Fineness,
): Simulation | OutOfScope {
  const refusal = outOfScope(treatment);
  if (refusal) return refusal;

  const { points } = fineness;
  const punctures = simulatePunctures(treatment);
  const absorption = simulateTopical(treatment, punctures.session);
  const coverageDoubt = once(() => inOneGo(doubtCoverage(treatment, points)));
  const absorptionDoubt = once(() => inOneGo(doubtAbsorption(treatment, points)));
  const healing = once(() => simulateSkin(treatment));
  const healingDoubt = once(() => inOneGo(doubtHealing(treatment, points)));
  const follicles = once(() => forecastDensity(hairDesign(treatment, absorption, fineness)));
  return {
    kind: "simulation",
    punctures,
    insertion: insertionOf(punctures.session),
    absorption,
    get coverageDoubt() {
      return coverageDoubt();
    },
    get absorptionDoubt() {
      return absorptionDoubt();
    },
    get healing() {
      return healing();
    },
    get healingDoubt() {
      return healingDoubt();
    },
    get follicles() {
      return follicles();
    },
  };
}

/** Work that is done when its answer is first asked for, and never twice. */
function once<Answer>(work: () => Answer): () => Answer {
  let kept: { readonly answer: Answer } | undefined;
  return () => {
    kept ??= { answer: work() };
    return kept.answer;
  };
}
