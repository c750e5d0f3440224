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

/** Adds the events that are new, in the order they were sent: all of them, or none. */
export async function keepSessionEvents(
  { db, person }: Host,
  { sessionId, events, seenAt }: NewEvents,
): Promise<{ readonly accepted: number; readonly known: number }> {
  const [event] = events;
  if (event && events.length === 1 && !seenAt) {
    const accepted = await insertEvent(db, person, sessionId, event);
    return { accepted, known: 1 - accepted };
  }
  return db.transaction().execute(async (trx) => {
    let accepted = 0;
    for (const each of events) accepted += await insertEvent(trx, person, sessionId, each);
    if (seenAt) await recordClock(trx, person, seenAt);
    return { accepted, known: events.length - accepted };
  });
}

/**
 * Puts the event after the last one of its session: 1 when it is new, 0 when it was known. Written as SQL,
 * because it is the one statement that runs several times a minute: its text never changes, so it is prepared once.
 */
async function insertEvent(
  db: Database,
  { clinicId, personId }: PersonKey,
  sessionId: string,
  event: SessionEvent,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into session_event (clinic_id, person_id, id, session_id, position, event)
    values (${clinicId}, ${personId}, ${event.id}, ${sessionId},
      (select coalesce(max(position), 0) + 1 from session_event
        where clinic_id = ${clinicId} and person_id = ${personId} and session_id = ${sessionId}),
      ${toJson(event)})
    on conflict (clinic_id, person_id, id) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
