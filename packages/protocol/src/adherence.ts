import { epochMs, type Instant } from "./calendar.ts";
import type { DoneSession, Plan } from "./plan.ts";
import { timetableOf } from "./timetable.ts";

export interface Adherence {
  /** Planned sessions whose time is over or that were done. */
  readonly planned: number;
  /** How many of them were done. More rolling than planned never counts. */
  readonly done: number;
  /** 0–1; recent sessions weigh more, so that an old miss fades. */
  readonly score: number;
  readonly says: string;
}

/** After this many planned sessions one of them weighs half; a product choice. */
const halfLifeSessions = 6;

/**
 * How much of the plan was kept, forgiving a miss with time.
 *
 *     score = Σ wᵢ·dᵢ ÷ Σ wᵢ,   wᵢ = 2^(−i / 6),   i planned sessions ago, d = 1 done, 0 missed
 */
export function adherence({
  plan,
  history,
  now,
}: {
  readonly plan: Plan;
  readonly history: readonly DoneSession[];
  readonly now: Instant;
}): Adherence {
  const nowMs = epochMs(now);
  const happened = history.filter(({ startedAt }) => epochMs(startedAt) <= nowMs);
  const due = timetableOf(plan, happened).filter(
    ({ doneAtMs, untilMs }) => doneAtMs !== undefined || untilMs <= nowMs,
  );

  const isDone = due.map(({ doneAtMs }) => doneAtMs !== undefined);
  const done = isDone.filter((wasDone) => wasDone).length;
  const weights = due.map((_, index) => 2 ** (-(due.length - 1 - index) / halfLifeSessions));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const kept = weights.reduce((sum, weight, index) => sum + (isDone[index] ? weight : 0), 0);
  return {
    planned: due.length,
    done,
    score: due.length === 0 ? 1 : kept / all,
    says: sayAdherence(done, due.length),
  };
}

function sayAdherence(done: number, planned: number): string {
  if (planned === 0) return "Nothing was due yet.";
  if (done === planned)
    return `You did ${planned === 1 ? "the session" : `all ${planned} sessions`} of your plan so far.`;
  return `You did ${done} of ${planned} planned sessions. A missed one is left out; the plan goes on.`;
}
