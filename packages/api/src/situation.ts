import type { DoneSession, Hold, Instant, ScheduleInput } from "@stipple/protocol";
import { readLastSeen } from "./db/clock.ts";
import { readHolds } from "./holds/holds.queries.ts";
import type { Host } from "./host.ts";
import { readMove } from "./moves/moves.queries.ts";
import { readCurrentPlan } from "./plans/plans.queries.ts";
import type { PlanRow } from "./plans/plans.routes.ts";
import type { SessionBook } from "./sessions/session-book.ts";
import type { SessionFacts } from "./sessions/session-facts.ts";
import { readSettings } from "./settings/settings.queries.ts";
import type { Settings } from "./settings/settings.routes.ts";

/** Where the person stands at one moment: all that scheduling looks at. */
export interface Situation {
  readonly now: Instant;
  readonly settings: Settings;
  readonly plan?: PlanRow;
  /** Oldest first. */
  readonly sessions: readonly SessionFacts[];
  readonly history: readonly DoneSession[];
  readonly holds: readonly Hold[];
  readonly moved?: NonNullable<ScheduleInput["moved"]>;
  readonly lastSeen?: Instant;
}

/** Reads the situation as it is now. */
export async function readSituation(host: Host, book: SessionBook): Promise<Situation> {
  const { db, person, clock } = host;
  const now = clock();
  const plan = await readCurrentPlan(db, person);
  const sessions = await book.all(now);
  const moved = plan && (await readMove(db, person, plan.id));
  const lastSeen = await readLastSeen(db, person);
  return {
    now,
    settings: await readSettings(host),
    ...(plan && { plan }),
    sessions,
    history: sessions.flatMap(({ done }) => done ?? []),
    holds: await readHolds(db, person),
    ...(moved && { moved }),
    ...(lastSeen && { lastSeen }),
  };
}

/** The situation as scheduling takes it, for the plan that is followed. */
export function scheduleInput(
  { history, holds, now, moved, lastSeen }: Situation,
  { plan }: PlanRow,
): ScheduleInput {
  return {
    plan,
    history,
    holds,
    now,
    ...(moved && { moved }),
    ...(lastSeen && { lastSeen }),
  };
}
