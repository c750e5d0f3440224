import type { Instant, SessionEvent } from "@stipple/protocol";
import { sql } from "kysely";
import { recordClock } from "../db/clock.ts";
import type { Database } from "../db/database.ts";
import { toJson } from "../db/json.ts";
import type { Host, PersonKey } from "../host.ts";

interface NewEvents {
  readonly sessionId: string;
  readonly events: readonly SessionEvent[];
  /** The moment to remember as seen; absent when it was remembered a short time ago. */
  readonly seenAt?: Instant;
}

interface Kept {
  readonly accepted: number;
  readonly known: number;
  /** Some event has the id of another one, which stays as it was. */
  readonly clashes: boolean;
}

/** Adds the events that are new, in the order they were sent: all of them, or none. */
export async function keepSessionEvents(
  { db, person }: Host,
  { sessionId, events, seenAt }: NewEvents,
): Promise<Kept> {
  if (events.length === 1 && !seenAt) return keepAll(db, person, sessionId, events);
  return db.transaction().execute(async (trx) => {
    const kept = await keepAll(trx, person, sessionId, events);
    if (seenAt) await recordClock(trx, person, seenAt);
    return kept;
  });
}

async function keepAll(
  db: Database,
  person: PersonKey,
  sessionId: string,
  events: readonly SessionEvent[],
): Promise<Kept> {
  let accepted = 0;
  let clashes = false;
  for (const event of events) {
    const isNew = await insertEvent(db, person, sessionId, event);
    if (isNew) accepted += 1;
    else clashes ||= !(await isKept(db, person, event));
  }
  return { accepted, known: events.length - accepted, clashes };
}

/** Whether the event kept under this id is the very same. */
async function isKept(
  db: Database,
  { clinicId, personId }: PersonKey,
  event: SessionEvent,
): Promise<boolean> {
  const kept = await db
    .selectFrom("session_event")
    .select("event")
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("id", "=", event.id)
    .executeTakeFirst();
  return kept?.event === toJson(event);
}

/**
 * Puts the event after the last one of its session, unless its id is known. Written as SQL,
 * because it is the one statement that runs several times a minute: its text never changes, so it is prepared once.
 */
async function insertEvent(
  db: Database,
  { clinicId, personId }: PersonKey,
  sessionId: string,
  event: SessionEvent,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into session_event (clinic_id, person_id, id, session_id, position, event)
    values (${clinicId}, ${personId}, ${event.id}, ${sessionId},
      (select coalesce(max(position), 0) + 1 from session_event
        where clinic_id = ${clinicId} and person_id = ${personId} and session_id = ${sessionId}),
      ${toJson(event)})
    on conflict (clinic_id, person_id, id) do nothing`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}
