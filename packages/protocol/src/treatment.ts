import { z } from "zod";
import { answersSchema, needleLengthUmSchema } from "./answers.ts";
import { compareInstants } from "./calendar.ts";
import { planChoicesSchema } from "./plan.ts";
import { instantSchema } from "./session-record.ts";
import { zoneIds } from "./zones.ts";

/** A session that really happened, as it stands in a file. */
export const doneSessionSchema = z
  .strictObject({
    startedAt: instantSchema,
    endedAt: instantSchema,
    needleLengthUm: needleLengthUmSchema,
    zones: z
      .array(z.enum(zoneIds).exclude(["whole-scalp"]))
      .min(1)
      .max(5),
    setting: z.enum(["home", "clinic"]),
  })
  .refine(({ startedAt, endedAt }) => compareInstants(startedAt, endedAt) <= 0, {
    path: ["endedAt"],
    message: "ends before it starts",
  })
  .meta({ id: "DoneSession", description: "A session that really happened" });

/** A whole treatment in one file: what the person answered, what they wish, what they already did. */
export const treatmentSchema = z
  .strictObject({
    answers: answersSchema,
    choices: planChoicesSchema,
    history: z.array(doneSessionSchema).max(5000).optional(),
  })
  .meta({ id: "Treatment", description: "Answers, wishes and the sessions done so far" });

/** Input of the `plan`, `next` and `guide` commands. */
export type Treatment = z.infer<typeof treatmentSchema>;
