import { z } from "zod";
import builtIn from "../validation-cases.json" with { type: "json" };

const values = z.record(z.string().max(100), z.unknown());

/** One published or analytical number, what it was observed for, and how near the model must come. */
const validationCaseSchema = z
  .strictObject({
    id: z.string().min(1).max(40).meta({ description: "Such as E-PU-06" }),
    stage: z.enum(["A", "B", "C", "D", "E"]),
    input: values,
    expected: values,
    tolerance: values,
    source: z.string().min(1).max(1000),
    kind: z.enum(["analytical", "published"]),
    note: z.string().max(2000).optional(),
  })
  .meta({ id: "ValidationCase" });

export const validationCasesSchema = z
  .array(validationCaseSchema)
  .min(1)
  .max(1000)
  .refine((cases) => new Set(cases.map(({ id }) => id)).size === cases.length, {
    message: "every id must stand once",
  });

export type ValidationCase = z.infer<typeof validationCaseSchema>;

/** The cases the model is held against, in the order of its stages. */
export function builtInCases(): readonly ValidationCase[] {
  return validationCasesSchema.parse(builtIn);
}
