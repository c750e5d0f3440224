import type { Database } from "../db/database.ts";
import { fromJson } from "../db/json.ts";
import type { PersonKey } from "../host.ts";
import type { PlanRow } from "./plans.routes.ts";
import type { PlanTable } from "./plans.table.ts";

/** The newest plan: the one that is followed. */
export async function readCurrentPlan(
  db: Database,
  person: PersonKey,
): Promise<PlanRow | undefined> {
  const row = await plansOf(db, person).orderBy("position", "desc").limit(1).executeTakeFirst();
  return row && planRowOf(row);
}

/** One plan by its id. */
export async function readPlan(
  db: Database,
  person: PersonKey,
  id: string,
): Promise<PlanRow | undefined> {
  const row = await plansOf(db, person).where("id", "=", id).executeTakeFirst();
  return row && planRowOf(row);
}

function plansOf(db: Database, { clinicId, personId }: PersonKey) {
  return db
    .selectFrom("plan")
    .select(["id", "created_at", "choices", "plan"])
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId);
}

function planRowOf(row: Pick<PlanTable, "id" | "created_at" | "choices" | "plan">): PlanRow {
  return {
    id: row.id,
    createdAt: row.created_at,
    choices: fromJson(row.choices),
    plan: fromJson(row.plan),
  };
}
