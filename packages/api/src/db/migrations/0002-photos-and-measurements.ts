import type { ColumnDefinitionBuilder, Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type Db = Kysely<unknown>;

/** Rows about photos; the pictures themselves are encrypted files beside the database. */
export const photosAndMeasurements: Migration = {
  async up(db: Db) {
    await photos(db);
    await measurements(db);
  },
};

async function photos(db: Db) {
  await rowTable(db, "photo")
    .addColumn("file_id", "text", required)
    .addColumn("added_at", "text", required)
    .addColumn("details", "text", required)
    .addColumn("picture", "text", required)
    .addColumn("erased_at", "text")
    .execute();
  await rowTable(db, "photo_upload")
    .addColumn("file_id", "text", required)
    .addColumn("changed_at", "text", required)
    .addColumn("upload", "text", required)
    .addColumn("received_bytes", "integer", required)
    .addColumn("piece_offsets", "text", required)
    .execute();
}

/** A measurement names no photo by a foreign key: the numbers stay when the person deletes the picture. */
async function measurements(db: Db) {
  await rowTable(db, "measurement")
    .addColumn("photo_id", "text", required)
    .addColumn("subject", "text", required)
    .addColumn("measurement", "text", required)
    .addColumn("hairs", "text")
    .addColumn("corrected", "text")
    .execute();
  await rowTable(db, "measurement_edit")
    .addColumn("measurement_id", "text", required)
    .addColumn("edit", "text", required)
    .addForeignKeyConstraint(
      "measurement_edit_measurement",
      [...person, "measurement_id"],
      "measurement",
      [...person, "id"],
    )
    .execute();
  await db.schema
    .createIndex("measurement_edit_order")
    .on("measurement_edit")
    .columns([...person, "measurement_id", "position"])
    .execute();
}

const person = ["clinic_id", "person_id"] as const;

function required(column: ColumnDefinitionBuilder) {
  return column.notNull();
}

/** A table whose rows have an id and keep the order in which they arrived. */
function rowTable(db: Db, name: string) {
  return db.schema
    .createTable(name)
    .addColumn("clinic_id", "text", required)
    .addColumn("person_id", "text", required)
    .addColumn("id", "text", required)
    .addColumn("position", "integer", required)
    .addPrimaryKeyConstraint(`${name}_key`, [...person, "id"]);
}
