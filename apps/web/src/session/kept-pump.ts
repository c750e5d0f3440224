import { isUnderWay } from "./is-over.ts";
import { mergeEvents, type Outbox, type OutboxPorts, openOutbox } from "./outbox.ts";
import { forgetKept, type KeptSession, keptSessionIds, readKept } from "./record.ts";

/** What this browser has not sent yet, of all its sessions together. */
export interface KeptState {
  readonly unsent: number;
  readonly sending: "idle" | "sending" | "waiting" | "refused";
  readonly refusal?: { readonly says: string; readonly nextStep: string };
}

export interface KeptPump {
  readonly read: () => KeptState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks for anything kept and not sent, and sends it now. */
  readonly look: () => void;
  /** The outbox of the session that a page guides, until the page leaves it. */
  readonly guide: (session: KeptSession) => Outbox;
  /** The page has gone; what is unsent goes on being sent. */
  readonly leave: (sessionId: string) => void;
}

/**
 * Sends everything this browser keeps, whatever page is open: one outbox a session, which lives until the
 * server knows all of it. Sessions nobody goes on with are then removed from this browser.
 */
export function openPump(ports: OutboxPorts): KeptPump {
  const { storage } = ports;
  const outboxes = new Map<string, Outbox>();
  const guided = new Set<string>();
  const listeners = new Set<() => void>();
  let state: KeptState = { unsent: 0, sending: "idle" };

  function change(): void {
    state = together([...outboxes.values()]);
    for (const listener of listeners) listener();
  }

  function open(session: KeptSession): Outbox {
    const outbox = openOutbox(session, { ...ports, later });
    outboxes.get(session.sessionId)?.close();
    outboxes.set(session.sessionId, outbox);
    outbox.subscribe(() => {
      dropSent(session.sessionId);
      change();
    });
    return outbox;
  }

  /** Ends an outbox that has nothing left to send, unless a page still adds to it. */
  function dropSent(sessionId: string): void {
    const outbox = outboxes.get(sessionId);
    if (outbox === undefined || guided.has(sessionId)) return;
    const { unsent, plan, events } = outbox.read();
    if (unsent > 0) return;
    outbox.close();
    outboxes.delete(sessionId);
    if (!isUnderWay(plan, events)) forgetKept(storage, sessionId);
  }

  /** Sends what another page or another tab kept; a kept session that is known whole and over is removed. */
  function lookAt(sessionId: string): void {
    if (guided.has(sessionId)) return;
    const kept = readKept(storage, sessionId);
    if (kept === undefined) return void forgetKept(storage, sessionId);
    const running = outboxes.get(sessionId)?.read().events.length ?? 0;
    if (running === 0 && isKnownWhole(kept)) {
      if (!isUnderWay(kept.plan, kept.events)) forgetKept(storage, sessionId);
    } else if (running < kept.events.length) open(kept);
  }

  const later: OutboxPorts["later"] = (callback, ms) =>
    ports.later(() => {
      dropVanished(storage, outboxes, guided);
      callback();
    }, ms);

  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look: () => {
      dropVanished(storage, outboxes, guided);
      for (const sessionId of keptSessionIds(storage)) lookAt(sessionId);
      for (const outbox of outboxes.values()) outbox.sendNow();
      change();
    },
    guide: (session) => {
      const { sessionId } = session;
      guided.add(sessionId);
      const running = outboxes.get(sessionId);
      if (running === undefined) return open(session);
      const { events } = running.read();
      const whole = mergeEvents(session.events, events);
      return whole.length === events.length ? running : open({ ...session, events: whole });
    },
    leave: (sessionId) => {
      guided.delete(sessionId);
      dropSent(sessionId);
      change();
    },
  };
}

function isKnownWhole({ events, knownIds }: KeptSession): boolean {
  return events.every(({ id }) => knownIds.has(id));
}

/** What was erased, or sent and removed by another tab, is not sent any more. */
function dropVanished(
  storage: Storage,
  outboxes: Map<string, Outbox>,
  guided: ReadonlySet<string>,
): void {
  const keptIds = keptSessionIds(storage);
  for (const [sessionId, { read, close }] of outboxes) {
    const isVanished = read().storage === "kept" && !keptIds.includes(sessionId);
    if (!isVanished || guided.has(sessionId)) continue;
    close();
    outboxes.delete(sessionId);
  }
}

function together(outboxes: readonly Outbox[]): KeptState {
  const states = outboxes.map((outbox) => outbox.read()).filter(({ unsent }) => unsent > 0);
  const refusal = states.find(({ sending }) => sending === "refused")?.refusal;
  const isWaiting = states.some(({ sending }) => sending === "waiting");
  const unsent = states.reduce((sum, each) => sum + each.unsent, 0);
  if (refusal) return { unsent, sending: "refused", refusal };
  if (unsent === 0) return { unsent, sending: "idle" };
  return { unsent, sending: isWaiting ? "waiting" : "sending" };
}
