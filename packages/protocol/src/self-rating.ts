import { z } from "zod";
import { isoDateSchema } from "./answers.ts";

/**
 * How the person sees the own hair against the start of the treatment, in the seven steps that trials ask for: −3 much
 * worse, 0 the same, +3 much better (Dhurat 2013).
 */
export const selfRatingSchema = z
  .strictObject({ id: z.uuid(), on: isoDateSchema, rating: z.int().min(-3).max(3) })
  .meta({ id: "SelfRating", description: "How the person sees the own hair against the start" });
export type SelfRating = z.infer<typeof selfRatingSchema>;
