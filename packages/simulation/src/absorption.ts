import {
  type Channels,
  type ClosureSet,
  channelConductanceCm3PerS,
  closureHalfLifeMin,
  openFraction,
} from "./microchannels.ts";
import type { Values } from "./parameter.ts";
import type { absorptionParameters } from "./parameters/absorption.ts";
import { stratumCorneumSlab } from "./permeability.ts";
import {
  type ChannelExchange,
  type Donor,
  simulateTransport,
  type TransportLayer,
} from "./transport.ts";
import { evenWidthsCm, gradedWidthsCm } from "./transport-grid.ts";
import type { TransportRun } from "./transport-record.ts";
import { activity, filmAt, type Product, vehicleOf } from "./vehicle.ts";

export type AbsorptionValues = Values<typeof absorptionParameters>;

/** One application of a product on rolled or intact scalp. */
export interface AbsorptionScenario {
  readonly product: Product;
  /** `endless` is the laboratory's donor, which neither dries nor empties and is not washed off. */
  readonly dose:
    | { readonly kind: "once"; readonly volumeMl: number }
    | { readonly kind: "endless" };
  readonly areaCm2: number;
  /** Time until the scalp is washed. */
  readonly contactH: number;
  readonly followedH: number;
  /** From rolling to application. */
  readonly delayMin: number;
  readonly ageYears: number;
  readonly channels: Channels;
  readonly closureSet: ClosureSet;
  readonly sampleEveryMin: number;
}

/** Series over `timesH`, for the whole area. */
export interface Absorption {
  readonly timesH: Float64Array;
  /** Into the skin. */
  readonly fluxMgPerH: Float64Array;
  /** Into the blood. */
  readonly uptakeMgPerH: Float64Array;
  /** Taken up by the blood so far. */
  readonly absorbedMg: Float64Array;
  /** Entered the skin through the channels so far. */
  readonly throughChannelsMg: Float64Array;
  readonly onSkinMg: Float64Array;
  readonly lostMg: Float64Array;
  readonly retainedMg: {
    readonly stratumCorneum: Float64Array;
    readonly viableEpidermis: Float64Array;
    readonly dermis: Float64Array;
  };
  readonly plasmaNgPerMl: Float64Array;
  readonly peakPlasmaNgPerMl: number;
  readonly peakPlasmaAtH: number;
  /** At the end of the run. */
  readonly totalAbsorbedMg: number;
  readonly imbalanceFraction: number;
  readonly stepCount: number;
}

/** Delays of the table that shows what waiting costs, in minutes: at once, both ends of the article's window, a day. */
export const tableDelaysMin = [0, 30, 60, 1440] as const;

/** The outermost cell is this share of the horny layer, so that the first minutes are resolved. */
const hornyLayerCells = 16;
/** Widening of the cells below; above about 1.2 second order is lost. */
const gridRatio = 1.2;
/** Local error of a step. Ten times less moves a day's absorbed amount by less than 0.1 %. */
const relativeTolerance = 1e-4;
const firstStepS = 1;

/**
 * How much minoxidil gets through the scalp after one application, with the channels of a session closing meanwhile.
 *
 *     K ∂u/∂t = ∂/∂z (D K ∂u/∂z) − k_cl K u + w κ n G₁ g(t + delay) (u_s − ū)
 *
 * An estimate from laboratory numbers, not a prediction for one person: hole radius and uptake by the blood are known
 * to a factor of two or three.
 */
export function simulateAbsorption(
  scenario: AbsorptionScenario,
  values: AbsorptionValues,
): Absorption {
  refuseBadScenario(scenario);
  const { areaCm2, followedH, sampleEveryMin } = scenario;
  const sampleCount = Math.ceil((followedH * 60) / sampleEveryMin - 1e-9);
  const sampleTimesS = Array.from({ length: sampleCount + 1 }, (_, sample) =>
    Math.min(sample * sampleEveryMin * 60, followedH * 3600),
  );
  const run = simulateTransport({
    layers: skinLayers(hydrationOf(scenario, values), values),
    donor: donorOf(scenario, values),
    exchange: exchangeOf(scenario, values),
    bottom: "closed",
    eliminationPerS: Math.LN2 / (values.plasmaHalfLifeH * 3600),
    sampleTimesS,
    steps: { kind: "controlled", relativeTolerance, firstStepS },
  });
  return absorptionOf(run, areaCm2, values);
}

