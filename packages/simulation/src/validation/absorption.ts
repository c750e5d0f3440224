import { z } from "zod";
import { adviseOnExposure } from "../absorption-safety.ts";
import { centralValues } from "../parameter.ts";
import { absorptionParameters, exposureLimits } from "../parameters/absorption.ts";
import { pottsGuyCmPerH } from "../permeability.ts";
import { comparePublishedAbsorption } from "../published-absorption.ts";
import {
  atLeast,
  atMost,
  type CaseMapping,
  compare,
  type Limit,
  type Measurement,
  mapCase,
  within,
} from "./measurement.ts";

const values = centralValues(absorptionParameters);
const pair = z.tuple([z.number(), z.number()]);
const numbers = z.array(z.number()).max(20);

/** Stage C, what was published on absorption and closing. */
export const absorptionMappings: readonly CaseMapping[] = [
  mapCase(
    "C-PU-01",
    z.object({
      expected: z.object({ absorbedPercent: z.number() }),
      tolerance: z.object({ range: pair }),
    }),
    ({ expected, tolerance }) =>
      publishedRows("C-PU-01", [expected.absorbedPercent], within.range(...tolerance.range)),
  ),
  mapCase(
    "C-PU-02",
    z.object({ expected: z.object({ saturationReached_minMax: z.number() }) }),
    ({ expected }) => publishedRows("C-PU-02", [expected.saturationReached_minMax], atMost),
  ),
  mapCase("C-PU-03", z.object({ expected: z.object({ hours_max: z.number() }) }), ({ expected }) =>
    publishedRows("C-PU-03", [expected.hours_max], atMost),
  ),
  mapCase("C-PU-04", z.object({ expected: z.object({ hours: pair }) }), ({ expected }) => {
    const [slow] = publishedRows("C-PU-04", expected.hours, atLeast);
    const closedH = slow?.got ?? [];
    return [
      compare("slow set closed after, h", expected.hours, [closedH, closedH].flat(), atLeast),
    ];
  }),
  mapCase(
    "C-PU-05",
    z.object({ expected: z.object({ openFraction_range: z.tuple([pair, pair]) }) }),
    ({ expected: { openFraction_range: ranges } }) => {
      const rows = publishedRows("C-PU-05", [Number.NaN, Number.NaN], atMost);
      return rows.map(({ quantity, got }, index) => {
        const [low, high] = ranges[index] ?? [Number.NaN, Number.NaN];
        return compare(quantity, (low + high) / 2, got, within.range(low, high));
      });
    },
  ),
  mapCase("C-PU-06", z.object({ expected: z.object({ fluxRatio: pair }) }), ({ expected }) =>
    rolledPigSkin(expected.fluxRatio),
  ),
  mapCase(
    "C-PU-07",
    z.object({
      input: z.object({ logKow: numbers, MW: numbers }),
      expected: z.object({ kp_cm_h: numbers }),
      tolerance: z.object({ factor: z.number() }),
    }),
    ({ input, expected, tolerance }) => [
      compare(
        "permeability of alcohols, cm/h",
        expected.kp_cm_h,
        input.logKow.map((logKow, index) =>
          pottsGuyCmPerH({ logKow, molecularWeightDa: input.MW[index] ?? Number.NaN }, values),
        ),
        within.factor(tolerance.factor),
      ),
    ],
  ),
  mapCase(
    "C-PU-08",
    z.object({ input: z.object({ infusedSerum_ng_mL: z.number().min(0.1) }) }),
    ({ input: { infusedSerum_ng_mL: peak } }) => [
      compare(
        "caution (0 none, 1 wait, 2 refer) just below and at half the level, just below and at it",
        [0, 1, 1, 2],
        [0.4999, 0.5, 0.9999, 1].map((share) => cautionAt(share * peak)),
        within.abs(0),
      ),
    ],
  ),
];

/** The product's own comparison, held against the numbers of the case. */
function publishedRows(
  caseId: string,
  expected: readonly number[],
  limit: Limit,
): readonly Measurement[] {
  const rows = comparePublishedAbsorption(values).filter((row) => row.caseId === caseId);
  return rows.map(({ quantity, unit, model }, index) =>
    compare(`${quantity}${unit === "1" ? "" : `, ${unit}`}`, expected[index] ?? [], model, limit),
  );
}

/** The ratio must be plausible, 1 to 8, and is also held against what was measured, with its scatter. */
function rolledPigSkin(measured: readonly number[]): readonly Measurement[] {
  const rows = comparePublishedAbsorption(values).filter(({ caseId }) => caseId === "C-PU-06");
  return rows.map(({ quantity, published, model }, index) => {
    const expected = measured[Math.floor(index / 2)] ?? Number.NaN;
    return compare(quantity, expected, model, within.range(published.low, published.high));
  });
}

function cautionAt(peakPlasmaNgPerMl: number): number {
  const { advice } = adviseOnExposure(
    { absorbedMg: 1, peakPlasmaNgPerMl },
    {
      needleLengthUm: 300,
      areaCm2: 100,
      delayMin: 0,
      isCovered: false,
      hasBrokenOrInflamedSkin: false,
      hasHeartDisease: false,
      takesOralMinoxidil: false,
    },
    centralValues(exposureLimits),
  );
  return { "no-objection": 0, wait: 1, refer: 2 }[advice];
}
