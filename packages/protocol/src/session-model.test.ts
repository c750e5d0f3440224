import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareInstants, instant } from "./calendar.ts";
import type { Plan } from "./plan.ts";
import { doneSession } from "./session-done.ts";
import {
  doneEvent,
  guideSession,
  type SessionEventBody,
  type SessionState,
  speak,
} from "./session-guide.ts";
import {
  cleaningSteps,
  gateChecks,
  type SessionEvent,
  sessionEventSchema,
  stopReasons,
} from "./session-record.ts";
import { homePlan, sections, windowPlan } from "./testing/plans.ts";
import { propertyRuns } from "./testing/runs.ts";
import {
  eventAt,
  eventsOf,
  gatePassed,
  runToEnd,
  startedWith,
  uuid,
} from "./testing/session-events.ts";

/** Every run walks through a whole session and folds it again after each event. */
const runs = { numRuns: Math.min(1000, Math.ceil(propertyRuns / 4)) };
const plans = fc.constantFrom(homePlan(), windowPlan());
const sectionId = fc.constantFrom(...sections.map(({ id }) => id), "vertex/elsewhere");

const anyBody: fc.Arbitrary<SessionEventBody> = fc.oneof(
  fc.constant(startedWith(homePlan())),
  fc.record({
    kind: fc.constant("gate-answered" as const),
    check: fc.constantFrom(...gateChecks),
    answer: fc.constantFrom("yes" as const, "yes" as const, "no" as const, "unknown" as const),
  }),
  fc.record({
    kind: fc.constantFrom("section-started" as const, "section-skipped" as const),
    sectionId,
  }),
  fc.record({
    kind: fc.constant("strokes-done" as const),
    sectionId,
    direction: fc.integer({ min: 0, max: 3 }),
    rolls: fc.integer({ min: 1, max: 15 }),
  }),
  fc.record({
    kind: fc.constant("section-felt" as const),
    sectionId,
    painScore: fc.integer({ min: 0, max: 10 }),
    blood: fc.constantFrom("none" as const, "pinpoint" as const, "bead" as const),
    snag: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("section-stopped" as const),
    sectionId,
    why: fc.constantFrom(...stopReasons),
  }),
  fc.record({
    kind: fc.constantFrom(
      "paused" as const,
      "resumed" as const,
      "rolling-ended" as const,
      "topical-waits" as const,
      "closed" as const,
    ),
  }),
  fc.record({
    kind: fc.constant("topical-applied" as const),
    product: fc.constantFrom("minoxidil", "serum"),
  }),
  fc.record({
    kind: fc.constant("cleaning-done" as const),
    step: fc.constantFrom(...cleaningSteps),
  }),
  fc.record({ kind: fc.constant("cleaning-skipped" as const), why: fc.constant("no alcohol") }),
  fc.record({ kind: fc.constant("stopped" as const), why: fc.constantFrom(...stopReasons) }),
);

/** What a person does next: mostly what the guide asks for, sometimes anything at all, sometimes taking back. */
const anyAct = fc.oneof(
  { weight: 8, arbitrary: fc.constant("follow" as const) },
  { weight: 1, arbitrary: fc.constant("undo" as const) },
  { weight: 3, arbitrary: anyBody },
);
const anyActs = fc.array(anyAct, { maxLength: 70 });
type Act = "follow" | "undo" | SessionEventBody;

/** Walks through a session act by act and shows every state to `look`. */
function walk(
  plan: Plan,
  acts: readonly Act[],
  look?: (step: Seen) => void,
): readonly SessionEvent[] {
  let events: readonly SessionEvent[] = eventsOf(startedWith(plan));
  for (const act of acts) {
    const before = guideSession(plan, events);
    const body = bodyOf(act, before);
    if (body === undefined) continue;
    const event = eventAt(events.length, body);
    events = [...events, event];
    look?.({ before, event, after: guideSession(plan, events), events });
  }
  return events;
}

interface Seen {
  readonly before: SessionState;
  readonly event: SessionEvent;
  readonly after: SessionState;
  readonly events: readonly SessionEvent[];
}

function bodyOf(act: Act, state: SessionState): SessionEventBody | undefined {
  if (act === "undo")
    return state.undoable ? { kind: "undone", eventId: state.undoable } : undefined;
  if (act !== "follow") return act;
  return state.step.kind === "feel"
    ? {
        kind: "section-felt",
        sectionId: state.step.section.id,
        painScore: 1,
        blood: "none",
        snag: false,
      }
    : doneEvent(state);
}

const stages = ["not-started", "gate", "blocked", "roll", "topical", "clean", "closed"] as const;

function stageOf({ step }: SessionState): number {
  const kind = step.kind === "feel" || step.kind === "paused" ? "roll" : step.kind;
  return stages.indexOf(kind);
}

