import { z } from "@hono/zod-openapi";
import {
  answersSchema,
  checkInSchema,
  deviceEventSchema,
  deviceSchema,
  instantSchema,
  planChoicesSchema,
  sessionEventSchema,
  type Triage,
} from "@stipple/protocol";
import { settingsSchema } from "../settings/settings.routes.ts";
import type { ArchiveRows } from "./archive-rows.ts";
import { assessmentSchema } from "./assessment.schema.ts";
import { planSchema } from "./plan.schema.ts";
import { decidedBy, text } from "./reason.schema.ts";

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

/** The content of `stipple.json`; every value is checked. */
export const archiveSchema = z.strictObject({
  format: z.literal("stipple-export"),
  version: z.literal(1),
  ...rows,
}) satisfies z.ZodType<ArchiveRows>;

/** The content of `manifest.json`. */
export const manifestSchema = z.strictObject({
  format: z.literal("stipple-archive"),
  version: z.literal(1),
  files: z
    .array(
      z.strictObject({
        name: z.literal("stipple.json"),
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal"),
      }),
    )
    .length(1),
});
export type Manifest = z.infer<typeof manifestSchema>;
