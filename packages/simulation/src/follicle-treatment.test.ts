import fc from "fast-check";
import { expect, test } from "vitest";
import { clockRates, rateAt, rateStride, sessionAt, sessionChances } from "./follicle-rates.ts";
import {
  attendedSessions,
  checkTreatment,
  type FollicleTreatment,
  type MinoxidilCourse,
  untreated,
} from "./follicle-treatment.ts";
import { centralValues } from "./parameter.ts";
import { type FollicleValues, follicleParameters } from "./parameters/follicles.ts";

const parameters: FollicleValues = centralValues(follicleParameters);
const minoxidil: MinoxidilCourse = {
  strength: "5-percent",
  fromDay: 0,
  untilDay: 100,
  adherenceFraction: 1,
  weeklyDoseRatio: 1,
};
const finasteride = { fromDay: 0, untilDay: Number.POSITIVE_INFINITY, adherenceFraction: 1 };
const rowsOf = (treatment: FollicleTreatment, untilDay: number, values = parameters) => {
  const rates = clockRates(treatment, values, untilDay);
  return Array.from({ length: rates.length / rateStride }, (_, row) =>
    Array.from(rates.subarray(row * rateStride, (row + 1) * rateStride)),
  );
};
const firstRow = (treatment: FollicleTreatment) => rowsOf(treatment, 50)[0] ?? [];

test("untreated, short follicles stay empty longer with every 13 weeks, long ones do not", () => {
  const rows = rowsOf(untreated, 300);
  expect(rows.map((row) => row[rateAt.endDay])).toEqual([91, 182, 273, Number.POSITIVE_INFINITY]);
  expect(rows.map((row) => row[rateAt.latencyLong])).toEqual([1, 1, 1, 1]);
  expect(rows[0]?.[rateAt.latencyShort]).toBe(1);
  expect(rows[3]?.[rateAt.latencyShort]).toBeCloseTo(1 / (1 + (0.16 * 273) / 365.25), 12);
  expect(rows.every((row) => row[rateAt.shrink] === 0.03 && row[rateAt.recover] === 0)).toBe(true);
});

test("minoxidil wakes sooner and grows longer; half the doses do half of it", () => {
  const full = firstRow({ ...untreated, minoxidil: [minoxidil] });
  expect(full[rateAt.latencyLong]).toBeCloseTo(1.6, 12);
  expect(full[rateAt.anagenLong]).toBeCloseTo(1 / 1.15, 12);
  const half = firstRow({
    ...untreated,
    minoxidil: [{ ...minoxidil, adherenceFraction: 0.5 }],
  });
  expect(half[rateAt.latencyShort]).toBeCloseTo(1.3, 12);
  expect(half[rateAt.anagenShort]).toBeCloseTo(1 / 1.075, 12);
});

test("more drug through the skin adds by the dose to the power 0.56, and never more than half", () => {
  const latency = (weeklyDoseRatio: number) =>
    firstRow({ ...untreated, minoxidil: [{ ...minoxidil, weeklyDoseRatio }] })[rateAt.latencyLong];
  expect(latency(1.1)).toBeCloseTo(1 + 0.6 * 1.1 ** 0.56, 12);
  expect(latency(10)).toBeCloseTo(1 + 0.6 * 1.5, 12);
  expect(latency(0)).toBe(1);
});

test("finasteride stops progression and shrinking, and lets some follicles recover", () => {
  const rows = rowsOf({ ...untreated, finasteride: [finasteride] }, 700);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.[rateAt.anagenShort]).toBeCloseTo(1 / 1.6, 12);
  expect(rows[0]?.[rateAt.anagenLong]).toBe(1);
  expect(rows[0]?.[rateAt.shrink]).toBe(0);
  expect(rows[0]?.[rateAt.recover]).toBeCloseTo(0.12, 12);
});

test("after finasteride, progression goes on from where it stood", () => {
  const rows = rowsOf({ ...untreated, finasteride: [{ ...finasteride, untilDay: 364 }] }, 500);
  const last = rows.at(-1) ?? [];
  expect(last[rateAt.latencyShort]).toBeCloseTo(1 / (1 + (0.16 * 91) / 365.25), 12);
});

test("two medicines together multiply", () => {
  const both = firstRow({ ...untreated, minoxidil: [minoxidil], finasteride: [finasteride] });
  expect(both[rateAt.anagenShort]).toBeCloseTo(1 / (1.15 * 1.6), 12);
});

test("a session has its chance by length and area, a third of it for resting follicles, never above 1", () => {
  const chances = (needleLengthUm: number, treatedFraction: number, values = parameters) => {
    const needling = [{ day: 3.5, needleLengthUm, treatedFraction }];
    const row = sessionChances({ ...untreated, needling }, values);
    const latent = row[sessionAt.wakeLatent] ?? Number.NaN;
    expect(row[sessionAt.day]).toBe(3.5);
    expect(row[sessionAt.wakeTelogen]).toBeCloseTo(latent / 3, 12);
    return latent;
  };
  expect(chances(500, 1)).toBe(0.07);
  expect(chances(1500, 0.5)).toBe(0.035);
  expect(chances(300, 1)).toBe(0.02);
  expect(chances(500, 1, { ...parameters, needlingFactor: 100 })).toBe(1);
  expect(chances(300, 1, { ...parameters, shortNeedlingWake: -0.01 })).toBe(0);
});

test("missed sessions are left out evenly, and their number follows the share", () => {
  const sessions = Array.from({ length: 24 }, (_, week) => ({
    day: 7 * week,
    needleLengthUm: 1500,
    treatedFraction: 1,
  }));
  expect(attendedSessions(sessions, 1)).toEqual(sessions);
  expect(attendedSessions(sessions, 0)).toEqual([]);
  expect(attendedSessions(sessions, 0.5).map(({ day }) => day / 7)).toEqual(
    Array.from({ length: 12 }, (_, pair) => 2 * pair + 1),
  );
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      expect(attendedSessions(sessions, share)).toHaveLength(Math.floor(24 * share));
    }),
  );
});

test("a treatment that cannot be is refused by name", () => {
  const refused = (changes: Partial<FollicleTreatment>) => () =>
    checkTreatment({ ...untreated, ...changes });
  const session = { day: 7, needleLengthUm: 1500, treatedFraction: 1 };
  expect(refused({ minoxidil: [minoxidil, { ...minoxidil, fromDay: 50 }] })).toThrow(
    "fromDay of minoxidil must be 100 or later, got 50",
  );
  expect(refused({ finasteride: [{ ...finasteride, fromDay: 9, untilDay: 3 }] })).toThrow(
    "untilDay of finasteride must be 9 or later, got 3",
  );
  expect(refused({ minoxidil: [{ ...minoxidil, adherenceFraction: 1.5 }] })).toThrow(
    "adherenceFraction must be between 0 and 1, got 1.5",
  );
  expect(refused({ minoxidil: [{ ...minoxidil, weeklyDoseRatio: Number.NaN }] })).toThrow(
    "weeklyDoseRatio must be 0 or more, got NaN",
  );
  expect(refused({ needling: [session, { ...session, day: 6 }] })).toThrow(
    "day of a session must be 7 or later, got 6",
  );
  expect(refused({ needling: [{ ...session, needleLengthUm: 0 }] })).toThrow(
    "needleLengthUm must be above 0 and at most 3000, got 0",
  );
  expect(refused({ needling: [{ ...session, treatedFraction: -0.1 }] })).toThrow(
    "treatedFraction must be between 0 and 1, got -0.1",
  );
});
