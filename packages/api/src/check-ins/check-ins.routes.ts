import { createRoute, z } from "@hono/zod-openapi";
import {
  type CheckIn,
  checkInSchema,
  compareInstants,
  elapsedHours,
  type Instant,
  type Triage,
  triage,
} from "@stipple/protocol";
import { recordClock } from "../db/clock.ts";
import { columnsOf, nextPosition } from "../db/database.ts";
import { fromJson, toJson } from "../db/json.ts";
import { keepHold } from "../holds/holds.queries.ts";
import type { Host } from "../host.ts";
import { refuseImplausible } from "../moments.ts";
import { body, json, newRoutes, shape } from "../openapi.ts";
import { Problem } from "../problem.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import { readCheckIns } from "./check-ins.queries.ts";

/** A check-in and what was advised. */
export interface CheckInRow {
  readonly checkIn: CheckIn;
  readonly triage: Triage;
}

const addCheckIn = createRoute({
  method: "post",
  path: "/api/check-ins",
  summary: "Report how the scalp is; a red flag holds the plan",
  request: { body: body(checkInSchema) },
  responses: {
    201: json(
      z.object({
        triage: shape<Triage>("Triage", "How urgent it is and what to do"),
        holdId: z.string().optional(),
      }),
      "What to do now",
    ),
  },
});

const listCheckIns = createRoute({
  method: "get",
  path: "/api/check-ins",
  summary: "Every check-in, newest first",
  responses: {
    200: json(
      z.object({
        checkIns: z.array(shape<CheckInRow>("CheckInRow", "A check-in and what was advised")),
      }),
      "Check-ins",
    ),
  },
});

export function checkInRoutes(host: Host, book: SessionBook) {
  return newRoutes()
    .openapi(addCheckIn, async (c) => {
      const checkIn = c.req.valid("json");
      refuseImplausible([checkIn.at]);
      const advice = await keepCheckIn(host, book, checkIn);
      return c.json({ triage: advice, ...(advice.holdsPlan && { holdId: checkIn.id }) }, 201);
    })
    .openapi(listCheckIns, async (c) => {
      return c.json({ checkIns: [...(await readCheckIns(host.db, host.person))] }, 200);
    });
}

/** Hours since the session the check-in names, or the last one before it; `undefined` when there is none. */
async function hoursSinceSession(
  book: SessionBook,
  { at, sessionId }: CheckIn,
  now: Instant,
): Promise<number | undefined> {
  const ends = (await book.all(now)).flatMap(({ done, row }) =>
    done && compareInstants(done.endedAt, at) <= 0 && (sessionId ?? row.sessionId) === row.sessionId
      ? [done.endedAt]
      : [],
  );
  const end = ends.at(-1);
  return end && elapsedHours(end, at);
}

/**
 * Keeps the check-in with its advice; a red flag holds the plan under the check-in's own id, so that sending
 * twice makes no second hold. A check-in that is known already is answered with the advice given then; other
 * content under a known id is refused, with the advice for what was sent.
 */
async function keepCheckIn(
  { db, person, clock }: Host,
  book: SessionBook,
  checkIn: CheckIn,
): Promise<Triage> {
  const now = clock();
  const elapsedH = await hoursSinceSession(book, checkIn, now);
  const advice = triage({ ...checkIn, ...(elapsedH !== undefined && { elapsedH }) });
  const from = compareInstants(checkIn.at, now) < 0 ? checkIn.at : now;
  return db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("check_in")
      .values({
        ...columnsOf(person),
        id: checkIn.id,
        position: nextPosition("check_in", person),
        check_in: toJson(checkIn),
        triage: toJson(advice),
      })
      .onConflict((conflict) => conflict.columns(["clinic_id", "person_id", "id"]).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) {
      const known = await trx
        .selectFrom("check_in")
        .select(["check_in", "triage"])
        .where("clinic_id", "=", person.clinicId)
        .where("person_id", "=", person.personId)
        .where("id", "=", checkIn.id)
        .executeTakeFirstOrThrow();
      const first = checkInSchema.parse(fromJson(known.check_in));
      if (toJson(inOrder(first)) !== toJson(inOrder(checkIn))) throw changed(advice);
      return fromJson(known.triage);
    }
    if (advice.holdsPlan) {
      await keepHold(trx, person, { id: checkIn.id, from, why: "red-flag", says: advice.says });
    }
    await recordClock(trx, person, now);
    return advice;
  });
}

/** The same content in the same order, however it was sent. */
function inOrder({ graded, signs, ...rest }: CheckIn) {
  const entries = Object.entries(graded).sort(([a], [b]) => a.localeCompare(b));
  return { ...rest, graded: entries, signs: signs.toSorted() };
}

function changed(triage: Triage): Problem {
  return new Problem("check-in.changed", 409, {
    message: "A check-in of this id is kept already, with other answers. The first one stays.",
    action: "Save it as a new check-in.",
    triage,
  });
}
