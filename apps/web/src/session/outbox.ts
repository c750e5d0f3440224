import type { GuardFinding, Plan, SessionEvent } from "@stipple/protocol";
import {
  forgetKept,
  type KeptSession,
  keepEvent,
  keepKnown,
  keepPlan,
  readKept,
} from "./record.ts";

/** What became of one attempt to send. `refused` will not get better by trying again by itself. */
export type SendResult =
  | { readonly kind: "taken"; readonly findings: readonly GuardFinding[] }
  | { readonly kind: "unreachable" }
  | { readonly kind: "refused"; readonly says: string; readonly nextStep: string };

export interface OutboxPorts {
  readonly storage: Storage;
  readonly send: (sessionId: string, events: readonly SessionEvent[]) => Promise<SendResult>;
  /** Whether the session is over for good: once the server knows it whole, nothing of it stays in this browser. */
  readonly isOver: (plan: Plan, events: readonly SessionEvent[]) => boolean;
  /** Calls back after `ms`; returns a function that calls it off. */
  readonly later: (callback: () => void, ms: number) => () => void;
}

export interface OutboxState {
  readonly plan: Plan;
  readonly events: readonly SessionEvent[];
  /** Events the server has not answered for yet. */
  readonly unsent: number;
  /** "full": new events live in this tab only, until they are sent. */
  readonly storage: "kept" | "full";
  readonly sending: "idle" | "sending" | "waiting" | "refused";
  readonly refusal?: { readonly says: string; readonly nextStep: string };
  /** Limits the server says this session breaks. It is recorded all the same. */
  readonly findings: readonly GuardFinding[];
}

export interface Outbox {
  readonly read: () => OutboxState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Keeps the event first; only then does anyone see it as done. */
  readonly append: (event: SessionEvent) => void;
  /** Sends now: after coming online, on return to the tab, or when the person asks. */
  readonly sendNow: () => void;
  /** Stops sending. What is kept stays kept. */
  readonly close: () => void;
}

/** Waits before the next attempt: 1 s, doubling, at most a minute. */
export function retryDelayMs(failures: number): number {
  return Math.min(60_000, 1_000 * 2 ** Math.max(0, failures - 1));
}

/** At most this many events a request, far below the size the server accepts. */
const batchSize = 100;

/**
 * What the server knows and what this browser kept, as one list without doubles. The server's
 * order stands; events it has not seen follow in the order they happened here.
 */
export function mergeEvents(
  server: readonly SessionEvent[],
  kept: readonly SessionEvent[],
): readonly SessionEvent[] {
  const serverIds = new Set(server.map(({ id }) => id));
  return [...server, ...kept.filter(({ id }) => !serverIds.has(id))];
}

/** Writes the whole session anew, when events from the server join what this browser kept. */
function keepWhole(storage: Storage, { sessionId, plan, events, knownIds }: KeptSession): boolean {
  const parts = [
    keepPlan(storage, sessionId, plan),
    ...events.map((event, index) => keepEvent(storage, event, index)),
    keepKnown(storage, sessionId, knownIds),
  ];
  return parts.every(Boolean);
}

/** Joins what the server knows of a session with what this browser kept of it. */
export function joinKept(
  storage: Storage,
  server: {
    readonly sessionId: string;
    readonly plan: Plan;
    readonly events: readonly SessionEvent[];
  },
): KeptSession {
  const kept = readKept(storage, server.sessionId);
  return {
    sessionId: server.sessionId,
    plan: server.plan,
    events: mergeEvents(server.events, kept?.events ?? []),
    knownIds: new Set([...server.events.map(({ id }) => id), ...(kept?.knownIds ?? [])]),
  };
}

/** Opens the outbox of one session. Everything in `session` counts as already seen by the person. */
export function openOutbox(session: KeptSession, ports: OutboxPorts): Outbox {
  const { sessionId, plan } = session;
  const listeners = new Set<() => void>();
  const knownIds = new Set(session.knownIds);
  let failures = 0;
  let closed = false;
  let callOff: (() => void) | undefined;
  let state: OutboxState = {
    plan,
    events: session.events,
    unsent: session.events.filter(({ id }) => !knownIds.has(id)).length,
    storage: keepWhole(ports.storage, session) ? "kept" : "full",
    sending: "idle",
    findings: [],
  };

  function change(next: Partial<OutboxState>): void {
    const unsent = (next.events ?? state.events).filter(({ id }) => !knownIds.has(id)).length;
    const { refusal: _, ...rest } = state;
    state = { ...rest, ...next, unsent };
    for (const listener of listeners) listener();
  }

  function afterTaken(sent: readonly SessionEvent[], findings: readonly GuardFinding[]): void {
    failures = 0;
    for (const { id } of sent) knownIds.add(id);
    keepKnown(ports.storage, sessionId, knownIds);
    change({ sending: "idle", findings });
    const isSettled = state.unsent === 0 && ports.isOver(plan, state.events);
    if (isSettled) forgetKept(ports.storage, sessionId);
    else void sendPending();
  }

  async function sendPending(): Promise<void> {
    if (closed || state.sending === "sending") return;
    const batch = state.events.filter(({ id }) => !knownIds.has(id)).slice(0, batchSize);
    if (batch.length === 0) return;

    callOff?.();
    change({ sending: "sending" });
    const result = await ports.send(sessionId, batch);
    if (result.kind === "taken") return afterTaken(batch, result.findings);
    if (result.kind === "refused") {
      return change({
        sending: "refused",
        refusal: { says: result.says, nextStep: result.nextStep },
      });
    }
    failures += 1;
    change({ sending: "waiting" });
    if (!closed) callOff = ports.later(() => void sendPending(), retryDelayMs(failures));
  }

  void sendPending();
  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    append: (event) => {
      if (state.events.some(({ id }) => id === event.id)) return;
      const isKept = keepEvent(ports.storage, event, state.events.length);
      change({
        events: [...state.events, event],
        ...(!isKept && { storage: "full" as const }),
        ...(state.refusal && { refusal: state.refusal }),
      });
      void sendPending();
    },
    sendNow: () => void sendPending(),
    close: () => {
      closed = true;
      callOff?.();
    },
  };
}
