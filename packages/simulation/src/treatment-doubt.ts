import { simulateAbsorption } from "./absorption.ts";
import { type Doubt, doubtInSteps } from "./doubt.ts";
import type { HealingCourse } from "./healing.ts";
import type { HealingPhase } from "./healing-phases.ts";
import { absorptionParameters } from "./parameters/absorption.ts";
import { healingParameters } from "./parameters/healing.ts";
import { rollerParameters } from "./parameters/roller.ts";
import { createRandom } from "./random.ts";
import type { Spread } from "./spread.ts";
import type { SimulatedTreatment } from "./treatment-schema.ts";
import {
  type InsertionValues,
  insertionParameters,
  lastSession,
  simulatePunctures,
  simulateSkin,
  topicalScenario,
} from "./treatment-stages.ts";

/** How evenly the holes of a session may lie: other hands, other skin, and another luck for every set. */
export interface CoverageDoubt extends Doubt {
  readonly densityPerCm2: Spread;
  /** Leads: what the contributors are named for. */
  readonly coveredFraction: Spread;
  readonly doubleHitFraction: Spread;
  readonly largestGapMm: Spread;
}

/** How far what passes into the blood is known. */
export interface AbsorptionDoubt extends Doubt {
  /** Leads: what the contributors are named for. */
  readonly absorbedMg: Spread;
  readonly intactMg: Spread;
  /** What rolling multiplies the amount by. */
  readonly gainRatio: Spread;
  readonly peakPlasmaNgPerMl: Spread;
}

/** How far the skin's answer to the last session is known, counted in days from that session. */
export interface HealingDoubt extends Doubt {
  readonly inflammationPeakDays: Spread;
  readonly inflammationEndDays: Spread;
  /** Leads: what the contributors are named for. */
  readonly newTissueEndDays: Spread;
  /** Inflammation left from the session before, as a share of the first peak; absent where there was none. */
  readonly residualFraction: Spread | undefined;
}

// Follicles draw from stream 0 of the seed, their parameters from stream 1.
const streams = { absorption: 2, coverage: 3, healing: 4, hands: 1000 };
/** Earlier sessions have calmed down; following them would only take time. */
const followedSessions = 2;

/** Stage A once more for every set of plausible numbers of the hand and the skin, each with a luck of its own. */
export function doubtCoverage(
  treatment: SimulatedTreatment,
  points: number,
): Generator<number, CoverageDoubt | undefined> {
  const { seed } = treatment;
  return doubtInSteps({
    parameters: insertionParametersFor(treatment),
    points,
    seed,
    stream: streams.coverage,
    answerOf: (values, point) =>
      simulatePunctures(treatment, {
        values: plausible(values),
        random: createRandom(seed, streams.hands + point),
      }).coverage,
    leading: ({ coveredFraction }) => coveredFraction,
    spreadsOf: (over) => ({
      densityPerCm2: over(({ densityPerCm2 }) => densityPerCm2),
      coveredFraction: over(({ coveredFraction }) => coveredFraction),
      doubleHitFraction: over(({ doubleHitFraction }) => doubleHitFraction),
      largestGapMm: over(({ largestGapMm }) => largestGapMm),
    }),
  });
}

/**
 * Stage C once more for every set of plausible numbers of insertion and absorption, on rolled and on intact skin, with
 * channels that close early.
 *
 * @returns undefined where no drug is put on
 */
export function doubtAbsorption(
  treatment: SimulatedTreatment,
  points: number,
): Generator<number, AbsorptionDoubt | undefined> {
  const session = lastSession(treatment);
  return doubtInSteps({
    parameters: { ...insertionParametersFor(treatment), ...absorptionParameters },
    points,
    seed: treatment.seed,
    stream: streams.absorption,
    answerOf: (drawn) => {
      const values = plausible(drawn);
      const scenario = topicalScenario(treatment, session, values);
      if (scenario === undefined) return undefined;
      const intact = { ...scenario, channels: { ...scenario.channels, densityPerCm2: 0 } };
      const { totalAbsorbedMg, peakPlasmaNgPerMl } = simulateAbsorption(scenario, values);
      const intactMg = simulateAbsorption(intact, values).totalAbsorbedMg;
      return { absorbedMg: totalAbsorbedMg, intactMg, peakPlasmaNgPerMl };
    },
    leading: ({ absorbedMg }) => absorbedMg,
    spreadsOf: (over) => ({
      absorbedMg: over(({ absorbedMg }) => absorbedMg),
      intactMg: over(({ intactMg }) => intactMg),
      gainRatio: over(({ absorbedMg, intactMg }) => absorbedMg / intactMg),
      peakPlasmaNgPerMl: over(({ peakPlasmaNgPerMl }) => peakPlasmaNgPerMl),
    }),
  });
}

/** Stage D once more for every set of plausible numbers of insertion and healing: the last session after the one before. */
export function doubtHealing(
  treatment: SimulatedTreatment,
  points: number,
): Generator<number, HealingDoubt | undefined> {
  const sessions = treatment.sessions.slice(-followedSessions);
  const [{ day: firstDay } = { day: 0 }] = sessions;
  const followed = {
    ...treatment,
    sessions: sessions.map((session) => ({ ...session, day: session.day - firstDay })),
  };
  return doubtInSteps({
    parameters: { ...insertionParametersFor(treatment), ...healingParameters },
    points,
    seed: treatment.seed,
    stream: streams.healing,
    answerOf: (values) => responseOf(simulateSkin(followed, plausible(values), 1)),
    leading: ({ newTissueEndDays }) => newTissueEndDays,
    spreadsOf: (over) => ({
      inflammationPeakDays: over(({ peakDays }) => peakDays),
      inflammationEndDays: over(({ inflammationEndDays }) => inflammationEndDays),
      newTissueEndDays: over(({ newTissueEndDays }) => newTissueEndDays),
      residualFraction:
        sessions.length < followedSessions
          ? undefined
          : over(({ residualFraction }) => residualFraction ?? 0),
    }),
  });
}

function responseOf({ samples, phases, responses }: HealingCourse) {
  const last = responses.at(-1);
  if (last === undefined) return undefined;
  const { day, peakDay, residualFraction } = last;
  const endOf = (phase: HealingPhase) =>
    (samples[phases.findLastIndex((going) => going.includes(phase))]?.day ?? day) - day;
  return {
    peakDays: peakDay - day,
    inflammationEndDays: endOf("inflammation"),
    newTissueEndDays: endOf("proliferation"),
    residualFraction,
  };
}

/** An ink test has counted what the hand does; without one the hand is in doubt too. */
function insertionParametersFor({ roller }: SimulatedTreatment) {
  if (roller.inkTest === undefined) return insertionParameters;
  const { value, unit, basis, sources, note } = rollerParameters.handFactor;
  const handFactor = { value, unit, distribution: "fixed", basis, sources, note } as const;
  return { ...insertionParameters, handFactor };
}

/** The tails of a law go on beyond what can be: shares above the whole, lengths below nothing. */
function plausible<V extends InsertionValues>(values: V): V {
  return {
    ...values,
    insertedShare: Math.min(1, values.insertedShare),
    openShare: Math.min(1, values.openShare),
    complianceShare: Math.max(0, values.complianceShare),
  };
}
