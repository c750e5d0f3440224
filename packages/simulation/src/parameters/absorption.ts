import type { ParameterSet } from "../parameter.ts";
import { closureParameters } from "./closure.ts";
import { permeationParameters } from "./permeation.ts";

/** Minoxidil, its two solutions, and what the body and the warnings make of it. */
const minoxidilParameters = {
  minoxidilLogKow: {
    value: 1.24,
    unit: "1",
    distribution: "fixed",
    basis: "from-memory",
    sources: [],
    note: "Logarithm of the octanol-water partition coefficient.",
  },
  minoxidilWeightDa: {
    value: 209.25,
    unit: "Da",
    distribution: "fixed",
    basis: "looked-up",
    sources: ["minoxidil-chemistry"],
    note: "Molecular weight.",
  },
  waterSolubilityMgPerMl: {
    value: 2.2,
    unit: "mg/mL",
    distribution: "fixed",
    basis: "from-memory",
    sources: [],
    note: "The highest driving force any vehicle can have, expressed as a concentration in water.",
  },
  glycolSolubilityMgPerMl: {
    value: 75,
    unit: "mg/mL",
    distribution: "fixed",
    basis: "from-memory",
    sources: [],
    note: "In propylene glycol, which stays when ethanol and water are gone.",
  },
  strength5MgPerMl: {
    value: 50,
    unit: "mg/mL",
    distribution: "fixed",
    basis: "looked-up",
    sources: ["label-minoxidil"],
    note: "The 5 % solution.",
  },
  glycol5Fraction: {
    value: 0.5,
    unit: "1",
    distribution: "fixed",
    basis: "from-memory",
    sources: [],
    note: "Propylene glycol by volume in the 5 % solution.",
  },
  freshSaturation5MgPerMl: {
    value: 55,
    unit: "mg/mL",
    distribution: "fixed",
    basis: "chosen",
    sources: [],
    note: "What the fresh 5 % mixture can hold. A log-linear mix of the pure solvents would be below the strength sold.",
  },
  strength2MgPerMl: {
    value: 20,
    unit: "mg/mL",
    distribution: "fixed",
    basis: "looked-up",
    sources: ["tsai-1993"],
    note: "The 2 % solution.",
  },
  glycol2Fraction: {
    value: 0.2,
    unit: "1",
    distribution: "fixed",
    basis: "looked-up",
    sources: ["tsai-1993"],
    note: "Propylene glycol by volume in the 20 : 60 : 20 mixture with ethanol and water.",
  },
  freshSaturation2MgPerMl: {
    value: 35,
    unit: "mg/mL",
    distribution: "fixed",
    basis: "chosen",
    sources: ["tsai-1993"],
    note: "What the fresh 2 % mixture can hold: starts unsaturated, saturated within 30 min.",
  },
  evaporationHalfLifeMin: {
    value: 9,
    unit: "min",
    range: [3, 20],
    distribution: "log-normal",
    basis: "chosen",
    sources: ["tsai-1993"],
    note: "Ethanol and water leave the film. Chosen so that the 2 % film saturates within 30 min.",
  },
  clearanceLPerH: {
    value: 71,
    unit: "L/h",
    range: [50, 90],
    distribution: "normal",
    basis: "uncertain",
    sources: [],
    note: "Apparent clearance from plasma.",
  },
  plasmaHalfLifeH: {
    value: 4.2,
    unit: "h",
    distribution: "fixed",
    basis: "looked-up",
    sources: ["minoxidil-chemistry"],
    note: "Half-life in plasma.",
  },
} as const satisfies ParameterSet;

/** Where a dose after rolling becomes a reason to wait, or to ask a clinician. */
export const exposureLimits = {
  waitAbsorbedMg: {
    value: 2.5,
    unit: "mg",
    distribution: "fixed",
    basis: "from-memory",
    sources: [],
    note: "As much as a low oral dose, from one application.",
  },
  waitPeakNgPerMl: {
    value: 10,
    unit: "ng/mL",
    distribution: "fixed",
    basis: "chosen",
    sources: ["ferry-1996"],
    note: "Half of the level at which the heart beat faster.",
  },
  referPeakNgPerMl: {
    value: 20,
    unit: "ng/mL",
    distribution: "fixed",
    basis: "looked-up",
    sources: ["ferry-1996"],
    note: "Infusions above this raised the heart rate by more than 5 beats a minute.",
  },
  saferDelayH: {
    value: 24,
    unit: "h",
    distribution: "fixed",
    basis: "from-memory",
    sources: ["dhurat-2013"],
    note: "Wait between rolling and a drug on the skin; the weekly-roller trial is remembered to have waited this long.",
  },
  referAreaCm2: {
    value: 200,
    unit: "cm²",
    distribution: "fixed",
    basis: "chosen",
    sources: [],
    note: "Above this area a needle of half a millimetre or more is not to be followed by a drug.",
  },
  referNeedleLengthUm: {
    value: 500,
    unit: "µm",
    distribution: "fixed",
    basis: "chosen",
    sources: ["article-2019"],
    note: "The shortest length of the article's clinic range.",
  },
} as const satisfies ParameterSet;

/** Every number of the absorption model. */
export const absorptionParameters = {
  ...closureParameters,
  ...permeationParameters,
  ...minoxidilParameters,
} as const satisfies ParameterSet;
