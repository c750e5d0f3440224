import { createRoute, z } from "@hono/zod-openapi";
import { photoDetailsSchema, photoViews } from "@stipple/protocol";
import type { Host } from "../host.ts";
import { body, idParam, json, newRoutes, shape } from "../openapi.ts";
import { unknownPhoto, unreadablePhoto } from "./photo-problems.ts";
import {
  deletePhoto,
  fileOf,
  type KnownPhoto,
  type PhotoRow,
  readPhoto,
  readPhotos,
  saveDetails,
  withStates,
} from "./photos.queries.ts";

const photoRow = shape<PhotoRow>("PhotoRow", "A photo, and whether its file can be shown");

const storeSchema = z
  .object({ open: z.boolean(), reason: z.string().optional(), action: z.string().optional() })
  .openapi("PhotoStoreState");

/** Which photos: all, those of a view, or those of one site. */
export const subjectQuery = z.object({
  view: z.enum(photoViews).optional(),
  siteId: z.string().min(1).max(60).optional(),
});

const listPhotos = createRoute({
  method: "get",
  path: "/api/photos",
  summary: "Photos by the day they were taken, newest first",
  request: { query: subjectQuery },
  responses: {
    200: json(
      z.object({ photos: z.array(photoRow), store: storeSchema }),
      "Photos; a damaged or missing file is said in `state`, a missing key in `store`",
    ),
  },
});

const readContract = createRoute({
  method: "get",
  path: "/api/photos/{id}",
  summary: "What is known about a photo",
  request: { params: idParam },
  responses: { 200: json(photoRow, "The photo") },
});

const saveContract = createRoute({
  method: "put",
  path: "/api/photos/{id}",
  summary: "Correct what is known about a photo; its measurements follow",
  request: { params: idParam, body: body(photoDetailsSchema) },
  responses: { 200: json(photoRow, "Saved") },
});

const deleteContract = createRoute({
  method: "delete",
  path: "/api/photos/{id}",
  summary: "Delete a photo for good; its measurements stay",
  request: { params: idParam },
  responses: { 204: { description: "Deleted, its key too" } },
});

const jpeg = {
  description: "A JPEG without any metadata",
  content: {
    "image/jpeg": {
      schema: z.custom<Uint8Array>().openapi({ type: "string", format: "binary" }),
    },
  },
};

const imageContract = createRoute({
  method: "get",
  path: "/api/photos/{id}/image",
  summary: "The photo as it is kept: upright, sRGB, without metadata",
  request: { params: idParam },
  responses: { 200: jpeg },
});

const thumbnailContract = createRoute({
  method: "get",
  path: "/api/photos/{id}/thumbnail",
  summary: "The photo with 480 pixels on its longer side",
  request: { params: idParam },
  responses: { 200: jpeg },
});

export function photoRoutes(host: Host) {
  const { db, person, photos } = host;
  return newRoutes()
    .openapi(listPhotos, async (c) => {
      const { view, siteId } = c.req.valid("query");
      const known = (await readPhotos(db, person)).filter(
        ({ details }) =>
          (view === undefined || details.view === view) &&
          (siteId === undefined || details.siteId === siteId),
      );
      const rows = await withStates(host, known.toReversed());
      return c.json({ photos: newestFirst(rows), store: photos.state() }, 200);
    })
    .openapi(readContract, async (c) => {
      return c.json(await rowOf(host, c.req.valid("param").id), 200);
    })
    .openapi(saveContract, async (c) => {
      const { id } = c.req.valid("param");
      await knownPhoto(host, id);
      await saveDetails(host, id, c.req.valid("json"));
      return c.json(await rowOf(host, id), 200);
    })
    .openapi(deleteContract, async (c) => {
      await deletePhoto(host, await knownPhoto(host, c.req.valid("param").id));
      return c.body(null, 204);
    })
    .openapi(imageContract, async (c) => {
      const bytes = await readPicture(host, c.req.valid("param").id, "full");
      return c.body(bytes, 200, { "content-type": "image/jpeg" });
    })
    .openapi(thumbnailContract, async (c) => {
      const bytes = await readPicture(host, c.req.valid("param").id, "thumbnail");
      return c.body(bytes, 200, { "content-type": "image/jpeg" });
    });
}

function newestFirst(rows: readonly PhotoRow[]): PhotoRow[] {
  return rows.toSorted((a, b) => compareTexts(b.details.takenOn, a.details.takenOn));
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function knownPhoto({ db, person }: Host, id: string): Promise<KnownPhoto> {
  const photo = await readPhoto(db, person, id);
  if (!photo) throw unknownPhoto();
  return photo;
}

async function rowOf(host: Host, id: string): Promise<PhotoRow> {
  const [row] = await withStates(host, [await knownPhoto(host, id)]);
  if (!row) throw unknownPhoto();
  return row;
}

async function readPicture(
  host: Host,
  id: string,
  part: "full" | "thumbnail",
): Promise<Uint8Array<ArrayBuffer>> {
  const photo = await knownPhoto(host, id);
  const bytes = await host.photos.get(fileOf(host.person, photo, part));
  if (typeof bytes === "string") throw unreadablePhoto(host.photos, bytes);
  return bytes;
}
