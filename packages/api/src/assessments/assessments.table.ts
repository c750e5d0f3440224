import type { Answers, Assessment, Instant } from "@stipple/protocol";
import type { PersonColumns } from "../db/database.ts";
import type { Json } from "../db/json.ts";

export interface AssessmentTable extends PersonColumns {
  id: string;
  position: number;
  created_at: Instant;
  answers: Json<Answers>;
  assessment: Json<Assessment>;
}
