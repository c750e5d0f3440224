import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AbsorptionScenario,
  simulateAbsorption,
  skinLayers,
  tabulateDelays,
} from "./absorption.ts";
import { closureHalfLifeMin, minutesUntilOpenFraction, openFraction } from "./microchannels.ts";
import { centralValues } from "./parameter.ts";
import { absorptionParameters } from "./parameters/absorption.ts";
import { pottsGuyCmPerH, stratumCorneumSlab } from "./permeability.ts";
import { simulateTransport } from "./transport.ts";
import { steadyEnhancement } from "./unit-cell.ts";
import { minutesUntilSaturated } from "./vehicle.ts";

const values = centralValues(absorptionParameters);
const halfMillimetre = { densityPerCm2: 240, depthUm: 250, radiusUm: 19.6 };
const scenario: AbsorptionScenario = {
  product: "minoxidil-5",
  dose: { kind: "once", volumeMl: 1 },
  areaCm2: 100,
  contactH: 12,
  followedH: 36,
  delayMin: 0,
  ageYears: 40,
  channels: halfMillimetre,
  closureSet: "central",
  sampleEveryMin: 30,
};
const intact = { ...scenario, channels: { ...halfMillimetre, densityPerCm2: 0 } };
const absorbed = (changes: Partial<AbsorptionScenario>) =>
  simulateAbsorption({ ...scenario, ...changes }, values).totalAbsorbedMg;

test("C-AN-11: minoxidil passes the horny layer at 7.656e-4 cm/h", () => {
  const kp = pottsGuyCmPerH({ logKow: 1.24, molecularWeightDa: 209.25 }, values);
  expect(Math.abs(kp / 7.656e-4 - 1)).toBeLessThan(1e-3);
});

test("C-AN-12: what comes through the channels halves with every half-life of delay", () => {
  const channels = { densityPerCm2: 240, depthUm: 80, radiusUm: 7.5 };
  const base = simulateAbsorption(intact, values).totalAbsorbedMg;
  const gains = [0, 30, 60, 120, 1440].map((delayMin) => absorbed({ channels, delayMin }) - base);
  const first = gains[0] ?? 0;

  [1, 0.43528, 0.18946, 0.035897].forEach((share, i) => {
    expect(Math.abs((gains[i] ?? 0) / first / share - 1)).toBeLessThan(0.02);
  });
  expect(Math.abs((gains[4] ?? 0) / first)).toBeLessThan(1e-6);
});

test("C-PU-01: 0.83 mg of 1 mL 5 % pass intact scalp, 1.7 % on the label", () => {
  const run = simulateAbsorption(intact, values);
  expect(run.totalAbsorbedMg).toBeCloseTo(0.83, 2);
  expect((run.totalAbsorbedMg / 50) * 100).toBeGreaterThan(0.3);
  expect((run.totalAbsorbedMg / 50) * 100).toBeLessThan(4.5);
  expect(run.imbalanceFraction).toBeLessThan(1e-6);
});

test("C-PU-02: the 2 % film is saturated within 30 min, at 28, and the 5 % film at 6", () => {
  expect(minutesUntilSaturated("minoxidil-2", values)).toBeLessThan(30);
  expect(minutesUntilSaturated("minoxidil-2", values)).toBeGreaterThan(26);
  expect(minutesUntilSaturated("minoxidil-5", values)).toBeCloseTo(6, 0);
});

test("C-PU-03 and C-PU-04: uncovered channels close within 2 h, and in the slow set later than in rats", () => {
  const closedH = (set: "central" | "slow") =>
    minutesUntilOpenFraction(0.05, closureHalfLifeMin(set, 40, values)) / 60;
  expect(closedH("central")).toBeCloseTo(1.8, 1);
  expect(closedH("slow")).toBeCloseTo(8.6, 1);
  expect(closedH("slow")).toBeGreaterThan(5);
});

test("C-PU-05: after 30 and 60 min the open share fits the article's window", () => {
  const halfLifeMin = closureHalfLifeMin("central", 40, values);
  expect(openFraction(30, halfLifeMin)).toBeCloseTo(0.44, 2);
  expect(openFraction(60, halfLifeMin)).toBeCloseTo(0.19, 2);
  expect(openFraction(30, closureHalfLifeMin("article-early", 40, values))).toBeCloseTo(0.05, 9);
  expect(openFraction(60, closureHalfLifeMin("article-late", 40, values))).toBeCloseTo(0.05, 9);
});

