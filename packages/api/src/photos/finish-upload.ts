import type { Host } from "../host.ts";
import { openTurns } from "../in-turn.ts";
import { Problem } from "../problem.ts";
import { sha256Of } from "../sha256.ts";
import { refusedFormat, refusedPicture } from "./photo-problems.ts";
import {
  deleteUploadRow,
  dropUpload,
  type KnownUpload,
  removePieces,
  saveProgress,
} from "./photo-uploads.queries.ts";
import { fileOf, type KnownPhoto, keepPhoto } from "./photos.queries.ts";
import { isPictureFormat, sniffFormat } from "./picture-format.ts";

/** One photo at a time is in memory, however many are finished at once. */
const inTurn = openTurns();

/** Decodes what arrived, keeps the picture without anything else, and removes the upload. */
export function finishUpload(host: Host, known: KnownUpload): Promise<KnownPhoto> {
  if (known.receivedBytes < known.upload.bytes) throw incomplete(known);
  return inTurn("photo", () => keepUploaded(host, known));
}

async function keepUploaded(host: Host, known: KnownUpload): Promise<KnownPhoto> {
  const { person, photos, db, clock } = host;
  const { id, details } = known.upload;
  const picture = await decode(host, known, await assemble(host, known));

  const owner = { id, fileId: known.fileId };
  await photos.put(fileOf(person, owner, "full"), picture.full);
  await photos.put(fileOf(person, owner, "thumbnail"), picture.thumbnail);
  const photo: KnownPhoto = {
    ...owner,
    addedAt: clock(),
    details,
    bytes: picture.full.length,
    sha256: await sha256Of(picture.full),
    widthPx: picture.widthPx,
    heightPx: picture.heightPx,
  };
  await db.transaction().execute(async (trx) => {
    await keepPhoto(trx, person, photo);
    await deleteUploadRow(trx, person, id);
  });
  await removePieces(host, known);
  return photo;
}

/** The whole upload as it was announced; one that differs begins anew. */
async function assemble(host: Host, known: KnownUpload): Promise<Uint8Array<ArrayBuffer>> {
  const { upload, fileId, pieceOffsets } = known;
  const bytes = new Uint8Array(upload.bytes);
  for (const offset of pieceOffsets) {
    const owner = { id: upload.id, fileId };
    const piece = await host.photos.get(fileOf(host.person, owner, `from-${offset}`));
    if (typeof piece === "string" || offset + piece.length > bytes.length) {
      throw await beginAnew(host, known);
    }
    bytes.set(piece, offset);
  }
  if ((await sha256Of(bytes)) !== upload.sha256) throw await beginAnew(host, known);
  return bytes;
}

async function decode(host: Host, known: KnownUpload, bytes: Uint8Array<ArrayBuffer>) {
  const format = sniffFormat(bytes);
  if (!isPictureFormat(format)) {
    await dropUpload(host, known);
    throw refusedFormat(format);
  }
  const result = await host.photos.reencode(bytes, format);
  if (result.kind === "picture") return result;
  if (result.why !== "too-slow" && result.why !== "stopped") await dropUpload(host, known);
  throw refusedPicture(result);
}

async function beginAnew(host: Host, known: KnownUpload): Promise<Problem> {
  await saveProgress(host, known.upload.id, { receivedBytes: 0, pieceOffsets: [] });
  await removePieces(host, known);
  return new Problem("upload.differs", 409, {
    message: "What arrived is not the file that was announced: its SHA-256 differs.",
    action: "Send it again from offset 0.",
    offset: 0,
  });
}

function incomplete({ upload, receivedBytes }: KnownUpload): Problem {
  return new Problem("upload.incomplete", 409, {
    message: `${receivedBytes} of ${upload.bytes} bytes are here.`,
    action: `Go on from offset ${receivedBytes}.`,
    offset: receivedBytes,
  });
}
