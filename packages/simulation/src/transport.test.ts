import fc from "fast-check";
import { expect, test } from "vitest";
import { simulateTransport, type TransportLayer, type TransportProblem } from "./transport.ts";
import { evenWidthsCm, gradedWidthsCm } from "./transport-grid.ts";

const unitLayer = (cellCount: number, clearancePerS = 0): TransportLayer => ({
  cellWidthsCm: evenWidthsCm(1, cellCount),
  diffusivityCm2PerS: 1,
  partition: 1,
  clearancePerS,
});

const slab: TransportProblem = {
  layers: [unitLayer(80)],
  donor: { kind: "endless", potentialMgPerMl: 1 },
  exchange: undefined,
  bottom: "sink",
  eliminationPerS: 0,
  sampleTimesS: [0.05, 0.1, 0.2, 0.45, 1, 3],
  steps: { kind: "controlled", relativeTolerance: 1e-5, firstStepS: 1e-4 },
};

test("C-AN-01, C-AN-02 and C-AN-03: amount, flux and lag of a slab follow the series", () => {
  const run = simulateTransport(slab);
  const amounts = [0.00026934, 0.00788529, 0.0614638, 0.2857205, 0.8333438, 2.8333333];
  const fluxes = [0.2929, 0.722922, 0.976439, 0.999897];

  amounts.forEach((amount, i) => {
    expect(Math.abs((run.throughBottomMgPerCm2[i] ?? 0) - amount)).toBeLessThan(1e-4);
  });
  fluxes.forEach((flux, i) => {
    expect(Math.abs((run.fluxOutMgPerCm2S[i + 1] ?? 0) - flux)).toBeLessThan(5e-4);
  });
  const steadyFlux = run.fluxOutMgPerCm2S[5] ?? 0;
  expect(Math.abs(steadyFlux - 1)).toBeLessThan(0.002);
  const lagS = 3 - (run.throughBottomMgPerCm2[5] ?? 0) / steadyFlux;
  expect(Math.abs(lagS / (1 / 6) - 1)).toBeLessThan(0.002);
});

test("C-AN-04: twice the cells and steps leave a quarter of the error", () => {
  const [coarse = 0, middle = 0, fine = 0] = [1, 2, 4].map((factor) => {
    const run = simulateTransport({
      ...slab,
      layers: [unitLayer(20 * factor)],
      sampleTimesS: [0.45],
      steps: { kind: "fixed", stepS: 0.45 / (200 * factor) },
    });
    return run.throughBottomMgPerCm2[0] ?? 0;
  });
  const order = Math.log2((coarse - middle) / (middle - fine));

  expect(Math.abs(order - 2)).toBeLessThan(0.1);
});

test("time steps alone are of second order", () => {
  const at = (count: number) =>
    simulateTransport({
      ...slab,
      layers: [unitLayer(20)],
      donor: {
        kind: "finite",
        amountMgPerCm2: 1,
        capacityCm: (elapsedS) => 1 + Math.sin(elapsedS),
        ceilingMgPerMl: Number.POSITIVE_INFINITY,
        removedAtS: Number.POSITIVE_INFINITY,
      },
      sampleTimesS: [1],
      steps: { kind: "fixed", stepS: 1 / count },
    }).throughBottomMgPerCm2[0] ?? 0;
  const order = Math.log2((at(80) - at(160)) / (at(160) - at(320)));

  expect(order).toBeGreaterThan(1.9);
  expect(order).toBeLessThan(2.3);
});

test("time steps are of second order with channels too, down from the very surface", () => {
  const at = (count: number) =>
    simulateTransport({
      ...slab,
      layers: [unitLayer(10)],
      donor: finite(1, 0.3),
      exchange: { fromDepthCm: 0, toDepthCm: 0.2, conductanceCmPerS: (elapsedS) => 2 ** -elapsedS },
      sampleTimesS: [1],
      steps: { kind: "fixed", stepS: 1 / count },
    }).donorMgPerCm2[0] ?? 0;
  const order = Math.log2((at(80) - at(160)) / (at(160) - at(320)));

  expect(order).toBeGreaterThan(1.9);
  expect(order).toBeLessThan(2.3);
});

const finiteDoses = [
  {
    lambda: 0.1,
    absorbed: [0.006001, 0.032019, 0.077611, 0.239893],
    donor: [0.95142, 0.921779, 0.878126, 0.723631],
  },
  {
    lambda: 1,
    absorbed: [0.049358, 0.227474, 0.466141, 0.878515],
    donor: [0.643391, 0.504522, 0.348177, 0.07923],
  },
  {
    lambda: 5,
    absorbed: [0.135119, 0.476891, 0.779279, 0.993009],
    donor: [0.231533, 0.133032, 0.056094, 0.001777],
  },
];