/** What waiting costs: absorbed amount and peak for each delay of the table. */
export function tabulateDelays(
  scenario: AbsorptionScenario,
  values: AbsorptionValues,
): readonly {
  readonly delayMin: number;
  readonly absorbedMg: number;
  readonly peakPlasmaNgPerMl: number;
}[] {
  return tableDelaysMin.map((delayMin) => {
    const run = simulateAbsorption({ ...scenario, delayMin }, values);
    return {
      delayMin,
      absorbedMg: run.totalAbsorbedMg,
      peakPlasmaNgPerMl: run.peakPlasmaNgPerMl,
    };
  });
}

/** Horny layer, living epidermis and dermis as cells: about fifty, narrow where the gradients are steep. */
export function skinLayers(hydrationFactor: number, values: AbsorptionValues): TransportLayer[] {
  const hornyLayer = stratumCorneumSlab(
    { logKow: values.minoxidilLogKow, molecularWeightDa: values.minoxidilWeightDa },
    values,
  );
  const firstCm = hornyLayer.thicknessCm / hornyLayerCells;
  const epidermisWidthsCm = gradedWidthsCm(values.viableEpidermisUm * 1e-4, {
    firstCm,
    ratio: gridRatio,
  });
  const dermisWidthsCm = gradedWidthsCm(values.dermisUm * 1e-4, {
    firstCm: (epidermisWidthsCm.at(-1) ?? firstCm) * gridRatio,
    ratio: gridRatio,
  });
  const tissue = { diffusivityCm2PerS: values.tissueDiffusivityCm2PerS, partition: 1 };
  return [
    {
      cellWidthsCm: evenWidthsCm(hornyLayer.thicknessCm, hornyLayerCells),
      diffusivityCm2PerS: hornyLayer.diffusivityCm2PerS * hydrationFactor,
      partition: hornyLayer.partition,
      clearancePerS: 0,
    },
    { ...tissue, cellWidthsCm: epidermisWidthsCm, clearancePerS: 0 },
    { ...tissue, cellWidthsCm: dermisWidthsCm, clearancePerS: values.dermalClearancePerS },
  ];
}

function hydrationOf({ closureSet }: AbsorptionScenario, values: AbsorptionValues): number {
  return closureSet === "occluded" ? values.occludedHydrationFactor : values.hydrationFactor;
}

function donorOf(scenario: AbsorptionScenario, values: AbsorptionValues): Donor {
  const { product, dose, areaCm2, contactH, closureSet } = scenario;
  const evaporationPerMin =
    closureSet === "occluded" ? 0 : Math.LN2 / values.evaporationHalfLifeMin;
  const vehicle = { ...vehicleOf(product, values), evaporationPerMin };
  const ceilingMgPerMl = values.waterSolubilityMgPerMl;
  if (dose.kind === "endless") {
    const fresh = activity(vehicle.concentrationMgPerMl, filmAt(0, vehicle, values));
    return { kind: "endless", potentialMgPerMl: ceilingMgPerMl * fresh };
  }

  const filmCm = dose.volumeMl / areaCm2;
  return {
    kind: "finite",
    amountMgPerCm2: vehicle.concentrationMgPerMl * filmCm,
    capacityCm: (elapsedS) => {
      const { volumeFraction, saturationMgPerMl } = filmAt(elapsedS / 60, vehicle, values);
      return (filmCm * volumeFraction * saturationMgPerMl) / ceilingMgPerMl;
    },
    ceilingMgPerMl,
    removedAtS: contactH * 3600,
  };
}

