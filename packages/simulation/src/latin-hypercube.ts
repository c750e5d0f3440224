import { power } from "./elementary.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { mapValues, type Parameter, type ParameterSet, type Values } from "./parameter.ts";
import type { Random } from "./random.ts";

/** Standard normal value that 97.5 % lie below: a range holds 95 %, from −this to +this. */
const rangeEnd = 1.959963984540054;

/**
 * The value of a parameter that is plausibly not exceeded with the given probability.
 *
 * Half of the plausible values lie on each side of the central value, and 95 % between the ends of the range. Where
 * the central value is not in the middle, each side gets a spread of its own (a split normal, on the logarithm for
 * log-normal), so that the centre of a band is the centre that is shown elsewhere. Uniform is plain between the ends.
 *
 * @param probability strictly between 0 and 1
 */
export function parameterQuantile(parameter: Parameter, probability: number): number {
  const { value, range, distribution } = parameter;
  if (distribution === "fixed" || range === undefined) return value;
  const [low, high] = range;
  if (!(low <= value && value <= high)) {
    throw new RangeError(`value must lie inside its range ${low} to ${high}, got ${value}`);
  }
  if (distribution === "uniform") return low + probability * (high - low);

  const distance = normalQuantile(probability) / rangeEnd;
  if (distribution === "normal") {
    return value + distance * (distance < 0 ? value - low : high - value);
  }
  if (!(low > 0)) throw new RangeError(`a log-normal range must start above 0, got ${low}`);
  return value * power(distance < 0 ? value / low : high / value, distance);
}

/**
 * Sets of plausible parameters that cover every range evenly: a Latin hypercube.
 *
 * Each parameter's distribution is cut into as many equally likely parts as there are points, and every part is used
 * exactly once, in an order of its own (McKay, Beckman and Conover 1979).
 *
 * @returns `pointCount` sets of values, in the order drawn
 */
export function latinHypercube<P extends ParameterSet>(
  parameters: P,
  pointCount: number,
  random: Random,
): readonly Values<P>[] {
  if (!(Number.isInteger(pointCount) && pointCount >= 1)) {
    throw new RangeError(`pointCount must be a whole number of at least 1, got ${pointCount}`);
  }

  const columns = mapColumns(parameters, (parameter) => {
    const parts = shuffled(pointCount, random);
    return Array.from(parts, (part) =>
      parameterQuantile(parameter, (part + random.uniform()) / pointCount),
    );
  });
  return Array.from({ length: pointCount }, (_, point) =>
    mapValues(parameters, (parameter, name) => columns.get(name)?.[point] ?? parameter.value),
  );
}

function mapColumns(
  parameters: ParameterSet,
  columnOf: (parameter: Parameter) => readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const varied = Object.entries(parameters).filter(
    ([, { distribution, range }]) => distribution !== "fixed" && range !== undefined,
  );
  return new Map(varied.map(([name, parameter]) => [name, columnOf(parameter)]));
}

/** The numbers 0 … count − 1 in random order (Fisher and Yates). */
function shuffled(count: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random.uniform() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/** How strongly an outcome follows a parameter: −1 always against it, 0 not at all, 1 always with it. */
export interface Contribution {
  readonly name: string;
  readonly rankCorrelation: number;
}

/**
 * The parameters that an outcome depends on most, strongest first.
 *
 * By Spearman's rank correlation between the values drawn and the outcome of each draw; equal values share their
 * mean rank. Parameters that do not vary are left out.
 */
export function largestContributors(
  points: readonly Readonly<Record<string, number>>[],
  outcomes: readonly number[],
  count: number,
): readonly Contribution[] {
  if (points.length !== outcomes.length) {
    throw new RangeError(
      `outcomes must be as many as the ${points.length} points, got ${outcomes.length}`,
    );
  }
  const outcomeRanks = ranks(outcomes);
  return Object.keys(points[0] ?? {})
    .map((name) => ({
      name,
      rankCorrelation: correlation(
        ranks(points.map((point) => point[name] ?? Number.NaN)),
        outcomeRanks,
      ),
    }))
    .filter(({ rankCorrelation }) => !Number.isNaN(rankCorrelation))
    .sort((a, b) => Math.abs(b.rankCorrelation) - Math.abs(a.rankCorrelation))
    .slice(0, count);
}

function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranked = new Array<number>(values.length).fill(0);
  for (let first = 0; first < order.length; ) {
    const value = values[order[first] ?? 0];
    let next = first + 1;
    while (next < order.length && values[order[next] ?? 0] === value) next++;
    for (let place = first; place < next; place++)
      ranked[order[place] ?? 0] = (first + next - 1) / 2;
    first = next;
  }
  return ranked;
}

/** Pearson's correlation; NaN where one side does not vary. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const meanA = mean(a);
  const meanB = mean(b);
  let together = 0;
  let squareA = 0;
  let squareB = 0;
  for (const [index, value] of a.entries()) {
    const fromA = value - meanA;
    const fromB = (b[index] ?? 0) - meanB;
    together += fromA * fromB;
    squareA += fromA * fromA;
    squareB += fromB * fromB;
  }
  return together / Math.sqrt(squareA * squareB);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
