import type {
  Answers,
  Device,
  DeviceEvent,
  Hold,
  Instant,
  SelfRating,
  SessionEvent,
} from "@stipple/protocol";
import type { AssessmentRow } from "../assessments/assessments.routes.ts";
import type { CheckInRow } from "../check-ins/check-ins.routes.ts";
import type { MeasurementRecord } from "../measurements/measurements.queries.ts";
import type { KnownPhoto } from "../photos/photos.queries.ts";
import type { PlanRow } from "../plans/plans.routes.ts";
import type { Settings } from "../settings/settings.routes.ts";

/** Everything kept about a person but the pictures; documented in docs/export-format.md. */
export interface Archive {
  readonly rows: ArchiveRows;
  /** Each in a file of its own, because of its hairs. */
  readonly measurements: readonly MeasurementRecord[];
}

/** What stands in `stipple.json`. */
export interface ArchiveRows {
  readonly format: "stipple-export";
  readonly version: 2;
  readonly clock: readonly { readonly lastSeen: Instant }[];
  readonly settings: readonly Settings[];
  readonly answers: readonly { readonly answers: Answers; readonly savedAt: Instant }[];
  readonly assessments: readonly AssessmentRow[];
  readonly plans: readonly (PlanRow & { readonly assessmentId: string })[];
  readonly moves: readonly MovedSession[];
  readonly devices: readonly Device[];
  readonly deviceEvents: readonly { readonly deviceId: string; readonly event: DeviceEvent }[];
  /** By session, then in the order of arrival. */
  readonly sessionEvents: readonly SessionEvent[];
  readonly checkIns: readonly CheckInRow[];
  readonly holds: readonly Hold[];
  readonly calendarFeeds: readonly FeedAddress[];
  readonly calendarEntries: readonly CalendarSession[];
  readonly photos: readonly ArchivedPhoto[];
  readonly selfRatings: readonly SelfRating[];
}

export type ArchivedPhoto = Omit<KnownPhoto, "fileId">;

interface MovedSession {
  readonly planId: string;
  readonly number: number;
  readonly to: Instant;
  readonly movedAt: Instant;
}

interface FeedAddress {
  readonly id: string;
  readonly createdAt: Instant;
  readonly tokenHash: string;
  readonly revokedAt?: Instant;
  readonly lastReadAt?: Instant;
}

interface CalendarSession {
  readonly planId: string;
  readonly number: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly sequence: number;
  readonly status: "confirmed" | "cancelled";
  readonly changedAt: Instant;
}
