import { addHours, doneSession, guideSession, type SessionEventBody } from "@stipple/protocol";
import { calmPlan } from "@stipple/protocol/testing";
import { expect, test } from "vitest";
import { eventsOf, openingOf, startedAt } from "../testing/session-events.ts";
import { lateEnd } from "./late-end.ts";

const plan = calmPlan("home", { zones: ["vertex"], sessionsPerWeek: 1 });
const daysLater = addHours(startedAt, 72);
const rolled: SessionEventBody[] = [
  ...openingOf(plan),
  { kind: "strokes-done", sectionId: plan.sections[0]?.id ?? "", direction: 0, rolls: 1 },
];

test("rolling that rested for days ends where it was left, goes on with cleaning, and cannot be taken back", () => {
  const events = eventsOf(rolled);
  const end = lateEnd(plan, events, daysLater);
  expect(end).toEqual({ kind: "rolling-ended" });

  const ended = [...events, ...eventsOf(end ? [end] : [], daysLater, events.length)];
  const state = guideSession(plan, ended);
  expect(state.step.kind).toBe("clean");
  expect(state.undoable).toBeUndefined();
  expect(doneSession(ended, daysLater)?.endedAt).toBe(events.at(-1)?.at);
  expect(lateEnd(plan, ended, daysLater)).toBeUndefined();
});

test("checks answered days ago let nobody roll: the session is closed unbegun", () => {
  const events = eventsOf(openingOf(plan).slice(0, 5));
  const end = lateEnd(plan, events, daysLater);
  expect(end).toEqual({ kind: "stopped", why: "time" });
  const ended = [...events, ...eventsOf(end ? [end] : [], daysLater, events.length)];
  expect(guideSession(plan, ended).step.kind).toBe("closed");
  expect(doneSession(ended, daysLater)).toBeUndefined();
});

test("a session left for less than an hour goes on", () => {
  const soon = addHours(startedAt, 0.9);
  expect(lateEnd(plan, eventsOf(rolled), soon)).toBeUndefined();
  expect(lateEnd(plan, eventsOf(openingOf(plan).slice(0, 5)), soon)).toBeUndefined();
});

test("cleaning may be finished days later", () => {
  const events = eventsOf([...rolled, { kind: "stopped", why: "person" }]);
  expect(lateEnd(plan, events, daysLater)).toBeUndefined();
});
