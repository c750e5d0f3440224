import { type Instant, laterOf } from "./calendar.ts";
import type { DoneSession } from "./plan.ts";
import { isTooLongBreak } from "./session-break.ts";
import { hasPassedGate } from "./session-gate.ts";
import { type EventOf, eachOnce } from "./session-progress.ts";
import type { SessionEvent, StopReason } from "./session-record.ts";

const rollingKinds: readonly SessionEvent["kind"][] = [
  "gate-answered",
  "section-started",
  "strokes-done",
  "section-felt",
  "section-stopped",
  "section-skipped",
];
const closingKinds: readonly SessionEvent["kind"][] = [
  "topical-applied",
  "topical-waits",
  "cleaning-done",
  "cleaning-skipped",
  "closed",
];
/** Reasons to stop a section that only needles in the skin can give. */
const needlingReasons: readonly StopReason[] = ["pain", "bleeding", "snag"];

/**
 * A session as planning and scheduling see it. It counts as done from its first possible stroke. One that was
 * broken off counts all its zones, because nobody knows how far it went; else those it reached.
 */
export function doneSession(
  events: readonly SessionEvent[],
  now: Instant,
): DoneSession | undefined {
  const kept = keptEvents(events);
  const started = kept.find((event) => event.kind === "started");
  const first = kept[0];
  if (started === undefined || first === undefined || !wasNeedled(kept)) return undefined;

  const startedAt = first.at;
  return {
    startedAt,
    endedAt: laterOf(startedAt, rollingEnd(kept) ?? openEnd(kept, now)),
    needleLengthUm: started.needleLengthUm,
    zones: isEverySectionAnswered(started, kept)
      ? reachedZones(started.zones, kept)
      : started.zones,
    setting: started.setting,
  };
}

/** Whether a session in the middle of rolling has rested too long to go on without a new gate (I-G2). */
export function isTooLateToResume(events: readonly SessionEvent[], now: Instant): boolean {
  const kept = keptEvents(events);
  const started = kept.find((event) => event.kind === "started");
  const last = eachOnce(events).at(-1);
  if (started === undefined || last === undefined || !hasPassedGate(kept)) return false;
  const isRolling = rollingEnd(kept) === undefined && !isEverySectionAnswered(started, kept);
  return isRolling && isTooLongBreak(last.at, now);
}

/** The events that count: each once, without those taken back directly after they were recorded and before a long break. */
export function keptEvents(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const kept: SessionEvent[] = [];
  for (const event of eachOnce(events)) {
    const last = kept.at(-1);
    if (event.kind !== "undone") kept.push(event);
    else if (last?.id === event.eventId && !isTooLongBreak(last.at, event.at)) kept.pop();
  }
  return kept;
}

/** The gate was passed, as the guide sees it; or the record tells of needling without one. */
function wasNeedled(kept: readonly SessionEvent[]): boolean {
  return hasPassedGate(kept) || kept.some(isNeedling);
}

function isNeedling(event: SessionEvent): boolean {
  if (event.kind === "strokes-done") return true;
  return event.kind === "section-stopped" && needlingReasons.includes(event.why);
}

/**
 * The moment rolling ended: as recorded, or the last stroke or answer before the topical step and the cleaning.
 * An end recorded after a long break only says that nothing came after the last event before it.
 */
function rollingEnd(kept: readonly SessionEvent[]): Instant | undefined {
  const ended = kept.findLastIndex(({ kind }) => kind === "rolling-ended" || kind === "stopped");
  const [before, end] = ended > 0 ? kept.slice(ended - 1) : [];
  if (before && end) return isTooLongBreak(before.at, end.at) ? before.at : end.at;
  const isClosing = kept.some(({ kind }) => closingKinds.includes(kind));
  return isClosing ? kept.findLast(({ kind }) => rollingKinds.includes(kind))?.at : undefined;
}

/** An open session whose last event is young may still be going on. */
function openEnd(kept: readonly SessionEvent[], now: Instant): Instant {
  const last = kept.map(({ at }) => at).reduce(laterOf);
  return isTooLongBreak(last, now) ? last : laterOf(last, now);
}

function isEverySectionAnswered(
  { sectionIds }: EventOf<"started">,
  kept: readonly SessionEvent[],
): boolean {
  const answered = kept.flatMap((event) =>
    event.kind === "section-felt" ||
    event.kind === "section-stopped" ||
    event.kind === "section-skipped"
      ? [event.sectionId]
      : [],
  );
  return sectionIds.every((id) => answered.includes(id));
}

/** Zones of the sections that were touched, all when none is named; "vertex/left-back" lies in the zone "vertex". */
function reachedZones(
  zones: DoneSession["zones"],
  kept: readonly SessionEvent[],
): DoneSession["zones"] {
  const reached = kept.flatMap((event) =>
    event.kind === "section-started" ||
    event.kind === "strokes-done" ||
    event.kind === "section-stopped"
      ? event.sectionId.split("/").slice(0, 1)
      : [],
  );
  const isKnown = reached.length > 0 && reached.every((zone) => zones.some((one) => one === zone));
  return isKnown ? zones.filter((zone) => reached.includes(zone)) : zones;
}
