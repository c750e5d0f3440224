import { z } from "zod";

const decided = <Value extends z.ZodType>(value: Value) => z.object({ value }).readonly();

/**
 * The part of a plan that the simulator needs. A `Plan` fits it; a plan file holds much more, which is passed over.
 */
export const simulatedPlanSchema = z
  .object({
    kind: z.literal("plan"),
    sections: z
      .array(z.object({ id: z.string() }).readonly())
      .min(1)
      .max(60)
      .readonly(),
    needle: z.object({ recommendedUm: decided(z.int().min(100).max(2500)) }).readonly(),
    stroke: z
      .object({
        pattern: decided(z.enum(["star", "fan"])),
        rollsPerSection: decided(z.int().min(1).max(60)),
      })
      .readonly(),
    topicalTiming: decided(z.enum(["none", "wait-24h", "article-window"])),
    topicals: z.array(z.object({ product: z.string() }).readonly()).readonly(),
    sessions: z
      .array(z.object({ startsAt: z.iso.datetime({ offset: true }) }).readonly())
      .min(1)
      .max(1000)
      .readonly(),
  })
  .readonly()
  .meta({ id: "SimulatedPlan", description: "The part of a plan that is simulated" });

export type SimulatedPlan = z.infer<typeof simulatedPlanSchema>;
