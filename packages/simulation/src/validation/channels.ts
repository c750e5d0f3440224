import { z } from "zod";
import { type AbsorptionScenario, simulateAbsorption } from "../absorption.ts";
import { centralValues } from "../parameter.ts";
import { absorptionParameters } from "../parameters/absorption.ts";
import { pottsGuyCmPerH, stratumCorneumSlab } from "../permeability.ts";
import { edgesThrough, steadyConductanceCm3PerS, steadyEnhancement } from "../unit-cell.ts";
import { type CaseMapping, compare, mapCase, within } from "./measurement.ts";

const values = centralValues(absorptionParameters);
const abs = z.object({ abs: z.number() });
const rel = z.object({ rel: z.number() });
const numbers = z.array(z.number()).max(20);
/** Grids grow with length over radius; these keep them below a few seconds. */
const lengthUm = z.number().min(1).max(5000);
const depthsUm = z.array(z.number().min(1).max(2000)).min(1).max(8);

/** Stage C, the open channel, its two-dimensional reference and what passes it. */
export const channelMappings: readonly CaseMapping[] = [
  mapCase(
    "C-AN-09",
    z.object({
      input: z.object({ a_um: lengthUm, b_um: lengthUm, H_cm: z.number().min(0.01).max(10) }),
      expected: z.object({ ratio_to_4aD: z.number() }),
      tolerance: rel,
    }),
    ({ input, expected, tolerance }) => {
      const radiusCm = input.a_um * 1e-4;
      const radialEdgesCm = edgesThrough([0, radiusCm, input.b_um * 1e-4], radiusCm / cellsAcross);
      const depthEdgesCm = edgesThrough([0, input.H_cm], radiusCm / cellsAcross);
      const conductance = steadyConductanceCm3PerS({
        ...tissue(radialEdgesCm, depthEdgesCm, () => 1),
        donorRadiusCm: radiusCm,
        side: "closed",
      });
      return [
        compare(
          "conductance of a disc pore over 4aD",
          expected.ratio_to_4aD,
          conductance / (4 * radiusCm),
          within.rel(tolerance.rel),
        ),
      ];
    },
  ),
  mapCase(
    "C-AN-10",
    z.object({
      input: z.object({ a_um: lengthUm, p_um: lengthUm }),
      expected: z.object({ ratio_to_shapeFactor: z.number() }),
      tolerance: rel,
    }),
    ({ input, expected, tolerance }) => [
      compare(
        slenderCylinder,
        expected.ratio_to_shapeFactor,
        cylinderOverSlender(input.a_um * 1e-4, input.p_um * 1e-4),
        within.rel(tolerance.rel),
      ),
    ],
  ),
  mapCase(
    "C-AN-11",
    z.object({
      input: z.object({ logKow: z.number(), MW: z.number() }),
      expected: z.object({ kp_cm_h: z.number() }),
      tolerance: rel,
    }),
    ({ input, expected, tolerance }) => [
      compare(
        "permeability of the horny layer, cm/h",
        expected.kp_cm_h,
        pottsGuyCmPerH({ logKow: input.logKow, molecularWeightDa: input.MW }, values),
        within.rel(tolerance.rel),
      ),
    ],
  ),
  mapCase(
    "C-AN-12",
    z.object({
      input: z.object({
        closureHalfLife_min: z.number().min(1).max(2400),
        delay_min: z.array(z.number()).min(2).max(10),
      }),
      expected: z.object({ poreRouteRelative: numbers }),
      tolerance: z.object({ rel: z.number(), absLast: z.number() }),
    }),
    ({ input, expected, tolerance }) => {
      const got = gainsAfterDelay(input.delay_min, input.closureHalfLife_min);
      const quantity = "what passes the channels, over that without delay";
      return [
        compare(
          quantity,
          expected.poreRouteRelative.slice(0, -1),
          got.slice(0, -1),
          within.rel(tolerance.rel),
        ),
        compare(
          `${quantity}, longest delay`,
          expected.poreRouteRelative.slice(-1),
          got.slice(-1),
          within.abs(tolerance.absLast),
        ),
      ];
    },
  ),
  mapCase(
    "C-AN-13",
    z.object({ expected: z.object({ relativeImbalance: z.number() }), tolerance: abs }),
    ({ expected, tolerance }) => {
      const sets = ["central", "slow", "occluded"] as const;
      return [
        compare(
          "imbalance: central, slow and covered channels",
          sets.map(() => expected.relativeImbalance),
          sets.map((closureSet) => {
            const channels = { densityPerCm2: 240, depthUm: 250, radiusUm: 19.6 };
            return simulateAbsorption({ ...scenario, channels, closureSet }, values)
              .imbalanceFraction;
          }),
          within.abs(tolerance.abs),
        ),
      ];
    },
  ),
  mapCase(
    "C-AN-14",
    z.object({
      input: z.object({ a_um: depthsUm, p_um: lengthUm }),
      expected: z.object({ E: numbers }),
      tolerance: rel,
    }),
    ({ input, expected, tolerance }) => [
      compare(
        "gain of open channels, by their radius",
        expected.E,
        input.a_um.map((radiusUm) => gainOfOpenChannels(radiusUm, input.p_um)),
        within.rel(tolerance.rel),
      ),
    ],
  ),
  mapCase(
    "C-AN-15",
    z.object({
      input: z.object({ p_um: depthsUm }),
      expected: z.object({ E: numbers }),
      tolerance: rel,
    }),
    ({ input, expected, tolerance }) => [
      compare(
        "gain of open channels of 15 µm, by their depth",
        expected.E,
        input.p_um.map((depthUm) => gainOfOpenChannels(15, depthUm)),
        within.rel(tolerance.rel),
      ),
    ],
  ),
];

