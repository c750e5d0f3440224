import type { SelfRating } from "@stipple/protocol";
import { columnsOf, type Database, nextPosition } from "../db/database.ts";
import { fromJson, toJson } from "../db/json.ts";
import type { PersonKey } from "../host.ts";

/** Every rating, in the order they were first given. */
export async function readSelfRatings(
  db: Database,
  person: PersonKey,
): Promise<readonly SelfRating[]> {
  const rows = await db
    .selectFrom("self_rating")
    .select("self_rating")
    .where((eb) => eb.and(columnsOf(person)))
    .orderBy("position")
    .execute();
  return rows.map((row) => fromJson(row.self_rating));
}

/** Keeps a rating; one of the same id is replaced and keeps its place. */
export async function keepSelfRating(
  db: Database,
  person: PersonKey,
  rating: SelfRating,
): Promise<void> {
  const text = toJson(rating);
  await db
    .insertInto("self_rating")
    .values({
      ...columnsOf(person),
      id: rating.id,
      position: nextPosition("self_rating", person),
      self_rating: text,
    })
    .onConflict((conflict) =>
      conflict.columns(["clinic_id", "person_id", "id"]).doUpdateSet({ self_rating: text }),
    )
    .execute();
}
