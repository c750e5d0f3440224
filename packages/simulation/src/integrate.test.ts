import { expect, test } from "vitest";
import { createIntegrator, type Derivative } from "./integrate.ts";

const accuracy = { relative: 1e-6, absolute: 1e-9, maxStep: 1 };
const decay: Derivative = (_t, state, slope) => {
  slope[0] = -0.6 * (state[0] ?? 0);
};

test("exponential decay comes out within the tolerance", () => {
  const state = Float64Array.of(1);
  createIntegrator(1, decay, accuracy)(state, 0, 5);
  expect(state[0]).toBeCloseTo(Math.exp(-3), 7);
});

test("a circle closes after one turn, and time reaches the derivative", () => {
  const state = Float64Array.of(1, 0, 0);
  const turn: Derivative = (t, [x = 0, y = 0], slope) => {
    slope.set([-y, x, 2 * t]);
  };
  createIntegrator(3, turn, accuracy)(state, 0, 2 * Math.PI);
  expect(Math.abs((state[0] ?? 0) - 1)).toBeLessThan(1e-5);
  expect(Math.abs(state[1] ?? 1)).toBeLessThan(1e-5);
  expect(state[2]).toBeCloseTo(4 * Math.PI ** 2, 8);
});

test("halving a forced step shrinks the error as a fifth-order formula does", () => {
  const errorAt = (maxStep: number) => {
    const state = Float64Array.of(1);
    const loose = { relative: 1e6, absolute: 1e6, maxStep };
    createIntegrator(1, decay, loose)(state, 0, 4);
    return Math.abs((state[0] ?? 0) - Math.exp(-2.4));
  };
  const order = Math.log2(errorAt(0.25) / errorAt(0.125));
  expect(order).toBeGreaterThan(4.7);
  expect(order).toBeLessThan(5.5);
});

test("a change of state between two calls is not smeared over it", () => {
  const state = Float64Array.of(0);
  const advance = createIntegrator(1, decay, accuracy);
  advance(state, 0, 3.3);
  expect(state[0]).toBe(0);
  state[0] = 2;
  advance(state, 3.3, 4.3);
  expect(state[0]).toBeCloseTo(2 * Math.exp(-0.6), 6);
});

test("a fast change is met with short steps, not with a wrong number", () => {
  const state = Float64Array.of(1);
  const fast: Derivative = (_t, [x = 0], slope) => slope.fill(-40 * x);
  createIntegrator(1, fast, accuracy)(state, 0, 1);
  expect(Math.abs((state[0] ?? 1) - Math.exp(-40))).toBeLessThan(1e-7);
});

test("going back, an impossible accuracy and a solution that runs away are refused", () => {
  const advance = createIntegrator(1, decay, accuracy);
  expect(() => advance(Float64Array.of(1), 2, 1)).toThrow("to must be at or after 2, got 1");
  expect(() => createIntegrator(1, decay, { ...accuracy, relative: Number.NaN })).toThrow(
    "relative must be above 0, got NaN",
  );
  const runaway: Derivative = (_t, [x = 0], slope) => slope.fill(x * x);
  expect(() => createIntegrator(1, runaway, accuracy)(Float64Array.of(1), 0, 2)).toThrow(
    /the step must stay above/,
  );
});
