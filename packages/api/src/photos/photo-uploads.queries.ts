import { addHours, type Instant, type PhotoUpload } from "@stipple/protocol";
import type { Selectable } from "kysely";
import { columnsOf, type Database, nextPosition } from "../db/database.ts";
import { fromJson, toJson } from "../db/json.ts";
import type { Host, PersonKey } from "../host.ts";
import type { PhotoUploadTable } from "./photos.table.ts";

/** An upload that is not finished, with what arrived of it. */
export interface KnownUpload {
  readonly upload: PhotoUpload;
  readonly fileId: string;
  readonly changedAt: Instant;
  readonly receivedBytes: number;
  /** Where each piece begins, in order. */
  readonly pieceOffsets: readonly number[];
}

export async function readUploads(
  db: Database,
  { clinicId, personId }: PersonKey,
): Promise<readonly KnownUpload[]> {
  const rows = await db
    .selectFrom("photo_upload")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .orderBy("position")
    .execute();
  return rows.map(uploadOf);
}

export async function readUpload(
  db: Database,
  { clinicId, personId }: PersonKey,
  id: string,
): Promise<KnownUpload | undefined> {
  const row = await db
    .selectFrom("photo_upload")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && uploadOf(row);
}

function uploadOf(row: Selectable<PhotoUploadTable>): KnownUpload {
  return {
    upload: fromJson(row.upload),
    fileId: row.file_id,
    changedAt: row.changed_at,
    receivedBytes: row.received_bytes,
    pieceOffsets: fromJson(row.piece_offsets),
  };
}

export async function keepUpload({ db, person, clock }: Host, upload: PhotoUpload): Promise<void> {
  await db
    .insertInto("photo_upload")
    .values({
      ...columnsOf(person),
      id: upload.id,
      position: nextPosition("photo_upload", person),
      file_id: crypto.randomUUID(),
      changed_at: clock(),
      upload: toJson(upload),
      received_bytes: 0,
      piece_offsets: toJson([]),
    })
    .execute();
}

/** Remembers how far the upload is. */
export async function saveProgress(
  { db, clock, person: { clinicId, personId } }: Host,
  id: string,
  { receivedBytes, pieceOffsets }: Pick<KnownUpload, "receivedBytes" | "pieceOffsets">,
): Promise<void> {
  await db
    .updateTable("photo_upload")
    .set({
      received_bytes: receivedBytes,
      piece_offsets: toJson(pieceOffsets),
      changed_at: clock(),
    })
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .execute();
}

export async function deleteUploadRow(
  db: Database,
  { clinicId, personId }: PersonKey,
  id: string,
): Promise<void> {
  await db
    .deleteFrom("photo_upload")
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .execute();
}

/** Forgets the upload and removes what arrived of it. */
export async function dropUpload(host: Host, known: KnownUpload): Promise<void> {
  await deleteUploadRow(host.db, host.person, known.upload.id);
  await removePieces(host, known);
}

export async function removePieces(
  { photos }: Host,
  { fileId, pieceOffsets }: Pick<KnownUpload, "fileId" | "pieceOffsets">,
): Promise<void> {
  await photos.delete(pieceOffsets.map((offset) => ({ fileId, part: `from-${offset}` as const })));
}

/** An upload that nobody went on with for this long is given up. */
const givenUpH = 24;

/** Removes uploads that were given up. */
export async function dropGivenUp(host: Host): Promise<void> {
  for (const known of await readUploads(host.db, host.person)) {
    const endsAt = addHours(known.changedAt, givenUpH);
    if (Date.parse(endsAt) <= Date.parse(host.clock())) await dropUpload(host, known);
  }
}
