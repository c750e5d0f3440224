import type { CorrectedTotals, Measurement, MeasurementEdit } from "@stipple/protocol";
import type { Selectable } from "kysely";
import { columnsOf, type Database, nextPosition } from "../db/database.ts";
import { fromJson, toJson } from "../db/json.ts";
import type { PersonKey } from "../host.ts";
import type { Subject } from "../photos/photos.queries.ts";
import type { MeasurementTable, MeasurementTotals } from "./measurements.table.ts";

/** A measurement in the history: what was found, and what the person's corrections made of it. */
export interface MeasurementRow extends Subject {
  readonly measurement: MeasurementTotals;
  readonly editCount: number;
  readonly corrected?: CorrectedTotals;
}

/** One measurement with its hairs and every correction. */
export interface MeasurementRecord {
  readonly subject: Subject;
  readonly measurement: Measurement;
  readonly edits: readonly MeasurementEdit[];
  readonly corrected?: CorrectedTotals;
}

/** Every measurement without its hairs, in the order in which they came. */
export async function readMeasurements(
  db: Database,
  { clinicId, personId }: PersonKey,
): Promise<readonly MeasurementRow[]> {
  const rows = await db
    .selectFrom("measurement")
    .select(["id", "subject", "measurement", "corrected"])
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .orderBy("position")
    .execute();
  const edits = await db
    .selectFrom("measurement_edit")
    .select(["measurement_id", (eb) => eb.fn.countAll<number>().as("count")])
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .groupBy("measurement_id")
    .execute();
  const counts = new Map(edits.map(({ measurement_id, count }) => [measurement_id, Number(count)]));
  return rows.map(({ id, subject, measurement, corrected }) => ({
    ...fromJson(subject),
    measurement: fromJson(measurement),
    editCount: counts.get(id) ?? 0,
    ...(corrected && { corrected: fromJson(corrected) }),
  }));
}

/** The ids of all measurements, in the order in which they came. */
export async function readMeasurementIds(
  db: Database,
  { clinicId, personId }: PersonKey,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("measurement")
    .select("id")
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .orderBy("position")
    .execute();
  return rows.map(({ id }) => id);
}

export async function readMeasurement(
  db: Database,
  person: PersonKey,
  id: string,
): Promise<MeasurementRecord | undefined> {
  const row = await db
    .selectFrom("measurement")
    .selectAll()
    .where("clinic_id", "=", person.clinicId)
    .where("person_id", "=", person.personId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    subject: fromJson(row.subject),
    measurement: wholeOf(row),
    edits: await readEdits(db, person, id),
    ...(row.corrected && { corrected: fromJson(row.corrected) }),
  };
}

function wholeOf({ measurement, hairs }: Selectable<MeasurementTable>): Measurement {
  const { result, ...about } = fromJson(measurement);
  return result.kind === "close-up"
    ? { ...about, result: { ...result, hairs: hairs ? [...fromJson(hairs)] : [] } }
    : { ...about, result };
}

async function readEdits(
  db: Database,
  { clinicId, personId }: PersonKey,
  measurementId: string,
): Promise<readonly MeasurementEdit[]> {
  const rows = await db
    .selectFrom("measurement_edit")
    .select("edit")
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("measurement_id", "=", measurementId)
    .orderBy("position")
    .execute();
  return rows.map(({ edit }) => fromJson(edit));
}

/** Keeps a measurement with its corrections, if there are any. */
export async function keepMeasurement(
  db: Database,
  person: PersonKey,
  { subject, measurement, edits, corrected }: MeasurementRecord,
): Promise<void> {
  const { result, ...about } = measurement;
  const { hairs, ...totals } = { hairs: undefined, ...result };
  await db
    .insertInto("measurement")
    .values({
      ...columnsOf(person),
      id: measurement.id,
      position: nextPosition("measurement", person),
      photo_id: measurement.photoId,
      subject: toJson(subject),
      measurement: toJson({ ...about, result: totals }),
      hairs: hairs ? toJson(hairs) : null,
      corrected: corrected ? toJson(corrected) : null,
    })
    .execute();
  await keepEdits(db, person, { measurementId: measurement.id, edits });
}

interface NewEdits {
  readonly measurementId: string;
  readonly edits: readonly MeasurementEdit[];
}

/** Adds the corrections that are new, in the order they were sent. */
export async function keepEdits(
  db: Database,
  person: PersonKey,
  { measurementId, edits }: NewEdits,
): Promise<void> {
  for (const edit of edits) {
    await db
      .insertInto("measurement_edit")
      .values({
        ...columnsOf(person),
        id: edit.id,
        measurement_id: measurementId,
        position: nextPosition("measurement_edit", person),
        edit: toJson(edit),
      })
      .onConflict((conflict) => conflict.columns(["clinic_id", "person_id", "id"]).doNothing())
      .execute();
  }
}

export async function saveCorrected(
  db: Database,
  { clinicId, personId }: PersonKey,
  { id, corrected }: { readonly id: string; readonly corrected: CorrectedTotals },
): Promise<void> {
  await db
    .updateTable("measurement")
    .set({ corrected: toJson(corrected) })
    .where("clinic_id", "=", clinicId)
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .execute();
}

/** Deletes the measurement with its corrections; says whether there was one. */
export async function deleteMeasurement(
  db: Database,
  { clinicId, personId }: PersonKey,
  id: string,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom("measurement_edit")
      .where("clinic_id", "=", clinicId)
      .where("person_id", "=", personId)
      .where("measurement_id", "=", id)
      .execute();
    const { numDeletedRows } = await trx
      .deleteFrom("measurement")
      .where("clinic_id", "=", clinicId)
      .where("person_id", "=", personId)
      .where("id", "=", id)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });
}
