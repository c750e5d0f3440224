import { describe, expect, test } from "vitest";
import { addHours, type Instant, instant } from "./calendar.ts";
import type { DoneSession } from "./plan.ts";
import { type Hold, type NextSession, nextSession, type ScheduleInput } from "./schedule.ts";
import { weeklyPlan } from "./testing/weekly-plan.ts";

// Sundays 20:00 UTC from 1 March 2026, crown, 0.25 mm: hard gap 72 h, 24 sessions.
const plan = weeklyPlan();

function done(startedAt: string, more: Partial<DoneSession> = {}): DoneSession {
  const start = instant(startedAt);
  return {
    startedAt: start,
    endedAt: addHours(start, 0.25),
    needleLengthUm: 250,
    zones: ["vertex"],
    setting: "home",
    ...more,
  };
}

function scheduleAt(now: string, more: Partial<ScheduleInput> = {}) {
  return nextSession({ plan, history: [], holds: [], now: instant(now), ...more });
}

function nextAt(now: string, more: Partial<ScheduleInput> = {}): NextSession {
  const next = scheduleAt(now, more);
  if (next.kind !== "next") throw new Error(`${next.kind}: ${next.says}`);
  return next;
}

const rulesOf = ({ decidedBy }: { readonly decidedBy: readonly { readonly ruleId: string }[] }) =>
  decidedBy.map(({ ruleId }) => ruleId);

describe("the next session", () => {
  test("with nothing done is the first planned one; it may start now and counts until half-way to the second", () => {
    expect(nextAt("2026-03-01T09:00:00Z")).toMatchObject({
      number: 1,
      missed: 0,
      earliest: "2026-03-01T09:00:00Z",
      ideal: "2026-03-01T20:00:00Z",
      latest: "2026-03-05T08:00:00Z",
      date: "2026-03-01",
    });
  });

  test("stays open until its latest moment, then counts as missed and is not doubled", () => {
    expect(nextAt("2026-03-05T07:59:59Z")).toMatchObject({ number: 1, missed: 0 });
    const after = nextAt("2026-03-05T08:00:00Z");
    expect(after).toMatchObject({ number: 2, missed: 1, ideal: "2026-03-08T20:00:00Z" });
    expect(rulesOf(after)).toContain("frequency/missed-not-doubled");
  });

  test("after a late session starts on the full quarter hour after the gap, without leaving one out", () => {
    const twice = weeklyPlan({ sessionsPerWeek: 2 });
    const next = nextAt("2026-03-02T09:00:00Z", {
      plan: twice,
      history: [done("2026-03-01T20:40:00Z")],
    });
    expect(next).toMatchObject({
      number: 2,
      earliest: "2026-03-04T20:55:00Z",
      ideal: "2026-03-04T21:00:00Z",
      latest: "2026-03-06T20:07:30Z",
    });
  });

  test("waits 144 hours after a longer needle than planned", () => {
    const history = [done("2026-03-01T20:00:00Z", { needleLengthUm: 500 })];
    expect(nextAt("2026-03-02T09:00:00Z", { history }).earliest).toBe("2026-03-07T20:15:00Z");
  });

  test("waits 144 hours after any session in a clinic", () => {
    const history = [done("2026-03-01T20:00:00Z", { setting: "clinic" })];
    expect(nextAt("2026-03-02T09:00:00Z", { history }).earliest).toBe("2026-03-07T20:15:00Z");
  });

  test("keeps the cap of two starts in 168 hours, although the gap is over", () => {
    const history = [done("2026-03-08T20:00:00Z"), done("2026-03-11T21:00:00Z")];
    expect(nextAt("2026-03-12T09:00:00Z", { history }).earliest).toBe("2026-03-15T20:00:00Z");
  });

  test("goes on to a later session when the skin is not free before the latest moment", () => {
    const history = [done("2026-03-11T12:00:00Z", { needleLengthUm: 1500 })];
    const next = nextAt("2026-03-12T09:00:00Z", { history });
    expect(next).toMatchObject({ number: 3, earliest: "2026-03-17T12:15:00Z" });
    expect(next.ideal).toBe("2026-03-17T12:15:00Z");
  });

  test("is told per zone: a zone nobody touched is free", () => {
    const both = weeklyPlan({ zones: ["vertex", "frontal-hairline"] });
    const next = nextAt("2026-03-02T09:00:00Z", {
      plan: both,
      history: [done("2026-03-01T20:00:00Z")],
    });
    expect(next.zones).toMatchObject([
      { zone: "frontal-hairline", earliest: "2026-03-02T09:00:00Z", ideal: "2026-03-08T20:00:00Z" },
      { zone: "vertex", earliest: "2026-03-04T20:15:00Z", ideal: "2026-03-08T20:00:00Z" },
    ]);
  });

  test("takes an early session for the planned one it stands nearest to", () => {
    const history = [done("2026-03-01T20:00:00Z"), done("2026-03-06T20:00:00Z")];
    expect(nextAt("2026-03-07T09:00:00Z", { history }).number).toBe(3);
  });

  test("a session that ended before it started counts from its start (I-T6)", () => {
    const history = [done("2026-03-01T20:00:00Z", { endedAt: instant("2026-03-01T10:00:00Z") })];
    expect(nextAt("2026-03-02T09:00:00Z", { history }).earliest).toBe("2026-03-04T20:00:00Z");
  });
});

