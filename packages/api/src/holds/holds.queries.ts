import type { Hold } from "@stipple/protocol";
import { columnsOf, type Database, nextPosition } from "../db/database.ts";
import type { Host, PersonKey } from "../host.ts";
import type { HoldTable } from "./holds.table.ts";

/** Every hold, newest first. */
export async function readHolds(db: Database, person: PersonKey): Promise<readonly Hold[]> {
  const rows = await holdsOf(db, person).orderBy("position", "desc").execute();
  return rows.map(holdOf);
}

/** One hold by its id. */
export async function readHold(
  db: Database,
  person: PersonKey,
  id: string,
): Promise<Hold | undefined> {
  const row = await holdsOf(db, person).where("id", "=", id).executeTakeFirst();
  return row && holdOf(row);
}

/** Keeps a new hold; one that is known already stays as it is. */
export async function keepHold(db: Database, person: PersonKey, hold: Hold): Promise<void> {
  await db
    .insertInto("hold")
    .values({
      ...columnsOf(person),
      id: hold.id,
      position: nextPosition("hold", person),
      started_at: hold.from,
      why: hold.why,
      says: hold.says,
      cleared_at: hold.clearedAt ?? null,
    })
    .onConflict((conflict) => conflict.columns(["clinic_id", "person_id", "id"]).doNothing())
    .execute();
}

/** Holds the plan after a copy was opened: sessions done since it was taken are missing (I-S6). */
export async function holdForHistoryGap(
  { db, person, clock }: Host,
  copyTakenAt: string,
): Promise<void> {
  await keepHold(db, person, {
    id: crypto.randomUUID(),
    from: clock(),
    why: "history-gap",
    says: `Your records come from a copy of ${copyTakenAt.slice(0, 10)}. What you did after that day is not in them.`,
  });
}

function holdsOf(db: Database, { clinicId, personId }: PersonKey) {
  return db
    .selectFrom("hold")
    .select(["id", "started_at", "why", "says", "cleared_at"])
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId);
}

function holdOf({
  id,
  started_at,
  why,
  says,
  cleared_at,
}: Pick<HoldTable, "id" | "started_at" | "why" | "says" | "cleared_at">): Hold {
  return { id, from: started_at, why, says, ...(cleared_at && { clearedAt: cleared_at }) };
}
