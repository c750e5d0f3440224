import {
  type DoneSession,
  doneSession,
  guideSession,
  type Instant,
  isTimeZone,
  localDate,
  type Plan,
  type SessionEvent,
  type SessionState,
  type SessionStep,
  type SessionSummary,
} from "@stipple/protocol";
import type { SessionRow } from "./sessions.routes.ts";

type Started = Extract<SessionEvent, { kind: "started" }>;

/** What the rest of the API needs to know of one session. */
export interface SessionFacts {
  readonly row: SessionRow;
  readonly deviceId: string;
  /** Absent when the gate was not passed: no stroke was possible, the session does not count. */
  readonly done?: DoneSession;
  /** Still going on: neither closed nor refused at the gate. */
  readonly isOpen: boolean;
  readonly lastEventAt: Instant;
  /** The plan it was done by, and where its guide stands; absent when that plan is not known. */
  readonly guided?: { readonly plan: Plan; readonly step: SessionStep };
}

/** Reads a session from its events; `undefined` until its start has arrived. */
export function factsOf(
  events: readonly SessionEvent[],
  plan: Plan | undefined,
  now: Instant,
): SessionFacts | undefined {
  const started = events.find((event): event is Started => event.kind === "started");
  const last = events.at(-1);
  if (!started || !last) return undefined;

  const state = plan && guideSession(plan, events);
  const done = doneSession(events, now);
  const closed = isClosed(events, state);
  return {
    row: rowOf(started, {
      ...(done && { done }),
      summary: summaryOf(started, events, state),
      closed,
    }),
    deviceId: started.deviceId,
    ...(done && { done }),
    isOpen: !closed && state?.step.kind !== "blocked",
    lastEventAt: last.at,
    ...(plan && state && { guided: { plan, step: state.step } }),
  };
}

function isClosed(events: readonly SessionEvent[], state: SessionState | undefined): boolean {
  if (state) return state.step.kind === "closed";
  return keptEvents(events).some(({ kind }) => kind === "closed");
}

function rowOf(
  started: Started,
  { done, summary, closed }: { done?: DoneSession; summary: SessionSummary; closed: boolean },
): SessionRow {
  const startedAt = done?.startedAt ?? started.at;
  return {
    sessionId: started.sessionId,
    ...(started.planId && { planId: started.planId }),
    startedAt,
    ...(done && { endedAt: done.endedAt }),
    date: localDate(startedAt, isTimeZone(started.timeZone) ? started.timeZone : "UTC"),
    zones: done?.zones ?? started.zones,
    needleLengthUm: started.needleLengthUm,
    sectionsDone: summary.sectionsDone,
    sectionsPlanned: summary.sectionsPlanned,
    ...(summary.worstPain !== undefined && { worstPain: summary.worstPain }),
    bleeding: summary.bleeding,
    cleaned: summary.cleaned,
    ...(summary.stoppedWhy && { stoppedWhy: summary.stoppedWhy }),
    closed,
  };
}

/** The guide's own summary once it closed; before that, or without a plan, what the events themselves say. */
function summaryOf(
  started: Started,
  events: readonly SessionEvent[],
  state: SessionState | undefined,
): SessionSummary {
  if (state?.step.kind === "closed") return state.step.summary;

  const kept = keptEvents(events);
  const felt = kept.filter((event) => event.kind === "section-felt");
  const pains = felt.map(({ painScore }) => painScore);
  const stopped = kept.findLast(
    (event) => event.kind === "stopped" || event.kind === "section-stopped",
  );
  return {
    sectionsDone: new Set(felt.map(({ sectionId }) => sectionId)).size,
    sectionsPlanned: started.sectionIds.length,
    rollingMin: 0,
    ...(pains.length > 0 && { worstPain: Math.max(...pains) }),
    bleeding: felt.some(({ blood }) => blood !== "none"),
    cleaned: kept.some((event) => event.kind === "cleaning-done" && event.step === "into-case"),
    ...(stopped && { stoppedWhy: stopped.why }),
  };
}

function keptEvents(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const undone = new Set(
    events.filter((event) => event.kind === "undone").map(({ eventId }) => eventId),
  );
  return events.filter(({ id }) => !undone.has(id));
}
