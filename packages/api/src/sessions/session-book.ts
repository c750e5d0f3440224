import { compareInstants, type Instant, type SessionEvent } from "@stipple/protocol";
import type { Selectable } from "kysely";
import { fromJson } from "../db/json.ts";
import type { Host } from "../host.ts";
import { readPlan } from "../plans/plans.queries.ts";
import { factsOf, type SessionFacts } from "./session-facts.ts";
import type { SessionEventTable } from "./sessions.table.ts";

/** Every session of the person, read from its events. */
export interface SessionBook {
  /** Facts of all sessions that started, oldest first. */
  all(now: Instant): Promise<readonly SessionFacts[]>;
  /** Forgets what it remembers, after everything was replaced or erased. */
  forget(): void;
}

/**
 * Opens the book. Facts of a closed session are remembered under the position of its last event, so that
 * they are read once and never stale, whoever writes.
 */
export function openSessionBook(host: Host): SessionBook {
  const closed = new Map<string, SessionFacts>();

  return {
    forget: () => closed.clear(),
    async all(now) {
      const facts: SessionFacts[] = [];
      for (const { sessionId, last } of await listSessions(host)) {
        const key = `${sessionId} ${last}`;
        const known = closed.get(key) ?? (await readFacts(host, sessionId, now));
        if (!known) continue;
        if (known.row.closed) closed.set(key, known);
        facts.push(known);
      }
      return facts.sort((a, b) => compareInstants(a.row.startedAt, b.row.startedAt));
    },
  };
}

/** All events of one session in the order in which they arrived. */
export async function readEvents(
  { db, person }: Host,
  sessionId: string,
): Promise<readonly SessionEvent[]> {
  const rows = await db
    .selectFrom("session_event")
    .select("event")
    .where("clinic_id", "=", person.clinicId)
    .where("person_id", "=", person.personId)
    .where("session_id", "=", sessionId)
    .orderBy("position")
    .execute();
  return rows.map(({ event }: Pick<Selectable<SessionEventTable>, "event">) => fromJson(event));
}

async function listSessions({ db, person }: Host) {
  return db
    .selectFrom("session_event")
    .select(({ fn }) => ["session_id as sessionId", fn.max("position").as("last")])
    .where("clinic_id", "=", person.clinicId)
    .where("person_id", "=", person.personId)
    .groupBy("session_id")
    .execute();
}

async function readFacts(
  host: Host,
  sessionId: string,
  now: Instant,
): Promise<SessionFacts | undefined> {
  const events = await readEvents(host, sessionId);
  const planId = events.find((event) => event.kind === "started")?.planId;
  const plan = planId ? await readPlan(host.db, host.person, planId) : undefined;
  return factsOf(events, plan?.plan, now);
}
