import { describe, expect, test } from "vitest";
import { addHours, instant } from "./calendar.ts";
import { doneSession, isTooLateToResume } from "./session-done.ts";
import type { SessionEventBody } from "./session-guide.ts";
import { homePlan } from "./testing/plans.ts";
import {
  calmFeel,
  eventAt,
  eventsOf,
  gatePassed,
  minute,
  runToEnd,
  startedWith,
  uuid,
} from "./testing/session-events.ts";

const plan = homePlan({ zones: ["frontal-hairline", "vertex"] });
const opening = [startedWith(plan), ...gatePassed];
const later = instant("2027-03-20T12:00:00Z");
const stroke: SessionEventBody = {
  kind: "strokes-done",
  sectionId: "vertex/left-back",
  direction: 0,
  rolls: 3,
};
const done = (...bodies: readonly SessionEventBody[]) =>
  doneSession(eventsOf(...opening, ...bodies), later);

describe("the gate", () => {
  const atGate = (count: number, ...bodies: readonly SessionEventBody[]) =>
    doneSession(eventsOf(...opening.slice(0, count + 1), ...bodies), later);

  test("a session stopped or left before the last check is not a session", () => {
    expect(doneSession([], later)).toBeUndefined();
    expect(atGate(0)).toBeUndefined();
    expect(atGate(7)).toBeUndefined();
    expect(atGate(7, { kind: "stopped", why: "pain" })).toBeUndefined();
    expect(atGate(7, { kind: "undone", eventId: uuid(7) }, ...gatePassed.slice(7))).toBeUndefined();
    const no = { kind: "gate-answered", check: "own-device", answer: "no" } as const;
    expect(atGate(6, no, ...gatePassed.slice(6))).toBeUndefined();
  });

  test.each<[string, readonly SessionEventBody[], number]>([
    ["left there", [], 8],
    ["stopped because the person wants to", [{ kind: "stopped", why: "person" }], 9],
    ["stopped for lack of time", [{ kind: "stopped", why: "time" }, { kind: "closed" }], 9],
    ["closed", [{ kind: "closed" }], 8],
  ])("behind it the first stroke is possible: the session counts, %s", (_, bodies, end) => {
    expect(done(...bodies)).toEqual({
      startedAt: minute(0),
      endedAt: minute(end),
      needleLengthUm: 250,
      zones: ["frontal-hairline", "vertex"],
      setting: "home",
    });
  });

  test("strokes recorded without it count all the same", () => {
    const rolled = (body: SessionEventBody) =>
      doneSession(eventsOf(startedWith(plan), body), later);
    expect(rolled(stroke)?.endedAt).toBe(minute(1));
    const stopped = { kind: "section-stopped", sectionId: "vertex/left-back" } as const;
    expect(rolled({ ...stopped, why: "pain" })?.endedAt).toBe(minute(1));
    expect(rolled({ ...stopped, why: "unwell" })).toBeUndefined();
  });
});

test("strokes without a start are not enough to know needle and zones", () => {
  expect(doneSession(eventsOf(stroke), later)).toBeUndefined();
});

test("a whole session ends with its last section, not with the case hours later", () => {
  const events = runToEnd(plan, eventsOf(startedWith(plan)));
  const closed = { ...eventAt(90, { kind: "closed" }), at: addHours(minute(0), 5) };

  expect(doneSession([...events, closed], later)).toEqual({
    startedAt: minute(0),
    endedAt: minute(23),
    needleLengthUm: 250,
    zones: ["vertex"],
    setting: "home",
  });
});

describe("a broken-off session", () => {
  test("counts from its first stroke, with all zones it may have reached", () => {
    expect(done(stroke)).toEqual({
      startedAt: minute(0),
      endedAt: minute(9),
      needleLengthUm: 250,
      zones: ["frontal-hairline", "vertex"],
      setting: "home",
    });
  });

  test("counts as going on for an hour after its last event", () => {
    const events = eventsOf(...opening, stroke);
    expect(doneSession(events, minute(60))?.endedAt).toBe(minute(60));
    expect(doneSession(events, minute(70))?.endedAt).toBe(minute(9));
  });

  test("that is stopped the next day ended with its last sign of life", () => {
    const events = eventsOf(...opening, stroke);
    const nextDay = (body: SessionEventBody) => ({
      ...eventAt(10, body),
      at: addHours(minute(9), 14),
    });
    const endedAt = (body: SessionEventBody) =>
      doneSession([...events, nextDay(body)], later)?.endedAt;
    expect(endedAt({ kind: "stopped", why: "time" })).toBe(minute(9));
    expect(endedAt({ kind: "rolling-ended" })).toBe(minute(9));
    expect(endedAt({ ...stroke, direction: 1 })).toBe(addHours(minute(9), 14));
  });
});

