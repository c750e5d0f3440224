import { z } from "zod";
import { needleLengthUmSchema } from "./answers.ts";
import { instant } from "./calendar.ts";
import { type PartZoneId, zoneIds } from "./zones.ts";

const partZones = zoneIds.filter((zone): zone is PartZoneId => zone !== "whole-scalp");

/** A moment in JSON; leaves the border in UTC. */
export const instantSchema = z.iso.datetime({ offset: true }).transform(instant);

/** Checks before the first stroke, in the order they are asked. */
export const gateChecks = [
  "feels-well-no-red-flags",
  "skin-calm",
  "no-new-medicine-or-condition",
  "nothing-medicated-on-scalp",
  "hair-dry",
  "scalp-clean",
  "own-device",
  "device-clean-and-undamaged",
] as const;
export type GateCheck = (typeof gateChecks)[number];

/** After the session, in order. `disinfect` runs a 10-minute timer. */
export const cleaningSteps = [
  "rinse-with-detergent",
  "disinfect-alcohol-70",
  "air-dry",
  "into-case",
] as const;
export type CleaningStep = (typeof cleaningSteps)[number];

export const stopReasons = ["pain", "bleeding", "snag", "unwell", "person", "time"] as const;
export type StopReason = (typeof stopReasons)[number];

const base = { id: z.uuid(), sessionId: z.uuid(), at: instantSchema };
const section = { sectionId: z.string().min(1).max(60) };

/**
 * Events of one session, append-only. Ids are made by the client, so that sending twice is harmless.
 * What happened is recorded even outside the rules; only planning and guiding stay inside them.
 */
export const sessionEventSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      ...base,
      kind: z.literal("started"),
      planId: z.uuid().optional(),
      deviceId: z.uuid(),
      needleLengthUm: needleLengthUmSchema,
      setting: z.enum(["home", "clinic"]),
      zones: z.array(z.enum(partZones)).min(1).max(5),
      sectionIds: z.array(z.string().min(1).max(60)).min(1).max(60),
      timeZone: z.string().min(1).max(60),
    }),
    z.strictObject({
      ...base,
      kind: z.literal("gate-answered"),
      check: z.enum(gateChecks),
      answer: z.enum(["yes", "no", "unknown"]),
    }),
    z.strictObject({ ...base, ...section, kind: z.literal("section-started") }),
    z.strictObject({
      ...base,
      ...section,
      kind: z.literal("strokes-done"),
      /** Index into the plan's directions. */
      direction: z.int().min(0).max(3),
      rolls: z.int().min(1).max(15),
    }),
    z.strictObject({
      ...base,
      ...section,
      kind: z.literal("section-felt"),
      painScore: z.int().min(0).max(10),
      blood: z.enum(["none", "pinpoint", "bead"]),
      snag: z.boolean(),
    }),
    z.strictObject({
      ...base,
      ...section,
      kind: z.literal("section-stopped"),
      why: z.enum(stopReasons),
    }),
    z.strictObject({ ...base, ...section, kind: z.literal("section-skipped") }),
    z.strictObject({ ...base, kind: z.literal("paused") }),
    z.strictObject({ ...base, kind: z.literal("resumed") }),
    z.strictObject({ ...base, kind: z.literal("rolling-ended") }),
    z.strictObject({
      ...base,
      kind: z.literal("topical-applied"),
      product: z.string().min(1).max(60),
    }),
    z.strictObject({ ...base, kind: z.literal("topical-waits") }),
    z.strictObject({ ...base, kind: z.literal("cleaning-done"), step: z.enum(cleaningSteps) }),
    z.strictObject({
      ...base,
      kind: z.literal("cleaning-skipped"),
      why: z.string().min(1).max(500),
    }),
    z.strictObject({ ...base, kind: z.literal("stopped"), why: z.enum(stopReasons) }),
    z.strictObject({ ...base, kind: z.literal("undone"), eventId: z.uuid() }),
    z.strictObject({ ...base, kind: z.literal("closed") }),
  ])
  .meta({ id: "SessionEvent", description: "One event of a guided session" });
export type SessionEvent = z.infer<typeof sessionEventSchema>;
