import { aftercareClock, elapsedHours, localDate, nextSession, type Plan } from "@stipple/protocol";
import { readLatestAssessment } from "../assessments/assessments.queries.ts";
import type { AssessmentRow } from "../assessments/assessments.routes.ts";
import { readCheckIns } from "../check-ins/check-ins.queries.ts";
import { readDeviceRows } from "../devices/devices.queries.ts";
import type { Host } from "../host.ts";
import { upcomingSessions } from "../plans/upcoming.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import type { SessionFacts } from "../sessions/session-facts.ts";
import { readSituation, type Situation, scheduleInput } from "../situation.ts";
import { alarmsOf } from "./alarms.ts";
import { daysOf } from "./days.ts";
import type { Today } from "./today.ts";

/** Everything the Today page shows, from what the protocol says of the situation now. */
export async function composeToday(host: Host, book: SessionBook): Promise<Today> {
  const { db, person, storage, demo = false } = host;
  const situation = await readSituation(host, book);
  const { now, settings, plan, sessions, holds } = situation;
  const timeZone = plan?.plan.timeZone ?? settings.timeZone;
  const today = localDate(now, timeZone);

  const latest = await readLatestAssessment(db, person);
  const assessment = latest && assessmentOf(latest, today);
  const devices = await readDeviceRows(db, person, { sessions, today });
  const schedule = plan && scheduleInput(situation, plan);
  const next = schedule && nextSession(schedule);
  const aftercare = plan && (await readAftercare(host, situation, plan.plan));
  const known = {
    ...(assessment && { assessment }),
    ...(next && { next }),
    ...(aftercare && { aftercare }),
  };
  return {
    now,
    timeZone,
    demo,
    ...known,
    ...(plan && { planId: plan.id, planSentence: plan.plan.sentence }),
    ...sessionsNow(situation),
    devices,
    holds: holds.filter(({ clearedAt }) => clearedAt === undefined),
    alarms: alarmsOf({ situation, devices, storage: storage.state(), ...known }),
    days: daysOf({
      now,
      timeZone,
      ...(plan && { plan: plan.plan }),
      upcoming: schedule ? upcomingSessions(schedule, sessionsAhead) : [],
      ...(aftercare && { aftercare }),
    }),
  };
}

/** Seven days hold three sessions at most, twice a week. */
const sessionsAhead = 3;

/** A session that nobody went on with for a day is broken off, not open. */
const staleH = 24;

function assessmentOf({ id, answers, assessment }: AssessmentRow, today: string) {
  const { outcome, headline, nextStep, waitUntil, expiresOn } = assessment;
  return {
    id,
    outcome,
    ...(answers.setting && { setting: answers.setting }),
    headline,
    nextStep,
    ...(waitUntil && { waitUntil }),
    expiresOn,
    expired: expiresOn < today,
  } satisfies Today["assessment"];
}

function sessionsNow({ sessions, now }: Situation): Pick<Today, "openSession" | "lastSession"> {
  const isGoingOn = ({ isOpen, lastEventAt }: SessionFacts) =>
    isOpen && elapsedHours(lastEventAt, now) < staleH;
  const open = sessions.findLast(isGoingOn)?.row;
  const last = lastDone(sessions);
  return {
    ...(open && { openSession: { sessionId: open.sessionId, startedAt: open.startedAt } }),
    ...(last?.done && {
      lastSession: { sessionId: last.row.sessionId, endedAt: last.done.endedAt },
    }),
  };
}

function lastDone(sessions: readonly SessionFacts[]): SessionFacts | undefined {
  return sessions.findLast(({ done }) => done !== undefined);
}

/** The plan the session was done by; a drug that only the plan of today has still waits after it. */
function planOfAftercare({ guided }: SessionFacts, current: Plan): Plan {
  return guided && guided.plan.topicalTiming.value !== "none" ? guided.plan : current;
}

/** The clock after the last session. While a red flag stands, it names no product that may go on. */
async function readAftercare(
  { db, person }: Host,
  { sessions, holds, now }: Situation,
  current: Plan,
): Promise<Today["aftercare"]> {
  const last = lastDone(sessions);
  if (!last?.done) return undefined;
  const rows = await readCheckIns(db, person);
  const checkIns = rows.map(({ checkIn }) => checkIn);
  const { topical, ...clock } = aftercareClock({
    plan: planOfAftercare(last, current),
    endedAt: last.done.endedAt,
    checkIns,
    now,
    ...(last.guided && { step: last.guided.step }),
  });
  const isRedFlagged = holds.some(
    ({ why, clearedAt }) => why === "red-flag" && clearedAt === undefined,
  );
  return topical && !isRedFlagged ? { ...clock, topical } : clock;
}
