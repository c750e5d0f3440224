import { z } from "zod";
import { pointPxSchema } from "./photo-record.ts";
import { instantSchema } from "./session-record.ts";

/** A measured value, and the range that holds the true one nine times in ten. */
function estimate(max: number) {
  const value = z.number().min(0).max(max);
  return z
    .strictObject({ value, interval90: z.tuple([value, value]).exactOptional() })
    .refine(({ value, interval90 = [value, value] }) => isWithin(value, interval90), {
      path: ["interval90"],
      error: "a range that holds the value",
    });
}

function isWithin(value: number, [low, high]: readonly [number, number]): boolean {
  return low <= value && value <= high;
}

const most = 100_000;
const count = z.number().min(0).max(most);
const widthUm = z.number().min(0).max(1000);

export const measuredHairSchema = z
  .strictObject({
    id: z.string().min(1).max(40),
    /** x and y in turn, along the middle of the shaft, in pixels of the photo as it is kept. */
    polylinePx: z
      .array(z.number().min(-50_000).max(50_000))
      .min(4)
      .max(4000)
      .refine((numbers) => numbers.length % 2 === 0, { error: "pairs of x and y" }),
    rootPx: pointPxSchema.exactOptional(),
    tipPx: pointPxSchema.exactOptional(),
    /** 0 a guess, 1 sure which end is the root. */
    rootConfidence: z.number().min(0).max(1).exactOptional(),
    widthPx: z.number().min(0).max(10_000).exactOptional(),
    widthUm: widthUm.exactOptional(),
    widthSdUm: widthUm.exactOptional(),
    lengthUm: z.number().min(0).max(100_000).exactOptional(),
    /** How likely this is a hair, 0 to 1. */
    score: z.number().min(0).max(1),
    /** By width: vellus below 30 µm, terminal from 40 µm on. */
    class: z.enum(["vellus", "intermediate", "terminal"]).exactOptional(),
    /** The follicular unit it grows from. */
    unit: z.int().min(0).max(most).exactOptional(),
    /** The frame cuts it, so that its root may lie outside. */
    borderCut: z.boolean(),
    /** How likely its root lies in the photo, which is what it counts; left out for 1, or for ½ where the frame cuts it. */
    rootInside: z.number().min(0).max(1).exactOptional(),
    source: z.enum(["bank", "residual", "manual"]),
  })
  .meta({ id: "MeasuredHair", description: "One hair in a photo" });
export type MeasuredHair = z.infer<typeof measuredHairSchema>;

/** What the hairs of a close-up add up to. A value that needs a scale, or hairs, is left out where there are none. */
export const closeUpTotalsSchema = z
  .strictObject({
    /** Hairs inside plus half of those the frame cuts. */
    count: estimate(most),
    areaCm2: z.number().gt(0).max(100).exactOptional(),
    densityPerCm2: z
      .strictObject({
        total: estimate(most),
        terminal: estimate(most),
        intermediate: estimate(most),
        vellus: estimate(most),
      })
      .exactOptional(),
    thicknessUm: z
      .strictObject({
        mean: estimate(1000),
        median: estimate(1000),
        p10: estimate(1000),
        p90: estimate(1000),
      })
      .exactOptional(),
    /** Spread of the widths over their mean. */
    thicknessVariation: z.number().min(0).max(100).exactOptional(),
    cumulativeThicknessMmPerCm2: estimate(10_000).exactOptional(),
    vellusFraction: estimate(1).exactOptional(),
    terminalToVellus: estimate(most).exactOptional(),
    units: z
      .strictObject({
        count,
        hairsPerUnit: estimate(100).exactOptional(),
        densityPerCm2: estimate(most).exactOptional(),
      })
      .exactOptional(),
  })
  .meta({ id: "CloseUpTotals", description: "Density, thickness and shares of a close-up" });
export type CloseUpTotals = z.infer<typeof closeUpTotalsSchema>;

const resultSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("close-up"),
    totals: closeUpTotalsSchema,
    hairs: z
      .array(measuredHairSchema)
      .max(5000)
      .refine((hairs) => new Set(hairs.map(({ id }) => id)).size === hairs.length, {
        error: "hairs with an id of their own each",
      }),
  }),
  z.strictObject({
    kind: z.literal("coverage"),
    totals: z.strictObject({
      coverageFraction: estimate(1),
      partWidthMm: estimate(200).exactOptional(),
    }),
  }),
  z.strictObject({
    kind: z.literal("anagen-share"),
    /** The same spot some days later. */
    secondPhotoId: z.uuid(),
    elapsedH: z.number().gt(0).max(1000),
    totals: z.strictObject({
      anagenFraction: estimate(1),
      growthMmPerDay: estimate(10).exactOptional(),
      growing: count,
      resting: count,
      unsure: count,
    }),
  }),
]);
export type MeasurementResult = z.infer<typeof resultSchema>;

/** Where the scale comes from, with its uncertainty (one standard deviation). */
const scaleSchema = z.discriminatedUnion("source", [
  z.strictObject({ source: z.literal("none") }),
  z.strictObject({
    source: z.enum(["window-card", "tick-scale", "typed"]),
    umPerPx: z.number().gt(0).max(10_000),
    umPerPxSd: z.number().min(0).max(10_000),
    tiltDeg: z.number().min(0).max(90).exactOptional(),
  }),
]);
export type MeasurementScale = z.infer<typeof scaleSchema>;

/** One measurement of one photo, as the program found it. Corrections are kept beside it, never in it. */
export const measurementSchema = z
  .strictObject({
    id: z.uuid(),
    photoId: z.uuid(),
    measuredAt: instantSchema,
    /** Only results of the same version are compared. */
    algorithmVersion: z.string().min(1).max(60),
    scale: scaleSchema,
    roiPx: z.array(pointPxSchema).min(3).max(60).exactOptional(),
    quality: z.strictObject({
      isFit: z.boolean(),
      hairTone: z.enum(["dark", "light"]).exactOptional(),
      /** Numbers of the gate by name, their unit at the end of it. */
      numbers: z.record(z.string().min(1).max(60), z.number()),
    }),
    warnings: z
      .array(z.strictObject({ code: z.string().min(1).max(60), says: z.string().min(1).max(500) }))
      .max(40),
    result: resultSchema,
  })
  .meta({ id: "Measurement", description: "What was measured in a photo, and how" });
export type Measurement = z.infer<typeof measurementSchema>;

const edit = { id: z.uuid(), at: instantSchema };
const hairId = z.string().min(1).max(40);

/** A correction by the person. Append-only, client-made ids, so that sending twice is harmless. */
export const measurementEditSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ ...edit, kind: z.literal("hair-added"), hair: measuredHairSchema }),
    z.strictObject({ ...edit, kind: z.literal("hair-removed"), hairId }),
    z.strictObject({
      ...edit,
      kind: z.literal("hair-split"),
      hairId,
      into: z.array(measuredHairSchema).min(2).max(6),
    }),
    z.strictObject({
      ...edit,
      kind: z.literal("hairs-joined"),
      hairIds: z.array(hairId).min(2).max(6),
      into: measuredHairSchema,
    }),
    z.strictObject({ ...edit, kind: z.literal("undone"), editId: z.uuid() }),
  ])
  .meta({ id: "MeasurementEdit", description: "One correction of a measurement" });
export type MeasurementEdit = z.infer<typeof measurementEditSchema>;

/** Totals after the first `editCount` corrections. */
export const correctedTotalsSchema = z
  .strictObject({ editCount: z.int().min(0).max(20_000), totals: closeUpTotalsSchema })
  .meta({ id: "CorrectedTotals", description: "What the hairs add up to after corrections" });
export type CorrectedTotals = z.infer<typeof correctedTotalsSchema>;
