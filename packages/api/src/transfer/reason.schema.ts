import { z } from "@hono/zod-openapi";
import type { SourceId } from "@stipple/evidence";
import type { Reason } from "@stipple/protocol";

/** Texts of an archive are shown as they are; this is longer than any that Stipple writes. */
export const text = z.string().max(4000);

/** An archive may name sources that a newer or older edition knows. */
export const sourceId = z.custom<SourceId>(
  (value) => typeof value === "string" && value.length > 0 && value.length <= 120,
  "must be the id of a source",
);

const place = z.strictObject({ section: text, statements: z.array(text).max(60) });

/** A rule as it was shown when the value was made. */
export const reasonSchema = z.strictObject({
  ruleId: text,
  decides: text,
  reason: text,
  article: z.strictObject({ says: text, place }).exactOptional(),
  policy: z.strictObject({ says: text, sources: z.array(sourceId).max(60) }),
  verdict: z.enum(["agrees", "nuance", "disagrees", "no-evidence", "not-in-article"]),
  strength: z.enum(["trial", "guidance", "observation", "article", "cautious-default"]),
}) satisfies z.ZodType<Reason>;

export const decidedBy = z.array(reasonSchema).max(60);
