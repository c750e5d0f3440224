import { power } from "./elementary.ts";
import type { Values } from "./parameter.ts";
import type { permeationParameters } from "./parameters/permeation.ts";

type PermeationValues = Values<typeof permeationParameters>;

/** What a substance is to the skin: how fat-loving and how large. */
export interface Compound {
  /** Logarithm of the octanol-water partition coefficient. */
  readonly logKow: number;
  readonly molecularWeightDa: number;
}

/** A flat layer of skin that a substance has to cross. */
export interface Slab {
  readonly thicknessCm: number;
  readonly diffusivityCm2PerS: number;
  /** Concentration in the layer over the concentration in water that it is in balance with. */
  readonly partition: number;
}

/**
 * How fast a substance in water passes the intact horny layer.
 *
 *     log₁₀ kp = −2.72 + 0.71 logKow − 0.0061 MW        (Potts and Guy 1992)
 *
 * Good to a factor of two for small alcohols; off by 20 to 100 for old steroid data, and not meant for ions.
 *
 * @returns cm/h
 */
export function pottsGuyCmPerH(compound: Compound, values: PermeationValues): number {
  refuseBadCompound(compound);
  return power(
    10,
    values.pottsGuyIntercept +
      values.pottsGuyPerLogKow * compound.logKow +
      values.pottsGuyPerDalton * compound.molecularWeightDa,
  );
}

/**
 * The same after a later fit to more substances: a rival, to show how far two equations disagree.
 *
 *     log₁₀ kp = −2.55 + 0.65 logKow − 0.0085 MW        (refit 2023)
 *
 * @returns cm/h
 */
export function refitPottsGuyCmPerH(compound: Compound, values: PermeationValues): number {
  refuseBadCompound(compound);
  return power(
    10,
    values.refitIntercept +
      values.refitPerLogKow * compound.logKow +
      values.refitPerDalton * compound.molecularWeightDa,
  );
}

/**
 * Permeability once the watery layer under the horny layer is counted too; it matters for fat-loving substances.
 *
 *     1/kp′ = 1/kp + 1/kp_ve,   kp_ve = 2.6 / √MW        (Cleek and Bunge)
 *
 * @returns cm/h
 */
export function withWateryLayerCmPerH(
  permeabilityCmPerH: number,
  { molecularWeightDa }: Compound,
  { wateryLayerCmPerH }: PermeationValues,
): number {
  refuseUnlessAbove0("permeabilityCmPerH", permeabilityCmPerH);
  refuseUnlessAbove0("molecularWeightDa", molecularWeightDa);

  return 1 / (1 / permeabilityCmPerH + Math.sqrt(molecularWeightDa) / wateryLayerCmPerH);
}

/**
 * The horny layer as a slab that has the Potts–Guy permeability and also a delay and a store.
 *
 *     K = Kow^0.71,   D / h = 10^(−2.72 − 0.0061 MW) cm/h
 */
export function stratumCorneumSlab(compound: Compound, values: PermeationValues): Slab {
  refuseBadCompound(compound);
  const thicknessCm = values.stratumCorneumUm * 1e-4;
  const speedCmPerH = power(
    10,
    values.pottsGuyIntercept + values.pottsGuyPerDalton * compound.molecularWeightDa,
  );
  return {
    thicknessCm,
    diffusivityCm2PerS: (speedCmPerH / 3600) * thicknessCm,
    partition: power(10, values.pottsGuyPerLogKow * compound.logKow),
  };
}

/**
 * Permeability of several layers one behind the other: their resistances add.
 *
 *     1/P = Σ hᵢ / (Dᵢ Kᵢ)
 *
 * @returns cm/s
 */
export function layeredPermeabilityCmPerS(slabs: readonly Slab[]): number {
  let resistanceSPerCm = 0;
  for (const { thicknessCm, diffusivityCm2PerS, partition } of slabs) {
    refuseUnlessAbove0("thicknessCm", thicknessCm);
    refuseUnlessAbove0("diffusivityCm2PerS", diffusivityCm2PerS);
    refuseUnlessAbove0("partition", partition);
    resistanceSPerCm += thicknessCm / (diffusivityCm2PerS * partition);
  }
  refuseUnlessAbove0("number of slabs", slabs.length);
  return 1 / resistanceSPerCm;
}

function refuseBadCompound({ logKow, molecularWeightDa }: Compound): void {
  if (!(logKow >= -10 && logKow <= 15)) {
    throw new RangeError(`logKow must be between -10 and 15, got ${logKow}`);
  }
  refuseUnlessAbove0("molecularWeightDa", molecularWeightDa);
}

function refuseUnlessAbove0(name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} must be above 0 and finite, got ${value}`);
  }
}
