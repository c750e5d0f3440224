import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** How the person sees the own hair, day by day. */
export const selfRatings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("self_rating")
      .addColumn("clinic_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("position", "integer", (column) => column.notNull())
      .addColumn("self_rating", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("self_rating_key", ["clinic_id", "person_id", "id"])
      .execute();
  },
};
