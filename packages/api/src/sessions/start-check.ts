import {
  assess,
  compareInstants,
  type GuardFinding,
  guardStart,
  type Instant,
  localDate,
  nextSession,
  type ScheduleInput,
} from "@stipple/protocol";
import { readLatestAssessment } from "../assessments/assessments.queries.ts";
import { noAssessment } from "../assessments/assessments.routes.ts";
import { readDeviceRows } from "../devices/devices.queries.ts";
import { unknownDevice } from "../devices/devices.routes.ts";
import type { Host } from "../host.ts";
import { noPlan } from "../plans/plans.routes.ts";
import { Problem } from "../problem.ts";
import { readSituation, scheduleInput } from "../situation.ts";
import type { SessionBook } from "./session-book.ts";

interface Start {
  readonly deviceId: string;
  readonly zones: readonly string[];
  /** The session that starts; what was already recorded of it does not count as history. */
  readonly sessionId?: string;
  /** The length that was really used, when it differs from the registered one. */
  readonly needleLengthUm?: number;
  /** The moment of a start that was recorded before it was sent here. */
  readonly at?: Instant;
}

/** Every limit that starting now, or at a moment that has passed, would break. */
export async function checkStart(
  host: Host,
  book: SessionBook,
  { deviceId, zones, sessionId, needleLengthUm, at }: Start,
): Promise<readonly GuardFinding[]> {
  const { db, person } = host;
  const situation = await readSituation(host, book);
  const { plan, settings, holds, lastSeen } = situation;
  const isPast = at !== undefined && compareInstants(at, situation.now) < 0;
  const now = isPast ? at : situation.now;
  const latest = await readLatestAssessment(db, person);
  if (!latest) throw noAssessment();
  if (!plan) throw noPlan();

  // A session dated ahead of now speaks for a wrong clock; it only drops out when the past is looked at.
  const sessions = situation.sessions.filter(
    ({ row }) =>
      row.sessionId !== sessionId && (!isPast || compareInstants(row.startedAt, now) <= 0),
  );
  const history = sessions.flatMap(({ done }) => done ?? []);
  const today = localDate(now, settings.timeZone);
  const devices = await readDeviceRows(db, person, { sessions, today });
  const row = devices.find(({ device }) => device.id === deviceId);
  if (!row) throw unknownDevice();

  const findings = guardStart({
    plan: plan.plan,
    choices: plan.choices,
    answers: latest.answers,
    history,
    now,
    device: {
      needleLengthUm: needleLengthUm ?? row.device.needleLengthUm,
      state: row.state,
      kind: row.device.kind,
      usedByAnotherPerson: row.device.usedByAnotherPerson,
    },
    holds,
    zones,
    ...(lastSeen && !isPast && { lastSeen }),
    assessedAt: latest.createdAt,
    outcome: assess(latest.answers, today).outcome,
  });
  const { lastSeen: _, ...schedule } = { ...scheduleInput(situation, plan), history, now };
  return [...findings, ...checkSchedule(schedule, zones)];
}

/** Why the plan's own calendar is not open for these zones yet; the guard knows the hard limits, and the clock. */
function checkSchedule(schedule: ScheduleInput, zones: readonly string[]): readonly GuardFinding[] {
  const next = nextSession(schedule);
  if (next.kind !== "next") {
    return [{ code: `schedule.${next.kind}`, says: next.says, nextStep: next.nextStep }];
  }
  const waiting = next.zones.flatMap(({ zone, earliest }) =>
    zones.includes(zone) && earliest !== undefined && compareInstants(schedule.now, earliest) < 0
      ? [earliest]
      : [],
  );
  const earliest = waiting.toSorted(compareInstants).at(-1);
  if (earliest === undefined) return [];
  return [
    {
      code: "schedule.too_early",
      says: `Your plan lets the skin rest until ${earliest}.`,
      nextStep: "Wait until then; Today shows the day.",
    },
  ];
}

/** The same for a session that was recorded: what cannot be checked is a finding too, never a refusal. */
export async function reviewStart(
  host: Host,
  book: SessionBook,
  start: Start,
): Promise<readonly GuardFinding[]> {
  try {
    return await checkStart(host, book, start);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [{ code: error.code, says: error.message, nextStep: error.action }];
  }
}
