import { instant } from "@stipple/protocol";
import { useEffect, useState, useSyncExternalStore } from "react";
import { lateEnd } from "./late-end.ts";
import { newEvent } from "./new-event.ts";
import type { Outbox, OutboxState } from "./outbox.ts";
import { type KeptSession, readKept } from "./record.ts";
import { keptPump, sendOnReturn } from "./send-kept.ts";

/** Opens the outbox of a session for as long as the page shows it. A session that rested too long is ended first. */
export function useOutbox(session: KeptSession): Outbox | undefined {
  const [outbox, setOutbox] = useState<Outbox>();

  useEffect(() => {
    const { sessionId } = session;
    const kept = readKept(localStorage, sessionId);
    const isNewer = kept !== undefined && kept.events.length > session.events.length;
    const opened = keptPump.guide(isNewer ? kept : session);
    endIfLate(sessionId, opened);
    const leave = sendOnReturn(opened);
    setOutbox(opened);
    return () => {
      leave();
      keptPump.leave(sessionId);
    };
  }, [session]);

  return outbox;
}

function endIfLate(sessionId: string, { read, append }: Outbox): void {
  const { plan, events } = read();
  const end = lateEnd(plan, events, instant(new Date().toISOString()));
  if (end) append(newEvent(sessionId, events, end));
}

/** The outbox's state; the component is drawn again with each change. */
export function useOutboxState({ subscribe, read }: Outbox): OutboxState {
  return useSyncExternalStore(subscribe, read);
}
