import { z } from "@hono/zod-openapi";
import { type Assessment, isoDateSchema } from "@stipple/protocol";
import { reasonSchema, sourceId, text } from "./reason.schema.ts";

const outcome = z.enum([
  "suitable",
  "suitable-with-caution",
  "clinic-only",
  "wait",
  "see-doctor",
  "not-enough-known",
]);

const finding = z.strictObject({
  leadsTo: outcome,
  says: text,
  nextStep: text,
  reason: reasonSchema,
  waitUntil: isoDateSchema.exactOptional(),
  from: z.array(text).max(60),
});

const restrictions = z.strictObject({
  hasRelativeFlag: z.boolean(),
  hasCardiovascularFlag: z.boolean(),
  usesDrugTopical: z.boolean(),
  noHairDrugs: z.boolean(),
  pigmentRisk: z.boolean(),
});

/** An assessment as it was made. */
export const assessmentSchema = z.strictObject({
  outcome,
  headline: text,
  nextStep: text,
  waitUntil: isoDateSchema.exactOptional(),
  findings: z.array(finding).max(200),
  restrictions,
  stageNote: z.strictObject({
    says: text,
    insideStudiedRange: z.union([z.boolean(), z.literal("unknown")]),
    sources: z.array(sourceId).max(60),
  }),
  missing: z.array(text).max(200),
  assessedOn: isoDateSchema,
  expiresOn: isoDateSchema,
  rulesVersion: text,
}) satisfies z.ZodType<Assessment>;
