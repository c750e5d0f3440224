import {
  compareInstants,
  type Instant,
  instant,
  type SessionEvent,
  type SessionEventBody,
} from "@stipple/protocol";
import { newId } from "../ui/new-id.ts";

/**
 * The moment to write on the next event: now, but never before the event it follows, so that a clock
 * set back in mid-session cannot turn the order round (invariant I-T6).
 */
export function nextMoment(events: readonly SessionEvent[], now: Instant): Instant {
  return events.reduce((latest, { at }) => (compareInstants(at, latest) > 0 ? at : latest), now);
}

/** A complete event from what happened. */
export function newEvent(
  sessionId: string,
  events: readonly SessionEvent[],
  body: SessionEventBody,
): SessionEvent {
  const at = nextMoment(events, instant(new Date().toISOString()));
  return { ...body, id: newId(), sessionId, at };
}
