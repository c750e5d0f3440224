import {
  compareInstants,
  doneSession,
  elapsedHours,
  type Instant,
  keptEvents,
  type SessionEvent,
} from "@stipple/protocol";

/** What a recorded session really was, section by section. */
export interface SessionAsDone {
  readonly sessionId: string;
  /** The session's own start and the moment its rolling ended. */
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly deviceId: string;
  readonly needleLengthUm: number;
  /** Sections it set out to roll. */
  readonly sectionIds: readonly string[];
  /** Sections with at least one recorded roll, in the order they were rolled. */
  readonly rolled: readonly RolledSection[];
  /** From the end of rolling to the drug; absent where none was put on at the session. */
  readonly topicalDelayMin: number | undefined;
  /** The person noted that the drug waits. */
  readonly topicalWaits: boolean;
  readonly withPrp: boolean;
}

/** One section with its rolls, all directions together and each alone. */
export interface RolledSection {
  readonly sectionId: string;
  readonly rolls: number;
  readonly rollsPerDirection: readonly number[];
}

/** The guide knows four directions at most. */
const directionCount = 4;
const minutesPerHour = 60;
/** The name the plan gives platelet-rich plasma. */
const plasma = "prp";

/** Every session in which needles may have touched skin, oldest first; events of one session stay in their order. */
export function sessionsAsDone(events: readonly SessionEvent[]): readonly SessionAsDone[] {
  return [...Map.groupBy(events, ({ sessionId }) => sessionId).values()]
    .flatMap((ofSession) => sessionAsDone(ofSession) ?? [])
    .sort((a, b) => compareInstants(a.startedAt, b.startedAt));
}

/** One session from its events; `undefined` where it never came to a first possible stroke. */
function sessionAsDone(events: readonly SessionEvent[]): SessionAsDone | undefined {
  const kept = keptEvents(events);
  const started = kept.find((event) => event.kind === "started");
  const last = kept.at(-1);
  // The last event stands for the present: a record has no clock, and an open session ends with it.
  const done = last && doneSession(events, last.at);
  if (started === undefined || done === undefined) return undefined;

  const applied = kept.filter((event) => event.kind === "topical-applied");
  const drug = applied.find(({ product }) => product !== plasma);
  return {
    sessionId: started.sessionId,
    startedAt: done.startedAt,
    endedAt: done.endedAt,
    deviceId: started.deviceId,
    needleLengthUm: done.needleLengthUm,
    sectionIds: started.sectionIds,
    rolled: rolledSections(kept),
    topicalDelayMin: drug && Math.max(0, elapsedHours(done.endedAt, drug.at) * minutesPerHour),
    topicalWaits: kept.some(({ kind }) => kind === "topical-waits"),
    withPrp: applied.some(({ product }) => product === plasma),
  };
}

function rolledSections(kept: readonly SessionEvent[]): readonly RolledSection[] {
  const strokes = kept.filter((event) => event.kind === "strokes-done");
  return [...Map.groupBy(strokes, ({ sectionId }) => sectionId)].map(([sectionId, ofSection]) => {
    const rollsPerDirection = new Array<number>(directionCount).fill(0);
    for (const { direction, rolls } of ofSection) {
      rollsPerDirection[direction] = (rollsPerDirection[direction] ?? 0) + rolls;
    }
    return {
      sectionId,
      rolls: rollsPerDirection.reduce((sum, rolls) => sum + rolls, 0),
      rollsPerDirection,
    };
  });
}
