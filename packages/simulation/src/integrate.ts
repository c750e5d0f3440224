import { power } from "./elementary.ts";

/** Writes the rate of change of every entry of `state` at time `t` into `slope`. */
export type Derivative = (t: number, state: Float64Array, slope: Float64Array) => void;

export interface Accuracy {
  /** Error allowed in one step, as a share of each entry. */
  readonly relative: number;
  /** Error allowed in one step where an entry is near zero. */
  readonly absolute: number;
  /** Longest step, so that nothing short is stepped over. */
  readonly maxStep: number;
}

/** Moves `state` from one time to a later one, in place. */
export type Integrator = (state: Float64Array, from: number, to: number) => void;

/** Rows of the Dormand–Prince 5(4) table, six numbers each: the weights of earlier slopes in each stage. */
const weights = Float64Array.of(
  ...[1 / 5, 0, 0, 0, 0, 0],
  ...[3 / 40, 9 / 40, 0, 0, 0, 0],
  ...[44 / 45, -56 / 15, 32 / 9, 0, 0, 0],
  ...[19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729, 0, 0],
  ...[9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656, 0],
  ...[35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
);
const nodes = Float64Array.of(1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1);
/** Fifth-order minus fourth-order weights: what the two formulas disagree by. */
const disagreement = Float64Array.of(
  71 / 57600,
  0,
  -71 / 16695,
  71 / 1920,
  -17253 / 339200,
  22 / 525,
  -1 / 40,
);

/**
 * An integrator for ordinary differential equations that are not stiff.
 *
 * Explicit Runge–Kutta pair of orders 5 and 4 (Dormand and Prince 1980) with the step set by the disagreement of the
 * two, reusing its memory from call to call. An event (a session) is a change of `state` between two calls: no step
 * ever crosses it. Explicit is enough here: the fastest rate of the healing model is 0.6 per hour, and the
 * formula is stable up to about 3 / rate.
 */
export function createIntegrator(
  size: number,
  derivative: Derivative,
  accuracy: Accuracy,
): Integrator {
  for (const [name, value] of Object.entries(accuracy)) {
    if (!(value > 0)) throw new RangeError(`${name} must be above 0, got ${value}`);
  }
  const slopes = new Float64Array(7 * size);
  const rows = Array.from({ length: 7 }, (_, row) => slopes.subarray(row * size, (row + 1) * size));
  const trial = new Float64Array(size);
  const first = slopes.subarray(0, size);
  const last = slopes.subarray(6 * size);
  const work = { slopes, rows, trial };
  let step = accuracy.maxStep;

  return (state, from, to) => {
    if (!(to >= from)) throw new RangeError(`to must be at or after ${from}, got ${to}`);
    let t = from;
    derivative(t, state, first);
    while (t < to) {
      const isLast = t + step >= to;
      const h = isLast ? to - t : step;
      runStages(derivative, t, h, state, work);
      const error = errorRatio(h, state, work, accuracy);
      if (error <= 1) {
        t = isLast ? to : t + h;
        state.set(trial);
        first.set(last);
      }
      // A last step cut short by the end says nothing against the step that was going well.
      const next = h * stepFactor(error);
      step = Math.min(accuracy.maxStep, isLast && error <= 1 ? Math.max(step, next) : next);
      if (!(step > 1e-12 * accuracy.maxStep)) {
        throw new RangeError(`the step must stay above 1e-12 of its longest, got ${step} at ${t}`);
      }
    }
  };
}

interface Work {
  /** Seven slopes after one another, and the same memory as seven rows. */
  readonly slopes: Float64Array;
  readonly rows: readonly Float64Array[];
  readonly trial: Float64Array;
}

/** Leaves the fifth-order result in `trial`, and its slope in the last row. */
function runStages(
  derivative: Derivative,
  t: number,
  h: number,
  state: Float64Array,
  { slopes, rows, trial }: Work,
): void {
  const size = state.length;
  for (let stage = 0; stage < 6; stage++) {
    for (let i = 0; i < size; i++) {
      let change = 0;
      for (let earlier = 0; earlier <= stage; earlier++) {
        change += (weights[stage * 6 + earlier] ?? 0) * (slopes[earlier * size + i] ?? 0);
      }
      trial[i] = (state[i] ?? 0) + h * change;
    }
    derivative(t + h * (nodes[stage] ?? 1), trial, rows[stage + 1] ?? trial);
  }
}

/** The largest error of the step as a share of what is allowed; infinite where the step left the numbers. */
function errorRatio(
  h: number,
  state: Float64Array,
  { slopes, trial }: Work,
  accuracy: Accuracy,
): number {
  const size = state.length;
  let worst = 0;
  for (let i = 0; i < size; i++) {
    let error = 0;
    for (let row = 0; row < 7; row++) {
      error += (disagreement[row] ?? 0) * (slopes[row * size + i] ?? 0);
    }
    const magnitude = Math.max(Math.abs(state[i] ?? 0), Math.abs(trial[i] ?? 0));
    const ratio = Math.abs(h * error) / (accuracy.absolute + accuracy.relative * magnitude);
    if (!(ratio < Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
    if (ratio > worst) worst = ratio;
  }
  return worst;
}

/** How much longer or shorter the next step may be: 0.9 · error^(−1/5), between a tenth and fivefold. */
function stepFactor(error: number): number {
  if (error === 0) return 5;
  return Math.min(5, Math.max(0.1, 0.9 * power(error, -0.2)));
}
