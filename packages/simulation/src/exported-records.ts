import {
  type Answers,
  answersSchema,
  type Device,
  deviceSchema,
  type SessionEvent,
  sessionEventSchema,
} from "@stipple/protocol";
import { z } from "zod";
import { type SimulatedPlan, simulatedPlanSchema } from "./simulated-plan.ts";

/**
 * The tables of `stipple.json`, the export, that a simulation needs (docs/export-format.md); the others are passed over.
 */
export const exportedRecordsSchema = z.object({
  format: z.literal("stipple-export"),
  answers: z.array(z.object({ answers: answersSchema })),
  assessments: z.array(z.object({ id: z.string(), answers: answersSchema })),
  plans: z.array(z.object({ assessmentId: z.string(), plan: simulatedPlanSchema })),
  devices: z.array(deviceSchema),
  sessionEvents: z.array(sessionEventSchema),
});

/** Who, what was planned, and what was recorded. */
export interface ExportedTreatment {
  readonly answers: Answers;
  readonly plan: SimulatedPlan | undefined;
  readonly records: {
    readonly events: readonly SessionEvent[];
    readonly devices: readonly Device[];
  };
}

/** The plan that is followed with the answers it was made from; without a plan the answers as they were saved last. */
export function exportedTreatment(
  tables: z.infer<typeof exportedRecordsSchema>,
): ExportedTreatment {
  const followed = tables.plans.at(-1);
  const assessed = tables.assessments.find(({ id }) => id === followed?.assessmentId);
  return {
    answers: (assessed ?? tables.answers.at(-1))?.answers ?? {},
    plan: followed?.plan,
    records: { events: tables.sessionEvents, devices: tables.devices },
  };
}
