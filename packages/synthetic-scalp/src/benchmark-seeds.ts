/**
 * Seeds of the published accuracy tables. Nothing may be tuned on them; the package that counts is tuned on
 * `tuningSeeds` only.
 */
export const benchmarkSeeds = Array.from({ length: 40 }, (_, index) => 41_001 + index);

/** Seeds to look at while working on the counting. */
export const tuningSeeds = Array.from({ length: 40 }, (_, index) => 1 + index);
