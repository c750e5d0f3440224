import { createRoute, z } from "@hono/zod-openapi";
import { type PhotoUpload, photoUploadSchema } from "@stipple/protocol";
import { readBytes } from "../border.ts";
import { toJson } from "../db/json.ts";
import type { Host } from "../host.ts";
import { openTurns } from "../in-turn.ts";
import { body, idParam, json, newRoutes, shape } from "../openapi.ts";
import { Problem } from "../problem.ts";
import { finishUpload } from "./finish-upload.ts";
import {
  maxPhotoBytes,
  photoTooLarge,
  refuseClosed,
  refusedFormat,
  unknownPhoto,
} from "./photo-problems.ts";
import {
  dropGivenUp,
  dropUpload,
  type KnownUpload,
  keepUpload,
  readUpload,
  readUploads,
  saveProgress,
} from "./photo-uploads.queries.ts";
import { type PhotoRow, readPhoto, withStates } from "./photos.queries.ts";
import { sniffFormat } from "./picture-format.ts";

/** A piece of an upload: at least so much unless it is the last one, and at most so much. */
const minPieceBytes = 64 * 1024;
const maxPieceBytes = 4 * 1024 * 1024;

const maxUnfinished = 20;

const progressSchema = z
  .object({
    upload: shape<PhotoUpload>("PhotoUploadDeclared", "The upload as it was declared"),
    /** Go on sending from here. */
    offset: z.int(),
  })
  .openapi("PhotoUploadProgress");
export type PhotoUploadProgress = z.infer<typeof progressSchema>;

const startUpload = createRoute({
  method: "post",
  path: "/api/photo-uploads",
  summary: "Announce a photo; announcing it twice is harmless",
  request: { body: body(photoUploadSchema) },
  responses: { 200: json(progressSchema, "Send the pieces from this offset") },
});

const listUploads = createRoute({
  method: "get",
  path: "/api/photo-uploads",
  summary: "Uploads that are not finished",
  responses: { 200: json(z.object({ uploads: z.array(progressSchema) }), "Oldest first") },
});

const readContract = createRoute({
  method: "get",
  path: "/api/photo-uploads/{id}",
  summary: "How far an upload is",
  request: { params: idParam },
  responses: { 200: json(progressSchema, "Go on from this offset") },
});

const sendPiece = createRoute({
  method: "patch",
  path: "/api/photo-uploads/{id}",
  summary: "Send the piece that begins at an offset; sending twice is harmless",
  request: {
    params: idParam,
    query: z.object({ offset: z.coerce.number().int().min(0).max(maxPhotoBytes) }),
    body: {
      required: true,
      content: {
        "application/octet-stream": {
          schema: z.custom<Uint8Array>().openapi({ type: "string", format: "binary" }),
        },
      },
    },
  },
  responses: { 200: json(progressSchema, "Go on from this offset") },
});

const finishContract = createRoute({
  method: "post",
  path: "/api/photo-uploads/{id}/finish",
  summary: "Turn a complete upload into a photo; asking twice is harmless",
  request: { params: idParam },
  responses: { 200: json(shape<PhotoRow>("PhotoRow", "A photo"), "The photo") },
});

const cancelUpload = createRoute({
  method: "delete",
  path: "/api/photo-uploads/{id}",
  summary: "Give an upload up",
  request: { params: idParam },
  responses: { 204: { description: "Removed" } },
});

export function photoUploadRoutes(host: Host) {
  const { db, person, photos } = host;
  const inTurn = openTurns();
  return newRoutes()
    .openapi(startUpload, async (c) => {
      const upload = c.req.valid("json");
      return c.json(await inTurn("start", () => beginUpload(host, upload)), 200);
    })
    .openapi(listUploads, async (c) => {
      return c.json({ uploads: (await readUploads(db, person)).map(progressOf) }, 200);
    })
    .openapi(readContract, async (c) => {
      return c.json(progressOf(await knownUpload(host, c.req.valid("param").id)), 200);
    })
    .openapi(sendPiece, async (c) => {
      const { id } = c.req.valid("param");
      if (c.req.header("content-type") !== "application/octet-stream") throw notBytes();
      refuseClosed(photos);
      await knownUpload(host, id);
      const bytes = await readBytes(c.req.raw, maxPieceBytes);
      const piece = { bytes, offset: c.req.valid("query").offset };
      return c.json(await inTurn(id, () => keepPiece(host, id, piece)), 200);
    })
    .openapi(finishContract, async (c) => {
      const { id } = c.req.valid("param");
      refuseClosed(photos);
      const [row] = await inTurn(id, async () => {
        const photo =
          (await readPhoto(db, person, id)) ??
          (await finishUpload(host, await knownUpload(host, id)));
        return withStates(host, [photo]);
      });
      if (!row) throw unknownPhoto();
      return c.json(row, 200);
    })
    .openapi(cancelUpload, async (c) => {
      const { id } = c.req.valid("param");
      await inTurn(id, async () => dropUpload(host, await knownUpload(host, id)));
      return c.body(null, 204);
    });
}

