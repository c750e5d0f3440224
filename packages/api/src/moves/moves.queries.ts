import type { ScheduleInput } from "@stipple/protocol";
import type { Database } from "../db/database.ts";
import type { PersonKey } from "../host.ts";

/** The newest move of a session of this plan. */
export async function readMove(
  db: Database,
  { clinicId, personId }: PersonKey,
  planId: string,
): Promise<ScheduleInput["moved"]> {
  const row = await db
    .selectFrom("move")
    .select(["number", "moved_to"])
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("plan_id", "=", planId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { number: row.number, to: row.moved_to };
}
