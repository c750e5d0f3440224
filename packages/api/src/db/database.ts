import { type Kysely, type RawBuilder, sql } from "kysely";
import type { AnswersTable } from "../answers/answers.table.ts";
import type { AssessmentTable } from "../assessments/assessments.table.ts";
import type {
  CalendarEntryTable,
  CalendarFeedTable,
} from "../calendar-feed/calendar-feed.table.ts";
import type { CheckInTable } from "../check-ins/check-ins.table.ts";
import type { DeviceEventTable, DeviceTable } from "../devices/devices.table.ts";
import type { HoldTable } from "../holds/holds.table.ts";
import type { PersonKey } from "../host.ts";
import type { MeasurementEditTable, MeasurementTable } from "../measurements/measurements.table.ts";
import type { MoveTable } from "../moves/moves.table.ts";
import type { PhotoTable, PhotoUploadTable } from "../photos/photos.table.ts";
import type { PlanTable } from "../plans/plans.table.ts";
import type { SelfRatingTable } from "../self-ratings/self-ratings.table.ts";
import type { SessionEventTable } from "../sessions/sessions.table.ts";
import type { SettingsTable } from "../settings/settings.table.ts";
import type { ClockTable } from "./clock.ts";

/** Every table of a person's data, by name. */
export interface Tables {
  clock: ClockTable;
  settings: SettingsTable;
  answers: AnswersTable;
  assessment: AssessmentTable;
  plan: PlanTable;
  device: DeviceTable;
  device_event: DeviceEventTable;
  session_event: SessionEventTable;
  check_in: CheckInTable;
  hold: HoldTable;
  move: MoveTable;
  calendar_feed: CalendarFeedTable;
  calendar_entry: CalendarEntryTable;
  photo: PhotoTable;
  photo_upload: PhotoUploadTable;
  measurement: MeasurementTable;
  measurement_edit: MeasurementEditTable;
  self_rating: SelfRatingTable;
}

/** The one database type; SQLite and PostgreSQL both fit it, and so does a transaction. */
export type Database = Kysely<Tables>;

/** The columns that lead every key: whose row it is. */
export interface PersonColumns {
  clinic_id: string;
  person_id: string;
}

/** The place after the person's last row: rows keep the order in which they arrived, whatever the clock did. */
export function nextPosition(
  table: Exclude<keyof Tables, "clock" | "settings" | "answers" | "move" | "calendar_entry">,
  { clinicId, personId }: PersonKey,
): RawBuilder<number> {
  return sql<number>`(select coalesce(max(position), 0) + 1 from ${sql.table(table)}
    where clinic_id = ${clinicId} and person_id = ${personId})`;
}

/** The person's columns for an insert. */
export function columnsOf({ clinicId, personId }: PersonKey): PersonColumns {
  return { clinic_id: clinicId, person_id: personId };
}
