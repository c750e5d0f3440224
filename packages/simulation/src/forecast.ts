import { type FollicleCourse, simulateFollicles } from "./follicle-cycle.ts";
import type { FollicleTreatment } from "./follicle-treatment.ts";
import { type Contribution, largestContributors, latinHypercube } from "./latin-hypercube.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { centralValues, type Grade } from "./parameter.ts";
import type { FollicleParameters, FollicleValues } from "./parameters/follicles.ts";
import { createRandom } from "./random.ts";
import { quantile } from "./spread.ts";

export interface ForecastDesign {
  readonly parameters: FollicleParameters;
  readonly treatment: FollicleTreatment;
  /** What the treatment is compared with: nothing, or another treatment. */
  readonly comparator: FollicleTreatment;
  readonly weeks: number;
  /** Sets of plausible parameters behind the band; 200 in the specification. */
  readonly points: number;
  /** Follicles followed for the central line, and for each set of the band. */
  readonly centralFollicles: number;
  readonly bandFollicles: number;
  readonly seed: number;
}

/** Median and bands, a number for every week from 0. */
export interface Band {
  readonly median: readonly number[];
  readonly low80: readonly number[];
  readonly high80: readonly number[];
  readonly low95: readonly number[];
  readonly high95: readonly number[];
}

/** Standard deviation that each layer of doubt adds to one person's change, per cm² and week. */
interface DoubtLayers {
  readonly parameters: readonly number[];
  readonly person: readonly number[];
  readonly counting: readonly number[];
}

/** What may happen to hair density: an estimate, not a prediction for one person. */
export interface Forecast {
  /** Medicines rest on trials (B); needling and terminal hairs are speculative (D). */
  readonly grade: Grade;
  /** The two runs at the central parameters, on the same luck. */
  readonly treated: FollicleCourse;
  readonly compared: FollicleCourse;
  /** Treatment minus comparator in hairs/cm², for the mean of a group: doubt about parameters only. */
  readonly difference: Band;
  /** Change from the start under the treatment, for the mean of a group. */
  readonly groupChange: Band;
  /** Change from the start that one person may count: parameters, person and counting together. */
  readonly personChange: Band;
  readonly layers: DoubtLayers;
  /** What the mean difference over the weeks depends on most, strongest first. */
  readonly contributors: readonly Contribution[];
}

/** What one set of parameters says: density per week under the two treatments. */
export interface ForecastPoint {
  readonly treatedPerCm2: readonly number[];
  readonly comparedPerCm2: readonly number[];
}

/** Follicles draw from stream 0 of the seed, the sets of parameters from stream 1. */
const follicleStream = 0;
const parameterStream = 1;
/** Each set of parameters stands for this many persons, at equally likely places of the normal law. */
const personsPerPoint = 41;
const contributorCount = 3;
/** The published spread of persons is that of their change over 48 weeks. */
const personSpreadWeeks = 48;

/** The whole forecast at once; a worker that shows progress calls the three steps itself. */
export function forecastDensity(design: ForecastDesign): Forecast {
  const sets = drawForecastSets(design);
  return gatherForecast(
    design,
    sets,
    sets.map((values) => forecastPoint(design, values)),
  );
}

/** Step 1: the sets of plausible parameters. */
export function drawForecastSets({
  parameters,
  points,
  seed,
}: ForecastDesign): readonly FollicleValues[] {
  return latinHypercube(parameters, points, createRandom(seed, parameterStream));
}

/** Step 2, for every set: the two treatments on the same follicles with the same luck. */
export function forecastPoint(design: ForecastDesign, values: FollicleValues): ForecastPoint {
  const density = (treatment: FollicleTreatment) =>
    runFollicles(design, treatment, values, design.bandFollicles).visiblePerCm2;
  return {
    treatedPerCm2: density(design.treatment),
    comparedPerCm2: density(design.comparator),
  };
}

