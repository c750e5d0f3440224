import type { SourceId } from "@stipple/evidence";
import { type AbsorptionValues, simulateAbsorption } from "./absorption.ts";
import {
  type Channels,
  channelConductanceCm3PerS,
  closureHalfLifeMin,
  minutesUntilOpenFraction,
  openFraction,
} from "./microchannels.ts";
import {
  type Compound,
  layeredPermeabilityCmPerS,
  pottsGuyCmPerH,
  stratumCorneumSlab,
} from "./permeability.ts";
import { minutesUntilSaturated } from "./vehicle.ts";

/** One published number beside the model's. A miss stays in the list as a miss. */
export interface PublishedComparison {
  readonly caseId: string;
  readonly quantity: string;
  readonly unit: string;
  readonly published: { readonly low: number; readonly high: number };
  readonly model: number;
  readonly isInside: boolean;
  readonly source: SourceId;
  readonly note: string;
}

/** Five alcohols and their permeability from water, remembered from the classic collections. */
const alcohols = [
  { name: "methanol", logKow: -0.77, molecularWeightDa: 32.04, measuredCmPerH: 0.0005 },
  { name: "ethanol", logKow: -0.31, molecularWeightDa: 46.07, measuredCmPerH: 0.0008 },
  { name: "1-butanol", logKow: 0.88, molecularWeightDa: 74.12, measuredCmPerH: 0.0025 },
  { name: "1-hexanol", logKow: 2.03, molecularWeightDa: 102.2, measuredCmPerH: 0.013 },
  { name: "phenol", logKow: 1.46, molecularWeightDa: 94.11, measuredCmPerH: 0.0082 },
] as const;

/** Flux through rolled over flux through whole pig skin, with two standard deviations; partition from memory. */
const rolledPigSkin = [
  { name: "amantadine", logKow: 2.44, molecularWeightDa: 151.25, ratio: [0.2, 4.2] },
  { name: "pramipexole", logKow: 1.9, molecularWeightDa: 211.33, ratio: [0.79, 1.2] },
] as const;

/** Channels of a 0.5 mm roller after fifteen rolls. */
const halfMillimetreRoller: Channels = { densityPerCm2: 240, depthUm: 250, radiusUm: 19.6 };

/** Every published number of absorption and closing that the model is held against. */
export function comparePublishedAbsorption(values: AbsorptionValues): PublishedComparison[] {
  return [
    ...compareDose(values),
    ...compareClosing(values),
    ...compareRolledPigSkin(values),
    ...compareAlcohols(values),
  ];
}

function compareDose(values: AbsorptionValues): PublishedComparison[] {
  const whole = simulateAbsorption(
    {
      product: "minoxidil-5",
      dose: { kind: "once", volumeMl: 1 },
      areaCm2: 100,
      contactH: 12,
      followedH: 36,
      delayMin: 0,
      ageYears: 40,
      channels: { densityPerCm2: 0, depthUm: 0, radiusUm: 0 },
      closureSet: "central",
      sampleEveryMin: 60,
    },
    values,
  );
  return [
    compare({
      caseId: "C-PU-01",
      quantity: "absorbed of 1 mL 5 % on whole scalp, 12 h",
      unit: "%",
      published: { low: 0.3, high: 4.5 },
      model: (100 * whole.totalAbsorbedMg) / values.strength5MgPerMl,
      source: "minoxidil-swiss-label",
      note: "Mean 1.7 %, to which the hydration factor was fitted.",
    }),
    compare({
      caseId: "C-PU-02",
      quantity: "2 % film saturated after",
      unit: "min",
      published: { low: 0, high: 30 },
      model: minutesUntilSaturated("minoxidil-2", values) ?? Number.POSITIVE_INFINITY,
      source: "tsai-1993",
      note: "To which evaporation was chosen.",
    }),
  ];
}

function compareClosing(values: AbsorptionValues): PublishedComparison[] {
  const adultYears = 40;
  const centralMin = closureHalfLifeMin("central", adultYears, values);
  const slowMin = closureHalfLifeMin("slow", adultYears, values);
  return [
    compare({
      caseId: "C-PU-03",
      quantity: "barrier back, uncovered, after",
      unit: "h",
      published: { low: 0, high: 2 },
      model: minutesUntilOpenFraction(values.closedFraction, centralMin) / 60,
      source: "gupta-2011-resealing",
      note: "The central set.",
    }),
    compare({
      caseId: "C-PU-04",
      quantity: "slow set closed after the 4 to 5 h of rat skin, within a day",
      unit: "h",
      published: { low: 5, high: 24 },
      model: minutesUntilOpenFraction(values.closedFraction, slowMin) / 60,
      source: "kalluri-2011",
      note: "The slow set must not be faster than the slowest measurement.",
    }),
    compare({
      caseId: "C-PU-05",
      quantity: "open after 30 min",
      unit: "1",
      published: { low: 0.25, high: 0.65 },
      model: openFraction(30, centralMin),
      source: "article-2019",
      note: "The article's 30 to 60 min, read as mostly closed by 60 min.",
    }),
    compare({
      caseId: "C-PU-05",
      quantity: "open after 60 min",
      unit: "1",
      published: { low: 0.05, high: 0.35 },
      model: openFraction(60, centralMin),
      source: "article-2019",
      note: "As above.",
    }),
  ];
}

function compareRolledPigSkin(values: AbsorptionValues): PublishedComparison[] {
  return rolledPigSkin.flatMap(({ name, ratio: [low, high], ...compound }) => {
    const model = steadyEnhancement(compound, values);
    const shared = { caseId: "C-PU-06", unit: "1", model, source: "hoang-2015" } as const;
    return [
      compare({
        ...shared,
        quantity: `${name}: flux ratio of a 0.5 mm roller, plausible`,
        published: { low: 1, high: 8 },
        note: "Potts and Guy do not hold for ions, and both drugs were given as salts.",
      }),
      compare({
        ...shared,
        quantity: `${name}: flux ratio of a 0.5 mm roller, measured`,
        published: { low, high },
        note: "Mean of the study with two standard deviations; a channel model cannot go below 1.",
      }),
    ];
  });
}

/** Formula of one channel against the resistances of whole skin, fully open. */
function steadyEnhancement(compound: Compound, values: AbsorptionValues): number {
  const whole = layeredPermeabilityCmPerS([
    stratumCorneumSlab(compound, values),
    {
      thicknessCm: values.viableEpidermisUm * 1e-4,
      diffusivityCm2PerS: values.tissueDiffusivityCm2PerS,
      partition: 1,
    },
  ]);
  const { densityPerCm2 } = halfMillimetreRoller;
  return 1 + (densityPerCm2 * channelConductanceCm3PerS(halfMillimetreRoller, values)) / whole;
}

function compareAlcohols(values: AbsorptionValues): PublishedComparison[] {
  return alcohols.map(({ name, measuredCmPerH, ...compound }) =>
    compare({
      caseId: "C-PU-07",
      quantity: `permeability of ${name}`,
      unit: "cm/h",
      published: { low: measuredCmPerH / 2, high: measuredCmPerH * 2 },
      model: pottsGuyCmPerH(compound, values),
      source: "potts-guy-1992",
      note: "Within a factor of two.",
    }),
  );
}

function compare(row: Omit<PublishedComparison, "isInside">): PublishedComparison {
  const { low, high } = row.published;
  return { ...row, isInside: row.model >= low && row.model <= high };
}
