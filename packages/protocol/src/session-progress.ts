import { elapsedHours, type Instant } from "./calendar.ts";
import type { Plan } from "./plan.ts";
import type { SectionProgress, SessionSummary } from "./session-guide.ts";
import {
  type CleaningStep,
  cleaningSteps,
  type SessionEvent,
  type StopReason,
} from "./session-record.ts";

/** One kind of session event. */
export type EventOf<Kind extends SessionEvent["kind"]> = Extract<SessionEvent, { kind: Kind }>;

/** Everything the guide remembers between two events. */
export interface Progress {
  readonly phase:
    | "not-started"
    | "gate"
    | "blocked"
    | "rolling"
    | "topical"
    | "cleaning"
    | "closed";
  readonly started: EventOf<"started"> | undefined;
  /** Gate checks answered with yes, in their order. */
  readonly checksPassed: number;
  /** The answer that closed the gate. */
  readonly blockedBy: "no" | "unknown" | undefined;
  readonly sections: readonly SectionProgress[];
  /** The last check was passed; from here on needles may have touched skin. */
  readonly rollingFrom: Instant | undefined;
  readonly pausedSince: Instant | undefined;
  readonly pausedMin: number;
  readonly endedAt: Instant | undefined;
  readonly cleaned: readonly CleaningStep[];
  readonly cleanedAt: Instant | undefined;
  readonly topical: "applied" | "waits" | undefined;
  readonly stoppedWhy: StopReason | undefined;
  readonly sawClosed: boolean;
  readonly notices: readonly string[];
}

/** Events in the order of their first arrival; what arrives again changes nothing (I-G5). */
export function eachOnce(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const seen = new Set<string>();
  return events.filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

export const noProgress: Progress = {
  phase: "not-started",
  started: undefined,
  checksPassed: 0,
  blockedBy: undefined,
  sections: [],
  rollingFrom: undefined,
  pausedSince: undefined,
  pausedMin: 0,
  endedAt: undefined,
  cleaned: [],
  cleanedAt: undefined,
  topical: undefined,
  stoppedWhy: undefined,
  sawClosed: false,
  notices: [],
};

/** Opens the gate for the sections of this session, or nothing when the plan holds none of them. */
export function beginSession(started: EventOf<"started">, plan: Plan): Progress | undefined {
  const sections = plan.sections
    .filter(({ id }) => started.sectionIds.includes(id))
    .map((section) => ({
      section,
      status: "waiting" as const,
      rolls: plan.stroke.directionsDeg.map(() => 0),
    }));
  return sections.length === 0 ? undefined : { ...noProgress, phase: "gate", started, sections };
}

/** A session counts as at home unless the record and the plan both say clinic. */
export function isAtHome({ started }: Progress, plan: Plan): boolean {
  return started?.setting !== "clinic" || plan.setting !== "clinic";
}

export function minutesBetween(from: Instant, to: Instant): number {
  return Math.max(0, elapsedHours(from, to) * 60);
}

/** What the session came to so far. */
export function summaryOf(progress: Progress): SessionSummary {
  const { sections, rollingFrom, endedAt, pausedMin, cleaned, topical, stoppedWhy } = progress;
  const pains = sections.flatMap(({ painScore }) => painScore ?? []);
  const rollingMin =
    rollingFrom && endedAt ? Math.max(0, minutesBetween(rollingFrom, endedAt) - pausedMin) : 0;

  return {
    sectionsDone: sections.filter(({ status }) => status === "done").length,
    sectionsPlanned: sections.length,
    rollingMin: Math.round(rollingMin),
    ...(pains.length > 0 && { worstPain: Math.max(...pains) }),
    bleeding: sections.some(({ blood }) => blood === "pinpoint" || blood === "bead"),
    cleaned: cleaned.length === cleaningSteps.length,
    ...(topical && { topical }),
    ...(stoppedWhy && { stoppedWhy }),
  };
}