describe("for every sequence of events", () => {
  test("the order is legal: only taking back leads to an earlier stage (I-G1)", () => {
    fc.assert(
      fc.property(plans, anyActs, (plan, acts) => {
        walk(plan, acts, ({ before, event, after }) => {
          if (event.kind !== "undone")
            expect(stageOf(after)).toBeGreaterThanOrEqual(stageOf(before));
          if (before.step.kind === "gate" && after.step.kind === "roll")
            expect(event).toMatchObject({ check: gateChecks.at(-1), answer: "yes" });
          if (before.step.kind === "closed") expect(after.step).toEqual(before.step);
        });
      }),
      runs,
    );
  });

  test("sections keep at most the planned rolls, and are done one after the other", () => {
    fc.assert(
      fc.property(plans, anyActs, (plan, acts) => {
        walk(plan, acts, ({ after }) => {
          for (const { rolls } of after.sections)
            expect(rolls.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(12);
          const busy = after.sections.filter(
            ({ status }) => status === "rolling" || status === "asked",
          );
          expect(busy.length).toBeLessThanOrEqual(1);
        });
      }),
      runs,
    );
  });

  test("stop ends rolling at once, in any state (I-G3)", () => {
    fc.assert(
      fc.property(plans, anyActs, fc.constantFrom(...stopReasons), (plan, acts, why) => {
        const events = walk(plan, acts);
        const stopped = guideSession(plan, [
          ...events,
          eventAt(events.length, { kind: "stopped", why }),
        ]);
        expect(["not-started", "clean", "closed"]).toContain(stopped.step.kind);
      }),
      runs,
    );
  });

  test("a killed tab resumes where it was: the record alone gives the state, also as JSON (I-G2)", () => {
    fc.assert(
      fc.property(plans, anyActs, (plan, acts) => {
        const events = walk(plan, acts);
        const stored = sessionEventSchema.array().parse(JSON.parse(JSON.stringify(events)));
        expect(guideSession(plan, stored)).toEqual(guideSession(plan, events));
      }),
      runs,
    );
  });

  test("repeating events changes nothing (I-G5)", () => {
    fc.assert(
      fc.property(plans, anyActs, fc.infiniteStream(fc.nat(100)), (plan, acts, picks) => {
        const events = walk(plan, acts);
        const pick = picks[Symbol.iterator]();
        const repeated = events.flatMap((event, index) => {
          const earlier = events[Number(pick.next().value) % (index + 1)];
          return earlier === undefined ? [event] : [event, earlier];
        });
        expect(guideSession(plan, repeated)).toEqual(guideSession(plan, events));
        expect(doneSession(repeated, instant("2027-04-01T00:00:00Z"))).toEqual(
          doneSession(events, instant("2027-04-01T00:00:00Z")),
        );
      }),
      runs,
    );
  });

  test("what was ignored changed nothing but the list of what was ignored", () => {
    fc.assert(
      fc.property(plans, anyActs, (plan, acts) => {
        walk(plan, acts, ({ before, event, after }) => {
          if (after.ignored.includes(event.id))
            expect({ ...after, ignored: [] }).toEqual({ ...before, ignored: [] });
        });
      }),
      runs,
    );
  });

  test("taking back gives exactly the state before, but for the notice", () => {
    fc.assert(
      fc.property(plans, anyActs, (plan, acts) => {
        walk(plan, acts, ({ before, event, after, events }) => {
          if (after.undoable !== event.id) return;
          const undone = guideSession(plan, [
            ...events,
            eventAt(events.length, { kind: "undone", eventId: event.id }),
          ]);
          expect({ ...undone, notices: [] }).toEqual({ ...before, notices: [] });
        });
      }),
      runs,
    );
  });

  test("a product is put on only in the window of a plan that opened it (I-C7)", () => {
    fc.assert(
      fc.property(plans, anyActs, (plan, acts) => {
        walk(plan, acts, ({ before, event, after }) => {
          if (event.kind !== "topical-applied" || after.ignored.includes(event.id)) return;
          expect(before.step).toMatchObject({ kind: "topical", timing: "article-window" });
          expect(plan.topicalTiming.value).toBe("article-window");
        });
      }),
      runs,
    );
  });

  test("the guide and the planning agree on what counts as needled (I-G2)", () => {
    const later = instant("2027-04-01T00:00:00Z");
    fc.assert(
      fc.property(plans, anyActs, (plan, acts) => {
        const events = walk(plan, acts);
        const state = guideSession(plan, events);
        const done = doneSession(events, later);
        const isOpen = ["roll", "feel", "paused"].includes(state.step.kind);
        if (state.endedAt !== undefined || isOpen) expect(done).toBeDefined();
        if (done === undefined) return;
        expect(done?.zones).toEqual(["vertex"]);
        expect(done && compareInstants(done.startedAt, done.endedAt)).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  });

  test("every state has words to speak, and doing what it asks leads to the end", () => {
    fc.assert(
      fc.property(plans, anyActs, (plan, acts) => {
        const events = walk(plan, acts, ({ after }) => {
          expect(speak(after.step)).toMatch(/^[A-Z].*[.?]$/s);
        });
        const last = guideSession(plan, runToEnd(plan, events)).step.kind;
        expect(["blocked", "closed"]).toContain(last);
      }),
      { numRuns: Math.min(200, Math.ceil(propertyRuns / 20)) },
    );
  });
});

test("a gate fully passed opens rolling, and ids keep their order", () => {
  const state = guideSession(homePlan(), eventsOf(startedWith(homePlan()), ...gatePassed));
  expect(state).toMatchObject({ step: { kind: "roll" }, undoable: uuid(8) });
});
