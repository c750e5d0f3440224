import { z } from "@hono/zod-openapi";
import {
  instantSchema,
  isoDateSchema,
  isTimeZone,
  needleLengthUmSchema,
  type PartZoneId,
  type Plan,
  protocolIds,
  zoneIds,
} from "@stipple/protocol";
import { decidedBy, text } from "./reason.schema.ts";

const partZone = z.enum(zoneIds.filter((zone): zone is PartZoneId => zone !== "whole-scalp"));
const hours = z.number().min(0).max(100_000);
const shown = z.strictObject({ says: text, decidedBy });
const weeks = z.union([z.literal(4), z.literal(12), z.literal(16), z.literal(24), z.literal(52)]);

function decided<Schema extends z.ZodType>(value: Schema) {
  return z.strictObject({ value, decidedBy });
}

const section = z.strictObject({ id: text, zone: partZone, name: text, isEdge: z.boolean() });

const stroke = z.strictObject({
  pattern: decided(z.enum(["star", "fan"])),
  directionsDeg: z.array(z.number().min(-360).max(360)).min(1).max(8),
  rollsPerDirection: z.int().min(1).max(60),
  rollsPerSection: decided(z.int().min(1).max(60)),
  paceCmPerS: decided(z.tuple([z.number(), z.number()])),
});

const topicalStep = z.strictObject({
  product: z.enum([
    "minoxidil",
    "finasteride-topical",
    "dutasteride-topical",
    "prp",
    "ketoconazole-shampoo",
    "cosmetic-serum",
    "finasteride-oral",
    "minoxidil-oral",
  ]),
  pauseBeforeH: hours,
  waitAfterH: hours,
  says: text,
  decidedBy,
});

const plannedSession = z.strictObject({
  number: z.int().min(1).max(10_000),
  startsAt: instantSchema,
  date: isoDateSchema,
  week: z.int().min(1).max(1000),
  phase: text,
  zones: z.array(partZone).min(1).max(5),
});

/** A plan as it was made. */
export const planSchema = z.strictObject({
  kind: z.literal("plan"),
  protocolId: z.enum(protocolIds),
  setting: z.enum(["home", "clinic"]),
  sentence: text,
  timeZone: z.string().max(60).refine(isTimeZone, { error: "must be an IANA time zone" }),
  zones: z.array(partZone).min(1).max(5),
  sections: z.array(section).min(1).max(60),
  needle: z.strictObject({
    rangeUm: decided(z.tuple([needleLengthUmSchema, needleLengthUmSchema])),
    recommendedUm: decided(needleLengthUmSchema),
  }),
  intervalH: z.strictObject({ hard: decided(hours), planned: decided(hours) }),
  maxPer168h: decided(z.int().min(1).max(7)),
  stroke,
  endpoint: decided(z.enum(["even-pink", "mild-redness", "pinpoint-bleeding-allowed"])),
  stopRules: z.array(z.strictObject({ when: text, decidedBy })).max(60),
  sessionMin: decided(z.number().min(1).max(600)),
  topicalTiming: decided(z.enum(["none", "wait-24h", "article-window"])),
  topicals: z.array(topicalStep).max(60),
  hygiene: z.array(shown).max(60),
  sessions: z.array(plannedSession).max(1000),
  reviews: z
    .array(z.strictObject({ week: weeks, on: isoDateSchema, says: text, decidedBy }))
    .max(60),
  studiedRange: z
    .array(
      z.strictObject({
        aspect: z.enum(["depth", "interval", "setting"]),
        inside: z.union([z.boolean(), z.literal("unknown")]),
        says: text,
        decidedBy,
      }),
    )
    .max(60),
  changedWishes: z.array(z.strictObject({ wish: text, became: text, decidedBy })).max(60),
  rulesVersion: text,
}) satisfies z.ZodType<Plan>;