test("C-PU-06: a 0.5 mm roller multiplies a small water-loving drug in a cell by 1 to 8", () => {
  // Minoxidil stands for the two drugs: their ionised forms have no place in the permeability equation.
  const endless = { ...scenario, dose: { kind: "endless" }, followedH: 24 } as const;
  const rolled = simulateAbsorption(endless, values).totalAbsorbedMg;
  const channels = { ...endless.channels, densityPerCm2: 0 };
  const intact = simulateAbsorption({ ...endless, channels }, values).totalAbsorbedMg;
  expect(rolled / intact).toBeGreaterThan(1);
  expect(rolled / intact).toBeLessThan(8);
});

test.each([
  [-0.77, 32.04, 0.0005],
  [-0.31, 46.07, 0.0008],
  [0.88, 74.12, 0.0025],
  [2.03, 102.2, 0.013],
  [1.46, 94.11, 0.0082],
])(
  "C-PU-07: logKow %f and %f Da pass within a factor of two of %f cm/h",
  (logKow, molecularWeightDa, measured) => {
    const ratio = pottsGuyCmPerH({ logKow, molecularWeightDa }, values) / measured;
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  },
);

test("the published table comes back once the alignment of the surrogate is left out", () => {
  const unaligned = { ...values, conductanceAlignment: 1 };
  const table = tabulateDelays(scenario, unaligned).map((row) => row.absorbedMg);
  [1.65, 1.19, 0.99, 0.83].forEach((amount, i) => {
    expect(Math.abs((table[i] ?? 0) - amount)).toBeLessThan(0.015);
  });
});

test("the published peaks in plasma come back with it", () => {
  const unaligned = { ...values, conductanceAlignment: 1 };
  const peak = (run: AbsorptionScenario) => simulateAbsorption(run, unaligned).peakPlasmaNgPerMl;
  expect(peak(intact)).toBeCloseTo(0.4, 1);
  expect(peak(scenario)).toBeCloseTo(1.4, 0);
  expect(
    peak({ ...scenario, channels: { ...halfMillimetre, depthUm: 520, radiusUm: 35 } }),
  ).toBeCloseTo(2.9, 0);
});

test("what was absorbed is in the body or has left it by clearance", () => {
  const run = simulateAbsorption({ ...scenario, sampleEveryMin: 5 }, values);
  const litres = (values.clearanceLPerH * values.plasmaHalfLifeH) / Math.LN2;
  let leftMg = 0;
  for (let i = 1; i < run.timesH.length; i++) {
    const mean = ((run.plasmaNgPerMl[i] ?? 0) + (run.plasmaNgPerMl[i - 1] ?? 0)) / 2;
    leftMg += (mean / 1000) * values.clearanceLPerH * (5 / 60);
  }
  const bodyMg = ((run.plasmaNgPerMl.at(-1) ?? 0) / 1000) * litres;
  expect(Math.abs((leftMg + bodyMg) / run.totalAbsorbedMg - 1)).toBeLessThan(1e-3);
});

test("a cover soaks the horny layer and keeps channels open: more of everything", () => {
  const covered = { closureSet: "occluded" } as const;
  expect(simulateAbsorption({ ...intact, ...covered }, values).totalAbsorbedMg).toBeGreaterThan(
    2 * simulateAbsorption(intact, values).totalAbsorbedMg,
  );
  expect(absorbed(covered)).toBeGreaterThan(absorbed({ closureSet: "slow-upper" }));
});

test("without channels the run is the intact one to the last bit", () => {
  const base = simulateAbsorption(intact, values);
  for (const channels of [
    { densityPerCm2: 0, depthUm: 500, radiusUm: 30 },
    { densityPerCm2: 240, depthUm: 500, radiusUm: 0 },
  ]) {
    expect(simulateAbsorption({ ...scenario, channels }, values)).toEqual(base);
  }
});

test("fewer channels approach intact skin", () => {
  const channels = { ...halfMillimetre, densityPerCm2: 0.01 };
  const intact = absorbed({ channels: { ...halfMillimetre, densityPerCm2: 0 } });
  expect(absorbed({ channels }) / intact).toBeCloseTo(1, 3);
});

