import type { Instant } from "@stipple/protocol";
import type { PersonColumns } from "../db/database.ts";

/** A session the person moved; moving it again replaces the move. */
export interface MoveTable extends PersonColumns {
  plan_id: string;
  number: number;
  moved_to: Instant;
  moved_at: Instant;
}
