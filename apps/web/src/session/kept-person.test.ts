import { calmPlan } from "@stipple/protocol/testing";
import { expect, test } from "vitest";
import { storageOf } from "../testing/storage.ts";
import { forgetKept, keepPerson, keepPlan, readPerson } from "./record.ts";

const sessionId = "5b4ab2a6-5c1e-4c7e-9a53-0d1fb1a3c001";
const person = {
  answers: { ageYears: 34, pregnancy: "no" },
  device: {
    id: "5b4ab2a6-5c1e-4c7e-9a53-0d1fb1a3c002",
    name: "Blue roller",
    kind: "roller",
    needleLengthUm: 250,
    construction: "single-needles",
    material: "steel",
    earlierUses: 0,
    usedByAnotherPerson: "no",
  },
} as const;

test("what the picture needs is kept with the session, and goes with it", () => {
  const storage = storageOf(1_000_000);
  expect(keepPerson(storage, sessionId, person)).toBe(false);
  expect(storage).toHaveLength(0);

  keepPlan(storage, sessionId, calmPlan("home", { zones: ["vertex"], sessionsPerWeek: 1 }));
  expect(keepPerson(storage, sessionId, person)).toBe(true);
  expect(readPerson(storage, sessionId)).toEqual(person);

  forgetKept(storage, sessionId);
  expect(readPerson(storage, sessionId)).toBeUndefined();
});

test("without a known roller the answers are kept alone, and a torn entry is none", () => {
  const storage = storageOf(1_000_000);
  keepPlan(storage, sessionId, calmPlan("home", { zones: ["vertex"], sessionsPerWeek: 1 }));
  keepPerson(storage, sessionId, { ...person, device: undefined });
  expect(readPerson(storage, sessionId)).toEqual({ ...person, device: undefined });

  storage.setItem(`stipple/session/${sessionId}/person`, '{"answers":{"ageYears":"old"}}');
  expect(readPerson(storage, sessionId)).toBeUndefined();
  storage.setItem(`stipple/session/${sessionId}/person`, '{"answers":');
  expect(readPerson(storage, sessionId)).toBeUndefined();
});
