import type { Instant, Plan, PlanChoices } from "@stipple/protocol";
import type { PersonColumns } from "../db/database.ts";
import type { Json } from "../db/json.ts";

/** Plans are never changed; the newest is followed. */
export interface PlanTable extends PersonColumns {
  id: string;
  position: number;
  created_at: Instant;
  assessment_id: string;
  choices: Json<PlanChoices>;
  plan: Json<Plan>;
}
