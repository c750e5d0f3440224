import { describe, expect, test } from "vitest";
import { adherence } from "./adherence.ts";
import { addHours, instant } from "./calendar.ts";
import type { DoneSession, Plan } from "./plan.ts";
import { weeklyPlan } from "./testing/weekly-plan.ts";

const plan: Plan = weeklyPlan();
const end = addHours(plan.sessions.at(-1)?.startsAt ?? instant("2026-01-01T00:00:00Z"), 2000);

function done(numbers: readonly number[]): readonly DoneSession[] {
  return plan.sessions
    .filter(({ number }) => numbers.includes(number))
    .map(({ startsAt, zones }) => ({
      startedAt: startsAt,
      endedAt: addHours(startsAt, 0.2),
      needleLengthUm: 250,
      zones,
      setting: "home",
    }));
}

const all = plan.sessions.map(({ number }) => number);
const without = (...missed: readonly number[]) => all.filter((number) => !missed.includes(number));
const scoreOf = (numbers: readonly number[]) =>
  adherence({ plan, history: done(numbers), now: end }).score;

describe("adherence", () => {
  test("before anything was due there is nothing to miss", () => {
    const now = instant("2026-03-01T12:00:00Z");
    expect(adherence({ plan, history: [], now })).toEqual({
      planned: 0,
      done: 0,
      score: 1,
      says: "Nothing was due yet.",
    });
  });

  test("one session done counts at once, in words for one", () => {
    const history = done([1]);
    const now = history[0]?.endedAt ?? end;
    expect(adherence({ plan, history, now })).toEqual({
      planned: 1,
      done: 1,
      score: 1,
      says: "You did the session of your plan so far.",
    });
  });

  test("a kept plan scores 1, an ignored one 0", () => {
    expect(adherence({ plan, history: done(all), now: end })).toMatchObject({
      planned: 24,
      done: 24,
      score: 1,
      says: "You did all 24 sessions of your plan so far.",
    });
    expect(scoreOf([])).toBe(0);
  });

  test("a miss costs less the longer it is past", () => {
    expect(scoreOf(without(2))).toBeGreaterThan(scoreOf(without(12)));
    expect(scoreOf(without(12))).toBeGreaterThan(scoreOf(without(24)));
    expect(scoreOf(without(2))).toBeGreaterThan(0.98);
    expect(adherence({ plan, history: done(without(2)), now: end }).says).toBe(
      "You did 23 of 24 planned sessions. A missed one is left out; the plan goes on.",
    );
  });

  test("more sessions than planned never raise it", () => {
    const kept = done(without(5, 6));
    const extra = done(without(5, 6)).map((session) => ({
      ...session,
      startedAt: addHours(session.startedAt, 30),
      endedAt: addHours(session.endedAt, 30),
    }));
    const asked = adherence({ plan, history: kept, now: end });
    expect(adherence({ plan, history: [...kept, ...extra], now: end })).toEqual(asked);
  });

  test("rolling another zone, or in the future, does not count", () => {
    const elsewhere = done(all).map((session) => ({ ...session, zones: ["left-temple"] as const }));
    expect(adherence({ plan, history: elsewhere, now: end }).done).toBe(0);
    expect(adherence({ plan, history: done([3]), now: instant("2026-03-01T12:00:00Z") }).done).toBe(
      0,
    );
  });
});
