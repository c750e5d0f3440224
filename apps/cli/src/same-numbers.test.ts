import { simulate, simulatedTreatmentSchema } from "@stipple/simulation";
import { expect, test } from "vitest";
import { runStipple } from "./testing/run-stipple.ts";

const treatment = simulatedTreatmentSchema.parse({
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
  sessions: [0, 7, 14].map((day) => ({
    day,
    needleLengthUm: 300,
    rolls: 12,
    pattern: "star",
    withPrp: false,
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
  weeks: 8,
  seed: 20260308,
});

/** The command's own fineness. */
const fineness = { points: 200, centralFollicles: 20_000, bandFollicles: 2_000 };

test("the command in a process of its own gives the same numbers as the package here, to the last digit", () => {
  const { status, stdout } = runStipple(["simulate", "-", "--json"], JSON.stringify(treatment));
  expect(status).toBe(0);
  const fromCommand = JSON.parse(stdout);
  const here = simulate(treatment, fineness);
  if (here.kind !== "simulation") throw new Error(here.kind);

  const { punctures, coverage } = here.punctures;
  expect(fromCommand.punctures.values).toEqual([...punctures.values]);
  for (const [name, stage] of Object.entries({
    absorption: { ...here.absorption, doubt: here.absorptionDoubt },
    healing: here.healing,
    follicles: here.follicles,
  })) {
    expect(JSON.stringify(fromCommand[name]), name).toBe(JSON.stringify(stage));
  }
  expect(JSON.stringify(fromCommand.punctures.coverage)).toBe(JSON.stringify(coverage));
});
