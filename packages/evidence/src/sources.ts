import { measuring } from "./sources/measuring.ts";
import { mechanism } from "./sources/mechanism.ts";
import { medicines } from "./sources/medicines.ts";
import { modelling } from "./sources/modelling.ts";
import { needlingTrials } from "./sources/needling-trials.ts";
import { reviews } from "./sources/reviews.ts";
import { safety } from "./sources/safety.ts";
import type { Source } from "./sources/source.ts";

const all = {
  ...reviews,
  ...needlingTrials,
  ...medicines,
  ...safety,
  ...mechanism,
  ...measuring,
  ...modelling,
};

export type SourceId = keyof typeof all;

/** Every source that Stipple cites, by id. */
export const sources: Readonly<Record<SourceId, Source>> = all;
