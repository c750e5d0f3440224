import type { TransportProblem } from "./transport.ts";
import {
  bodyOffset,
  bottomOffset,
  channelsOffset,
  clearedOffset,
  donorOffset,
  surfaceOffset,
} from "./transport-rates.ts";
import type { Stepper } from "./transport-step.ts";
import type { TransportSystem } from "./transport-system.ts";

/** One entry per sample time. Amounts are per cm² of skin. */
export interface TransportRun {
  readonly timesS: Float64Array;
  readonly donorMgPerCm2: Float64Array;
  readonly lostMgPerCm2: Float64Array;
  readonly throughSurfaceMgPerCm2: Float64Array;
  readonly throughChannelsMgPerCm2: Float64Array;
  /** All that the blood has taken up so far. */
  readonly clearedMgPerCm2: Float64Array;
  readonly throughBottomMgPerCm2: Float64Array;
  /** What of it is still in the body. */
  readonly bodyMgPerCm2: Float64Array;
  /** Into the skin, by both ways. */
  readonly fluxInMgPerCm2S: Float64Array;
  /** Into the blood and through the bottom. */
  readonly fluxOutMgPerCm2S: Float64Array;
  /** One array per layer. */
  readonly retainedMgPerCm2: readonly Float64Array[];
  readonly peakBodyMgPerCm2: number;
  readonly peakBodyAtS: number;
  /** Potentials at the end, cell by cell, with the depths of the cell centres. */
  readonly potentialMgPerMl: Float64Array;
  readonly cellDepthsCm: Float64Array;
  readonly lowestPotentialMgPerMl: number;
  readonly highestPotentialMgPerMl: number;
  readonly stepCount: number;
  /** Applied less donor, skin, blood, bottom and loss, as a share of what was applied or, if endless, went in. */
  readonly imbalanceFraction: number;
}

/** Keeps the run as it goes by: `follow` after every step, `write` at every sample time, `lose` at the wash. */
export interface TransportRecord {
  readonly follow: (elapsedS: number) => void;
  readonly write: (sampleS: number) => void;
  readonly lose: (amountMgPerCm2: number) => void;
  readonly finish: () => TransportRun;
}

export function createRecord(
  system: TransportSystem,
  problem: TransportProblem,
  stepper: Stepper,
): TransportRecord {
  const { cellCount } = system;
  const { state } = stepper;
  const series = createSeries(system, problem.sampleTimesS);
  const extremes = { low: 0, high: 0, peakBody: 0, peakBodyAtS: 0, imbalance: 0 };
  let stepCount = 0;
  let sample = 0;
  let lost = 0;

  return {
    follow: (elapsedS) => {
      stepCount++;
      for (let i = 0; i < cellCount; i++) {
        const potential = state[i] ?? 0;
        if (potential < extremes.low) extremes.low = potential;
        if (potential > extremes.high) extremes.high = potential;
      }
      const body = state[cellCount + bodyOffset] ?? 0;
      if (body > extremes.peakBody) {
        extremes.peakBody = body;
        extremes.peakBodyAtS = elapsedS;
      }
    },
    lose: (amountMgPerCm2) => {
      lost += amountMgPerCm2;
    },
    write: (sampleS) => {
      series.lostMgPerCm2[sample] = lost;
      writeSample(series, system, { sample, state, rates: stepper.ratesAt(sampleS) });
      const imbalance = imbalanceOf(series, problem.donor, sample);
      extremes.imbalance = Math.max(extremes.imbalance, imbalance);
      sample++;
    },
    finish: () => ({
      ...series,
      peakBodyMgPerCm2: extremes.peakBody,
      peakBodyAtS: extremes.peakBodyAtS,
      potentialMgPerMl: state.slice(0, cellCount),
      cellDepthsCm: system.centresCm,
      lowestPotentialMgPerMl: extremes.low,
      highestPotentialMgPerMl: extremes.high,
      stepCount,
      imbalanceFraction: extremes.imbalance,
    }),
  };
}

type Series = ReturnType<typeof createSeries>;

function createSeries({ layerEnds }: TransportSystem, sampleTimesS: readonly number[]) {
  const empty = () => new Float64Array(sampleTimesS.length);
  return {
    timesS: Float64Array.from(sampleTimesS),
    donorMgPerCm2: empty(),
    lostMgPerCm2: empty(),
    throughSurfaceMgPerCm2: empty(),
    throughChannelsMgPerCm2: empty(),
    clearedMgPerCm2: empty(),
    throughBottomMgPerCm2: empty(),
    bodyMgPerCm2: empty(),
    fluxInMgPerCm2S: empty(),
    fluxOutMgPerCm2S: empty(),
    retainedMgPerCm2: layerEnds.map(empty),
  };
}

function writeSample(
  series: Series,
  system: TransportSystem,
  {
    sample,
    state,
    rates,
  }: { readonly sample: number; readonly state: Float64Array; readonly rates: Float64Array },
): void {
  const { cellCount, layerEnds } = system;
  const tally = (offset: number) => state[cellCount + offset] ?? 0;
  const rate = (offset: number) => rates[cellCount + offset] ?? 0;
  series.donorMgPerCm2[sample] = tally(donorOffset);
  series.throughSurfaceMgPerCm2[sample] = tally(surfaceOffset);
  series.throughChannelsMgPerCm2[sample] = tally(channelsOffset);
  series.clearedMgPerCm2[sample] = tally(clearedOffset);
  series.throughBottomMgPerCm2[sample] = tally(bottomOffset);
  series.bodyMgPerCm2[sample] = tally(bodyOffset);
  series.fluxInMgPerCm2S[sample] = rate(surfaceOffset) + rate(channelsOffset);
  series.fluxOutMgPerCm2S[sample] = rate(clearedOffset) + rate(bottomOffset);
  series.retainedMgPerCm2.forEach((layer, index) => {
    layer[sample] = amountBetween(
      system,
      state,
      layerEnds[index - 1] ?? 0,
      layerEnds[index] ?? cellCount,
    );
  });
}

/** What is missing of all that was applied or, from an endless donor, of all that went in. */
function imbalanceOf(series: Series, donor: TransportProblem["donor"], sample: number): number {
  const at = (values: Float64Array) => values[sample] ?? 0;
  const retained = series.retainedMgPerCm2.reduce((sum, layer) => sum + at(layer), 0);
  const inside = retained + at(series.clearedMgPerCm2) + at(series.throughBottomMgPerCm2);
  const whole =
    donor.kind === "finite"
      ? donor.amountMgPerCm2
      : at(series.throughSurfaceMgPerCm2) + at(series.throughChannelsMgPerCm2);
  const outside = donor.kind === "finite" ? at(series.donorMgPerCm2) + at(series.lostMgPerCm2) : 0;
  return whole > 0 ? Math.abs(whole - inside - outside) / whole : 0;
}

function amountBetween(
  { capacityCm }: TransportSystem,
  state: Float64Array,
  from: number,
  end: number,
): number {
  let amount = 0;
  for (let i = from; i < end; i++) amount += (capacityCm[i] ?? 0) * (state[i] ?? 0);
  return amount;
}
