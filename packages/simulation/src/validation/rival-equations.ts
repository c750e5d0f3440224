import { centralValues } from "../parameter.ts";
import { permeationParameters } from "../parameters/permeation.ts";
import {
  type Compound,
  pottsGuyCmPerH,
  refitPottsGuyCmPerH,
  withWateryLayerCmPerH,
} from "../permeability.ts";

/** What rival equations say of one drug on intact skin, in cm/h. */
export interface RivalPermeabilities {
  readonly drug: string;
  /** The one that the model uses. */
  readonly pottsGuy: number;
  readonly withWateryLayer: number;
  readonly refit: number;
}

const values = centralValues(permeationParameters);
/** One drug that likes fat a little and one that likes it well. */
const drugs = [
  { drug: "minoxidil", logKow: 1.24, molecularWeightDa: 209.25 },
  { drug: "finasteride", logKow: 3, molecularWeightDa: 372.5 },
] as const;

/** How far the choice of the equation moves the intact permeability: an uncertainty that no parameter shows. */
export function compareEquations(): readonly RivalPermeabilities[] {
  return drugs.map(({ drug, ...compound }: Compound & { readonly drug: string }) => {
    const pottsGuy = pottsGuyCmPerH(compound, values);
    return {
      drug,
      pottsGuy,
      withWateryLayer: withWateryLayerCmPerH(pottsGuy, compound, values),
      refit: refitPottsGuyCmPerH(compound, values),
    };
  });
}
