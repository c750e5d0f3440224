import { createRoute, z } from "@hono/zod-openapi";
import {
  type GuardFinding,
  type Instant,
  type IsoDate,
  type PartZoneId,
  type Plan,
  type SessionEvent,
  type StopReason,
  sessionEventSchema,
  zoneIds,
} from "@stipple/protocol";
import type { Host } from "../host.ts";
import { refuseImplausible, runsAhead } from "../moments.ts";
import { body, idParam, json, newRoutes, shape } from "../openapi.ts";
import { readPlan } from "../plans/plans.queries.ts";
import { Problem } from "../problem.ts";
import { readEvents, type SessionBook } from "./session-book.ts";
import { keepSessionEvents } from "./sessions.queries.ts";
import { checkStart, reviewStart } from "./start-check.ts";

/** One session in a list. */
export interface SessionRow {
  readonly sessionId: string;
  readonly planId?: string;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  readonly date: IsoDate;
  readonly zones: readonly PartZoneId[];
  readonly needleLengthUm: number;
  readonly sectionsDone: number;
  readonly sectionsPlanned: number;
  readonly worstPain?: number;
  readonly bleeding: boolean;
  readonly cleaned: boolean;
  readonly stoppedWhy?: StopReason;
  readonly closed: boolean;
}

/** One session with everything that was recorded. */
export interface SessionRecord {
  readonly sessionId: string;
  readonly planId?: string;
  readonly plan?: Plan;
  readonly events: readonly SessionEvent[];
}

const partZone = z.enum(zoneIds.filter((zone): zone is PartZoneId => zone !== "whole-scalp"));
const findings = z.array(shape<GuardFinding>("GuardFinding", "A limit that would be broken"));

const checkContract = createRoute({
  method: "post",
  path: "/api/sessions/check",
  summary: "What speaks against starting a session now",
  request: {
    body: body(z.strictObject({ deviceId: z.uuid(), zones: z.array(partZone).min(1).max(5) })),
  },
  responses: { 200: json(z.object({ findings }), "Empty when the session may start") },
});

const addSessionEvents = createRoute({
  method: "post",
  path: "/api/sessions/{id}/events",
  summary: "Record what was done; sending twice is harmless",
  request: {
    params: idParam,
    body: body(z.strictObject({ events: z.array(sessionEventSchema).min(1).max(500) })),
  },
  responses: {
    200: json(
      z.object({ accepted: z.int(), known: z.int(), findings }),
      "How many events were new, how many known, and what the guard says about the start",
    ),
  },
});

const listSessions = createRoute({
  method: "get",
  path: "/api/sessions",
  summary: "Every session, newest first",
  responses: {
    200: json(
      z.object({ sessions: z.array(shape<SessionRow>("SessionRow", "A session in a list")) }),
      "Sessions",
    ),
  },
});

const readSession = createRoute({
  method: "get",
  path: "/api/sessions/{id}",
  summary: "One session with its plan and all its events",
  request: { params: idParam },
  responses: { 200: json(shape<SessionRecord>("SessionRecord", "A session"), "The session") },
});

export function sessionRoutes(host: Host, book: SessionBook) {
  const isNewMinute = minuteWatch();
  return newRoutes()
    .openapi(checkContract, async (c) => {
      return c.json({ findings: [...(await checkStart(host, book, c.req.valid("json")))] }, 200);
    })
    .openapi(addSessionEvents, async (c) => {
      const { id } = c.req.valid("param");
      const { events } = c.req.valid("json");
      if (events.some(({ sessionId }) => sessionId !== id)) throw otherSession();
      refuseImplausible(events.map(({ at }) => at));
      const now = host.clock();
      const { clashes, ...kept } = await keepSessionEvents(host, {
        sessionId: id,
        events,
        ...(isNewMinute(now) && { seenAt: now }),
      });
      const started = events.find((event) => event.kind === "started");
      const findings = [
        ...clockFindings(events, now),
        ...(clashes ? [idClash] : []),
        ...(started ? await reviewStart(host, book, started) : []),
      ];
      return c.json({ ...kept, findings }, 200);
    })
    .openapi(listSessions, async (c) => {
      const facts = await book.all(host.clock());
      return c.json({ sessions: facts.map(({ row }) => row).toReversed() }, 200);
    })
    .openapi(readSession, async (c) => {
      const sessionId = c.req.valid("param").id;
      return c.json(await readRecord(host, sessionId), 200);
    });
}

/** Says of a moment whether it lies in another minute than the one asked about before. */
function minuteWatch(): (now: Instant) => boolean {
  let last = "";
  return (now) => {
    const minute = now.slice(0, "2026-11-22T19:00".length);
    const isNew = minute !== last;
    last = minute;
    return isNew;
  };
}

function clockFindings(events: readonly SessionEvent[], now: Instant): readonly GuardFinding[] {
  return runsAhead(
    events.map(({ at }) => at),
    now,
  )
    ? [clockAhead]
    : [];
}

const clockAhead: GuardFinding = {
  code: "clock.ahead",
  says: "The clock of the device that recorded this runs ahead of this computer's by more than 5 minutes.",
  nextStep: "Set both clocks right; the times between sessions are counted from them.",
};

const idClash: GuardFinding = {
  code: "event.clash",
  says: "An event has the id of another one that is kept already. That one stays; this one is not kept.",
  nextStep: "Record it again, with a new id.",
};

async function readRecord(host: Host, sessionId: string): Promise<SessionRecord> {
  const events = await readEvents(host, sessionId);
  if (events.length === 0) throw unknownSession();
  const planId = events.find((event) => event.kind === "started")?.planId;
  const row = planId ? await readPlan(host.db, host.person, planId) : undefined;
  return { sessionId, ...(planId && { planId }), ...(row && { plan: row.plan }), events };
}

function unknownSession(): Problem {
  return new Problem("session.unknown", 404, {
    message: "There is no session of this id.",
    action: "Look at the sessions listed at /api/sessions.",
  });
}

function otherSession(): Problem {
  return new Problem("session.mismatch", 422, {
    message: "An event belongs to another session than the address.",
    action: "Send each event to the address of its own session.",
  });
}
