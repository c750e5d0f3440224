import { createRoute, z } from "@hono/zod-openapi";
import { addHours, compareInstants, type Hold, type Instant } from "@stipple/protocol";
import { recordClock } from "../db/clock.ts";
import type { Database } from "../db/database.ts";
import type { Host, PersonKey } from "../host.ts";
import { body, idParam, json, newRoutes, shape } from "../openapi.ts";
import { Problem } from "../problem.ts";
import { keepHold, readHold, readHolds } from "./holds.queries.ts";

const hold = shape<Hold>("Hold", "Something that stops sessions until it is cleared");

const listHolds = createRoute({
  method: "get",
  path: "/api/holds",
  summary: "Every hold, newest first",
  responses: { 200: json(z.object({ holds: z.array(hold) }), "Holds") },
});

const pausePlan = createRoute({
  method: "post",
  path: "/api/holds",
  summary: "Pause the plan",
  request: { body: body(z.strictObject({ id: z.uuid(), says: z.string().min(1).max(500) })) },
  responses: { 200: json(hold, "Paused") },
});

const clearing = z.strictObject({
  doctorCleared: z.boolean(),
  /** The person's word that no session was done that the records miss. */
  noSessionSince: z.boolean().optional(),
});

const clearHold = createRoute({
  method: "post",
  path: "/api/holds/{id}/clear",
  summary:
    "End a hold; a red flag ends only when a doctor cleared it, a gap in the records by your word or after 144 hours",
  request: { params: idParam, body: body(clearing) },
  responses: { 200: json(hold, "Ended") },
});

export function holdRoutes({ db, person, clock }: Host) {
  return newRoutes()
    .openapi(listHolds, async (c) => c.json({ holds: [...(await readHolds(db, person))] }, 200))
    .openapi(pausePlan, async (c) => {
      const { id, says } = c.req.valid("json");
      const now = clock();
      const kept = await db.transaction().execute(async (trx) => {
        await keepHold(trx, person, { id, from: now, why: "person", says });
        await recordClock(trx, person, now);
        return knownHold(trx, person, id);
      });
      return c.json(kept, 200);
    })
    .openapi(clearHold, async (c) => {
      const { id } = c.req.valid("param");
      const word = c.req.valid("json");
      const cleared = await db.transaction().execute(async (trx) => {
        const now = clock();
        refuseEnding(await knownHold(trx, person, id), word, now);
        await endHold(trx, person, { id, at: now });
        return knownHold(trx, person, id);
      });
      return c.json(cleared, 200);
    });
}

/** Hours after which no session from before the gap can be too close: the least time between two. */
const gapH = 144;

/** A red flag ends by a doctor's word; a gap by the person's word or by time. */
function refuseEnding(
  { why, from, clearedAt }: Hold,
  { doctorCleared, noSessionSince = false }: z.infer<typeof clearing>,
  now: Instant,
): void {
  if (why === "red-flag" && !doctorCleared) throw needsDoctor();
  const isFresh = compareInstants(now, addHours(from, gapH)) < 0;
  if (why === "history-gap" && !clearedAt && isFresh && !noSessionSince) throw needsWord(from);
}

async function knownHold(db: Database, person: PersonKey, id: string): Promise<Hold> {
  const known = await readHold(db, person, id);
  if (known) return known;
  throw new Problem("hold.unknown", 404, {
    message: "There is no hold of this id.",
    action: "Look at the holds listed at /api/holds.",
  });
}

/** Ends the hold; one that ended already keeps its moment. */
async function endHold(
  db: Database,
  { clinicId, personId }: PersonKey,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<void> {
  await db
    .updateTable("hold")
    .set({ cleared_at: at })
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .where("cleared_at", "is", null)
    .execute();
}

function needsDoctor(): Problem {
  return new Problem("hold.needs_doctor", 422, {
    message: "This hold was set by a warning sign. It ends only when a doctor has looked at it.",
    action: "See a doctor, and end the hold when they say that you may roll again.",
  });
}

function needsWord(from: Instant): Problem {
  return new Problem("hold.needs_word", 422, {
    message: `Your records may miss a session. Without your word that it does not, the hold stays for ${gapH} hours from ${from}.`,
    action: `Say that you did no session since the copy was made (noSessionSince), or end the hold after ${addHours(from, gapH)}.`,
  });
}
