import { describe, expect, test } from "vitest";
import { addHours } from "./calendar.ts";
import { guideSession, type SessionEventBody } from "./session-guide.ts";
import { homePlan } from "./testing/plans.ts";
import {
  calmFeel,
  eventAt,
  eventsOf,
  gatePassed,
  minute,
  startedWith,
  uuid,
} from "./testing/session-events.ts";

const plan = homePlan();
const edge = "vertex/left-back";
const opening = [startedWith(plan), ...gatePassed];
const strokes = (sectionId: string, direction: number): SessionEventBody => ({
  kind: "strokes-done",
  sectionId,
  direction,
  rolls: 3,
});
const feel = (sectionId: string): SessionEventBody => ({
  kind: "section-felt",
  sectionId,
  ...calmFeel,
});

describe("a break of more than 60 minutes (I-G2)", () => {
  const tooLong = "The break was too long, so the session has ended. Clean the device now.";
  const rolled = eventsOf(...opening, strokes(edge, 0));
  const resumedAfter = (minutes: number, body: SessionEventBody, before = rolled) => {
    const last = before.at(-1)?.at ?? minute(0);
    return [...before, { ...eventAt(before.length, body), at: addHours(last, minutes / 60) }];
  };
  const after = (minutes: number, body: SessionEventBody, before = rolled) =>
    guideSession(plan, resumedAfter(minutes, body, before));

  test("sixty minutes are still one session", () => {
    expect(after(60, strokes(edge, 1))).toMatchObject({
      step: { kind: "roll", direction: 2 },
      ignored: [],
    });
  });

  test.each<SessionEventBody>([
    strokes(edge, 1),
    { kind: "section-started", sectionId: edge },
    feel(edge),
    { kind: "section-skipped", sectionId: edge },
    { kind: "section-stopped", sectionId: edge, why: "pain" },
    { kind: "paused" },
  ])("$kind after it is kept in the record, changes nothing and ends rolling", (body) => {
    const state = after(61, body);
    expect(state).toMatchObject({
      step: { kind: "clean", step: "rinse-with-detergent" },
      endedAt: minute(9),
      ignored: [uuid(10)],
      notices: [tooLong],
    });
    expect(state.sections[0]?.rolls).toEqual([3, 0, 0, 0]);
    expect(state).not.toHaveProperty("undoable");
  });

  test("a pause does not make it shorter, and nothing afterwards opens rolling again", () => {
    const paused = [...rolled, eventAt(10, { kind: "paused" })];
    const late = resumedAfter(61, { kind: "resumed" }, paused);
    expect(guideSession(plan, late)).toMatchObject({
      step: { kind: "clean" },
      endedAt: minute(10),
      ignored: [uuid(11)],
    });
    expect(after(1, strokes(edge, 1), late).ignored).toEqual([uuid(11), uuid(12)]);
    expect(after(1, { kind: "undone", eventId: uuid(10) }, late).step.kind).toBe("clean");
    expect(after(61, { kind: "undone", eventId: uuid(9) })).toMatchObject({
      step: { kind: "clean" },
      ignored: [uuid(10)],
    });
  });

  test("stopping, ending and closing after it are accepted, and end with the last event before it", () => {
    expect(after(600, { kind: "stopped", why: "time" })).toMatchObject({
      step: { kind: "clean" },
      endedAt: minute(9),
      ignored: [],
    });
    expect(after(600, { kind: "rolling-ended" })).toMatchObject({
      step: { kind: "clean" },
      endedAt: minute(9),
      ignored: [],
      notices: [tooLong],
    });
    expect(after(600, { kind: "closed" })).toMatchObject({
      step: { kind: "closed", summary: { cleaned: false } },
      endedAt: minute(9),
      ignored: [],
    });
    expect(after(600, { kind: "cleaning-done", step: "rinse-with-detergent" })).toMatchObject({
      step: { kind: "clean", step: "disinfect-alcohol-70" },
      ignored: [],
    });
  });

  test("counts from what changed something, not from what was ignored or belongs elsewhere", () => {
    const foreign = { ...eventAt(10, strokes(edge, 1)), sessionId: uuid(99), at: minute(200) };
    expect(guideSession(plan, [...rolled, foreign]).step.kind).toBe("roll");
    const noise = [...rolled, { ...eventAt(10, feel(edge)), at: minute(60) }];
    expect(after(20, strokes(edge, 1), noise).step.kind).toBe("clean");
  });
});
