import type { Instant, PhotoDetails } from "@stipple/protocol";
import type { Selectable } from "kysely";
import { columnsOf, type Database, nextPosition } from "../db/database.ts";
import { fromJson, toJson } from "../db/json.ts";
import type { Host, PersonKey, PhotoFault, PhotoFile, PhotoPart } from "../host.ts";
import type { PhotoTable, StoredPicture } from "./photos.table.ts";

/** A photo as the database knows it. */
export interface KnownPhoto extends StoredPicture {
  readonly id: string;
  readonly fileId: string;
  readonly addedAt: Instant;
  readonly details: PhotoDetails;
}

/** A photo, and whether its file can be shown. */
export interface PhotoRow extends Omit<KnownPhoto, "fileId"> {
  readonly state: "ready" | PhotoFault;
}

/** Every photo that is not being deleted, in the order in which they came. */
export async function readPhotos(
  db: Database,
  { clinicId, personId }: PersonKey,
): Promise<readonly KnownPhoto[]> {
  const rows = await db
    .selectFrom("photo")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("erased_at", "is", null)
    .orderBy("position")
    .execute();
  return rows.map(photoOf);
}

export async function readPhoto(
  db: Database,
  { clinicId, personId }: PersonKey,
  id: string,
): Promise<KnownPhoto | undefined> {
  const row = await db
    .selectFrom("photo")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .where("erased_at", "is", null)
    .executeTakeFirst();
  return row && photoOf(row);
}

function photoOf(row: Selectable<PhotoTable>): KnownPhoto {
  return {
    id: row.id,
    fileId: row.file_id,
    addedAt: row.added_at,
    details: fromJson(row.details),
    ...fromJson(row.picture),
  };
}

/** Puts the photo after the person's last one. */
export async function keepPhoto(db: Database, person: PersonKey, photo: KnownPhoto): Promise<void> {
  const { id, fileId, addedAt, details, bytes, sha256, widthPx, heightPx } = photo;
  await db
    .insertInto("photo")
    .values({
      ...columnsOf(person),
      id,
      position: nextPosition("photo", person),
      file_id: fileId,
      added_at: addedAt,
      details: toJson(details),
      picture: toJson({ bytes, sha256, widthPx, heightPx }),
      erased_at: null,
    })
    .execute();
}

/** Replaces what is known about the photo; its measurements follow it to another view or day. */
export async function saveDetails(
  { db, person: { clinicId, personId } }: Host,
  id: string,
  details: PhotoDetails,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("photo")
      .set({ details: toJson(details) })
      .where("clinic_id", "=", clinicId)
      .where("person_id", "=", personId)
      .where("id", "=", id)
      .execute();
    await trx
      .updateTable("measurement")
      .set({ subject: toJson(subjectOf(details)) })
      .where("clinic_id", "=", clinicId)
      .where("person_id", "=", personId)
      .where("photo_id", "=", id)
      .execute();
  });
}

/** What a measurement keeps of its photo, so that it stands in the history without it. */
export type Subject = Pick<PhotoDetails, "view" | "siteId" | "takenOn">;

export function subjectOf({ view, siteId, takenOn }: PhotoDetails): Subject {
  return { view, ...(siteId !== undefined && { siteId }), takenOn };
}

/**
 * Deletes the photo in three steps: it is marked, its files with their keys are removed, its row is removed.
 * Whatever ends this in between, the next start goes on from the mark.
 */
export async function deletePhoto(host: Host, { id, fileId }: KnownPhoto): Promise<void> {
  const { db, person, clock } = host;
  await db
    .updateTable("photo")
    .set({ erased_at: clock() })
    .where("clinic_id", "=", person.clinicId)
    .where("person_id", "=", person.personId)
    .where("id", "=", id)
    .execute();
  await endDeletion(host, { id, fileId });
}

/** Goes on with deletions that were cut short. */
export async function endDeletions(host: Host): Promise<void> {
  const { clinicId, personId } = host.person;
  const marked = await host.db
    .selectFrom("photo")
    .select(["id", "file_id"])
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("erased_at", "is not", null)
    .execute();
  for (const { id, file_id } of marked) await endDeletion(host, { id, fileId: file_id });
}

async function endDeletion(
  { db, photos, person: { clinicId, personId } }: Host,
  { id, fileId }: Pick<KnownPhoto, "id" | "fileId">,
): Promise<void> {
  await photos.delete([
    { fileId, part: "full" },
    { fileId, part: "thumbnail" },
  ]);
  await db
    .deleteFrom("photo")
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .execute();
}

/** A file of the photo as its store names it. */
export function fileOf(
  person: PersonKey,
  { id, fileId }: Pick<KnownPhoto, "id" | "fileId">,
  part: PhotoPart,
): PhotoFile {
  return { person, photoId: id, fileId, part };
}

/** The photos with the state of their files: a photo is as bad as the worse of its two. */
export async function withStates(
  { photos, person }: Host,
  known: readonly KnownPhoto[],
): Promise<readonly PhotoRow[]> {
  const files = known.flatMap((photo) => [
    fileOf(person, photo, "full"),
    fileOf(person, photo, "thumbnail"),
  ]);
  const states = await photos.check(files);
  return known.map(({ fileId: _, ...photo }, index) => ({
    ...photo,
    state: worseOf(states[2 * index], states[2 * index + 1]),
  }));
}

type State = PhotoRow["state"];

function worseOf(full: State = "ready", thumbnail: State = "ready"): State {
  return full === "ready" ? thumbnail : full;
}
