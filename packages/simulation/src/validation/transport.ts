import { z } from "zod";
import { simulateTransport, type TransportLayer, type TransportProblem } from "../transport.ts";
import { evenWidthsCm } from "../transport-grid.ts";
import type { TransportRun } from "../transport-record.ts";
import { type CaseMapping, compare, mapCase, within } from "./measurement.ts";

const abs = z.object({ abs: z.number() });
const rel = z.object({ rel: z.number() });
const positive = z.number().min(1e-12).max(1e6);
/** Times on the scale of diffusion, D t / L². */
const times = z.array(z.number().min(0.001).max(100)).min(1).max(20);
const numbers = z.array(z.number()).max(20);

/** Stage C, the one-dimensional working model against closed forms. */
export const transportMappings: readonly CaseMapping[] = [
  mapCase(
    "C-AN-01",
    z.object({
      input: z.object({ D: positive, K: positive, L: positive, Dt_over_L2: times }),
      expected: z.object({ cumulative: numbers }),
      tolerance: abs,
    }),
    ({ input: { D, K, L, Dt_over_L2: scaled }, expected, tolerance }) => {
      const timeScaleS = (L * L) / D;
      const run = runSlab({
        layers: [slab(L, D, K)],
        sampleTimesS: scaled.map((time) => time * timeScaleS),
        steps: { ...steps, firstStepS: steps.firstStepS * timeScaleS },
      });
      const got = Array.from(run.throughBottomMgPerCm2, (amount) => amount / (K * L));
      return [compare("amount passed", expected.cumulative, got, within.abs(tolerance.abs))];
    },
  ),
  mapCase(
    "C-AN-02",
    z.object({
      input: z.object({ Dt_over_L2: times }),
      expected: z.object({ flux: numbers }),
      tolerance: abs,
    }),
    ({ input, expected, tolerance }) => {
      const got = Array.from(runSlab({ sampleTimesS: input.Dt_over_L2 }).fluxOutMgPerCm2S);
      return [compare("flux", expected.flux, got, within.abs(tolerance.abs))];
    },
  ),
  mapCase(
    "C-AN-03",
    z.object({
      expected: z.object({ lag_L2_over_D: z.number(), steadyFlux: z.number() }),
      tolerance: rel,
    }),
    ({ expected, tolerance }) => {
      const run = runSlab({ sampleTimesS: [3] });
      const flux = run.fluxOutMgPerCm2S[0] ?? Number.NaN;
      const lag = 3 - (run.throughBottomMgPerCm2[0] ?? Number.NaN) / flux;
      const limit = within.rel(tolerance.rel);
      return [
        compare("time lag, L²/D", expected.lag_L2_over_D, lag, limit),
        compare("steady flux", expected.steadyFlux, flux, limit),
      ];
    },
  ),
  mapCase(
    "C-AN-04",
    z.object({ expected: z.object({ observedOrder: z.number() }), tolerance: abs }),
    ({ expected, tolerance }) => [
      compare(
        "observed order of the scheme",
        expected.observedOrder,
        observedOrder(),
        within.abs(tolerance.abs),
      ),
    ],
  ),
  mapCase(
    "C-AN-05",
    z.object({
      input: z.object({ lambda_: z.array(positive).max(10), tau: times }),
      expected: z.object({ absorbedFraction: z.array(numbers), donor: z.array(numbers) }),
      tolerance: abs,
    }),
    ({ input, expected, tolerance }) => {
      const runs = input.lambda_.map((lambda) =>
        runSlab({
          donor: {
            kind: "finite",
            amountMgPerCm2: 1,
            capacityCm: () => 1 / lambda,
            ceilingMgPerMl: Number.POSITIVE_INFINITY,
            removedAtS: Number.POSITIVE_INFINITY,
          },
          sampleTimesS: input.tau,
        }),
      );
      const all = (read: (run: TransportRun) => Float64Array) =>
        runs.flatMap((run) => Array.from(read(run)));
      const limit = within.abs(tolerance.abs);
      return [
        compare(
          "absorbed share",
          expected.absorbedFraction.flat(),
          all((run) => run.throughBottomMgPerCm2),
          limit,
        ),
        compare(
          "share left in the donor",
          expected.donor.flat(),
          all((run) => run.donorMgPerCm2),
          limit,
        ),
      ];
    },
  ),
  mapCase(
    "C-AN-06",
    z.object({
      input: z.object({
        h_cm: z.tuple([positive, positive]),
        D_cm2_s: z.tuple([positive, positive]),
        K: z.tuple([positive, positive]),
      }),
      expected: z.object({ P_cm_s: z.number() }),
      tolerance: rel,
    }),
    ({ input, expected, tolerance }) => {
      const layers = input.h_cm.map((thicknessCm, index) =>
        slab(thicknessCm, input.D_cm2_s[index] ?? 0, input.K[index] ?? 0, 20),
      );
      const run = runSlab({
        layers,
        sampleTimesS: [1e6],
        steps: { kind: "controlled", relativeTolerance: 1e-4, firstStepS: 1 },
      });
      return [
        compare(
          "permeability of two layers, cm/s",
          expected.P_cm_s,
          run.fluxOutMgPerCm2S[0] ?? Number.NaN,
          within.rel(tolerance.rel),
        ),
      ];
    },
  ),
  mapCase(
    "C-AN-07",
    z.object({
      input: z.object({ k: positive, D: positive, L: positive }),
      expected: z.object({ flux: z.number() }),
      tolerance: rel,
    }),
    ({ input: { k, D, L }, expected, tolerance }) => {
      const run = runSlab({
        layers: [{ ...slab(L, D, 1), clearancePerS: k }],
        bottom: "closed",
        sampleTimesS: [(20 * L * L) / D],
      });
      return [
        compare(
          "steady flux under clearance",
          expected.flux,
          run.fluxInMgPerCm2S[0] ?? Number.NaN,
          within.rel(tolerance.rel),
        ),
      ];
    },
  ),
  mapCase(
    "C-AN-08",
    z.object({
      input: z.object({ x_over_sqrt4Dt: z.number().min(0.05).max(2) }),
      expected: z.object({ u: z.number() }),
      tolerance: abs,
    }),
    ({ input, expected, tolerance }) => [
      compare(
        "potential in a deep layer",
        expected.u,
        potentialInDeepLayer(input.x_over_sqrt4Dt),
        within.abs(tolerance.abs),
      ),
    ],
  ),
];

