import type { SessionEvent } from "@stipple/protocol";
import type { PersonColumns } from "../db/database.ts";
import type { Json } from "../db/json.ts";

/** Append-only; ids are made by the client; `position` is the order of arrival. */
export interface SessionEventTable extends PersonColumns {
  id: string;
  session_id: string;
  position: number;
  event: Json<SessionEvent>;
}