async function beginUpload(host: Host, upload: PhotoUpload): Promise<PhotoUploadProgress> {
  refuseClosed(host.photos);
  if (upload.bytes > maxPhotoBytes) throw photoTooLarge(upload.bytes);
  if (await readPhoto(host.db, host.person, upload.id)) throw knownAlready();
  await dropGivenUp(host);

  const uploads = await readUploads(host.db, host.person);
  const same = uploads.find((known) => known.upload.id === upload.id);
  if (same && toJson(same.upload) !== toJson(upload)) throw otherUpload();
  if (same) return progressOf(same);
  if (uploads.length >= maxUnfinished) throw tooMany();
  await keepUpload(host, upload);
  return { upload, offset: 0 };
}

interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly offset: number;
}

/** Keeps the piece, then remembers it: a piece without its row is sent, and written, again. */
async function keepPiece(host: Host, id: string, piece: Piece): Promise<PhotoUploadProgress> {
  const known = await knownUpload(host, id);
  const end = piece.offset + piece.bytes.length;
  if (end <= known.receivedBytes && piece.bytes.length > 0) return progressOf(known);
  refusePiece(known, piece);

  const { person, photos } = host;
  const { fileId, pieceOffsets } = known;
  await photos.put({ person, photoId: id, fileId, part: `from-${piece.offset}` }, piece.bytes);
  const progress = { receivedBytes: end, pieceOffsets: [...pieceOffsets, piece.offset] };
  await saveProgress(host, id, progress);
  return progressOf({ ...known, ...progress });
}

function refusePiece({ upload, receivedBytes }: KnownUpload, { bytes, offset }: Piece): void {
  const end = offset + bytes.length;
  if (offset !== receivedBytes) throw otherOffset(receivedBytes);
  if (end > upload.bytes) throw beyondEnd(upload.bytes);
  if (bytes.length < minPieceBytes && end < upload.bytes) throw smallPiece();
  const refusal = offset === 0 ? refusedFormat(sniffFormat(bytes)) : undefined;
  if (refusal) throw refusal;
}

function progressOf({ upload, receivedBytes }: KnownUpload): PhotoUploadProgress {
  return { upload, offset: receivedBytes };
}

async function knownUpload(host: Host, id: string): Promise<KnownUpload> {
  const known = await readUpload(host.db, host.person, id);
  if (known) return known;
  throw new Problem("upload.unknown", 404, {
    message: "There is no unfinished upload of this id; one that rests for 24 hours is removed.",
    action: "Announce the photo again at /api/photo-uploads.",
  });
}

function knownAlready(): Problem {
  return new Problem("photo.known", 409, {
    message: "A photo of this id is kept already.",
    action: "Read it at /api/photos, or send the photo under a new id.",
  });
}

function otherUpload(): Problem {
  return new Problem("upload.clash", 409, {
    message: "Another photo was announced under this id.",
    action: "Send it under a new id.",
  });
}

function tooMany(): Problem {
  return new Problem("upload.too_many", 409, {
    message: `${maxUnfinished} uploads are not finished; there can be no more.`,
    action: "Finish one of those listed at /api/photo-uploads, or give it up.",
  });
}

function otherOffset(offset: number): Problem {
  return new Problem("upload.offset", 409, {
    message: `The piece leaves a gap or overlaps: ${offset} bytes are here.`,
    action: `Go on from offset ${offset}.`,
    offset,
  });
}

function beyondEnd(bytes: number): Problem {
  return new Problem("upload.beyond_end", 422, {
    message: `The piece ends after the ${bytes} bytes that were announced.`,
    action: "Send no more than was announced, or announce the photo again under a new id.",
  });
}

function smallPiece(): Problem {
  return new Problem("upload.small_piece", 422, {
    message: `A piece that is not the last one must have at least ${minPieceBytes / 1024} KiB.`,
    action: `Send pieces of ${minPieceBytes / 1024} KiB to ${maxPieceBytes / 1024 / 1024} MiB.`,
  });
}

function notBytes(): Problem {
  return new Problem("upload.not_bytes", 415, {
    message: "The piece is not marked as bytes.",
    action: "Send it with the header content-type: application/octet-stream.",
  });
}
