import type { ChannelExchange, Donor } from "./transport.ts";
import { weightedMean } from "./transport-factor.ts";
import type { TransportSystem } from "./transport-system.ts";

/** Everything the equations of one moment need; the donor is absent once the skin has been washed. */
export interface TransportEquations {
  readonly system: TransportSystem;
  readonly donor: Donor | undefined;
  readonly exchange: ChannelExchange | undefined;
  readonly eliminationPerS: number;
}

/** Amounts that follow the cells in the state, as offsets: donor first, then what has passed each way. */
export const donorOffset = 0;
export const surfaceOffset = 1;
export const channelsOffset = 2;
export const clearedOffset = 3;
export const bottomOffset = 4;
export const bodyOffset = 5;
export const tallyCount = 6;

/**
 * How hard the donor pushes: its amount over its capacity, up to saturation.
 *
 *     u_s = min(u_max, M / c(t))
 */
export function donorPotential(
  donor: Donor | undefined,
  amountMgPerCm2: number,
  elapsedS: number,
): number {
  if (donor === undefined) return 0;
  if (donor.kind === "endless") return donor.potentialMgPerMl;
  return Math.min(donor.ceilingMgPerMl, amountMgPerCm2 / donor.capacityCm(elapsedS));
}

/** Conductance of the channels at this moment; 0 where there are none, or nothing left to pass. */
export function exchangeAt({ donor, exchange }: TransportEquations, elapsedS: number): number {
  return donor === undefined || exchange === undefined ? 0 : exchange.conductanceCmPerS(elapsedS);
}

/** What each cell gains and each tally counts per second, given the potential of the donor. */
export function writeRates(
  equations: TransportEquations,
  elapsedS: number,
  potential: number,
  { state, rates }: { readonly state: Float64Array; readonly rates: Float64Array },
): void {
  const { system, donor, eliminationPerS } = equations;
  const { cellCount, capacityCm, faceCmPerS, clearanceCmPerS, channelShare } = system;
  const through = exchangeAt(equations, elapsedS);
  const channels = through === 0 ? 0 : through * (potential - weightedMean(channelShare, state));
  const surface = donor === undefined ? 0 : (faceCmPerS[0] ?? 0) * (potential - (state[0] ?? 0));
  let cleared = 0;
  let above = surface;
  for (let i = 0; i < cellCount; i++) {
    const here = state[i] ?? 0;
    const next = i + 1 < cellCount ? (state[i + 1] ?? 0) : 0;
    const below = (faceCmPerS[i + 1] ?? 0) * (here - next);
    const taken = (clearanceCmPerS[i] ?? 0) * here;
    rates[i] = (above - below - taken + (channelShare[i] ?? 0) * channels) / (capacityCm[i] ?? 0);
    cleared += taken;
    above = below;
  }
  rates[cellCount + donorOffset] = donor?.kind === "finite" ? -(surface + channels) : 0;
  rates[cellCount + surfaceOffset] = surface;
  rates[cellCount + channelsOffset] = channels;
  rates[cellCount + clearedOffset] = cleared;
  rates[cellCount + bottomOffset] = above;
  rates[cellCount + bodyOffset] = cleared - eliminationPerS * (state[cellCount + bodyOffset] ?? 0);
}
