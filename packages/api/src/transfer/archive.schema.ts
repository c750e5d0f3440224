import { z } from "@hono/zod-openapi";
import {
  answersSchema,
  checkInSchema,
  correctedTotalsSchema,
  deviceEventSchema,
  deviceSchema,
  instantSchema,
  isoDateSchema,
  measurementEditSchema,
  measurementSchema,
  namesItsSite,
  photoDetailsSchema,
  photoSubjectShape,
  planChoicesSchema,
  selfRatingSchema,
  sessionEventSchema,
  type Triage,
} from "@stipple/protocol";
import type { MeasurementRecord } from "../measurements/measurements.queries.ts";
import { settingsSchema } from "../settings/settings.routes.ts";
import type { ArchivedPhoto, ArchiveRows } from "./archive-rows.ts";
import { assessmentSchema } from "./assessment.schema.ts";
import { planSchema } from "./plan.schema.ts";
import { decidedBy, text } from "./reason.schema.ts";

/** So many photos and measurements an archive may hold: a hundred years of monthly ones. */
export const maxPhotos = 20_000;
export const maxMeasurements = 20_000;

const triageSchema = z.strictObject({
  urgency: z.enum(["self-care", "watch", "doctor-in-1-2-weeks", "doctor-today", "emergency"]),
  says: text,
  advice: z.array(z.strictObject({ says: text, decidedBy })).max(60),
  holdsPlan: z.boolean(),
}) satisfies z.ZodType<Triage>;

const rows = {
  clock: z.array(z.strictObject({ lastSeen: instantSchema })).max(1),
  settings: z.array(settingsSchema).max(1),
  answers: z.array(z.strictObject({ answers: answersSchema, savedAt: instantSchema })).max(1),
  assessments: z
    .array(
      z.strictObject({
        id: z.uuid(),
        createdAt: instantSchema,
        answers: answersSchema,
        assessment: assessmentSchema,
      }),
    )
    .max(10_000),
  plans: z
    .array(
      z.strictObject({
        id: z.uuid(),
        createdAt: instantSchema,
        assessmentId: z.uuid(),
        choices: planChoicesSchema,
        plan: planSchema,
      }),
    )
    .max(10_000),
  devices: z.array(deviceSchema).max(1000),
  deviceEvents: z
    .array(z.strictObject({ deviceId: z.uuid(), event: deviceEventSchema }))
    .max(50_000),
  sessionEvents: z.array(sessionEventSchema).max(200_000),
  checkIns: z.array(z.strictObject({ checkIn: checkInSchema, triage: triageSchema })).max(50_000),
  holds: z
    .array(
      z.strictObject({
        id: z.uuid(),
        from: instantSchema,
        why: z.enum(["red-flag", "person", "clock", "history-gap"]),
        says: text,
        clearedAt: instantSchema.exactOptional(),
      }),
    )
    .max(10_000),
  moves: z
    .array(
      z.strictObject({
        planId: z.uuid(),
        number: z.int().min(1).max(10_000),
        to: instantSchema,
        movedAt: instantSchema,
      }),
    )
    .max(10_000),
  calendarFeeds: z
    .array(
      z.strictObject({
        id: z.uuid(),
        createdAt: instantSchema,
        tokenHash: z.string().regex(/^[\w-]{43}$/, "a SHA-256 as base64url"),
        revokedAt: instantSchema.exactOptional(),
        lastReadAt: instantSchema.exactOptional(),
      }),
    )
    .max(1000),
  calendarEntries: z
    .array(
      z.strictObject({
        planId: z.uuid(),
        number: z.int().min(1).max(10_000),
        startsAt: instantSchema,
        endsAt: instantSchema,
        sequence: z.int().min(0).max(1_000_000),
        status: z.enum(["confirmed", "cancelled"]),
        changedAt: instantSchema,
      }),
    )
    .max(50_000),
};

const format = z.literal("stipple-export");
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal");

const photos = z
  .array(
    z.strictObject({
      id: z.uuid(),
      addedAt: instantSchema,
      details: photoDetailsSchema,
      bytes: z.int().min(1),
      sha256,
      widthPx: z.int().min(1).max(100_000),
      heightPx: z.int().min(1).max(100_000),
    }),
  )
  .max(maxPhotos) satisfies z.ZodType<readonly ArchivedPhoto[]>;

/** The content of `stipple.json`, of this version or the one before photos; every value is checked. */
export const archiveSchema = z.discriminatedUnion("version", [
  z.strictObject({
    format,
    version: z.literal(2),
    ...rows,
    photos,
    selfRatings: z.array(selfRatingSchema).max(10_000),
  }) satisfies z.ZodType<ArchiveRows>,
  z.strictObject({ format, version: z.literal(1), ...rows }),
]);

/** The content of one file of `measurements/`. */
export const measurementRecordSchema = z.strictObject({
  subject: z
    .strictObject({ ...photoSubjectShape, takenOn: isoDateSchema })
    .refine(namesItsSite, { path: ["siteId"], error: "there for a close-up, and only there" }),
  measurement: measurementSchema,
  edits: z.array(measurementEditSchema).max(20_000),
  corrected: correctedTotalsSchema.exactOptional(),
}) satisfies z.ZodType<MeasurementRecord>;

/** The content of `manifest.json`. */
export const manifestSchema = z.strictObject({
  format: z.literal("stipple-archive"),
  version: z.literal([1, 2]),
  files: z
    .array(z.strictObject({ name: z.string().max(100), bytes: z.int().min(0), sha256 }))
    .min(1)
    .max(1 + maxPhotos + maxMeasurements),
});
export type Manifest = z.infer<typeof manifestSchema>;
