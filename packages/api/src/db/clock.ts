import { type Instant, instant } from "@stipple/protocol";
import type { PersonKey } from "../host.ts";
import { columnsOf, type Database, type PersonColumns } from "./database.ts";

/** The newest moment at which something was recorded (I-T4). */
export interface ClockTable extends PersonColumns {
  /** Always to the millisecond, so that texts sort as moments. */
  last_seen: string;
}

/**
 * Remembers that the clock stood at `now`. Only ever moves forward: a clock that was set back is seen by
 * standing before this moment. A moment the client claims does not count, so that a phone whose clock runs
 * ahead cannot lock the plan.
 */
export async function recordClock(db: Database, person: PersonKey, now: Instant): Promise<void> {
  const seen = new Date(now).toISOString();
  await db
    .insertInto("clock")
    .values({ ...columnsOf(person), last_seen: seen })
    .onConflict((conflict) =>
      conflict
        .columns(["clinic_id", "person_id"])
        .doUpdateSet({ last_seen: seen })
        .where("clock.last_seen", "<", seen),
    )
    .execute();
}

/** The newest recorded moment, or nothing before the first record. */
export async function readLastSeen(db: Database, person: PersonKey): Promise<Instant | undefined> {
  const row = await db
    .selectFrom("clock")
    .select("last_seen")
    .where("clinic_id", "=", person.clinicId)
    .where("person_id", "=", person.personId)
    .executeTakeFirst();
  return row && instant(row.last_seen);
}