describe("a moved session", () => {
  const history = [done("2026-03-01T20:00:00Z")];
  const move = (to: string, number = 2) =>
    nextAt("2026-03-02T09:00:00Z", { history, moved: { number, to: instant(to) } });

  test("goes later as far as wished; planned ones it runs into are left out", () => {
    const next = move("2026-03-13T20:00:00Z");
    expect(next).toMatchObject({ number: 2, ideal: "2026-03-13T20:00:00Z", missed: 0 });
    expect(next.latest).toBe("2026-03-18T08:00:00Z");
    const after = nextAt("2026-03-14T09:00:00Z", {
      history: [...history, done("2026-03-13T20:00:00Z")],
      moved: { number: 2, to: instant("2026-03-13T20:00:00Z") },
    });
    expect(after).toMatchObject({ number: 4, missed: 0, ideal: "2026-03-22T20:00:00Z" });
  });

  test("goes earlier down to the end of the gap, not below", () => {
    expect(move("2026-03-06T18:00:00Z").ideal).toBe("2026-03-06T18:00:00Z");
    expect(move("2026-03-03T18:00:00Z").ideal).toBe("2026-03-04T20:15:00Z");
  });

  test("may be moved into time that nothing limits yet", () => {
    const next = nextAt("2026-03-01T09:00:00Z", {
      moved: { number: 1, to: instant("2026-03-01T10:00:00Z") },
    });
    expect(next.ideal).toBe("2026-03-01T10:00:00Z");
  });

  test("the last one keeps half an interval to be done in", () => {
    const next = nextAt("2026-08-09T10:00:00Z", {
      moved: { number: 24, to: instant("2026-08-12T20:00:00Z") },
    });
    expect(next).toMatchObject({ number: 24, latest: "2026-08-16T08:00:00Z" });
  });
});

describe("no next session", () => {
  const hold = (why: Hold["why"], from: string, clearedAt?: string): Hold => ({
    id: why,
    from: instant(from),
    why,
    says: `Held by ${why}.`,
    ...(clearedAt && { clearedAt: instant(clearedAt) }),
  });

  test("while a hold stands, the gravest first, with the way out", () => {
    const held = scheduleAt("2026-03-02T09:00:00Z", {
      history: [done("2026-03-01T20:00:00Z")],
      holds: [hold("person", "2026-03-01T00:00:00Z"), hold("red-flag", "2026-03-01T00:00:00Z")],
    });
    expect(held).toMatchObject({
      kind: "held",
      says: "Held by red-flag. Held by person.",
      nextStep:
        "See a doctor; once it is cleared, say so here. End the pause whenever you like; nothing is made up for.",
      zones: [{ zone: "vertex", heldBy: [{ why: "red-flag" }, { why: "person" }] }],
    });
    expect(held.zones[0]?.earliest).toBeUndefined();
  });

  test("a cleared hold is over, one cleared in the future is not (I-T5)", () => {
    const holds = (clearedAt: string) => [hold("red-flag", "2026-03-01T00:00:00Z", clearedAt)];
    expect(scheduleAt("2026-03-02T09:00:00Z", { holds: holds("2026-03-02T08:00:00Z") }).kind).toBe(
      "next",
    );
    expect(scheduleAt("2026-03-02T09:00:00Z", { holds: holds("2026-03-02T10:00:00Z") }).kind).toBe(
      "held",
    );
  });

  test("a pause that begins after the next session does not hold it, any other hold does", () => {
    const at = (why: Hold["why"]) =>
      scheduleAt("2026-03-01T09:00:00Z", { holds: [hold(why, "2026-03-03T00:00:00Z")] }).kind;
    expect(at("person")).toBe("next");
    expect([at("red-flag"), at("clock"), at("history-gap")]).toEqual(["held", "held", "held"]);
    const before = hold("person", "2026-03-01T12:00:00Z");
    expect(scheduleAt("2026-03-01T09:00:00Z", { holds: [before] }).kind).toBe("held");
  });

  test("when the clock is behind the last visit or the record, the limits stay visible (I-T4)", () => {
    const history = [done("2026-03-01T20:00:00Z")];
    const lastSeen: Instant = instant("2026-03-02T09:00:01Z");
    expect(scheduleAt("2026-03-02T09:00:00Z", { history, lastSeen })).toMatchObject({
      kind: "time-uncertain",
      zones: [{ earliest: "2026-03-04T20:15:00Z" }],
    });
    expect(scheduleAt("2026-03-02T09:00:01Z", { history, lastSeen }).kind).toBe("next");
    expect(scheduleAt("2026-03-01T20:14:59Z", { history }).kind).toBe("time-uncertain");
  });

  test("when every planned session is behind, the review comes next", () => {
    const finished = scheduleAt("2026-09-30T09:00:00Z");
    expect(finished).toMatchObject({
      kind: "finished",
      says: "All 24 sessions of this plan are behind you.",
      zones: [{ zone: "vertex", heldBy: [] }],
    });
    const held = scheduleAt("2026-09-30T09:00:00Z", {
      holds: [hold("person", "2026-09-01T00:00:00Z")],
    });
    expect(held.kind).toBe("held");
  });
});
