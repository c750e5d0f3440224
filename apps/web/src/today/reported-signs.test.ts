import { type CheckIn, instant } from "@stipple/protocol";
import { expect, test } from "vitest";
import { reportedToday } from "./reported-signs.ts";

const since = instant("2026-03-01T19:00:00Z");
const now = instant("2026-03-04T10:00:00Z");
const timeZone = "Europe/Berlin";
const calm = { redness: 0, swelling: 0, pain: 0, itch: 0, flaking: 0, shedding: 0 };

function checkIn(at: string, change: Partial<CheckIn> = {}): CheckIn {
  const id = "00000000-0000-4000-8000-000000000001";
  return { id, at: instant(at), slot: "any", graded: calm, signs: [], ...change };
}

const reported = (...checkIns: readonly CheckIn[]) =>
  reportedToday({ checkIns, since, now, timeZone });

test("a symptom counts for as long as no calm check-in follows", () => {
  const red = checkIn("2026-03-02T19:00:00Z", { graded: { ...calm, redness: 1 } });
  expect(reported(red)).toEqual(["redness"]);
  expect(reported(checkIn("2026-03-04T08:00:00Z"), red)).toEqual([]);
});

test("calm counts on the day it was said, and not on the next", () => {
  expect(reported(checkIn("2026-03-03T23:30:00Z"))).toEqual([]);
  expect(reported(checkIn("2026-03-03T22:30:00Z"))).toBe("not asked");
});

test("what was said before the session is of another one", () => {
  expect(reported(checkIn("2026-03-01T18:00:00Z", { graded: { ...calm, pain: 2 } }))).toBe(
    "not asked",
  );
});

test("warmth that spreads is redness and a sign of infection; rising pain is pain", () => {
  const signs = ["spreading-redness-or-warmth", "pain-rising-after-24h"] as const;
  expect(reported(checkIn("2026-03-04T08:00:00Z", { signs: [...signs] }))).toEqual([
    "redness",
    "pain",
    "signs of infection",
  ]);
});

test("what the model has no word for leaves the question open", () => {
  const swollen = checkIn("2026-03-04T08:00:00Z", { graded: { ...calm, swelling: 1 } });
  expect(reported(swollen)).toBe("not asked");
  expect(reported(checkIn("2026-03-04T08:00:00Z", { signs: ["blisters"] }))).toBe("not asked");
});
