import { type SimulatedTreatment, simulatedTreatmentSchema } from "../treatment-schema.ts";

/** Everything that the simulator can follow, with numbers that are no round ones: weekly sessions, one with plasma. */
export function oddTreatment(sessionCount: number, weeks: number): SimulatedTreatment {
  return simulatedTreatmentSchema.parse({
    person: {
      ageYears: 41,
      pattern: { scale: "norwood-hamilton", stage: "IV" },
      pregnancy: "no",
      scarringAlopecia: "no",
    },
    roller: {
      rings: 9,
      needlesPerRing: 60,
      drumRadiusMm: 10.3,
      drumWidthMm: 18,
      inkTest: { markCount: 87, squareSideMm: 20 },
    },
    sessions: Array.from({ length: sessionCount }, (_, week) => ({
      day: 7 * week,
      needleLengthUm: 300,
      rolls: 12,
      pattern: "star",
      withPrp: week === 2,
      isDone: false,
    })),
    topical: {
      product: "minoxidil-5",
      doseMl: 0.9,
      areaCm2: 87,
      delayMin: 37,
      contactH: 11,
      isOccluded: false,
      hasHeartFlag: false,
      takesOralMinoxidil: false,
      hasBrokenOrInflamedSkin: false,
    },
    medicines: { minoxidil: "5-percent", finasteride: true, adherenceFraction: 0.83 },
    weeks,
    seed: 20260308,
  });
}
