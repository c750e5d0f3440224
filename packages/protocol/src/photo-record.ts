import { z } from "zod";
import { isoDateSchema } from "./answers.ts";

/** How the head is seen: five views that are taken the same way every time, and close-ups of named sites. */
export const photoViews = [
  "front-hairline",
  "mid-part",
  "vertex",
  "left",
  "right",
  "close-up",
] as const;
export type PhotoView = (typeof photoViews)[number];

/** Pixels from the upper left corner of the photo as it is kept, upright. */
export const pointPxSchema = z.tuple([
  z.number().min(-50_000).max(50_000),
  z.number().min(-50_000).max(50_000),
]);

/** What a photo shows: a view, and for a close-up the site by the name it is found again by. */
export const photoSubjectShape = {
  view: z.enum(photoViews),
  siteId: z.string().min(1).max(60).exactOptional(),
};

/** What is known about a photo besides its pixels. */
const detailsShape = {
  ...photoSubjectShape,
  takenOn: isoDateSchema,
  note: z.string().max(500).exactOptional(),
  /** Corners of the area that is measured. */
  roiPx: z.array(pointPxSchema).min(3).max(60).exactOptional(),
  /** Places that are found again in the next photo: of the head, and where the site of a close-up lies on it. */
  landmarksPx: z
    .array(z.strictObject({ name: z.string().min(1).max(80), at: pointPxSchema }))
    .max(20)
    .exactOptional(),
};

export const photoDetailsSchema = z
  .strictObject(detailsShape)
  .refine(namesItsSite, { path: ["siteId"], error: "there for a close-up, and only there" })
  .meta({ id: "PhotoDetails", description: "What a photo shows, and when it was taken" });
export type PhotoDetails = z.infer<typeof photoDetailsSchema>;

/** An upload before its first byte. The id is made by the client and becomes the photo's. */
export const photoUploadSchema = z
  .strictObject({
    id: z.uuid(),
    bytes: z.int().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal"),
    details: photoDetailsSchema,
  })
  .meta({ id: "PhotoUpload", description: "A photo that will be sent in pieces" });
export type PhotoUpload = z.infer<typeof photoUploadSchema>;

/** A close-up is of a site; a view of the whole head has none. */
export function namesItsSite({
  view,
  siteId,
}: {
  readonly view: PhotoView;
  readonly siteId?: string;
}): boolean {
  return (view === "close-up") === (siteId !== undefined);
}
