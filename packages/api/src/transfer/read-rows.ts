import { instant } from "@stipple/protocol";
import { readEntries } from "../calendar-feed/calendar-feed.queries.ts";
import { readCheckIns } from "../check-ins/check-ins.queries.ts";
import { columnsOf, type Database } from "../db/database.ts";
import { fromJson } from "../db/json.ts";
import { readHolds } from "../holds/holds.queries.ts";
import type { PersonKey } from "../host.ts";
import { readPhotos } from "../photos/photos.queries.ts";
import { readSelfRatings } from "../self-ratings/self-ratings.queries.ts";
import type { ArchiveRows } from "./archive-rows.ts";

/** Everything kept about the person, in one consistent reading. */
export async function readRows(db: Database, person: PersonKey): Promise<ArchiveRows> {
  return db.transaction().execute(async (trx) => ({
    format: "stipple-export",
    version: 2,
    ...(await readAboutPerson(trx, person)),
    ...(await readPlans(trx, person)),
    ...(await readDevices(trx, person)),
    ...(await readCourse(trx, person)),
    ...(await readCalendar(trx, person)),
    photos: (await readPhotos(trx, person)).map(({ fileId: _, ...photo }) => photo),
    selfRatings: await readSelfRatings(trx, person),
  }));
}

async function readAboutPerson(db: Database, person: PersonKey) {
  const owner = columnsOf(person);
  const clock = await db
    .selectFrom("clock")
    .selectAll()
    .where((eb) => eb.and(owner))
    .execute();
  const settings = await db
    .selectFrom("settings")
    .selectAll()
    .where((eb) => eb.and(owner))
    .execute();
  const answers = await db
    .selectFrom("answers")
    .selectAll()
    .where((eb) => eb.and(owner))
    .execute();
  return {
    clock: clock.map((row) => ({ lastSeen: instant(row.last_seen) })),
    settings: settings.map((row) => fromJson(row.settings)),
    answers: answers.map((row) => ({ answers: fromJson(row.answers), savedAt: row.saved_at })),
  };
}

async function readPlans(db: Database, person: PersonKey) {
  const owner = columnsOf(person);
  const assessments = await db
    .selectFrom("assessment")
    .selectAll()
    .where((eb) => eb.and(owner))
    .orderBy("position")
    .execute();
  const plans = await db
    .selectFrom("plan")
    .selectAll()
    .where((eb) => eb.and(owner))
    .orderBy("position")
    .execute();
  const moves = await db
    .selectFrom("move")
    .selectAll()
    .where((eb) => eb.and(owner))
    .orderBy("plan_id")
    .orderBy("number")
    .execute();
  return {
    assessments: assessments.map((row) => ({
      id: row.id,
      createdAt: row.created_at,
      answers: fromJson(row.answers),
      assessment: fromJson(row.assessment),
    })),
    plans: plans.map((row) => ({
      id: row.id,
      createdAt: row.created_at,
      assessmentId: row.assessment_id,
      choices: fromJson(row.choices),
      plan: fromJson(row.plan),
    })),
    moves: moves.map((row) => ({
      planId: row.plan_id,
      number: row.number,
      to: row.moved_to,
      movedAt: row.moved_at,
    })),
  };
}

async function readDevices(db: Database, person: PersonKey) {
  const owner = columnsOf(person);
  const devices = await db
    .selectFrom("device")
    .select("device")
    .where((eb) => eb.and(owner))
    .orderBy("position")
    .execute();
  const events = await db
    .selectFrom("device_event")
    .select(["device_id", "event"])
    .where((eb) => eb.and(owner))
    .orderBy("position")
    .execute();
  return {
    devices: devices.map(({ device }) => fromJson(device)),
    deviceEvents: events.map((row) => ({ deviceId: row.device_id, event: fromJson(row.event) })),
  };
}

async function readCourse(db: Database, person: PersonKey) {
  const events = await db
    .selectFrom("session_event")
    .select("event")
    .where((eb) => eb.and(columnsOf(person)))
    .orderBy("session_id")
    .orderBy("position")
    .execute();
  const holds = await readHolds(db, person);
  const checkIns = await readCheckIns(db, person);
  return {
    sessionEvents: events.map(({ event }) => fromJson(event)),
    checkIns: checkIns.toReversed(),
    holds: holds.toReversed(),
  };
}

async function readCalendar(db: Database, person: PersonKey) {
  const feeds = await db
    .selectFrom("calendar_feed")
    .selectAll()
    .where((eb) => eb.and(columnsOf(person)))
    .orderBy("position")
    .execute();
  const entries = await readEntries(db, person);
  return {
    calendarFeeds: feeds.map((row) => ({
      id: row.id,
      createdAt: row.created_at,
      tokenHash: row.token_hash,
      ...(row.revoked_at && { revokedAt: row.revoked_at }),
      ...(row.last_read_at && { lastReadAt: row.last_read_at }),
    })),
    calendarEntries: entries.map((row) => ({
      planId: row.plan_id,
      number: row.number,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      sequence: row.sequence,
      status: row.status,
      changedAt: row.changed_at,
    })),
  };
}