/** Step 3: bands, layers and contributors from the answers of all sets, in the order of the sets. */
export function gatherForecast(
  design: ForecastDesign,
  sets: readonly FollicleValues[],
  points: readonly ForecastPoint[],
): Forecast {
  if (points.length !== sets.length) {
    throw new RangeError(`points must be as many as the ${sets.length} sets, got ${points.length}`);
  }
  const values = centralValues(design.parameters);
  const { treatment, comparator, centralFollicles } = design;
  const differences = points.map(({ treatedPerCm2, comparedPerCm2 }) =>
    treatedPerCm2.map((density, week) => density - (comparedPerCm2[week] ?? 0)),
  );
  const changes = points.map(({ treatedPerCm2 }) =>
    treatedPerCm2.map((density) => density - (treatedPerCm2[0] ?? 0)),
  );
  const layers = doubtLayers(changes, design.weeks, values);
  const isNeedled = treatment.needling.length > 0 || comparator.needling.length > 0;
  return {
    grade: isNeedled ? "D" : "B",
    treated: runFollicles(design, treatment, values, centralFollicles),
    compared: runFollicles(design, comparator, values, centralFollicles),
    difference: bandOf(differences, design.weeks, () => 0),
    groupChange: bandOf(changes, design.weeks, () => 0),
    personChange: bandOf(changes, design.weeks, (week) =>
      Math.sqrt((layers.person[week] ?? 0) ** 2 + (layers.counting[week] ?? 0) ** 2),
    ),
    layers,
    contributors: largestContributors(sets, differences.map(mean), contributorCount),
  };
}

function runFollicles(
  { weeks, seed }: ForecastDesign,
  treatment: FollicleTreatment,
  values: FollicleValues,
  follicles: number,
): FollicleCourse {
  return simulateFollicles({ treatment, follicles, weeks, seed, stream: follicleStream }, values);
}

/**
 * The three layers of doubt about one person's change.
 *
 *     counting = √2 · SD of one count          a change is the difference of two counts
 *     person   = √(SD₄₈² − counting²) · √(week/48)
 *
 * The published SD of change at 48 weeks includes counting, which is taken out here and put back in the band. That
 * persons drift apart like the root of time is an assumption; the source gives week 48 only.
 */
function doubtLayers(
  changes: readonly (readonly number[])[],
  weeks: number,
  { personSdPerCm2, countingSdPerCm2 }: FollicleValues,
): DoubtLayers {
  const counting = Math.sqrt(2) * countingSdPerCm2;
  const personAt48 = Math.sqrt(Math.max(0, personSdPerCm2 ** 2 - counting ** 2));
  const perWeek = (doubtIn: (week: number) => number) =>
    Array.from({ length: weeks + 1 }, (_, week) => doubtIn(week));
  return {
    parameters: perWeek((week) => standardDeviation(changes.map((change) => change[week] ?? 0))),
    person: perWeek((week) => personAt48 * Math.sqrt(week / personSpreadWeeks)),
    counting: perWeek(() => counting),
  };
}

/** Median and bands week by week; each value spread by a normal law of the given SD, where it is not 0. */
function bandOf(
  lines: readonly (readonly number[])[],
  weeks: number,
  spreadOf: (week: number) => number,
): Band {
  const steps = Float64Array.from({ length: personsPerPoint }, (_, person) =>
    normalQuantile((person + 0.5) / personsPerPoint),
  );
  const weekly = Array.from({ length: weeks + 1 }, (_, week) => {
    const spread = spreadOf(week);
    const values = lines.map((line) => line[week] ?? 0);
    return spread === 0
      ? Float64Array.from(values).sort()
      : Float64Array.from(
          values.flatMap((value) => Array.from(steps, (step) => value + step * spread)),
        ).sort();
  });
  const at = (share: number) => weekly.map((sorted) => quantile(sorted, share));
  return {
    median: at(0.5),
    low80: at(0.1),
    high80: at(0.9),
    low95: at(0.025),
    high95: at(0.975),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function standardDeviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}
