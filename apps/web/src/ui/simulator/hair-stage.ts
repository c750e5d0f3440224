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

export interface SteppedForecast {
  readonly forecast: Forecast;
  /** Change from the start under what the treatment is compared with, for the mean of a group. */
  readonly comparedMedian: readonly number[];
}

/**
 * The follicle stage of `simulate` in steps: hands over after every set of parameters, so that a newer question can
 * end it. A test holds it to `simulate`, number for number.
 */
export function* forecastInSteps(
  treatment: SimulatedTreatment,
  comparedWith: SimulatedTreatment | undefined,
  fineness: Fineness,
): Generator<number, SteppedForecast> {
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
  const changes = points.map(({ comparedPerCm2 }) =>
    comparedPerCm2.map((density) => density - (comparedPerCm2[0] ?? 0)),
  );
  return {
    forecast: gatherForecast(design, sets, points),
    comparedMedian: weeklyMedian(changes, treatment.weeks),
  };
}

function weeklyMedian(lines: readonly (readonly number[])[], weeks: number): readonly number[] {
  return Array.from({ length: weeks + 1 }, (_, week) => {
    const sorted = lines.map((line) => line[week] ?? 0).toSorted((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  });
}

/** What the page draws of a forecast. */
export function answerForecast(
  { forecast, comparedMedian }: SteppedForecast,
  isCoarse: boolean,
): ForecastAnswer {
  const { grade, treated, compared, groupChange, personChange, difference, contributors } =
    forecast;
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
    comparedMedian,
    difference: { low: difference.low80, median: difference.median, high: difference.high80 },
    dependsOn: contributors.flatMap(({ name }) => notes.get(name) ?? []),
  };
}
