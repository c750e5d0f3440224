import {
  answersSchema,
  checkInSchema,
  deviceSchema,
  doneSessionSchema,
  gateChecks,
  instantSchema,
  needleLengthUmSchema,
  planChoicesSchema,
  stopReasons,
} from "@stipple/protocol";
import { z } from "zod";

/** When a step happens: at a fixed moment, or so many hours after whatever happened last. */
const when = { at: instantSchema.optional(), afterH: z.number().min(0).max(20_000).optional() };

const rolling = {
  /** Rolled although the program said no; it is recorded all the same. */
  anyway: z.boolean().optional(),
  needleLengthUm: needleLengthUmSchema.optional(),
  gate: z.partialRecord(z.enum(gateChecks), z.enum(["yes", "no", "unknown"])).optional(),
  /** Sections that felt different from "a slight prickle"; 1 is the first rolled. */
  felt: z
    .array(
      z.strictObject({
        section: z.int().min(1).max(60),
        painScore: z.int().min(0).max(10),
        blood: z.enum(["none", "pinpoint", "bead"]).default("none"),
        snag: z.boolean().default(false),
      }),
    )
    .optional(),
  stoppedAfter: z
    .strictObject({ sections: z.int().min(0).max(60), why: z.enum(stopReasons) })
    .optional(),
  cleaningSkipped: z.string().min(1).max(500).optional(),
};

const stepSchema = z.discriminatedUnion("do", [
  /** So many sessions, each at its planned moment, `lateH` hours later if given. */
  z.strictObject({
    do: z.literal("sessions"),
    count: z.int().min(1).max(120),
    lateH: z.number().min(0).max(300).optional(),
  }),
  /** One session: at its planned moment, or when the step says. */
  z.strictObject({ do: z.literal("session"), ...when, ...rolling }),
  z.strictObject({ do: z.literal("move"), laterH: z.number().min(-400).max(2000) }),
  z.strictObject({
    do: z.literal("check-in"),
    ...when,
    ...checkInSchema.pick({ slot: true, graded: true, signs: true, note: true }).shape,
  }),
  z.strictObject({ do: z.literal("pause"), ...when, says: z.string() }),
  z.strictObject({ do: z.literal("clear-hold"), ...when, doctorCleared: z.boolean() }),
  z.strictObject({
    do: z.literal("device-event"),
    ...when,
    kind: z.enum(["dropped", "cleaned", "retired"]),
  }),
  z.strictObject({ do: z.literal("new-device"), ...when, device: deviceSchema }),
  /** Answers again, some of them different, and plans again. */
  z.strictObject({
    do: z.literal("assess"),
    ...when,
    answers: answersSchema,
    choices: planChoicesSchema.optional(),
  }),
  /** Opens the program and looks, without doing anything. */
  z.strictObject({ do: z.literal("look"), ...when }),
]);
export type Step = z.infer<typeof stepSchema>;
export type SessionStepInput = Extract<Step, { do: "session" }>;

/** One person's treatment: who, what they wish, and what happens. */
export const scenarioSchema = z.strictObject({
  /** The moment of the first assessment and plan. */
  startsAt: instantSchema,
  answers: answersSchema,
  choices: planChoicesSchema,
  /** Sessions done before they came to the program. */
  history: z.array(doneSessionSchema).default([]),
  device: deviceSchema.optional(),
  course: z.array(stepSchema).default([]),
});
export type Scenario = z.infer<typeof scenarioSchema>;
