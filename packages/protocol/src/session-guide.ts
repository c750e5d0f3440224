import type { Instant } from "./calendar.ts";
import type { Plan } from "./plan.ts";
import type { Reason } from "./rule.ts";
import { isTooLongBreak } from "./session-break.ts";
import {
  afterCleaningEvent,
  afterTopicalEvent,
  cleanStep,
  closeSession,
  topicalStep,
} from "./session-closeout.ts";
import { afterGateEvent, blockedStep, gateStep } from "./session-gate.ts";
import {
  beginSession,
  eachOnce,
  noProgress,
  type Progress,
  summaryOf,
} from "./session-progress.ts";
import {
  type CleaningStep,
  cleaningSteps,
  type GateCheck,
  gateChecks,
  type SessionEvent,
  type StopReason,
} from "./session-record.ts";
import { afterRollingEvent, endAfterBreak, isOpen, rollingStep } from "./session-rolling.ts";
import type { Section } from "./zones.ts";

/** What the screen shows now. Exactly one of these at any time; legal orders are I-G1. */
export type SessionStep =
  | { readonly kind: "not-started" }
  | {
      readonly kind: "gate";
      readonly check: GateCheck;
      readonly question: string;
      readonly decidedBy: readonly Reason[];
    }
  /** A gate answer closed the session before the first stroke. */
  | {
      readonly kind: "blocked";
      readonly check: GateCheck;
      readonly says: string;
      readonly nextStep: string;
      readonly decidedBy: readonly Reason[];
    }
  | {
      readonly kind: "roll";
      readonly section: Section;
      readonly direction: number;
      readonly directionDeg: number;
      readonly rollsLeft: number;
      readonly rollsPerDirection: number;
      readonly says: string;
    }
  | { readonly kind: "feel"; readonly section: Section; readonly question: string }
  | { readonly kind: "paused"; readonly resumesWith: "roll" | "feel" }
  /** `opensAt` and `closesAt` are set for the article's window; `notBefore` for waiting. */
  | {
      readonly kind: "topical";
      readonly timing: "wait-24h" | "article-window";
      readonly notBefore?: Instant;
      readonly opensAt?: Instant;
      readonly closesAt?: Instant;
      /** The product that may go on in the window. */
      readonly product?: string;
      readonly says: string;
      readonly decidedBy: readonly Reason[];
    }
  | {
      readonly kind: "clean";
      readonly step: CleaningStep;
      readonly timerMin?: number;
      readonly says: string;
      readonly decidedBy: readonly Reason[];
    }
  | { readonly kind: "closed"; readonly summary: SessionSummary };

export interface SectionProgress {
  readonly section: Section;
  readonly status: "waiting" | "rolling" | "asked" | "done" | "stopped" | "skipped";
  /** Rolls done per direction. */
  readonly rolls: readonly number[];
  readonly painScore?: number;
  readonly blood?: "none" | "pinpoint" | "bead";
  readonly stoppedWhy?: StopReason;
}

export interface SessionSummary {
  readonly sectionsDone: number;
  readonly sectionsPlanned: number;
  readonly rollingMin: number;
  readonly worstPain?: number;
  readonly bleeding: boolean;
  readonly cleaned: boolean;
  /** What happened at the topical step, when there was one. */
  readonly topical?: "applied" | "waits";
  readonly stoppedWhy?: StopReason;
}

