import { expect, test } from "vitest";
import { at, type HealingValues, healingDerivative, restingState } from "./healing-equations.ts";
import { createIntegrator } from "./integrate.ts";
import { centralValues } from "./parameter.ts";
import { healingParameters } from "./parameters/healing.ts";

const parameters = centralValues(healingParameters);
const accuracy = { relative: 1e-6, absolute: 1e-9, maxStep: 1 };
const resting = restingState(parameters);

function integrator(values: HealingValues) {
  const rest = restingState(values);
  const macrophages = (rest[at.inflammatoryMacrophages] ?? 0) + (rest[at.repairMacrophages] ?? 0);
  return createIntegrator(rest.length, healingDerivative(values, macrophages), accuracy);
}

/** The state of healthy skin with some entries replaced, by name. */
function stateWith(entries: Partial<Record<keyof typeof at, number>>): Float64Array {
  const state = Float64Array.from(resting);
  const values = new Map(Object.entries(entries));
  for (const [name, place] of Object.entries(at)) {
    state[place] = values.get(name) ?? state[place] ?? 0;
  }
  return state;
}

test("D-AN-01: healthy skin is at rest, with the calming mediator at 0.125", () => {
  expect(resting[at.phagocytes]).toBe(0);
  expect(resting[at.damage]).toBe(0);
  expect(Math.abs((resting[at.calming] ?? 0) - 0.125)).toBeLessThanOrEqual(1e-9);
  const state = Float64Array.from(resting);
  integrator(parameters)(state, 0, 1000);
  for (const [place, value] of resting.entries()) {
    expect(Math.abs((state[place] ?? 0) - value)).toBeLessThanOrEqual(1e-9);
  }
});

test("the healthy state is stable: a small push comes back from every side", () => {
  const pushes = [{ phagocytes: 0.02 }, { damage: 0.05 }, { calming: 0.2 }, { growthFactor: 0.2 }];
  for (const push of pushes) {
    const state = stateWith(push);
    integrator(parameters)(state, 0, 4000);
    for (const place of [at.phagocytes, at.damage, at.calming, at.growthFactor]) {
      expect(Math.abs((state[place] ?? 0) - (resting[place] ?? 0))).toBeLessThan(1e-4);
    }
  }
});

test("D-AN-02: platelets give off 1 − exp(−kt) of their store", () => {
  const state = stateWith({ plateletStore: 1 });
  const advance = integrator(parameters);
  advance(state, 0, 1);
  expect(Math.abs((state[at.plateletReleased] ?? 0) - 0.451188)).toBeLessThanOrEqual(1e-6);
  advance(state, 1, 5);
  expect(Math.abs((state[at.plateletReleased] ?? 0) - 0.950213)).toBeLessThanOrEqual(1e-6);
});

test("D-PU-04: 95 % of the growth factor is out within the 60 to 300 min measured", () => {
  const state = stateWith({ plateletStore: 1 });
  integrator(parameters)(state, 0, 5);
  expect(state[at.plateletReleased]).toBeGreaterThanOrEqual(0.95);
  const early = stateWith({ plateletStore: 1 });
  integrator(parameters)(early, 0, 1);
  expect(early[at.plateletReleased]).toBeLessThan(0.95);
});

test("D-PU-01: macrophages of an open wound fall as the published model has it", () => {
  const state = stateWith({
    inflammatoryMacrophages: 200,
    repairMacrophages: 200,
    growthFactor: 6,
  });
  const advance = integrator(parameters);
  let fromH = 0;
  for (const [day, expected] of [
    [10, 110.679],
    [30, 17.339],
    [200, 6.365],
  ] as const) {
    advance(state, fromH, day * 24);
    fromH = day * 24;
    const got = state[at.inflammatoryMacrophages] ?? 0;
    expect(Math.abs(got / expected - 1)).toBeLessThanOrEqual(0.002);
  }
  expect(resting[at.inflammatoryMacrophages]).toBeCloseTo(6.365, 3);
  expect(resting[at.repairMacrophages]).toBeCloseTo(6.365, 3);
  expect(Math.abs((resting[at.growthFactor] ?? 0) / 0.049 - 1)).toBeLessThanOrEqual(0.002);
});

test("D-PU-01: from far above, the same wound ends at the one resting state", () => {
  const state = stateWith({
    inflammatoryMacrophages: 400,
    repairMacrophages: 400,
    growthFactor: 3,
  });
  integrator(parameters)(state, 0, 400 * 24);
  expect(state[at.inflammatoryMacrophages]).toBeCloseTo(6.365, 2);
});

test("with too many inflammatory macrophages, as in diabetes, the wound stays open", () => {
  const impaired = { ...parameters, inflammatoryShare: 0.9 };
  const state = stateWith({
    inflammatoryMacrophages: 200,
    repairMacrophages: 200,
    growthFactor: 6,
  });
  integrator(impaired)(state, 0, 400 * 24);
  const rest = restingState(impaired)[at.inflammatoryMacrophages] ?? 0;
  expect(state[at.inflammatoryMacrophages]).toBeGreaterThan(5 * rest);
});

test("D-PU-02: a small infection peaks as published and is cleared", () => {
  const state = stateWith({ pathogens: 1 });
  const advance = integrator(parameters);
  let peak = 0;
  let peakH = 0;
  for (let tenth = 1; tenth <= 6000; tenth++) {
    advance(state, (tenth - 1) / 10, tenth / 10);
    const phagocytes = state[at.phagocytes] ?? 0;
    if (phagocytes > peak) {
      peak = phagocytes;
      peakH = tenth / 10;
    }
  }
  expect(Math.abs(peak / 0.1964 - 1)).toBeLessThanOrEqual(0.01);
  expect(Math.abs(peakH / 34.2 - 1)).toBeLessThanOrEqual(0.01);
  expect(state[at.phagocytes]).toBeLessThan(0.001);
  expect(state[at.pathogens]).toBeLessThan(1e-6);
});

test("a share of macrophages outside 0 to 1 is refused", () => {
  expect(() => restingState({ ...parameters, inflammatoryShare: 1.2 })).toThrow(
    "inflammatoryShare must be between 0 and 1, got 1.2",
  );
});
