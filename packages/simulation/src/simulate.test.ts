import { expect, test } from "vitest";
import { simulate } from "./simulate.ts";
import { type SimulatedTreatment, simulatedTreatmentSchema } from "./treatment-schema.ts";
import { simulatePunctures, simulateTopical } from "./treatment-stages.ts";

const session = {
  needleLengthUm: 250,
  rolls: 12,
  pattern: "star",
  withPrp: false,
  isDone: false,
} as const;
const treatment: SimulatedTreatment = {
  person: {
    ageYears: 34,
    pattern: { scale: "norwood-hamilton", stage: "IV" },
    pregnancy: "no",
    scarringAlopecia: "no",
  },
  roller: { rings: 8, needlesPerRing: 24, drumRadiusMm: 10, drumWidthMm: 20 },
  sessions: [0, 7, 14, 21].map((day) => ({ ...session, day })),
  topical: {
    product: "minoxidil-5",
    doseMl: 1,
    areaCm2: 100,
    delayMin: 0,
    contactH: 12,
    isOccluded: false,
    hasHeartFlag: false,
    takesOralMinoxidil: false,
    hasBrokenOrInflamedSkin: false,
  },
  medicines: { minoxidil: "5-percent", finasteride: false, adherenceFraction: 1 },
  weeks: 24,
  seed: 7,
};
const coarse = { points: 20, centralFollicles: 5_000, bandFollicles: 500 };

function simulated(changes: Partial<SimulatedTreatment>) {
  const answer = simulate({ ...treatment, ...changes }, coarse);
  if (answer.kind !== "simulation") throw new Error(answer.says);
  return answer;
}

test("a star of twelve rolls by 192 needles leaves about 183 holes per cm², no deeper than the needle", () => {
  const { punctures, insertion } = simulated({});
  expect(punctures.coverage?.densityPerCm2).toBeCloseTo(183.3, -1);
  expect(insertion.depth.highMm).toBeLessThanOrEqual(0.25);
  expect(insertion.bulge.reached).toBe("never");
});

test("the same seed gives the same bytes, another seed other holes", () => {
  const first = JSON.stringify(simulated({}));
  expect(JSON.stringify(simulated({}))).toBe(first);
  expect(simulatePunctures({ ...treatment, seed: 8 }).punctures.values).not.toEqual(
    simulatePunctures(treatment).punctures.values,
  );
});

test("waiting a day costs only what went through the holes, and warns no more", () => {
  const { absorption: atOnce } = simulated({});
  const waited = simulateTopical(
    { ...treatment, topical: treatment.topical && { ...treatment.topical, delayMin: 1440 } },
    { ...session, day: 21 },
  );
  expect(atOnce?.advice).toBe("wait");
  expect(waited?.advice).toBe("no-objection");
  expect(waited?.gain.absorbedMg).toBeCloseTo(waited?.gain.intactMg ?? 0, 6);
});

test("without a drug on the scalp there is no absorption, and every other stage stands", () => {
  const { topical: _, ...dry } = treatment;
  const answer = simulate(dry, coarse);
  expect(answer).toMatchObject({ kind: "simulation", absorption: undefined });
});

test("more sessions never leave less inflammation before the last", () => {
  const weekly = simulated({}).healing.responses.at(-1)?.residual ?? 0;
  const daily = simulated({ sessions: [0, 1, 2, 3].map((day) => ({ ...session, day })) });
  expect(daily.healing.responses.at(-1)?.residual).toBeGreaterThan(weekly);
});

test.each([
  ["person.ageYears", { ageYears: 17 }],
  ["person.scarringAlopecia", { scarringAlopecia: "unknown" }],
  ["person.pregnancy", { pregnancy: "unknown" }],
  ["person.pattern", { pattern: { scale: "sinclair", stage: "3" } }],
] as const)("%s outside what the trials saw is refused with a next step", (field, changes) => {
  const answer = simulate({ ...treatment, person: { ...treatment.person, ...changes } }, coarse);
  expect(answer).toMatchObject({ kind: "out-of-scope", field });
  expect(answer).toHaveProperty("nextStep", expect.stringMatching(/^Use /));
});

test.each([
  ["sessions", { sessions: [] }],
  ["sessions", { sessions: [7, 0].map((day) => ({ ...session, day })) }],
  ["roller.rings", { roller: { ...treatment.roller, rings: 0 } }],
  ["roller.drumRadiusMm", { roller: { ...treatment.roller, drumRadiusMm: -1 } }],
  ["sessions.0.needleLengthUm", { sessions: [{ ...session, day: 0, needleLengthUm: 25 }] }],
  ["topical.areaCm2", { topical: { ...treatment.topical, areaCm2: Number.NaN } }],
  ["weeks", { weeks: 1e9 }],
])("bad input names its field: %s", (field, changes) => {
  const result = simulatedTreatmentSchema.safeParse({ ...treatment, ...changes });
  expect(result.error?.issues.map(({ path }) => path.join("."))).toContain(field);
});
