import { type AbsorptionScenario, simulateAbsorption } from "./absorption.ts";
import { type Contribution, largestContributors, latinHypercube } from "./latin-hypercube.ts";
import { absorptionParameters } from "./parameters/absorption.ts";
import { penetrationParameters } from "./parameters/penetration.ts";
import type { PenetrationValues } from "./penetration.ts";
import { createRandom } from "./random.ts";
import { type Spread, spreadOf } from "./spread.ts";

/** How far what passes into the blood is known, with every uncertain number of insertion and absorption drawn. */
export interface AbsorptionDoubt {
  readonly points: number;
  readonly absorbedMg: Spread;
  readonly intactMg: Spread;
  /** What rolling multiplies the amount by. */
  readonly gainRatio: Spread;
  readonly peakPlasmaNgPerMl: Spread;
  /** What the absorbed amount depends on most, strongest first. */
  readonly contributors: readonly Contribution[];
}

/** Follicles draw from stream 0, their parameters from stream 1. */
const doubtStream = 2;
const contributorCount = 3;
const drawnParameters = { ...penetrationParameters, ...absorptionParameters };

/**
 * One application for many sets of plausible parameters, on rolled and on intact skin. The specification asks for 200
 * sets, about a second of work.
 *
 * @param scenarioOf the application where needles go in as these values say
 */
export function doubtAbsorption(
  scenarioOf: (insertion: PenetrationValues) => AbsorptionScenario,
  { points, seed }: { readonly points: number; readonly seed: number },
): AbsorptionDoubt {
  const sets = latinHypercube(drawnParameters, points, createRandom(seed, doubtStream)).map(
    // The tails of a log-normal law go on beyond the whole.
    (values) => ({
      ...values,
      insertedShare: Math.min(1, values.insertedShare),
      openShare: Math.min(1, values.openShare),
    }),
  );
  const answers = sets.map((values) => {
    const scenario = scenarioOf(values);
    const intact = { ...scenario, channels: { ...scenario.channels, densityPerCm2: 0 } };
    const { totalAbsorbedMg, peakPlasmaNgPerMl } = simulateAbsorption(scenario, values);
    const intactMg = simulateAbsorption(intact, values).totalAbsorbedMg;
    return { absorbedMg: totalAbsorbedMg, intactMg, peakPlasmaNgPerMl };
  });
  const absorbed = answers.map(({ absorbedMg }) => absorbedMg);
  return {
    points,
    absorbedMg: spreadOf(absorbed),
    intactMg: spreadOf(answers.map(({ intactMg }) => intactMg)),
    gainRatio: spreadOf(answers.map(({ absorbedMg, intactMg }) => absorbedMg / intactMg)),
    peakPlasmaNgPerMl: spreadOf(answers.map(({ peakPlasmaNgPerMl }) => peakPlasmaNgPerMl)),
    contributors: largestContributors(sets, absorbed, contributorCount),
  };
}
