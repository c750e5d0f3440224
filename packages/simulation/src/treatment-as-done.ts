import type { Answers, Device, Instant, SessionEvent } from "@stipple/protocol";
import { type SessionAsDone, sessionsAsDone } from "./sessions-as-done.ts";
import type { SimulatedPlan } from "./simulated-plan.ts";
import { type Assumption, commonRoller, startingTreatment } from "./starting-treatment.ts";
import type { SimulatedSession, SimulatedTreatment } from "./treatment-schema.ts";

/** What was recorded of a treatment, as it stands in an export or comes from the API. */
export interface TreatmentRecords {
  /** Events of all sessions; those of one session in the order in which they arrived. */
  readonly events: readonly SessionEvent[];
  readonly devices: readonly Device[];
}

/** What stood in for something neither the answers nor the records tell. */
export type DoneAssumption =
  | Assumption
  /** The needles of the device are known, their rings and the drum are not. */
  | "drum"
  /** A pen or a stamp was used; it is followed as if it rolled. */
  | "not-a-roller"
  /** There is no plan to tell in which pattern the directions lie. */
  | "pattern"
  /** The records do not say when the drug came after the last session: the plan's wait, and a day where it "waits". */
  | "topical-time"
  /** Some sessions have no recorded roll; they are left out. */
  | "sessions-without-rolls";

/** The treatment as it was really done, ready to be simulated. */
export interface AsDone {
  readonly kind: "as-done";
  readonly treatment: SimulatedTreatment;
  readonly assumed: readonly DoneAssumption[];
  /** The moment of day 0. */
  readonly firstAt: Instant;
  /** The sessions behind the treatment, one for each of its sessions, with the rolls of every section. */
  readonly sessions: readonly SessionAsDone[];
}

/** Nothing to simulate: no session has a recorded roll. */
export interface NothingDone {
  readonly kind: "nothing-done";
  readonly says: string;
  readonly nextStep: string;
}

const msPerDay = 86_400_000;
const sectionAreaCm2 = 8;
const mostRolls = 60;
/** Weeks that are followed after the last session, within those of the schema. */
const weeksAfterLast = 26;
const mostWeeks = 260;

/**
 * The treatment as really done: the days, needles, rolls and sections of the session records in place of the plan's.
 *
 * Rolls are the mean over the sections that were rolled. The treated share of a session is the share of the plan's
 * sections it reached (of all sections ever set out for, where there is no plan), so that a skipped section counts as
 * not needled. The wait for the drug is that of the last session.
 */
export function treatmentAsDone(
  answers: Answers,
  plan: SimulatedPlan | undefined,
  { events, devices }: TreatmentRecords,
): AsDone | NothingDone {
  const recorded = sessionsAsDone(events);
  const sessions = recorded.filter(({ rolled }) => rolled.length > 0);
  const [first] = sessions;
  const last = sessions.at(-1);
  if (first === undefined || last === undefined) return nothingDone;

  const start = startingTreatment(answers, plan);
  const area = areaOf(plan, sessions);
  const device = devices.find(({ id }) => id === last.deviceId);
  const drum = drumOf(device);
  const topical = start.treatment.topical && {
    ...start.treatment.topical,
    areaCm2: area.length * sectionAreaCm2,
    delayMin: delayAfter(last, start.treatment.topical.delayMin),
  };
  const simulated = sessions.map((session) => simulatedSession(session, { first, area, plan }));
  return {
    kind: "as-done",
    treatment: {
      ...start.treatment,
      ...(drum && { roller: drum }),
      ...(topical && { topical }),
      sessions: simulated,
      weeks: weeksFor(simulated, start.treatment.weeks),
    },
    assumed: [
      ...start.assumed.flatMap((name): readonly DoneAssumption[] => {
        if (name === "sessions") return [];
        return [name === "roller" && drum ? "drum" : name];
      }),
      ...(device && device.kind !== "roller" ? (["not-a-roller"] as const) : []),
      ...(plan ? [] : (["pattern"] as const)),
      ...(last.topicalDelayMin === undefined ? (["topical-time"] as const) : []),
      ...(recorded.length > sessions.length ? (["sessions-without-rolls"] as const) : []),
    ],
    firstAt: first.startedAt,
    sessions,
  };
}

const nothingDone: NothingDone = {
  kind: "nothing-done",
  says: "No session with a recorded roll is kept here, so there is nothing done to simulate.",
  nextStep: "Simulate the plan instead, or do a session with the guide first.",
};

const waitingMin = 1440;
const mostDelayMin = 2880;

function delayAfter({ topicalDelayMin, topicalWaits }: SessionAsDone, plannedMin: number): number {
  if (topicalDelayMin !== undefined) return Math.min(mostDelayMin, topicalDelayMin);
  return topicalWaits ? Math.max(waitingMin, plannedMin) : plannedMin;
}

/** Sections that count as the treated area. */
function areaOf(
  plan: SimulatedPlan | undefined,
  sessions: readonly SessionAsDone[],
): readonly string[] {
  if (plan !== undefined && plan.sections.length > 0) return plan.sections.map(({ id }) => id);
  return [...new Set(sessions.flatMap(({ sectionIds }) => sectionIds))];
}

function simulatedSession(
  { startedAt, needleLengthUm, rolled, withPrp }: SessionAsDone,
  within: {
    readonly first: SessionAsDone;
    readonly area: readonly string[];
    readonly plan: SimulatedPlan | undefined;
  },
): SimulatedSession {
  const { first, area, plan } = within;
  const rolls = rolled.reduce((sum, section) => sum + section.rolls, 0) / rolled.length;
  const reached = rolled.filter(({ sectionId }) => area.includes(sectionId));
  return {
    day: (Date.parse(startedAt) - Date.parse(first.startedAt)) / msPerDay,
    needleLengthUm,
    rolls: Math.min(mostRolls, Math.max(1, Math.round(rolls))),
    pattern: isOneWay(rolled) ? "one-direction" : (plan?.stroke.pattern.value ?? "star"),
    treatedFraction: reached.length / area.length,
    withPrp,
    isDone: true,
  };
}

/** Every roll of the session went in the same one of the directions. */
function isOneWay(rolled: SessionAsDone["rolled"]): boolean {
  const used = rolled.flatMap(({ rollsPerDirection }) =>
    rollsPerDirection.flatMap((rolls, direction) => (rolls > 0 ? [direction] : [])),
  );
  return new Set(used).size === 1;
}

/** Needles in a ring for each ring, as on the common roller of 192 needles in 8 rings of 24. */
const needlesPerRingAndRing = 3;
const ringLimits = [1, 40] as const;
const needleLimits = [3, 120] as const;

/** The drum with as many needles as its owner counted; `undefined` where nobody did. */
function drumOf(device: Device | undefined): SimulatedTreatment["roller"] | undefined {
  if (device?.needleCount === undefined) return undefined;

  const { needleCount } = device;
  const rings = within(ringLimits, Math.round(Math.sqrt(needleCount / needlesPerRingAndRing)));
  return {
    ...commonRoller,
    rings,
    needlesPerRing: within(needleLimits, Math.round(needleCount / rings)),
  };
}

function within([low, high]: readonly [number, number], value: number): number {
  return Math.min(high, Math.max(low, value));
}

function weeksFor(sessions: readonly SimulatedSession[], usualWeeks: number): number {
  const lastWeek = Math.ceil((sessions.at(-1)?.day ?? 0) / 7);
  return Math.min(mostWeeks, Math.max(usualWeeks, lastWeek + weeksAfterLast));
}
