import type { Answers, Instant } from "@stipple/protocol";
import type { PersonColumns } from "../db/database.ts";
import type { Json } from "../db/json.ts";

/** The draft: what was answered so far. */
export interface AnswersTable extends PersonColumns {
  answers: Json<Answers>;
  saved_at: Instant;
}
