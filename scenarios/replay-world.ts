import {
  type Answers,
  type Assessment,
  adherence,
  type CheckIn,
  careForDevice,
  type Device,
  type DeviceEvent,
  type DeviceState,
  type DeviceUse,
  type DoneSession,
  type Hold,
  type Instant,
  localDate,
  type NextSession,
  type NoNextSession,
  nextSession,
  type Plan,
  type PlanChoices,
  type SessionEvent,
} from "@stipple/protocol";
import { fixedId } from "./press-done.ts";
import { adherenceSummary, deviceSummary, moment, nextSummary } from "./summary.ts";

/** Something a host would have recorded, in the order it happened. */
export type Act =
  | { readonly kind: "assessment"; readonly at: Instant; readonly answers: Answers }
  | { readonly kind: "plan"; readonly at: Instant; readonly choices: PlanChoices }
  | { readonly kind: "device"; readonly at: Instant; readonly device: Device }
  | {
      readonly kind: "device-event";
      readonly at: Instant;
      readonly deviceId: string;
      readonly event: DeviceEvent;
    }
  | {
      readonly kind: "session";
      readonly at: Instant;
      readonly sessionId: string;
      readonly events: readonly SessionEvent[];
    }
  | { readonly kind: "check-in"; readonly at: Instant; readonly checkIn: CheckIn }
  | { readonly kind: "pause"; readonly at: Instant; readonly id: string; readonly says: string }
  | {
      readonly kind: "clear-hold";
      readonly at: Instant;
      readonly id: string;
      readonly doctorCleared: boolean;
    }
  | {
      readonly kind: "move";
      readonly at: Instant;
      readonly number: number;
      readonly to: Instant;
    };

/** One line of the course in the summary: what happened, and what the program said to it. */
export type CourseLine = { readonly did: string } & Readonly<Record<string, unknown>>;

interface Summary {
  readonly assessment: Readonly<Record<string, unknown>>;
  readonly plan?: Readonly<Record<string, unknown>>;
  readonly refusal?: Readonly<Record<string, unknown>>;
  readonly course: readonly CourseLine[];
  readonly end: Readonly<Record<string, unknown>>;
}

export interface Replay {
  readonly summary: Summary;
  readonly acts: readonly Act[];
}

/** Everything a host knows at one moment of the treatment. */
export interface World {
  now: Instant;
  answers: Answers;
  assessment: Assessment;
  assessedAt: Instant;
  choices: PlanChoices;
  plan: Plan | undefined;
  history: DoneSession[];
  device: Device | undefined;
  deviceUses: DeviceUse[];
  deviceEvents: DeviceEvent[];
  holds: Hold[];
  checkIns: CheckIn[];
  moved: { readonly number: number; readonly to: Instant } | undefined;
  /** Sessions started so far; ids count up from it. */
  sessions: number;
  ids: number;
  readonly lines: CourseLine[];
  readonly acts: Act[];
}

/** The next session as the protocol sees it now; `undefined` without a plan. */
export function next(world: World): NextSession | NoNextSession | undefined {
  const { plan, history, holds, now, moved } = world;
  return plan && nextSession({ plan, history, holds, now, ...(moved && { moved }) });
}

/** The person's own device; in a clinic without one, the new sterile head that each session gets. */
export function deviceAtHand({ device, plan }: World): Device | undefined {
  if (device || plan?.setting !== "clinic") return device;
  return {
    id: fixedId(0xf0000),
    name: "New sterile head",
    kind: "roller",
    needleLengthUm: plan.needle.recommendedUm.value,
    construction: "single-needles",
    material: "steel",
    earlierUses: 0,
    usedByAnotherPerson: "no",
  };
}

/** The fitness of the person's own device today, in one line. */
export function deviceState(world: World): string | undefined {
  const state = world.device && stateOfDevice(world);
  return state && deviceSummary(state);
}

/** The device's fitness today; `undefined` without a device. */
export function stateOfDevice(world: World): DeviceState | undefined {
  const { device, deviceUses: uses, deviceEvents: events, now, choices } = world;
  const atHand = deviceAtHand(world);
  const record = device ? { uses, events } : { uses: [], events: [] };
  return atHand && careForDevice(atHand, record, localDate(now, choices.timeZone));
}

/** Where the treatment stands after everything that happened. */
export function endSummary(world: World) {
  const { acts, assessment, choices, history, holds, plan, sessions, now } = world;
  const planned = next(world);
  return {
    at: moment(now, choices.timeZone),
    outcome: assessment.outcome,
    assessments: acts.filter(({ kind }) => kind === "assessment").length,
    sessionsStarted: sessions,
    historyKept: history.length,
    ...(plan && { adherence: adherenceSummary(adherence({ plan, history, now })) }),
    openHolds: holds.filter(({ clearedAt }) => clearedAt === undefined).map(({ why }) => why),
    device: deviceState(world),
    next: nextSummary(planned, choices.timeZone),
  };
}
