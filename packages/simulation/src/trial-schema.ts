import { z } from "zod";
import { medicinesSchema, sessionSchema } from "./treatment-schema.ts";

const fraction = z.number().min(0).max(1);
const daysPerWeek = 7;

/** What the follicles feel of a treatment: medicines and needling. */
const armTreatment = z.strictObject({
  medicines: medicinesSchema.omit({ adherenceFraction: true }),
  sessions: z
    .array(sessionSchema.pick({ day: true, needleLengthUm: true, treatedFraction: true }))
    .max(1000)
    .meta({ description: "Needling sessions in the order of their days; [] without needling" })
    .refine((sessions) => sessions.every(({ day }, at) => day >= (sessions[at - 1]?.day ?? 0)), {
      message: "days that do not go back",
    }),
});

const arm = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .regex(/^[^\p{Cc}]*$/u, "text on one line"),
  treatment: armTreatment.nullable().meta({ description: "null: nothing is done" }),
});

/** A trial on the computer: who takes part, what is done to each group, and how hair is counted. */
export const trialDesignSchema = z
  .strictObject({
    arms: z
      .array(arm)
      .min(1)
      .max(6)
      .meta({ description: "The first arm is the one the others are compared with" })
      .refine((arms) => new Set(arms.map(({ name }) => name)).size === arms.length, {
        message: "a different name for each arm",
      }),
    patientsPerArm: z.int().min(5).max(100_000),
    weeks: z.int().min(4).max(260),
    seed: z.int().min(0).max(4_294_967_295),
    baseline: z.strictObject({
      norwood: z
        .enum(["2", "3", "4", "5"])
        .meta({ description: "Norwood–Hamilton grade; what it means for the crown is a guess" }),
    }),
    count: z.strictObject({
      areaCm2: z.number().min(0.25).max(10).meta({
        description: "Area in which hairs are counted; the smaller, the more chance in it",
      }),
      errorSdPerCm2: z
        .number()
        .min(0)
        .max(50)
        .meta({ description: "SD of the error of one count, beside what chance does in the area" }),
    }),
    adherence: z
      .strictObject({ lowFraction: fraction, highFraction: fraction })
      .meta({ description: "Each patient takes a share of doses and sessions between these two" })
      .refine(({ lowFraction, highFraction }) => lowFraction <= highFraction, {
        path: ["highFraction"],
        message: "as much as lowFraction, or more",
      }),
    dropoutPerYearFraction: fraction
      .max(0.95)
      .meta({ description: "Share of patients who leave within a year, at any time alike" }),
  })
  .superRefine(({ arms, weeks }, context) => {
    if (!(weeks > 0)) return;
    for (const [index, { treatment }] of arms.entries()) {
      const late = treatment?.sessions.findIndex(({ day }) => day >= weeks * daysPerWeek) ?? -1;
      if (late < 0) continue;
      context.addIssue({
        code: "custom",
        path: ["arms", index, "treatment", "sessions", late, "day"],
        message: `a day within the ${weeks} weeks of the trial, below ${weeks * daysPerWeek}`,
      });
    }
  })
  .meta({ id: "TrialDesign", description: "A trial on the computer" });

export type TrialDesign = z.infer<typeof trialDesignSchema>;
export type TrialArm = TrialDesign["arms"][number];

const week = z.int().min(0).max(260);
const sums = z.strictObject({
  n: z.int().min(0),
  sum: z.number(),
  squares: z.number(),
});

/** What one part of the patients gave, as it is kept until the trial is gathered. */
export const trialChunkSchema = z.strictObject({
  chunk: z.int().min(0),
  /** Follicle phases gone through: the cost. */
  events: z.int().min(0),
  arms: z.array(
    z.strictObject({
      /** Change of the count from the start, for every week from 0. */
      change: z.array(sums),
      /** The same patients here less in the first arm; empty for the first arm. */
      lessFirst: z.array(sums),
      patients: z.array(
        z.strictObject({
          patient: z.int().min(0),
          startPerCm2: z.number(),
          adherenceFraction: fraction,
          /** The last week in which the patient was counted, and the change then. */
          lastWeek: week,
          lastChangePerCm2: z.number(),
        }),
      ),
    }),
  ),
});
export type TrialChunk = z.infer<typeof trialChunkSchema>;
export type WeekSums = TrialChunk["arms"][number]["change"][number];
