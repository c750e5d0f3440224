import type { Instant } from "./calendar.ts";
import type { Plan } from "./plan.ts";
import { breakTooLong } from "./session-break.ts";
import type { SectionProgress, SessionStep } from "./session-guide.ts";
import { type EventOf, isAtHome, minutesBetween, type Progress } from "./session-progress.ts";
import type { SessionEvent, StopReason } from "./session-record.ts";
import { rollSays } from "./session-words.ts";
import { technique } from "./technique.ts";

const stopPain = technique.stopPain.policy.value.painScore;
/** Far beyond the stop rule of a section: the whole session should end. A product decision. */
const endPain = 7;

const open: readonly SectionProgress["status"][] = ["waiting", "rolling", "asked"];

export const isOpen = ({ status }: SectionProgress) => open.includes(status);

/** Rolling, section by section, until all are done, stopped or skipped. */
export function afterRollingEvent(
  progress: Progress,
  event: SessionEvent,
  plan: Plan,
): Progress | undefined {
  switch (event.kind) {
    case "stopped":
      return stopSession(progress, event);
    case "rolling-ended":
      return leaveRolling(skipOpen(progress), event.at, plan);
    case "resumed":
      return progress.pausedSince === undefined ? undefined : endPause(progress, event.at);
    case "paused":
      return progress.pausedSince === undefined
        ? { ...progress, pausedSince: event.at }
        : undefined;
    case "section-started":
    case "strokes-done":
    case "section-felt":
    case "section-stopped":
    case "section-skipped":
      return afterSectionEvent(progress, event, plan);
    default:
      return undefined;
  }
}

type SectionEvent = EventOf<
  "section-started" | "strokes-done" | "section-felt" | "section-stopped" | "section-skipped"
>;

function afterSectionEvent(
  progress: Progress,
  event: SectionEvent,
  plan: Plan,
): Progress | undefined {
  const isCurrent = event.sectionId === progress.sections.find(isOpen)?.section.id;
  const section = progress.sections.find(({ section: { id } }) => id === event.sectionId);
  const mayAct = isCurrent || event.kind === "section-skipped";
  if (progress.pausedSince !== undefined || section === undefined || !mayAct) return undefined;

  const changed = sectionAfter(section, event, plan);
  if (changed === undefined) return undefined;
  const next: Progress = {
    ...progress,
    sections: progress.sections.map((one) => (one === section ? changed : one)),
  };
  const noticed = { ...next, notices: noticesAfter(next, event, plan) };
  return noticed.sections.some(isOpen) ? noticed : leaveRolling(noticed, event.at, plan);
}

function sectionAfter(
  section: SectionProgress,
  event: SectionEvent,
  plan: Plan,
): SectionProgress | undefined {
  switch (event.kind) {
    case "section-started":
      return section.status === "waiting" ? { ...section, status: "rolling" } : undefined;
    case "strokes-done":
      return afterStrokes(section, event, plan);
    case "section-felt":
      return section.status === "asked" ? afterFeel(section, event) : undefined;
    case "section-stopped":
      return { ...section, status: "stopped", stoppedWhy: event.why };
    case "section-skipped":
      return isOpen(section) ? { ...section, status: "skipped" } : undefined;
  }
}

/** Counts strokes of the direction that is due, never more than the plan holds. */
function afterStrokes(
  section: SectionProgress,
  { direction, rolls }: EventOf<"strokes-done">,
  { stroke }: Plan,
): SectionProgress | undefined {
  if (direction !== dueStrokes(section, stroke)?.direction) return undefined;
  const counted = section.rolls.map((done, index) =>
    index === direction ? Math.min(done + rolls, stroke.rollsPerDirection) : done,
  );
  const isFull = counted.every((done) => done >= stroke.rollsPerDirection);
  return { ...section, rolls: counted, status: isFull ? "asked" : "rolling" };
}

/** The first direction with rolls left, or nothing when all are done. */
function dueStrokes(
  { rolls }: SectionProgress,
  { directionsDeg, rollsPerDirection }: Plan["stroke"],
) {
  for (const [direction, done] of rolls.entries()) {
    const directionDeg = directionsDeg[direction];
    if (directionDeg !== undefined && done < rollsPerDirection)
      return { direction, directionDeg, rollsLeft: rollsPerDirection - done };
  }
  return undefined;
}

