import type { SessionEvent } from "@stipple/protocol";
import { columnsOf, type Database, type Tables } from "../db/database.ts";
import { toJson } from "../db/json.ts";
import type { PersonKey } from "../host.ts";
import { keepMeasurement } from "../measurements/measurements.queries.ts";
import { keepPhoto } from "../photos/photos.queries.ts";
import { keepSelfRating } from "../self-ratings/self-ratings.queries.ts";
import type { Archive, ArchiveRows } from "./archive-rows.ts";

/** Tables in an order in which rows can be deleted: those that point to others first. */
const tables = [
  "self_rating",
  "measurement_edit",
  "measurement",
  "photo_upload",
  "photo",
  "calendar_entry",
  "calendar_feed",
  "move",
  "hold",
  "check_in",
  "session_event",
  "device_event",
  "device",
  "plan",
  "assessment",
  "answers",
  "settings",
  "clock",
] as const satisfies readonly (keyof Tables)[];

/** Deletes every row of the person. */
export async function deleteRows(db: Database, { clinicId, personId }: PersonKey): Promise<void> {
  for (const table of tables) {
    await db
      .deleteFrom(table)
      .where("clinic_id", "=", clinicId)
      .where("person_id", "=", personId)
      .execute();
  }
}

/** Puts every row of an archive into the empty tables of the person; `fileIds` name the files of its photos. */
export async function insertRows(
  db: Database,
  person: PersonKey,
  { rows, measurements, fileIds }: Archive & { readonly fileIds: ReadonlyMap<string, string> },
): Promise<void> {
  await insertAboutPerson(db, person, rows);
  await insertPlans(db, person, rows);
  await insertDevices(db, person, rows);
  await insertCourse(db, person, rows);
  await insertCalendar(db, person, rows);
  for (const photo of rows.photos) {
    const fileId = fileIds.get(photo.id) ?? crypto.randomUUID();
    await keepPhoto(db, person, { ...photo, fileId });
  }
  for (const rating of rows.selfRatings) await keepSelfRating(db, person, rating);
  for (const measurement of measurements) await keepMeasurement(db, person, measurement);
}

async function insertAboutPerson(
  db: Database,
  person: PersonKey,
  { clock, settings, answers }: ArchiveRows,
): Promise<void> {
  const owner = columnsOf(person);
  for (const { lastSeen } of clock) {
    const last_seen = new Date(lastSeen).toISOString();
    await db
      .insertInto("clock")
      .values({ ...owner, last_seen })
      .execute();
  }
  for (const row of settings) {
    await db
      .insertInto("settings")
      .values({ ...owner, settings: toJson(row) })
      .execute();
  }
  for (const row of answers) {
    await db
      .insertInto("answers")
      .values({ ...owner, answers: toJson(row.answers), saved_at: row.savedAt })
      .execute();
  }
}

async function insertPlans(
  db: Database,
  person: PersonKey,
  { assessments, plans, moves }: ArchiveRows,
): Promise<void> {
  const owner = columnsOf(person);
  for (const [index, row] of assessments.entries()) {
    await db
      .insertInto("assessment")
      .values({
        ...owner,
        id: row.id,
        position: index + 1,
        created_at: row.createdAt,
        answers: toJson(row.answers),
        assessment: toJson(row.assessment),
      })
      .execute();
  }
  for (const [index, row] of plans.entries()) {
    await db
      .insertInto("plan")
      .values({
        ...owner,
        id: row.id,
        position: index + 1,
        created_at: row.createdAt,
        assessment_id: row.assessmentId,
        choices: toJson(row.choices),
        plan: toJson(row.plan),
      })
      .execute();
  }
  for (const { planId, number, to, movedAt } of moves) {
    await db
      .insertInto("move")
      .values({ ...owner, plan_id: planId, number, moved_to: to, moved_at: movedAt })
      .execute();
  }
}

async function insertDevices(
  db: Database,
  person: PersonKey,
  { devices, deviceEvents }: ArchiveRows,
): Promise<void> {
  const owner = columnsOf(person);
  for (const [index, device] of devices.entries()) {
    await db
      .insertInto("device")
      .values({ ...owner, id: device.id, position: index + 1, device: toJson(device) })
      .execute();
  }
  for (const [index, { deviceId, event }] of deviceEvents.entries()) {
    await db
      .insertInto("device_event")
      .values({
        ...owner,
        id: event.id,
        device_id: deviceId,
        position: index + 1,
        event: toJson(event),
      })
      .execute();
  }
}

async function insertCourse(
  db: Database,
  person: PersonKey,
  { sessionEvents, checkIns, holds }: ArchiveRows,
): Promise<void> {
  const owner = columnsOf(person);
  for (const [index, event] of sessionEvents.entries()) {
    await db
      .insertInto("session_event")
      .values({ ...owner, ...sessionColumns(event), position: index + 1 })
      .execute();
  }
  for (const [index, { checkIn, triage }] of checkIns.entries()) {
    await db
      .insertInto("check_in")
      .values({
        ...owner,
        id: checkIn.id,
        position: index + 1,
        check_in: toJson(checkIn),
        triage: toJson(triage),
      })
      .execute();
  }
  for (const [index, hold] of holds.entries()) {
    await db
      .insertInto("hold")
      .values({
        ...owner,
        id: hold.id,
        position: index + 1,
        started_at: hold.from,
        why: hold.why,
        says: hold.says,
        cleared_at: hold.clearedAt ?? null,
      })
      .execute();
  }
}

function sessionColumns(event: SessionEvent) {
  return { id: event.id, session_id: event.sessionId, event: toJson(event) };
}

async function insertCalendar(
  db: Database,
  person: PersonKey,
  { calendarFeeds, calendarEntries }: ArchiveRows,
): Promise<void> {
  const owner = columnsOf(person);
  for (const [index, feed] of calendarFeeds.entries()) {
    await db
      .insertInto("calendar_feed")
      .values({
        ...owner,
        id: feed.id,
        position: index + 1,
        created_at: feed.createdAt,
        token_hash: feed.tokenHash,
        revoked_at: feed.revokedAt ?? null,
        last_read_at: feed.lastReadAt ?? null,
      })
      .execute();
  }
  for (const entry of calendarEntries) {
    await db
      .insertInto("calendar_entry")
      .values({
        ...owner,
        plan_id: entry.planId,
        number: entry.number,
        starts_at: entry.startsAt,
        ends_at: entry.endsAt,
        sequence: entry.sequence,
        status: entry.status,
        changed_at: entry.changedAt,
      })
      .execute();
  }
}
