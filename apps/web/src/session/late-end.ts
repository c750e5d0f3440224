import {
  elapsedHours,
  guideSession,
  type Instant,
  isTooLateToResume,
  type Plan,
  type SessionEvent,
  type SessionEventBody,
} from "@stipple/protocol";

/** Checks before the first stroke are true for as long as a session may rest. */
const gateHoldsH = 1;

/** How a session ends that nobody went on with in time: rolling is over, or it never began. */
export function lateEnd(
  plan: Plan,
  events: readonly SessionEvent[],
  now: Instant,
): SessionEventBody | undefined {
  if (isTooLateToResume(events, now)) return { kind: "rolling-ended" };
  const last = events.at(-1);
  const isAtGate = guideSession(plan, events).step.kind === "gate";
  return last && isAtGate && elapsedHours(last.at, now) > gateHoldsH
    ? { kind: "stopped", why: "time" }
    : undefined;
}