describe("an ended session", () => {
  const answered = plan.sections.map(
    ({ id }) => ({ kind: "section-felt", sectionId: id, ...calmFeel }) as const,
  );

  test("counts the zones it reached when every section has its answer, else all", () => {
    expect(done(stroke, ...answered, { kind: "rolling-ended" })).toMatchObject({
      endedAt: minute(13),
      zones: ["vertex"],
    });
    expect(done(stroke, { kind: "stopped", why: "time" }, { kind: "closed" })).toMatchObject({
      endedAt: minute(10),
      zones: ["frontal-hairline", "vertex"],
    });
    const skipped = answered.map(
      ({ sectionId }) => ({ kind: "section-skipped", sectionId }) as const,
    );
    expect(done(...skipped, { kind: "rolling-ended" })?.zones).toEqual([
      "frontal-hairline",
      "vertex",
    ]);
    const hairline = { kind: "section-started", sectionId: "frontal-hairline/left" } as const;
    expect(done(stroke, hairline, { kind: "rolling-ended" })).toMatchObject({
      endedAt: minute(11),
      zones: ["frontal-hairline", "vertex"],
    });
  });

  test("counts every zone when a section has a name nobody knows", () => {
    const elsewhere = { ...stroke, sectionId: "somewhere" };
    expect(done(stroke, elsewhere, ...answered, { kind: "rolling-ended" })?.zones).toEqual([
      "frontal-hairline",
      "vertex",
    ]);
  });

  test("never ends before it started, whatever a clock showed", () => {
    const early = { ...eventAt(30, { kind: "rolling-ended" }), at: addHours(minute(0), -3) };
    expect(doneSession([...eventsOf(...opening, stroke), early], later)?.endedAt).toBe(minute(0));
  });
});

describe("taking back and repeating", () => {
  test("a stroke taken back at once was never made; one taken back later counts", () => {
    const undo = { kind: "undone", eventId: uuid(9) } as const;
    const ungated = (...bodies: readonly SessionEventBody[]) =>
      doneSession(eventsOf(startedWith(plan), ...bodies), later);
    const first = { ...undo, eventId: uuid(1) };
    expect(ungated(stroke, first)).toBeUndefined();
    expect(ungated(stroke, { ...stroke, direction: 1 }, first)).toBeDefined();
    expect(done({ kind: "undone", eventId: uuid(8) })).toBeUndefined();
    expect(done(stroke, undo)?.endedAt).toBe(minute(8));
  });

  test("sending everything twice changes nothing", () => {
    const events = runToEnd(plan, eventsOf(startedWith(plan)));
    expect(doneSession([...events, ...events], later)).toEqual(doneSession(events, later));
  });
});

describe("resuming", () => {
  const rolling = eventsOf(...opening, stroke);

  test("is too late more than 60 minutes after the last event, and not before", () => {
    expect(isTooLateToResume(rolling, minute(69))).toBe(false);
    expect(isTooLateToResume(rolling, addHours(minute(69), 1 / 3600))).toBe(true);
    expect(isTooLateToResume([...rolling, eventAt(10, { kind: "paused" })], minute(70))).toBe(
      false,
    );
  });

  test("concerns rolling only: neither the gate nor what comes after the last section", () => {
    expect(isTooLateToResume([], later)).toBe(false);
    expect(isTooLateToResume(eventsOf(...opening.slice(0, 8)), later)).toBe(false);
    expect(isTooLateToResume(eventsOf(...opening, stroke, { kind: "rolling-ended" }), later)).toBe(
      false,
    );
    expect(isTooLateToResume(runToEnd(plan, eventsOf(startedWith(plan))), later)).toBe(false);
    const answered = plan.sections.map(
      ({ id }) => ({ kind: "section-felt", sectionId: id, ...calmFeel }) as const,
    );
    expect(isTooLateToResume(eventsOf(...opening, ...answered), later)).toBe(false);
  });
});
