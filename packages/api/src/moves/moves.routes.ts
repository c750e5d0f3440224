import { createRoute, z } from "@hono/zod-openapi";
import {
  addHours,
  compareInstants,
  type Instant,
  instantSchema,
  type NextSession,
  type NoNextSession,
  nextSession,
} from "@stipple/protocol";
import { recordClock } from "../db/clock.ts";
import { columnsOf } from "../db/database.ts";
import type { Host } from "../host.ts";
import { refuseImplausible } from "../moments.ts";
import { body, json, newRoutes, shape } from "../openapi.ts";
import { noPlan } from "../plans/plans.routes.ts";
import { Problem } from "../problem.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import { readSituation, scheduleInput } from "../situation.ts";

const moveSession = createRoute({
  method: "post",
  path: "/api/moves",
  summary: "Move the next session; never before its earliest moment",
  request: {
    body: body(z.strictObject({ number: z.int().min(1).max(10_000), to: instantSchema })),
  },
  responses: {
    200: json(
      shape<NextSession | NoNextSession>("NextSessionResult", "The next session, or why none"),
      "Moved",
    ),
  },
});

export function moveRoutes(host: Host, book: SessionBook) {
  return newRoutes().openapi(moveSession, async (c) => {
    const move = c.req.valid("json");
    refuseImplausible([move.to]);
    const situation = await readSituation(host, book);
    if (!situation.plan) throw noPlan();

    const { moved: _, ...unmoved } = scheduleInput(situation, situation.plan);
    refuseMove(nextSession(unmoved), move);
    await keepMove(host, { planId: situation.plan.id, ...move });
    return c.json(nextSession({ ...unmoved, moved: move }), 200);
  });
}

interface Move {
  readonly number: number;
  readonly to: Instant;
}

function refuseMove(next: NextSession | NoNextSession, { number, to }: Move): void {
  if (next.kind !== "next") {
    throw new Problem("move.nothing_to_move", 422, { message: next.says, action: next.nextStep });
  }
  if (number !== next.number) {
    throw new Problem("move.not_next", 422, {
      message: `Session ${number} cannot be moved; the next one is session ${next.number}.`,
      action: `Move session ${next.number}.`,
      next: next.number,
    });
  }
  if (compareInstants(to, next.earliest) < 0) {
    throw new Problem("move.too_early", 422, {
      message: `The session cannot start at ${to}; your skin needs until ${next.earliest}.`,
      action: `Choose ${next.earliest} or later.`,
      earliest: next.earliest,
    });
  }
  const furthest = addHours(next.ideal, maxMoveH);
  if (compareInstants(to, furthest) > 0) {
    throw new Problem("move.too_far", 422, {
      message: `The session cannot move to ${to}; it can be put off until ${furthest}.`,
      action: "Choose an earlier day, or pause the plan.",
      latest: furthest,
    });
  }
}

/** A session can be put off by half a year; whoever needs longer pauses the plan. */
const maxMoveH = 183 * 24;

async function keepMove(
  { db, person, clock }: Host,
  { planId, number, to }: Move & { readonly planId: string },
): Promise<void> {
  const now = clock();
  const move = { moved_to: to, moved_at: now };
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("move")
      .values({ ...columnsOf(person), plan_id: planId, number, ...move })
      .onConflict((conflict) =>
        conflict.columns(["clinic_id", "person_id", "plan_id", "number"]).doUpdateSet(move),
      )
      .execute();
    await recordClock(trx, person, now);
  });
}
