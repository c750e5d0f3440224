import { z } from "zod";
import { isoDate } from "./calendar.ts";

/** A day in JSON, "2026-03-08"; leaves the border as an `IsoDate`. */
export const isoDateSchema = z.iso.date().transform(isoDate);

const yesNoUnknown = z.enum(["yes", "no", "unknown"]);
/** "unknown" is a full answer ("I don't know"), and counts as the cautious one. */
export type YesNoUnknown = z.infer<typeof yesNoUnknown>;

/** Norwood–Hamilton stages with variants, in order of severity. "IIa", "IIIa", "IVa", "Va" are the anterior types. */
export const norwoodStages = [
  "I",
  "II",
  "IIa",
  "III",
  "IIIa",
  "III-vertex",
  "IV",
  "IVa",
  "V",
  "Va",
  "VI",
  "VII",
] as const;
export type NorwoodStage = (typeof norwoodStages)[number];

/** Sinclair midline-parting grades, 1 none … 5 severe. */
export const sinclairGrades = ["1", "2", "3", "4", "5"] as const;
export type SinclairGrade = (typeof sinclairGrades)[number];

/** Signs that speak against ordinary pattern hair loss; any of them means "see a doctor first". */
export const patternSigns = [
  "sudden-onset",
  "patchy-loss",
  "smooth-scarred-skin",
  "pain-burning-or-tenderness",
  "scale-crust-or-pustules",
  "eyebrow-or-body-hair-loss",
  "birth-in-last-year",
  "cause-unknown",
] as const;
export type PatternSign = (typeof patternSigns)[number];

/** Conditions that block rolling, some of them only for a time. */
export const absoluteConditions = [
  "scalp-infection",
  "open-wound-or-sunburn",
  "herpes-outbreak",
  "inflamed-scalp-disease",
  "suspected-scarring-alopecia",
  "skin-cancer-or-keratosis",
  "scalp-radiotherapy",
  "chemotherapy",
  "keloid",
  "bleeding-disorder",
  "metal-allergy",
] as const;
export type AbsoluteCondition = (typeof absoluteConditions)[number];

/** Conditions that ask for a doctor or a clinic, for caution, or for a wait. */
export const relativeConditions = [
  "uncontrolled-diabetes",
  "weak-immune-system",
  "connective-tissue-disease",
  "poor-wound-healing",
  "blood-thinner",
  "oral-isotretinoin",
  "topical-retinoid-or-acid",
  "topical-anti-inflammatory-gel",
  "heart-disease-or-low-blood-pressure",
  "hair-transplant",
  "scalp-tattoo",
  "botulinum-or-filler",
] as const;
export type RelativeCondition = (typeof relativeConditions)[number];

/** Treatments for hair loss a person may use beside rolling. */
export const therapies = [
  "minoxidil-topical",
  "minoxidil-oral",
  "finasteride-oral",
  "finasteride-topical",
  "dutasteride-oral",
  "dutasteride-topical",
  "prp",
  "ketoconazole-shampoo",
  "cosmetic-serum",
] as const;
export type Therapy = (typeof therapies)[number];

/** Allergies that matter because the product would meet broken skin. */
export const topicalAllergies = [
  "minoxidil",
  "propylene-glycol",
  "finasteride-or-dutasteride",
  "alcohol",
  "latex",
] as const;

/** Needle lengths are whole micrometres. Plausible devices lie between 0.1 and 3 mm; a product decision of the hazard table (H5). */
export const needleLengthUmSchema = z
  .int()
  .min(100)
  .max(3000)
  .meta({ description: "Needle length in whole micrometres; 0.25 mm is 250" });

const deviceInHand = z
  .strictObject({
    kind: z.enum(["roller", "pen", "stamp", "radiofrequency"]),
    needleLengthUm: needleLengthUmSchema,
    usedByAnotherPerson: yesNoUnknown,
    damaged: yesNoUnknown,
  })
  .meta({ description: "The device the person holds in their hand" });

/**
 * Everything the assessment may look at. Every key may be absent: absent means "not asked yet",
 * "unknown" means "asked, not known"; both count as the cautious answer.
 */
export const answersSchema = z
  .strictObject({
    setting: z
      .enum(["home", "clinic"])
      .optional()
      .meta({ description: "Where the rolling will be done" }),
    ageYears: z.int().min(0).max(120).optional(),
    pattern: z
      .discriminatedUnion("scale", [
        z.strictObject({
          scale: z.literal("norwood-hamilton"),
          stage: z.enum([...norwoodStages, "unknown"]),
        }),
        z.strictObject({
          scale: z.literal("sinclair"),
          stage: z.enum([...sinclairGrades, "unknown"]),
        }),
      ])
      .optional()
      .meta({ description: "Stage picked from the pictures" }),
    thinZones: z
      .array(z.enum(["frontal-hairline", "left-temple", "right-temple", "mid-scalp", "vertex"]))
      .max(5)
      .optional()
      .meta({ description: "Where hair is thin, tapped on the head map" }),
    signs: z.partialRecord(z.enum(patternSigns), yesNoUnknown).optional(),
    conditions: z
      .partialRecord(z.enum([...absoluteConditions, ...relativeConditions]), yesNoUnknown)
      .optional(),
    /** Days that end a wait. */
    dates: z
      .strictObject({
        herpesHealedOn: isoDateSchema.optional(),
        hairTransplantOn: isoDateSchema.optional(),
        botulinumOrFillerOn: isoDateSchema.optional(),
        isotretinoinStoppedOn: isoDateSchema.optional(),
        sunburnHealedOn: isoDateSchema.optional(),
        retinoidStoppedOn: isoDateSchema.optional(),
      })
      .optional(),
    pregnancy: z.enum(["no", "pregnant", "trying", "breast-feeding", "unknown"]).optional(),
    phototype: z
      .enum(["I", "II", "III", "IV", "V", "VI", "unknown"])
      .optional()
      .meta({ description: "Fitzpatrick skin type" }),
    allergies: z
      .array(z.enum([...topicalAllergies, "none", "unknown"]))
      .max(6)
      .optional(),
    hairLength: z
      .enum(["bald-or-shaved", "under-1-cm", "1-to-5-cm", "over-5-cm", "unknown"])
      .optional(),
    therapies: z
      .array(z.enum([...therapies, "none", "unknown"]))
      .max(10)
      .optional(),
    /** Decides nothing: the medicine is drawn from this day on beside what was measured. */
    therapiesSince: z
      .partialRecord(z.enum(therapies), isoDateSchema)
      .optional()
      .meta({ description: "The day each treatment was begun, where it is known" }),
    device: z.union([deviceInHand, z.literal("none-yet")]).optional(),
    doctorAgreed: yesNoUnknown
      .optional()
      .meta({ description: "A doctor knows the flags above and agreed to rolling" }),
  })
  .meta({ id: "Answers", description: "Answers of the assessment" });

export type Answers = z.infer<typeof answersSchema>;
export type Setting = NonNullable<Answers["setting"]>;
export type DeviceInHand = z.infer<typeof deviceInHand>;
export type HairLength = NonNullable<Answers["hairLength"]>;