/** Named, because it is a documented miss. */
export const slenderCylinder = "conductance of a cylinder over the slender formula";

const cellsAcross = 16;
const scenario: AbsorptionScenario = {
  product: "minoxidil-5",
  dose: { kind: "once", volumeMl: 1 },
  areaCm2: 100,
  contactH: 12,
  followedH: 36,
  delayMin: 0,
  ageYears: 40,
  channels: { densityPerCm2: 0, depthUm: 0, radiusUm: 0 },
  closureSet: "central",
  sampleEveryMin: 30,
};

/** A conducting cylinder from the surface down, in 1 cm of tissue, over S = 2π p / ln(2p/a). */
function cylinderOverSlender(radiusCm: number, depthCm: number): number {
  const radialEdgesCm = edgesThrough([0, radiusCm, 1], radiusCm / cellsAcross);
  const depthEdgesCm = edgesThrough([0, depthCm, 1], radiusCm / cellsAcross);
  const conductance = steadyConductanceCm3PerS({
    ...tissue(radialEdgesCm, depthEdgesCm, (depth, radius) =>
      depth < depthCm && radius < radiusCm ? 1e6 : 1,
    ),
    donorRadiusCm: radiusCm,
    side: "sink",
  });
  return conductance / ((2 * Math.PI * depthCm) / Math.log((2 * depthCm) / radiusCm));
}

/** A round cell of tissue without clearance, its conductivity given place by place, and a sink below. */
export function tissue(
  radialEdgesCm: Float64Array,
  depthEdgesCm: Float64Array,
  conductivityAt: (depthCm: number, radiusCm: number) => number,
) {
  const ringCount = radialEdgesCm.length - 1;
  const size = ringCount * (depthEdgesCm.length - 1);
  const middle = (edges: Float64Array, i: number) => ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2;
  return {
    radialEdgesCm,
    depthEdgesCm,
    conductivityCm2PerS: Float64Array.from({ length: size }, (_, i) =>
      conductivityAt(
        middle(depthEdgesCm, Math.floor(i / ringCount)),
        middle(radialEdgesCm, i % ringCount),
      ),
    ),
    clearancePerS: new Float64Array(size),
    bottom: "sink",
  } as const;
}

/** Absorbed more than through intact skin, over the first delay's; channels so small that the donor hardly empties. */
function gainsAfterDelay(delaysMin: readonly number[], centralHalfLifeMin: number): number[] {
  const channels = { densityPerCm2: 240, depthUm: 80, radiusUm: 7.5 };
  const absorbed = (changes: Partial<AbsorptionScenario>) =>
    simulateAbsorption({ ...scenario, ...changes }, { ...values, centralHalfLifeMin })
      .totalAbsorbedMg;
  const intact = absorbed({});
  const gains = delaysMin.map((delayMin) => absorbed({ channels, delayMin }) - intact);
  return gains.map((gain) => gain / (gains[0] ?? Number.NaN));
}

function gainOfOpenChannels(radiusUm: number, depthUm: number): number {
  const compound = {
    logKow: values.minoxidilLogKow,
    molecularWeightDa: values.minoxidilWeightDa,
  };
  return steadyEnhancement(
    { densityPerCm2: 240, depthUm, radiusUm },
    stratumCorneumSlab(compound, values),
    { values, cellsAcross: cellsAcross / 2 },
  );
}