test.each(finiteDoses)(
  "C-AN-05: a finite dose with λ = $lambda empties as the series says",
  ({ lambda, absorbed, donor }) => {
    const run = simulateTransport({
      ...slab,
      donor: finite(1, 1 / lambda),
      sampleTimesS: [0.2, 0.5, 1, 3],
    });

    absorbed.forEach((share, i) => {
      expect(Math.abs((run.throughBottomMgPerCm2[i] ?? 0) - share)).toBeLessThan(5e-4);
      expect(Math.abs((run.donorMgPerCm2[i] ?? 0) - (donor[i] ?? 0))).toBeLessThan(5e-4);
    });
  },
);

test("C-AN-06: two layers in series pass what their resistances allow", () => {
  const run = simulateTransport({
    ...slab,
    layers: [layerOf(0.0014, 2.8e-10, 7.6), layerOf(0.006, 5e-7, 1)],
    sampleTimesS: [1e6],
    steps: { kind: "controlled", relativeTolerance: 1e-4, firstStepS: 1 },
  });

  expect(Math.abs((run.fluxOutMgPerCm2S[0] ?? 0) / 1.4927718e-6 - 1)).toBeLessThan(1e-6);
});

test("C-AN-07: uniform clearance draws the flux of the closed form", () => {
  const run = simulateTransport({
    ...slab,
    layers: [unitLayer(80, 4)],
    bottom: "closed",
    sampleTimesS: [20],
  });

  expect(Math.abs((run.fluxInMgPerCm2S[0] ?? 0) / 1.928055 - 1)).toBeLessThan(1e-3);
  expect(run.fluxOutMgPerCm2S[0]).toBeCloseTo(run.fluxInMgPerCm2S[0] ?? 0, 6);
});

test("a layer that holds three times as much clears three times as much", () => {
  const run = simulateTransport({
    ...slab,
    layers: [{ ...unitLayer(80, 4), partition: 3 }],
    bottom: "closed",
    sampleTimesS: [20],
  });

  expect(Math.abs((run.fluxInMgPerCm2S[0] ?? 0) / (3 * 1.928055) - 1)).toBeLessThan(1e-3);
});

test("C-AN-08: a deep layer follows the error function", () => {
  const run = simulateTransport({
    ...slab,
    layers: [unitLayer(200)],
    sampleTimesS: [0.01],
    steps: { kind: "controlled", relativeTolerance: 1e-5, firstStepS: 1e-6 },
  });
  // x = 0.5 √(4 D t) = 0.1, which is the edge between cells 19 and 20.
  const between = ((run.potentialMgPerMl[19] ?? 0) + (run.potentialMgPerMl[20] ?? 0)) / 2;

  expect(Math.abs(between - 0.4795)).toBeLessThan(1e-3);
});

const anyProblem = fc
  .record({
    partitions: fc.array(fc.double({ min: 0.2, max: 8, noNaN: true }), {
      minLength: 1,
      maxLength: 3,
    }),
    clearancePerS: fc.double({ min: 0, max: 5, noNaN: true }),
    capacityCm: fc.double({ min: 0.05, max: 2, noNaN: true }),
    drying: fc.double({ min: 0, max: 3, noNaN: true }),
    ceilingMgPerMl: fc.double({ min: 0.1, max: 5, noNaN: true }),
    removedAtS: fc.double({ min: 0, max: 2, noNaN: true }),
    conductance: fc.double({ min: 0, max: 10, noNaN: true }),
    isSink: fc.boolean(),
  })
  .map(
    (p): TransportProblem => ({
      layers: p.partitions.map((partition) => ({
        cellWidthsCm: gradedWidthsCm(0.3, { firstCm: 0.01, ratio: 1.2 }),
        diffusivityCm2PerS: 1 / partition,
        partition,
        clearancePerS: p.clearancePerS,
      })),
      donor: {
        kind: "finite",
        amountMgPerCm2: 1,
        capacityCm: (elapsedS) => p.capacityCm * (0.2 + 0.8 * Math.exp(-p.drying * elapsedS)),
        ceilingMgPerMl: p.ceilingMgPerMl,
        removedAtS: p.removedAtS,
      },
      exchange: {
        fromDepthCm: 0.01,
        toDepthCm: 0.2,
        conductanceCmPerS: (elapsedS) => p.conductance * 2 ** -elapsedS,
      },
      bottom: p.isSink ? "sink" : "closed",
      eliminationPerS: 0.5,
      sampleTimesS: [0, 0.1, 0.5, 1, 3],
      steps: { kind: "controlled", relativeTolerance: 1e-3, firstStepS: 1e-3 },
    }),
  );

