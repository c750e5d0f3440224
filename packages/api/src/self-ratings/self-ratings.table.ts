import type { SelfRating } from "@stipple/protocol";
import type { PersonColumns } from "../db/database.ts";
import type { Json } from "../db/json.ts";

export interface SelfRatingTable extends PersonColumns {
  id: string;
  position: number;
  self_rating: Json<SelfRating>;
}
