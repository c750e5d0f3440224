import { needleLengthUmSchema, norwoodStages, sinclairGrades } from "@stipple/protocol";
import { z } from "zod";

/** Who is treated, as far as the model must know: it stands on trials in grown men with pattern hair loss. */
const person = z.strictObject({
  ageYears: z.int().min(0).max(120),
  pattern: z.discriminatedUnion("scale", [
    z.strictObject({ scale: z.literal("norwood-hamilton"), stage: z.enum(norwoodStages) }),
    z.strictObject({ scale: z.literal("sinclair"), stage: z.enum(sinclairGrades) }),
  ]),
  pregnancy: z.enum(["no", "pregnant", "trying", "breast-feeding", "unknown"]),
  scarringAlopecia: z.enum(["yes", "no", "unknown"]),
});

const inkTest = z
  .strictObject({
    markCount: z.int().min(1).max(10_000).meta({ description: "Marks in the square" }),
    squareSideMm: z.number().min(5).max(100).meta({ description: "Side of the square" }),
  })
  .meta({
    description:
      "Roll once over paper or foil and count the marks in a square: replaces what the drum's measures promise",
  });

/** The drum, as it can be counted and measured on the device in hand. */
const roller = z.strictObject({
  rings: z.int().min(1).max(40).meta({ description: "Rings of needles across the drum" }),
  needlesPerRing: z.int().min(3).max(120),
  drumRadiusMm: z.number().min(3).max(30).meta({ description: "Without the needles" }),
  drumWidthMm: z.number().min(2).max(60),
  inkTest: inkTest.optional(),
});

/** One session; a trial takes the part of it that the follicles feel. */
export const sessionSchema = z.strictObject({
  day: z
    .number()
    .min(0)
    .max(3650)
    .meta({ description: "Days since the first session; 0 is the first" }),
  needleLengthUm: needleLengthUmSchema.max(2500),
  rolls: z
    .int()
    .min(1)
    .max(60)
    .meta({ description: "Rolls over each section, all directions together" }),
  pattern: z.enum(["star", "fan", "one-direction"]),
  treatedFraction: z.number().min(0).max(1).optional().meta({
    description: "Share of the treated area that was reached, 0 to 1; all of it if absent",
  }),
  withPrp: z.boolean(),
  isDone: z.boolean().meta({ description: "Really done, not just planned" }),
});

const topical = z.strictObject({
  product: z.enum(["minoxidil-5", "minoxidil-2"]),
  doseMl: z.number().min(0.05).max(5),
  areaCm2: z.number().min(1).max(800),
  delayMin: z
    .number()
    .min(0)
    .max(2880)
    .meta({ description: "From the end of rolling to the drug" }),
  contactH: z.number().min(0.1).max(48).meta({ description: "From the drug to washing the scalp" }),
  isOccluded: z.boolean().meta({ description: "A cap, a film or a dressing covers it" }),
  /** Heart disease, low blood pressure, or not known. */
  hasHeartFlag: z.boolean(),
  takesOralMinoxidil: z.boolean(),
  hasBrokenOrInflamedSkin: z.boolean(),
});

export const medicinesSchema = z.strictObject({
  minoxidil: z.enum(["none", "2-percent", "5-percent"]),
  finasteride: z.boolean(),
  /** Share of doses and sessions really taken, 0 to 1. */
  adherenceFraction: z.number().min(0).max(1),
});

/** A treatment as the simulator sees it: days since the first session, no calendar. */
export const simulatedTreatmentSchema = z
  .strictObject({
    person,
    roller,
    sessions: z.array(sessionSchema).min(1).max(1000),
    topical: topical.optional(),
    medicines: medicinesSchema,
    weeks: z
      .int()
      .min(4)
      .max(260)
      .meta({ description: "How far ahead the follicles are followed" }),
    seed: z.int().min(0).max(4_294_967_295),
  })
  .refine(({ sessions }) => sessions.every(({ day }, at) => day >= (sessions[at - 1]?.day ?? 0)), {
    path: ["sessions"],
    message: "the days must not go back",
  })
  .meta({ id: "SimulatedTreatment", description: "A treatment as the simulator sees it" });

export type SimulatedTreatment = z.infer<typeof simulatedTreatmentSchema>;
export type SimulatedSession = SimulatedTreatment["sessions"][number];
