import type { CheckIn, Triage } from "@stipple/protocol";
import type { PersonColumns } from "../db/database.ts";
import type { Json } from "../db/json.ts";

/** The advice is kept as it was given that day. */
export interface CheckInTable extends PersonColumns {
  id: string;
  position: number;
  check_in: Json<CheckIn>;
  triage: Json<Triage>;
}
