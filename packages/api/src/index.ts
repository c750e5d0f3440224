// Contents of the package.

export { type AppType, createApp } from "./app.ts";
export type { AssessedStage, AssessmentRow } from "./assessments/assessments.routes.ts";
export type { CalendarFeed } from "./calendar-feed/calendar-feed.routes.ts";
export type { CheckInRow } from "./check-ins/check-ins.routes.ts";
export type { Database, Tables } from "./db/database.ts";
export { migrate, migrations } from "./db/migrations.ts";
export { type SyncSqlite, sqliteDialect } from "./db/sqlite.ts";
export type { DeviceRow } from "./devices/devices.routes.ts";
export type { Health } from "./health/health.routes.ts";
export type { History } from "./history/history.routes.ts";
export { holdForHistoryGap } from "./holds/holds.queries.ts";
export {
  type DatabaseCopy,
  type Host,
  homePerson,
  machineClock,
  type PersonKey,
  type PhotoFault,
  type PhotoFile,
  type PhotoPart,
  type PhotoStore,
  type PictureFormat,
  type Recovery,
  type Reencoded,
  type RefusedPicture,
  type Storage,
} from "./host.ts";
export type { MeasurementRecord, MeasurementRow } from "./measurements/measurements.queries.ts";
export type { PhotoUploadProgress } from "./photos/photo-uploads.routes.ts";
export type { PhotoRow } from "./photos/photos.queries.ts";
export { settlePhotos } from "./photos/settle-photos.ts";
export type { PlanRow } from "./plans/plans.routes.ts";
export type { SessionRecord, SessionRow } from "./sessions/sessions.routes.ts";
export type { Settings } from "./settings/settings.routes.ts";
export type { Alarm, Day, DayEntry, Today } from "./today/today.ts";
export type { ImportResult } from "./transfer/transfer.routes.ts";
