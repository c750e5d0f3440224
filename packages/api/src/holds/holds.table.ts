import type { Hold, Instant } from "@stipple/protocol";
import type { PersonColumns } from "../db/database.ts";

export interface HoldTable extends PersonColumns {
  id: string;
  position: number;
  started_at: Instant;
  why: Hold["why"];
  says: string;
  cleared_at: Instant | null;
}
