import { guideSession, type Plan, type SessionEvent } from "@stipple/protocol";

/** Over for good: closed after its cleaning, or stopped before a stroke. Nothing can be taken back any more. */
export function isOver(plan: Plan, events: readonly SessionEvent[]): boolean {
  return guideSession(plan, events).step.kind === "closed";
}

/** Something is still to be done in it. A session that a check turned away waits for nothing. */
export function isUnderWay(plan: Plan, events: readonly SessionEvent[]): boolean {
  const { kind } = guideSession(plan, events).step;
  return kind !== "closed" && kind !== "blocked" && kind !== "not-started";
}
