import type { Database } from "../db/database.ts";
import { fromJson } from "../db/json.ts";
import type { PersonKey } from "../host.ts";
import type { CheckInRow } from "./check-ins.routes.ts";

/** Every check-in with the advice given then, newest first. */
export async function readCheckIns(
  db: Database,
  { clinicId, personId }: PersonKey,
): Promise<readonly CheckInRow[]> {
  const rows = await db
    .selectFrom("check_in")
    .select(["check_in", "triage"])
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .orderBy("position", "desc")
    .execute();
  return rows.map(({ check_in, triage }) => ({
    checkIn: fromJson(check_in),
    triage: fromJson(triage),
  }));
}
