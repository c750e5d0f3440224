import type { Instant } from "@stipple/protocol";
import type { PersonColumns } from "../db/database.ts";

/** A secret calendar address; only the SHA-256 of its token is kept. */
export interface CalendarFeedTable extends PersonColumns {
  id: string;
  position: number;
  created_at: Instant;
  token_hash: string;
  revoked_at: Instant | null;
  last_read_at: Instant | null;
}

/** A session as calendars know it, so that its sequence rises when it moves and it is cancelled, not lost. */
export interface CalendarEntryTable extends PersonColumns {
  plan_id: string;
  number: number;
  starts_at: Instant;
  ends_at: Instant;
  sequence: number;
  status: "confirmed" | "cancelled";
  changed_at: Instant;
}
