import type { Instant } from "@stipple/protocol";
import { columnsOf, type Database, nextPosition } from "../db/database.ts";
import type { PersonKey } from "../host.ts";
import type { CalendarFeed } from "./calendar-feed.routes.ts";
import type { CalendarEntryTable } from "./calendar-feed.table.ts";

/** A session as calendars know it. */
export type CalendarEntry = Omit<CalendarEntryTable, "clinic_id" | "person_id">;

/** Keeps a new calendar address by the hash of its token. */
export async function keepFeed(
  db: Database,
  person: PersonKey,
  feed: { readonly id: string; readonly createdAt: Instant; readonly tokenHash: string },
): Promise<void> {
  await db
    .insertInto("calendar_feed")
    .values({
      ...columnsOf(person),
      id: feed.id,
      position: nextPosition("calendar_feed", person),
      created_at: feed.createdAt,
      token_hash: feed.tokenHash,
      revoked_at: null,
      last_read_at: null,
    })
    .execute();
}

/** Every calendar address made so far, without its secret. */
export async function readFeeds(
  db: Database,
  { clinicId, personId }: PersonKey,
): Promise<readonly CalendarFeed[]> {
  const rows = await db
    .selectFrom("calendar_feed")
    .select(["id", "created_at", "revoked_at", "last_read_at"])
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .orderBy("position", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    ...(row.revoked_at && { revokedAt: row.revoked_at }),
    ...(row.last_read_at && { lastReadAt: row.last_read_at }),
  }));
}

/** The open address this token belongs to. */
export async function feedOfToken(db: Database, tokenHash: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("calendar_feed")
    .select("id")
    .where("token_hash", "=", tokenHash)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return row?.id;
}

/** Closes an address for good; `false` when there is none of this id. */
export async function revokeFeed(
  db: Database,
  { clinicId, personId }: PersonKey,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("calendar_feed")
    .set(({ fn, val }) => ({ revoked_at: fn.coalesce("revoked_at", val(at)) }))
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The sessions that calendars have been told of, oldest first. */
export async function readEntries(
  db: Database,
  { clinicId, personId }: PersonKey,
): Promise<readonly CalendarEntry[]> {
  return db
    .selectFrom("calendar_entry")
    .select(["plan_id", "number", "starts_at", "ends_at", "sequence", "status", "changed_at"])
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .orderBy("starts_at")
    .orderBy("plan_id")
    .orderBy("number")
    .execute();
}

/** Remembers what calendars are told now, and that this address was read. */
export async function keepEntries(
  db: Database,
  person: PersonKey,
  { changed, feedId, at }: { changed: readonly CalendarEntry[]; feedId: string; at: Instant },
): Promise<void> {
  const owner = columnsOf(person);
  await db.transaction().execute(async (trx) => {
    for (const entry of changed) {
      await trx
        .insertInto("calendar_entry")
        .values({ ...owner, ...entry })
        .onConflict((conflict) =>
          conflict.columns(["clinic_id", "person_id", "plan_id", "number"]).doUpdateSet(entry),
        )
        .execute();
    }
    await trx
      .updateTable("calendar_feed")
      .set({ last_read_at: at })
      .where("clinic_id", "=", person.clinicId)
      .where("person_id", "=", person.personId)
      .where("id", "=", feedId)
      .execute();
  });
}
