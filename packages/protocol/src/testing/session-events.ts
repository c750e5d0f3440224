import { addHours, type Instant, instant } from "../calendar.ts";
import type { Plan } from "../plan.ts";
import {
  doneEvent,
  guideSession,
  type SessionEventBody,
  type SessionState,
} from "../session-guide.ts";
import { gateChecks, type SessionEvent } from "../session-record.ts";

export const sessionId = "5e551011-0000-4000-8000-000000000001";
const deviceId = "de71ce00-0000-4000-8000-000000000001";
const firstAt = instant("2027-03-14T19:00:00Z");

export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** The moment of the n-th event: one minute after the other. */
export function minute(number: number): Instant {
  return addHours(firstAt, number / 60);
}

/** A body as the n-th event of the session. */
export function eventAt(number: number, body: SessionEventBody): SessionEvent {
  return { ...body, id: uuid(number), sessionId, at: minute(number) };
}

/** Bodies as events, one a minute. */
export function eventsOf(...bodies: readonly SessionEventBody[]): readonly SessionEvent[] {
  return bodies.map((body, index) => eventAt(index, body));
}

export function startedWith(plan: Plan, needleLengthUm = 250): SessionEventBody {
  return {
    kind: "started",
    deviceId,
    needleLengthUm,
    setting: plan.setting,
    zones: [...plan.zones],
    sectionIds: plan.sections.map(({ id }) => id),
    timeZone: plan.timeZone,
  };
}

export const gatePassed: readonly SessionEventBody[] = gateChecks.map((check) => ({
  kind: "gate-answered",
  check,
  answer: "yes",
}));

export const calmFeel = { painScore: 1, blood: "none", snag: false } as const;

/** Answers "done" to every step, and a calm feeling after every section, until the session is closed. */
export function runToEnd(plan: Plan, first: readonly SessionEvent[]): readonly SessionEvent[] {
  const events = [...first];
  for (let number = events.length; number < 500; number += 1) {
    const body = nextBody(guideSession(plan, events));
    if (body === undefined) return events;
    events.push(eventAt(number, body));
  }
  throw new Error("the session does not come to an end");
}

function nextBody(state: SessionState): SessionEventBody | undefined {
  return state.step.kind === "feel"
    ? { kind: "section-felt", sectionId: state.step.section.id, ...calmFeel }
    : doneEvent(state);
}

export function strokes(sectionId: string, direction: number, rolls = 3): SessionEventBody {
  return { kind: "strokes-done", sectionId, direction, rolls };
}

/** Every direction of a section rolled. */
export function allStrokes(sectionId: string): readonly SessionEventBody[] {
  return [0, 1, 2, 3].map((direction) => strokes(sectionId, direction));
}

type Feel = Extract<SessionEventBody, { kind: "section-felt" }>;

export function feel(
  sectionId: string,
  changes: Partial<Pick<Feel, "painScore" | "blood" | "snag">> = {},
): Feel {
  return { kind: "section-felt", sectionId, ...calmFeel, ...changes };
}

export const stop = { kind: "stopped", why: "person" } as const satisfies SessionEventBody;
