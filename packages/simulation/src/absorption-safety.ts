import type { SourceId } from "@stipple/evidence";
import {
  type AbsorptionScenario,
  type AbsorptionValues,
  simulateAbsorption,
} from "./absorption.ts";
import type { Values } from "./parameter.ts";
import { exposureLimits } from "./parameters/absorption.ts";

type ExposureLimits = Values<typeof exposureLimits>;

/** From least to most cautious; the most cautious warning decides. */
export type ExposureAdvice = "no-objection" | "wait" | "refer";

/** What a warning looks at beside the numbers of the simulation. */
export interface ExposureContext {
  readonly needleLengthUm: number;
  readonly areaCm2: number;
  readonly delayMin: number;
  readonly isCovered: boolean;
  readonly hasBrokenOrInflamedSkin: boolean;
  readonly hasHeartDisease: boolean;
  readonly takesOralMinoxidil: boolean;
}

/** What may reach the blood at worst. */
export interface Exposure {
  readonly absorbedMg: number;
  readonly peakPlasmaNgPerMl: number;
}

export interface ExposureWarning {
  readonly id: string;
  readonly advice: "wait" | "refer";
  readonly reason: string;
  readonly sources: readonly SourceId[];
  readonly applies: (
    exposure: Exposure,
    context: ExposureContext,
    limits: ExposureLimits,
  ) => boolean;
}

/** Signs that minoxidil has reached the blood; shown with every warning. */
export const exposureSymptoms = [
  "a racing or pounding heart",
  "dizziness or fainting",
  "chest pain",
  "swollen hands, feet or face",
  "sudden weight gain",
] as const;

export const exposureWarnings: readonly ExposureWarning[] = [
  {
    id: "exposure/absorbed",
    advice: "wait",
    reason: "As much of the drug may reach your blood as from a low dose taken by mouth.",
    sources: exposureLimits.waitAbsorbedMg.sources,
    applies: ({ absorbedMg }, _, limits) => absorbedMg > limits.waitAbsorbedMg,
  },
  {
    id: "exposure/peak",
    advice: "wait",
    reason: "The level in your blood may reach half of that at which hearts beat faster.",
    sources: exposureLimits.waitPeakNgPerMl.sources,
    applies: ({ peakPlasmaNgPerMl }, _, limits) => peakPlasmaNgPerMl >= limits.waitPeakNgPerMl,
  },
  {
    id: "exposure/peak-heart",
    advice: "refer",
    reason: "The level in your blood may reach that at which hearts beat faster.",
    sources: exposureLimits.referPeakNgPerMl.sources,
    applies: ({ peakPlasmaNgPerMl }, _, limits) => peakPlasmaNgPerMl >= limits.referPeakNgPerMl,
  },
  {
    id: "exposure/large-area-long-needle",
    advice: "refer",
    reason: "Long needles over a large area open too many channels for a drug on the same day.",
    sources: exposureLimits.referNeedleLengthUm.sources,
    applies: (_, { areaCm2, needleLengthUm, delayMin }, limits) =>
      areaCm2 > limits.referAreaCm2 &&
      needleLengthUm >= limits.referNeedleLengthUm &&
      delayMin < limits.saferDelayH * 60,
  },
  {
    id: "exposure/covered",
    advice: "refer",
    reason: "Under a cover the channels stay open for many hours.",
    sources: ["gupta-2011-resealing"],
    applies: (_, { isCovered }) => isCovered,
  },
  {
    id: "exposure/broken-skin",
    advice: "refer",
    reason: "Broken or inflamed skin lets through far more than was simulated.",
    sources: ["label-minoxidil"],
    applies: (_, { hasBrokenOrInflamedSkin }) => hasBrokenOrInflamedSkin,
  },
  {
    id: "exposure/heart-disease",
    advice: "refer",
    reason: "With heart disease, even a small amount in the blood needs a clinician's view.",
    sources: ["label-minoxidil"],
    applies: (_, { hasHeartDisease }) => hasHeartDisease,
  },
  {
    id: "exposure/oral-minoxidil",
    advice: "refer",
    reason: "What passes the skin adds to the minoxidil that you take by mouth.",
    sources: ["label-minoxidil"],
    applies: (_, { takesOralMinoxidil }) => takesOralMinoxidil,
  },
];

/** The advice for an exposure, with every warning behind it. */
export function adviseOnExposure(
  exposure: Exposure,
  context: ExposureContext,
  limits: ExposureLimits,
): { readonly advice: ExposureAdvice; readonly warnings: readonly ExposureWarning[] } {
  for (const [name, value] of [
    ["absorbedMg", exposure.absorbedMg],
    ["peakPlasmaNgPerMl", exposure.peakPlasmaNgPerMl],
    ["needleLengthUm", context.needleLengthUm],
    ["areaCm2", context.areaCm2],
    ["delayMin", context.delayMin],
  ] as const) {
    if (!(value >= 0)) throw new RangeError(`${name} must be 0 or more, got ${value}`);
  }

  const warnings = exposureWarnings.filter(({ applies }) => applies(exposure, context, limits));
  if (warnings.some(({ advice }) => advice === "refer")) return { advice: "refer", warnings };
  return { advice: warnings.length > 0 ? "wait" : "no-objection", warnings };
}

/**
 * Both sides of a drug after rolling: the gain if the channels close early, the exposure if they close late.
 *
 * One central curve for both would overstate the gain or understate the risk. A cover closes them later still.
 */
export function weighTopical(
  scenario: Omit<AbsorptionScenario, "closureSet" | "areaCm2" | "delayMin">,
  context: ExposureContext,
  { values, limits }: { readonly values: AbsorptionValues; readonly limits: ExposureLimits },
): {
  readonly gain: { readonly absorbedMg: number; readonly intactMg: number };
  readonly exposure: Exposure;
  readonly advice: ExposureAdvice;
  readonly warnings: readonly ExposureWarning[];
} {
  const { areaCm2, delayMin, isCovered } = context;
  const early = { ...scenario, areaCm2, delayMin, closureSet: "central" } as const;
  const intact = { ...early, channels: { ...scenario.channels, densityPerCm2: 0 } };
  const late = { ...early, closureSet: isCovered ? "occluded" : "slow-upper" } as const;
  const lateRun = simulateAbsorption(late, values);
  const exposure = {
    absorbedMg: lateRun.totalAbsorbedMg,
    peakPlasmaNgPerMl: lateRun.peakPlasmaNgPerMl,
  };
  return {
    gain: {
      absorbedMg: simulateAbsorption(early, values).totalAbsorbedMg,
      intactMg: simulateAbsorption(intact, values).totalAbsorbedMg,
    },
    exposure,
    ...adviseOnExposure(exposure, context, limits),
  };
}