/** Two runs differ by the error of their steps as well; the smallest difference looked at is ten times that. */
const slack = 2e-3;

test("more channels, wider ones, slower closing and longer contact absorb more; a later start less", () => {
  const share = fc.double({ min: 0.1, max: 0.9, noNaN: true });
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      const pairs = [less, more].map((x) => [
        absorbed({ channels: { ...halfMillimetre, densityPerCm2: 400 * x } }),
        absorbed({ channels: { ...halfMillimetre, radiusUm: 35 * x } }),
        absorbed({ contactH: 24 * x }),
        -absorbed({ delayMin: 120 * x }),
        simulateAbsorption(scenario, { ...values, centralHalfLifeMin: 100 * x }).totalAbsorbedMg,
        simulateAbsorption(scenario, { ...values, strength5MgPerMl: 50 * x }).totalAbsorbedMg,
      ]);
      pairs[0]?.forEach((low, i) => {
        expect(pairs[1]?.[i] ?? 0).toBeGreaterThanOrEqual(low - slack);
      });
    }),
    { numRuns: 15, seed: 4 },
  );
});

test("the grid is fine enough: cells of half the width move the answer by less than 1 %", () => {
  const layers = skinLayers(values.hydrationFactor, values);
  const run = (refine: number) =>
    simulateTransport({
      layers: layers.map((layer) => ({
        ...layer,
        cellWidthsCm: layer.cellWidthsCm.flatMap((widthCm) =>
          new Array<number>(refine).fill(widthCm / refine),
        ),
      })),
      donor: {
        kind: "finite",
        amountMgPerCm2: 0.5,
        capacityCm: () => 0.2,
        ceilingMgPerMl: 2.2,
        removedAtS: 43_200,
      },
      exchange: {
        fromDepthCm: 0.0014,
        toDepthCm: 0.0264,
        conductanceCmPerS: (elapsedS) => 1e-6 * 2 ** (-elapsedS / 1500),
      },
      bottom: "closed",
      eliminationPerS: 0,
      sampleTimesS: [129_600],
      steps: { kind: "controlled", relativeTolerance: 1e-4, firstStepS: 1 },
    }).clearedMgPerCm2[0] ?? 0;
  expect(Math.abs(run(1) / run(2) - 1)).toBeLessThan(0.01);
});

test("where everything goes adds up at every moment, layer by layer", () => {
  const run = simulateAbsorption(scenario, values);
  run.timesH.forEach((_, i) => {
    const found =
      (run.absorbedMg[i] ?? 0) +
      (run.onSkinMg[i] ?? 0) +
      (run.lostMg[i] ?? 0) +
      (run.retainedMg.stratumCorneum[i] ?? 0) +
      (run.retainedMg.viableEpidermis[i] ?? 0) +
      (run.retainedMg.dermis[i] ?? 0);
    expect(found).toBeCloseTo(50, 7);
  });
});

test("without closing, the fast model comes near the steady gain of the two-dimensional cell", () => {
  // Small steady flux needs long contact: an endless donor, two weeks, channels that never close, soaked skin.
  const open = {
    ...values,
    centralHalfLifeMin: 1e9,
    hydrationFactor: 1,
  };
  const endless = { ...scenario, dose: { kind: "endless" }, followedH: 336 } as const;
  const rolled = simulateAbsorption({ ...endless, closureSet: "central" }, open);
  const whole = simulateAbsorption({ ...endless, channels: intact.channels }, open);
  const ratio = (rolled.fluxMgPerH.at(-1) ?? 0) / (whole.fluxMgPerH.at(-1) ?? 1);
  const reference = steadyEnhancement(
    halfMillimetre,
    stratumCorneumSlab({ logKow: 1.24, molecularWeightDa: 209.25 }, values),
    { values, cellsAcross: 8 },
  );
  expect(Math.abs(ratio / reference - 1)).toBeLessThan(0.2);
});

test.each([
  ["areaCm2", { areaCm2: 0 }],
  ["delayMin", { delayMin: Number.NaN }],
  ["volumeMl", { dose: { kind: "once", volumeMl: -1 } }],
  ["radiusUm", { channels: { ...halfMillimetre, radiusUm: 500 } }],
  ["ageYears", { ageYears: 200 }],
] as const)("a bad %s is refused by name", (name, changes) => {
  expect(() => absorbed(changes)).toThrow(name);
});
