import type { Database } from "../db/database.ts";
import { fromJson } from "../db/json.ts";
import type { PersonKey } from "../host.ts";
import type { AssessedStage, AssessmentRow } from "./assessments.routes.ts";

/** The newest assessment: the one that counts. */
export async function readLatestAssessment(
  db: Database,
  { clinicId, personId }: PersonKey,
): Promise<AssessmentRow | undefined> {
  const row = await db
    .selectFrom("assessment")
    .select(["id", "created_at", "answers", "assessment"])
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      createdAt: row.created_at,
      answers: fromJson(row.answers),
      assessment: fromJson(row.assessment),
    }
  );
}

/** The stage of every assessment, newest first. */
export async function readAssessedStages(
  db: Database,
  { clinicId, personId }: PersonKey,
): Promise<readonly AssessedStage[]> {
  const rows = await db
    .selectFrom("assessment")
    .select(["id", "created_at", "answers"])
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .orderBy("position", "desc")
    .execute();
  return rows.map((row) => {
    const { pattern } = fromJson(row.answers);
    return { id: row.id, createdAt: row.created_at, ...(pattern && { pattern }) };
  });
}