export interface SessionState {
  readonly sessionId?: string;
  readonly step: SessionStep;
  readonly sections: readonly SectionProgress[];
  readonly startedAt?: Instant;
  /** Moment rolling ended; intervals and topical waits count from here. */
  readonly endedAt?: Instant;
  /** Plain sentences for what just happened ("Stopped here: pain 5 of 10."). */
  readonly notices: readonly string[];
  /** Ids of events that broke the legal order and changed nothing. They stay in the record. */
  readonly ignored: readonly string[];
  /** The newest event that "undo" would take back. */
  readonly undoable?: string;
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown
  ? Omit<Union, Key>
  : never;
export type SessionEventBody = DistributiveOmit<SessionEvent, "id" | "at" | "sessionId">;

/** A fold over events: what was reached, how to take the newest step back, and what was out of order. */
interface Guide {
  readonly progress: Progress;
  readonly undoStack: readonly { readonly eventId: string; readonly before: Progress }[];
  readonly ignored: readonly string[];
  /** The last event that changed something. */
  readonly lastAt: Instant | undefined;
}

/** State of a session after all its events: same events, any repetition → same state. */
export function guideSession(plan: Plan, events: readonly SessionEvent[]): SessionState {
  const start: Guide = { progress: noProgress, undoStack: [], ignored: [], lastAt: undefined };
  const guide = eachOnce(events).reduce((before, event) => follow(before, event, plan), start);
  return stateOf(guide, plan);
}

function follow(guide: Guide, event: SessionEvent, plan: Plan): Guide {
  const before = endedByBreak(guide, event);
  if (before !== guide && event.kind === "rolling-ended") return before;
  if (before !== guide && event.kind === "stopped")
    return { ...before, progress: { ...before.progress, stoppedWhy: event.why } };
  const after = event.kind === "undone" ? takeBack(before, event) : goOn(before, event, plan);
  return after
    ? { ...after, lastAt: event.at }
    : { ...before, ignored: [...before.ignored, event.id] };
}

/** The same guide, or one whose rolling is over because this event comes too long after the last (I-G2). */
function endedByBreak(guide: Guide, { at, sessionId }: SessionEvent): Guide {
  const { progress, lastAt } = guide;
  const isResuming = progress.phase === "rolling" && sessionId === progress.started?.sessionId;
  if (!isResuming || lastAt === undefined || !isTooLongBreak(lastAt, at)) return guide;
  return { ...guide, progress: endAfterBreak(progress, lastAt), undoStack: [] };
}

function goOn(guide: Guide, event: SessionEvent, plan: Plan): Guide | undefined {
  const progress = nextProgress({ ...guide.progress, notices: [] }, event, plan);
  if (progress === undefined) return undefined;
  const mayTakeBack = event.kind !== "started" && progress.phase !== "closed";
  return {
    ...guide,
    progress,
    undoStack: mayTakeBack
      ? [...guide.undoStack, { eventId: event.id, before: guide.progress }]
      : [],
  };
}

function takeBack(
  guide: Guide,
  { eventId, sessionId }: Extract<SessionEvent, { kind: "undone" }>,
): Guide | undefined {
  const newest = guide.undoStack.at(-1);
  const isThis = sessionId === guide.progress.started?.sessionId;
  if (newest === undefined || newest.eventId !== eventId || !isThis) return undefined;
  return {
    ...guide,
    progress: { ...newest.before, notices: ["Taken back."] },
    undoStack: guide.undoStack.slice(0, -1),
  };
}

/** The progress after this event, or nothing when the event breaks the legal order (I-G1). */
function nextProgress(progress: Progress, event: SessionEvent, plan: Plan): Progress | undefined {
  if (event.kind === "started")
    return progress.phase === "not-started" ? beginSession(event, plan) : undefined;
  if (event.sessionId !== progress.started?.sessionId) return undefined;
  if (event.kind === "closed") return closeSession(progress, event.at);

  switch (progress.phase) {
    case "gate":
      return afterGateEvent(progress, event);
    case "blocked":
      return event.kind === "stopped"
        ? { ...progress, phase: "closed", stoppedWhy: event.why }
        : undefined;
    case "rolling":
      return afterRollingEvent(progress, event, plan);
    case "topical":
      return afterTopicalEvent(progress, event, plan);
    case "cleaning":
      return afterCleaningEvent(progress, event);
    default:
      return undefined;
  }
}

function stateOf({ progress, undoStack, ignored }: Guide, plan: Plan): SessionState {
  const { started, endedAt, sections, notices } = progress;
  const undoable = undoStack.at(-1)?.eventId;
  return {
    ...(started && { sessionId: started.sessionId, startedAt: started.at }),
    step: stepOf(progress, plan),
    sections,
    ...(endedAt && { endedAt }),
    notices,
    ignored,
    ...(undoable && { undoable }),
  };
}

function stepOf(progress: Progress, plan: Plan): SessionStep {
  const { phase, checksPassed, blockedBy, sections, endedAt, cleaned } = progress;
  const check = gateChecks[checksPassed];
  const due = cleaningSteps[cleaned.length];
  const current = sections.find(isOpen);
  if (phase === "not-started") return { kind: "not-started" };
  if (phase === "gate" && check) return gateStep(check);
  if (phase === "blocked" && check && blockedBy) return blockedStep(check, blockedBy);
  if (phase === "rolling" && current) return rollingStep(progress, current, plan);
  if (phase === "topical" && endedAt) return topicalStep(progress, endedAt, plan);
  if (phase === "cleaning" && due) return cleanStep(due);
  return { kind: "closed", summary: summaryOf(progress) };
}

/** The next event that "done" stands for at this step, without id and moment; `undefined` where "done" means nothing. */
export function doneEvent({ step }: SessionState): SessionEventBody | undefined {
  switch (step.kind) {
    case "gate":
      return { kind: "gate-answered", check: step.check, answer: "yes" };
    case "roll": {
      const { section, direction, rollsLeft } = step;
      return { kind: "strokes-done", sectionId: section.id, direction, rolls: rollsLeft };
    }
    case "paused":
      return { kind: "resumed" };
    case "topical":
      return step.product === undefined
        ? { kind: "topical-waits" }
        : { kind: "topical-applied", product: step.product };
    case "clean":
      return { kind: "cleaning-done", step: step.step };
    default:
      return undefined;
  }
}

/** What is spoken at this step, one short sentence; the same words stand on the screen. */
export function speak(step: SessionStep): string {
  switch (step.kind) {
    case "not-started":
      return "Ready when you are.";
    case "gate":
    case "feel":
      return step.question;
    case "blocked":
      return `${step.says} ${step.nextStep}`;
    case "paused":
      return "Paused. Go on when you are ready.";
    case "closed":
      return closingWords(step.summary);
    default:
      return step.says;
  }
}

function closingWords({ sectionsDone, sectionsPlanned, cleaned }: SessionSummary): string {
  const done = `The session is closed. ${sectionsDone} of ${sectionsPlanned} sections done.`;
  return cleaned ? `${done} The device is clean.` : done;
}
