import {
  drawForecastSets,
  type Fineness,
  type Forecast,
  follicleParameters,
  forecastPoint,
  gatherForecast,
  hairDesign,
  type SimulatedTreatment,
} from "@stipple/simulation";
import type { ForecastAnswer } from "./panels.ts";
import { topicalOf } from "./topical-stage.ts";

/** Few sets and few follicles, for a picture at once. */
export const coarse: Fineness = { points: 40, centralFollicles: 4000, bandFollicles: 400 };
/** As the specification asks. */
export const fine: Fineness = { points: 200, centralFollicles: 20_000, bandFollicles: 2000 };

const notes = new Map(Object.entries(follicleParameters).map(([name, { note }]) => [name, note]));

/**
 * The follicle stage of `simulate` in steps: hands over after every set of parameters, so that a newer question can
 * end it. A test holds it to `simulate`, number for number.
 */
export function* forecastInSteps(
  treatment: SimulatedTreatment,
  comparedWith: SimulatedTreatment | undefined,
  fineness: Fineness,
): Generator<number, Forecast> {
  const designOf = (one: SimulatedTreatment) => hairDesign(one, topicalOf(one), fineness);
  const design = {
    ...designOf(treatment),
    ...(comparedWith && { comparator: designOf(comparedWith).treatment }),
  };
  const sets = drawForecastSets(design);
  const points = [];
  for (const values of sets) {
    points.push(forecastPoint(design, values));
    yield points.length / sets.length;
  }
  return gatherForecast(design, sets, points);
}

/** What the page draws of a forecast. */
export function answerForecast(
  { grade, treated, compared, groupChange, personChange, difference, contributors }: Forecast,
  isCoarse: boolean,
): ForecastAnswer {
  const [start = 0] = treated.visiblePerCm2;
  return {
    grade,
    isCoarse,
    startPerCm2: start,
    group: { low: groupChange.low80, median: groupChange.median, high: groupChange.high80 },
    person: { low: personChange.low80, median: personChange.median, high: personChange.high80 },
    comparedChange: compared.visiblePerCm2.map(
      (density) => density - (compared.visiblePerCm2[0] ?? 0),
    ),
    difference: { low: difference.low80, median: difference.median, high: difference.high80 },
    dependsOn: contributors.flatMap(({ name }) => notes.get(name) ?? []),
  };
}