test("C-AN-13: in any run, what was applied is found again", () => {
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const run = simulateTransport(problem);
      const skin = run.retainedMgPerCm2.reduce((sum, layer) => sum + (layer[4] ?? 0), 0);
      const found =
        (run.donorMgPerCm2[4] ?? 0) +
        (run.lostMgPerCm2[4] ?? 0) +
        (run.clearedMgPerCm2[4] ?? 0) +
        (run.throughBottomMgPerCm2[4] ?? 0) +
        skin;
      expect(Math.abs(found - 1)).toBeLessThan(1e-9);
      expect(run.imbalanceFraction).toBeLessThan(1e-6);
    }),
    { numRuns: 60, seed: 1 },
  );
});

test("amounts taken up never fall, and one layer cut into two equal ones changes nothing", () => {
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const run = simulateTransport(problem);
      const split = simulateTransport({
        ...problem,
        layers: problem.layers.flatMap((layer) => [
          { ...layer, cellWidthsCm: layer.cellWidthsCm.slice(0, 5) },
          { ...layer, cellWidthsCm: layer.cellWidthsCm.slice(5) },
        ]),
      });
      for (let i = 1; i < 5; i++) {
        const step = (run.clearedMgPerCm2[i] ?? 0) - (run.clearedMgPerCm2[i - 1] ?? 0);
        expect(step).toBeGreaterThanOrEqual(-1e-9);
      }
      expect([...split.clearedMgPerCm2]).toEqual([...run.clearedMgPerCm2]);
      expect([...split.potentialMgPerMl]).toEqual([...run.potentialMgPerMl]);
    }),
    { numRuns: 40, seed: 2 },
  );
});

test("potentials stay between nothing and what the donor can push", () => {
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const { donor, steps } = problem;
      if (donor.kind !== "finite" || steps.kind !== "controlled") throw new Error("not generated");
      const run = simulateTransport({ ...problem, steps: { ...steps, relativeTolerance: 1e-4 } });
      expect(run.lowestPotentialMgPerMl).toBeGreaterThanOrEqual(-1e-9 * donor.ceilingMgPerMl);
      expect(run.highestPotentialMgPerMl).toBeLessThanOrEqual(donor.ceilingMgPerMl * (1 + 1e-9));
    }),
    { numRuns: 40, seed: 5 },
  );
});

test("a donor taken off at once, or almost at once, does not stall the run", () => {
  for (const removedAtS of [0, 6e-323, 1e-12]) {
    const run = simulateTransport({ ...slab, donor: { ...finite(1, 1), removedAtS } });
    expect(run.lostMgPerCm2.at(-1)).toBeCloseTo(1, 5);
    expect(run.stepCount).toBeLessThan(1000);
  }
});

test("the blood below an endless donor does not stall the run", () => {
  const run = simulateTransport({
    ...slab,
    layers: [unitLayer(40, 1)],
    eliminationPerS: 0.5,
    bottom: "closed",
  });
  expect(run.stepCount).toBeLessThan(1000);
  expect(run.bodyMgPerCm2.at(-1)).toBeGreaterThan(0);
});

test("an unsaturated run is linear in the dose", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (dose) => {
      const run = (amount: number) =>
        simulateTransport({ ...slab, donor: finite(amount, 0.5), sampleTimesS: [1] });
      const share = (run(dose).throughBottomMgPerCm2[0] ?? 0) / dose;
      expect(share / (run(1).throughBottomMgPerCm2[0] ?? 0)).toBeCloseTo(1, 9);
    }),
    { numRuns: 20, seed: 3 },
  );
});

test.each([
  ["sampleTimesS", { ...slab, sampleTimesS: [1, 0.5] }],
  ["sampleTimesS", { ...slab, sampleTimesS: [Number.NaN] }],
  ["partition", { ...slab, layers: [{ ...unitLayer(4), partition: 0 }] }],
  ["cellWidthsCm", { ...slab, layers: [{ ...unitLayer(4), cellWidthsCm: [1, Number.NaN] }] }],
  ["clearancePerS", { ...slab, layers: [unitLayer(4, -1)] }],
  ["relativeTolerance", { ...slab, steps: { ...slab.steps, relativeTolerance: 0 } }],
] as const)("a bad %s is refused by name", (name, problem) => {
  expect(() => simulateTransport(problem as TransportProblem)).toThrow(name);
});

function finite(amountMgPerCm2: number, capacityCm: number) {
  return {
    kind: "finite" as const,
    amountMgPerCm2,
    capacityCm: () => capacityCm,
    ceilingMgPerMl: Number.POSITIVE_INFINITY,
    removedAtS: Number.POSITIVE_INFINITY,
  };
}

function layerOf(thicknessCm: number, diffusivityCm2PerS: number, partition: number) {
  return {
    cellWidthsCm: evenWidthsCm(thicknessCm, 20),
    diffusivityCm2PerS,
    partition,
    clearancePerS: 0,
  };
}