const steps = { kind: "controlled", relativeTolerance: 1e-5, firstStepS: 1e-4 } as const;

/** A slab of thickness, diffusivity and partition 1 below an endless donor of potential 1, above a sink. */
function runSlab(
  changes: Partial<TransportProblem> & Pick<TransportProblem, "sampleTimesS">,
): TransportRun {
  return simulateTransport({
    layers: [slab(1, 1, 1)],
    donor: { kind: "endless", potentialMgPerMl: 1 },
    exchange: undefined,
    bottom: "sink",
    eliminationPerS: 0,
    steps,
    ...changes,
  });
}

function slab(
  thicknessCm: number,
  diffusivityCm2PerS: number,
  partition: number,
  cellCount = 80,
): TransportLayer {
  const cellWidthsCm = evenWidthsCm(thicknessCm, cellCount);
  return { cellWidthsCm, diffusivityCm2PerS, partition, clearancePerS: 0 };
}

/** From the amount at D t / L² = 0.45 with 20, 40 and 80 cells and as many times the steps. */
function observedOrder(): number {
  const [coarse = 0, medium = 0, fine = 0] = [1, 2, 4].map((factor) => {
    const run = runSlab({
      layers: [slab(1, 1, 1, 20 * factor)],
      sampleTimesS: [0.45],
      steps: { kind: "fixed", stepS: 0.45 / (200 * factor) },
    });
    return run.throughBottomMgPerCm2[0] ?? 0;
  });
  return Math.log2((coarse - medium) / (medium - fine));
}

/** Depth 0.1 of a slab so early that its far side is not felt; 0.1 is the edge between the cells 19 and 20 of 200. */
function potentialInDeepLayer(depthOverReach: number): number {
  const run = runSlab({
    layers: [slab(1, 1, 1, 200)],
    sampleTimesS: [(0.1 / depthOverReach) ** 2 / 4],
    steps: { kind: "controlled", relativeTolerance: 1e-5, firstStepS: 1e-6 },
  });
  return ((run.potentialMgPerMl[19] ?? Number.NaN) + (run.potentialMgPerMl[20] ?? 0)) / 2;
}
