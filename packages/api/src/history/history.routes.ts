import { createRoute } from "@hono/zod-openapi";
import { type Adherence, adherence, type Hold } from "@stipple/protocol";
import { readCheckIns } from "../check-ins/check-ins.queries.ts";
import type { CheckInRow } from "../check-ins/check-ins.routes.ts";
import type { Host } from "../host.ts";
import { json, newRoutes, shape } from "../openapi.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import type { SessionRow } from "../sessions/sessions.routes.ts";
import { readSituation, type Situation } from "../situation.ts";

/** What was done and felt so far. */
export interface History {
  readonly sessions: readonly SessionRow[];
  readonly checkIns: readonly CheckInRow[];
  readonly adherence: Adherence;
  readonly holds: readonly Hold[];
}

const readHistory = createRoute({
  method: "get",
  path: "/api/history",
  summary: "What was done and felt so far",
  responses: { 200: json(shape<History>("History", "Sessions, check-ins, holds"), "History") },
});

export function historyRoutes(host: Host, book: SessionBook) {
  return newRoutes().openapi(readHistory, async (c) => {
    const situation = await readSituation(host, book);
    return c.json(
      {
        sessions: situation.sessions.map(({ row }) => row).toReversed(),
        checkIns: await readCheckIns(host.db, host.person),
        adherence: adherenceNow(situation),
        holds: situation.holds,
      },
      200,
    );
  });
}

function adherenceNow({ plan, history, now }: Situation): Adherence {
  if (!plan) return { planned: 0, done: 0, score: 1, says: "Nothing was planned yet." };
  return adherence({ plan: plan.plan, history, now });
}
