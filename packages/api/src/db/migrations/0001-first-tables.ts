import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type Db = Kysely<unknown>;

/** Text ids, ISO text for moments, integers, JSON as text: the same in SQLite and PostgreSQL. */
export const firstTables: Migration = {
  async up(db: Db) {
    for (const create of [records, plansAndDevices, sessions, feeds]) await create(db);
  },
};

async function records(db: Db) {
  await personTable(db, "clock")
    .addColumn("last_seen", "text", required)
    .addPrimaryKeyConstraint("clock_key", [...person])
    .execute();
  await personTable(db, "settings")
    .addColumn("settings", "text", required)
    .addPrimaryKeyConstraint("settings_key", [...person])
    .execute();
  await personTable(db, "answers")
    .addColumn("answers", "text", required)
    .addColumn("saved_at", "text", required)
    .addPrimaryKeyConstraint("answers_key", [...person])
    .execute();
  await rowTable(db, "assessment")
    .addColumn("created_at", "text", required)
    .addColumn("answers", "text", required)
    .addColumn("assessment", "text", required)
    .execute();
}

async function plansAndDevices(db: Db) {
  await rowTable(db, "plan")
    .addColumn("created_at", "text", required)
    .addColumn("assessment_id", "text", required)
    .addColumn("choices", "text", required)
    .addColumn("plan", "text", required)
    .addForeignKeyConstraint("plan_assessment", [...person, "assessment_id"], "assessment", [
      ...person,
      "id",
    ])
    .execute();
  await rowTable(db, "device").addColumn("device", "text", required).execute();
  await rowTable(db, "device_event")
    .addColumn("device_id", "text", required)
    .addColumn("event", "text", required)
    .addForeignKeyConstraint("device_event_device", [...person, "device_id"], "device", [
      ...person,
      "id",
    ])
    .execute();
  await personTable(db, "move")
    .addColumn("plan_id", "text", required)
    .addColumn("number", "integer", required)
    .addColumn("moved_to", "text", required)
    .addColumn("moved_at", "text", required)
    .addPrimaryKeyConstraint("move_key", [...person, "plan_id", "number"])
    .addForeignKeyConstraint("move_plan", [...person, "plan_id"], "plan", [...person, "id"])
    .execute();
}

/** A session event names no device or plan by a foreign key: what happened is recorded before they arrive. */
async function sessions(db: Db) {
  await rowTable(db, "session_event")
    .addColumn("session_id", "text", required)
    .addColumn("event", "text", required)
    .execute();
  await db.schema
    .createIndex("session_event_order")
    .on("session_event")
    .columns([...person, "session_id", "position"])
    .execute();
  await rowTable(db, "check_in")
    .addColumn("check_in", "text", required)
    .addColumn("triage", "text", required)
    .execute();
  await rowTable(db, "hold")
    .addColumn("started_at", "text", required)
    .addColumn("why", "text", required)
    .addColumn("says", "text", required)
    .addColumn("cleared_at", "text")
    .execute();
}

async function feeds(db: Db) {
  await rowTable(db, "calendar_feed")
    .addColumn("created_at", "text", required)
    .addColumn("token_hash", "text", (column) => column.notNull().unique())
    .addColumn("revoked_at", "text")
    .addColumn("last_read_at", "text")
    .execute();
  await personTable(db, "calendar_entry")
    .addColumn("plan_id", "text", required)
    .addColumn("number", "integer", required)
    .addColumn("starts_at", "text", required)
    .addColumn("ends_at", "text", required)
    .addColumn("sequence", "integer", required)
    .addColumn("status", "text", required)
    .addColumn("changed_at", "text", required)
    .addPrimaryKeyConstraint("calendar_entry_key", [...person, "plan_id", "number"])
    .execute();
}

const person = ["clinic_id", "person_id"] as const;

function required(column: ColumnDefinitionBuilder) {
  return column.notNull();
}

function personTable(db: Db, name: string): CreateTableBuilder<string, "clinic_id" | "person_id"> {
  return db.schema
    .createTable(name)
    .addColumn("clinic_id", "text", required)
    .addColumn("person_id", "text", required);
}

/** A table whose rows have an id and keep the order in which they arrived. */
function rowTable(db: Db, name: string) {
  return personTable(db, name)
    .addColumn("id", "text", required)
    .addColumn("position", "integer", required)
    .addPrimaryKeyConstraint(`${name}_key`, [...person, "id"]);
}
