/** What a trial published against what the model gives. A miss is a result, and is shown as one. */
export type GainComparison =
  | { readonly kind: "reproduced"; readonly offPerCm2: number }
  | { readonly kind: "missed"; readonly offPerCm2: number }
  /** No treatment of the model could give the published gain: more than every hidden follicle would have to show. */
  | { readonly kind: "out of reach"; readonly offPerCm2: number; readonly reachPerCm2: number };

export interface PublishedGain {
  /** Difference between the trial's arms. */
  readonly publishedPerCm2: number;
  readonly modelPerCm2: number;
  /** How far apart the two may be and still count as the same. */
  readonly tolerancePerCm2: number;
  /** Follicles of the model that show no hair at the start: the most that can be gained by waking them. */
  readonly hiddenPerCm2: number;
}

/** Whether the model reproduces a published gain, misses it, or could not reach it at all. */
export function comparePublishedGain({
  publishedPerCm2,
  modelPerCm2,
  tolerancePerCm2,
  hiddenPerCm2,
}: PublishedGain): GainComparison {
  for (const [name, value] of Object.entries({ tolerancePerCm2, hiddenPerCm2 })) {
    if (!(value >= 0)) throw new RangeError(`${name} must be 0 or more, got ${value}`);
  }
  const offPerCm2 = modelPerCm2 - publishedPerCm2;
  if (Math.abs(offPerCm2) <= tolerancePerCm2) return { kind: "reproduced", offPerCm2 };
  return publishedPerCm2 - tolerancePerCm2 > hiddenPerCm2
    ? { kind: "out of reach", offPerCm2, reachPerCm2: hiddenPerCm2 }
    : { kind: "missed", offPerCm2 };
}
