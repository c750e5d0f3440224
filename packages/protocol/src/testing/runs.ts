/** Inputs per property test. Raised in the nightly run, lowered while developing. */
export const propertyRuns = Number(process.env.PROPERTY_RUNS ?? 1000);