function exchangeOf(
  { channels, closureSet, delayMin, ageYears }: AbsorptionScenario,
  values: AbsorptionValues,
): ChannelExchange | undefined {
  const halfLifeMin = closureHalfLifeMin(closureSet, ageYears, values);
  const openCmPerS =
    carryOf(closureSet, values) *
    channels.densityPerCm2 *
    channelConductanceCm3PerS(channels, values);
  if (openCmPerS === 0) return undefined;

  const fromDepthCm = values.stratumCorneumUm * 1e-4;
  return {
    fromDepthCm,
    toDepthCm: fromDepthCm + channels.depthUm * 1e-4,
    conductanceCmPerS: (elapsedS) =>
      openCmPerS * openFraction(delayMin + elapsedS / 60, halfLifeMin),
  };
}

/** The sets that warn also take the higher carry of drug by the vehicle. */
function carryOf(closureSet: ClosureSet, values: AbsorptionValues): number {
  return {
    "article-early": values.cosolventCarry,
    "article-late": values.cosolventCarry,
    central: values.cosolventCarry,
    slow: values.slowCosolventCarry,
    "slow-upper": values.slowCosolventCarry,
    occluded: values.slowCosolventCarry,
  }[closureSet];
}

/** From cm² and seconds to the whole area and hours; plasma from the distribution volume CL t½ / ln 2. */
function absorptionOf(run: TransportRun, areaCm2: number, values: AbsorptionValues): Absorption {
  const distributionL = (values.clearanceLPerH * values.plasmaHalfLifeH) / Math.LN2;
  const ngPerMlPerMgPerCm2 = (areaCm2 / distributionL) * 1000;
  const empty = new Float64Array(run.timesS.length);
  const inMg = (perCm2: Float64Array | undefined) =>
    (perCm2 ?? empty).map((amount) => amount * areaCm2);
  const absorbedMg = inMg(run.clearedMgPerCm2);
  const [stratumCorneum, viableEpidermis, dermis] = run.retainedMgPerCm2;
  return {
    timesH: run.timesS.map((timeS) => timeS / 3600),
    fluxMgPerH: run.fluxInMgPerCm2S.map((flux) => flux * areaCm2 * 3600),
    uptakeMgPerH: run.fluxOutMgPerCm2S.map((flux) => flux * areaCm2 * 3600),
    absorbedMg,
    throughChannelsMg: inMg(run.throughChannelsMgPerCm2),
    onSkinMg: inMg(run.donorMgPerCm2),
    lostMg: inMg(run.lostMgPerCm2),
    retainedMg: {
      stratumCorneum: inMg(stratumCorneum),
      viableEpidermis: inMg(viableEpidermis),
      dermis: inMg(dermis),
    },
    plasmaNgPerMl: run.bodyMgPerCm2.map((body) => body * ngPerMlPerMgPerCm2),
    peakPlasmaNgPerMl: run.peakBodyMgPerCm2 * ngPerMlPerMgPerCm2,
    peakPlasmaAtH: run.peakBodyAtS / 3600,
    totalAbsorbedMg: absorbedMg.at(-1) ?? 0,
    imbalanceFraction: run.imbalanceFraction,
    stepCount: run.stepCount,
  };
}

function refuseBadScenario(scenario: AbsorptionScenario): void {
  const { dose, areaCm2, contactH, followedH, delayMin, sampleEveryMin } = scenario;
  const checks = [
    ["areaCm2", areaCm2, 1, 1000],
    ["contactH", contactH, 0, 168],
    ["followedH", followedH, 0.1, 336],
    ["delayMin", delayMin, 0, 10_080],
    ["sampleEveryMin", sampleEveryMin, 1, 1440],
    ["volumeMl", dose.kind === "once" ? dose.volumeMl : 1, 0.01, 10],
  ] as const;
  for (const [name, value, low, high] of checks) {
    if (!(value >= low && value <= high)) {
      throw new RangeError(`${name} must be between ${low} and ${high}, got ${value}`);
    }
  }
}