function afterFeel(
  section: SectionProgress,
  { painScore, blood, snag }: EventOf<"section-felt">,
): SectionProgress {
  const felt = { ...section, painScore, blood };
  const stoppedWhy = stopReason({ painScore, blood, snag });
  return stoppedWhy === undefined
    ? { ...felt, status: "done" }
    : { ...felt, status: "stopped", stoppedWhy };
}

type Feel = Pick<EventOf<"section-felt">, "painScore" | "blood" | "snag">;

function stopReason({ painScore, blood, snag }: Feel): StopReason | undefined {
  if (blood === "bead") return "bleeding";
  if (painScore >= stopPain) return "pain";
  return snag ? "snag" : undefined;
}

const endHere = "End the session here; your scalp has had enough for today.";

function noticesAfter(progress: Progress, event: SectionEvent, plan: Plan): readonly string[] {
  if (event.kind === "section-stopped")
    return [
      "This section ends here.",
      ...(event.why === "unwell" ? ["End the session, sit down and let somebody know."] : []),
    ];
  return event.kind === "section-felt" ? feelNotices(progress, event, plan) : [];
}

function feelNotices(
  progress: Progress,
  { painScore, blood, snag }: Feel,
  plan: Plan,
): readonly string[] {
  const isHome = isAtHome(progress, plan);
  const beads = progress.sections.filter((section) => section.blood === "bead").length;
  return [
    ...(painScore >= stopPain ? [`Stopped here: pain ${painScore} of 10. Press less.`] : []),
    ...(blood === "bead" ? ["Stopped here: a bead of blood. Press less."] : []),
    ...(blood === "pinpoint" && isHome
      ? ["Points of blood are too much at home. Press less."]
      : []),
    ...(snag ? ["Stopped here: a snag. Look at the needles before you go on."] : []),
    ...(painScore >= endPain || (isHome && blood === "bead" && beads >= 2) ? [endHere] : []),
  ];
}

function endPause(progress: Progress, at: Instant): Progress {
  const { pausedSince, pausedMin } = progress;
  return {
    ...progress,
    pausedSince: undefined,
    pausedMin: pausedMin + (pausedSince ? minutesBetween(pausedSince, at) : 0),
  };
}

/** Sections that were not finished count as skipped. */
export function skipOpen(progress: Progress): Progress {
  return {
    ...progress,
    sections: progress.sections.map((section) =>
      isOpen(section) ? { ...section, status: "skipped" } : section,
    ),
  };
}

function stopSession(progress: Progress, { at, why }: EventOf<"stopped">): Progress {
  const current = progress.sections.find(isOpen);
  const stopped: Progress = {
    ...progress,
    stoppedWhy: why,
    sections: progress.sections.map((section) =>
      section === current ? { ...section, status: "stopped", stoppedWhy: why } : section,
    ),
  };
  return {
    ...endRolling(skipOpen(stopped), at),
    phase: "cleaning",
    notices: ["Stopped. Clean the device now."],
  };
}

function leaveRolling(progress: Progress, at: Instant, { topicalTiming }: Plan): Progress {
  return {
    ...endRolling(progress, at),
    phase: topicalTiming.value === "none" ? "cleaning" : "topical",
  };
}

/** Rolling that rested too long ended with the last event before the break, and nothing goes on afterwards. */
export function endAfterBreak(progress: Progress, lastAt: Instant): Progress {
  return {
    ...endRolling(skipOpen(progress), lastAt),
    phase: "cleaning",
    notices: [breakTooLong],
  };
}

/** Fixes the moment from which intervals and waits count. */
export function endRolling(progress: Progress, at: Instant): Progress {
  return { ...endPause(progress, at), endedAt: at };
}

/** The strokes due in this section, or the question after them. */
export function rollingStep(
  { pausedSince }: Progress,
  current: SectionProgress,
  { stroke }: Plan,
): SessionStep {
  const { section, status } = current;
  if (pausedSince !== undefined)
    return { kind: "paused", resumesWith: status === "asked" ? "feel" : "roll" };
  const due = dueStrokes(current, stroke);
  if (due === undefined)
    return {
      kind: "feel",
      section,
      question: "How did this section feel, from 0 to 10? Any blood, any snag?",
    };

  return {
    kind: "roll",
    section,
    ...due,
    rollsPerDirection: stroke.rollsPerDirection,
    says: rollSays(section.name, due.directionDeg, due.rollsLeft),
  };
}
