import { exp, power } from "./elementary.ts";
import type { Values } from "./parameter.ts";
import type { absorptionParameters } from "./parameters/absorption.ts";

type AbsorptionValues = Values<typeof absorptionParameters>;

/** The solutions of minoxidil that are modelled. */
export const products = ["minoxidil-5", "minoxidil-2"] as const;
export type Product = (typeof products)[number];

/** A solution as it is sold. */
export interface Vehicle {
  readonly concentrationMgPerMl: number;
  /** Share of the volume that does not evaporate. */
  readonly glycolFraction: number;
  /** What the fresh mixture can hold in solution. */
  readonly freshSaturationMgPerMl: number;
}

/** The film on the skin at one moment, per millilitre applied. */
export interface Film {
  /** Volume left, as a share of the volume applied. */
  readonly volumeFraction: number;
  /** Concentration above which drug falls out as crystals. */
  readonly saturationMgPerMl: number;
}

export function vehicleOf(product: Product, values: AbsorptionValues): Vehicle {
  return {
    "minoxidil-5": {
      concentrationMgPerMl: values.strength5MgPerMl,
      glycolFraction: values.glycol5Fraction,
      freshSaturationMgPerMl: values.freshSaturation5MgPerMl,
    },
    "minoxidil-2": {
      concentrationMgPerMl: values.strength2MgPerMl,
      glycolFraction: values.glycol2Fraction,
      freshSaturationMgPerMl: values.freshSaturation2MgPerMl,
    },
  }[product];
}

/**
 * The film while ethanol and water leave it and propylene glycol stays.
 *
 *     V = V₀ [f + (1 − f) e^(−k t)]
 *     C_s = C_pg^θ · C_s0^(1−θ),   θ = 1 − e^(−k t), the evaporated share
 *
 * @param evaporationPerMin k, 0 under a cover
 */
export function filmAt(
  elapsedMin: number,
  vehicle: Vehicle & { readonly evaporationPerMin: number },
  { glycolSolubilityMgPerMl }: AbsorptionValues,
): Film {
  if (!(elapsedMin >= 0)) throw new RangeError(`elapsedMin must be 0 or more, got ${elapsedMin}`);

  const left = exp(-vehicle.evaporationPerMin * elapsedMin);
  return {
    volumeFraction: vehicle.glycolFraction + (1 - vehicle.glycolFraction) * left,
    saturationMgPerMl:
      power(glycolSolubilityMgPerMl, 1 - left) * power(vehicle.freshSaturationMgPerMl, left),
  };
}

/**
 * How close the film is to the strongest push it can give: 1 once the solution is saturated.
 *
 *     act = min(1, M / (V C_s))
 *
 * What is more than dissolves lies on the skin as crystals and dissolves again later.
 */
export function activity(concentrationMgPerMl: number, film: Film): number {
  return Math.min(1, concentrationMgPerMl / (film.volumeFraction * film.saturationMgPerMl));
}

/** Minutes until an untouched film of this product is saturated, `undefined` if it never is within a day. */
export function minutesUntilSaturated(
  product: Product,
  values: AbsorptionValues,
): number | undefined {
  const vehicle = {
    ...vehicleOf(product, values),
    evaporationPerMin: Math.LN2 / values.evaporationHalfLifeMin,
  };
  const isSaturated = (elapsedMin: number) =>
    activity(vehicle.concentrationMgPerMl, filmAt(elapsedMin, vehicle, values)) >= 1;
  let low = 0;
  let high = 1440;
  if (isSaturated(low)) return low;
  if (!isSaturated(high)) return undefined;
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (isSaturated(middle)) high = middle;
    else low = middle;
  }
  return high;
}
