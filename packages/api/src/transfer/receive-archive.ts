import type { Host } from "../host.ts";
import { isBareJpeg } from "../photos/bare-jpeg.ts";
import { refuseClosed } from "../photos/photo-problems.ts";
import { fileOf } from "../photos/photos.queries.ts";
import { sha256Of } from "../sha256.ts";
import type { Archive, ArchivedPhoto } from "./archive-rows.ts";
import { damaged, unpackArchive } from "./unpack-archive.ts";

/** An archive whose pictures are in the store already, under names that no row has yet. */
export interface Received extends Archive {
  /** The file of each photo that came with its picture. */
  readonly fileIds: ReadonlyMap<string, string>;
}

/** Takes an archive in. Its pictures are checked like uploads, but kept byte by byte; a refusal leaves nothing. */
export async function receiveArchive(host: Host, request: Request): Promise<Received> {
  const fileIds = new Map<string, string>();
  try {
    const archive = await unpackArchive(request, async (id, jpeg) => {
      refuseClosed(host.photos);
      if (!isBareJpeg(jpeg)) throw unclean();
      const fileId = crypto.randomUUID();
      fileIds.set(id, fileId);
      await host.photos.put(fileOf(host.person, { id, fileId }, "full"), jpeg);
    });
    await checkPictures(host, archive.rows.photos, fileIds);
    return { ...archive, fileIds };
  } catch (error) {
    await forgetReceived(host, fileIds);
    throw error;
  }
}

/** Removes the pictures of an archive that is not kept. */
export async function forgetReceived(
  { photos }: Host,
  fileIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const fileId of fileIds.values()) {
    await photos.delete([
      { fileId, part: "full" },
      { fileId, part: "thumbnail" },
    ]);
  }
}

/** Decodes every picture, holds it against its row, and makes its small copy. */
async function checkPictures(
  { photos, person }: Host,
  rows: readonly ArchivedPhoto[],
  fileIds: ReadonlyMap<string, string>,
): Promise<void> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const [id, fileId] of fileIds) {
    const jpeg = await photos.get(fileOf(person, { id, fileId }, "full"));
    if (typeof jpeg === "string") throw new Error(`A photo just written is ${jpeg}.`);
    const row = byId.get(id);
    if (!row || row.bytes !== jpeg.length || row.sha256 !== (await sha256Of(jpeg))) {
      throw damaged("A photo is not the one that stipple.json describes.");
    }
    const picture = await photos.inspect(jpeg);
    if (picture.kind !== "picture") throw unclean();
    if (picture.widthPx !== row.widthPx || picture.heightPx !== row.heightPx) {
      throw damaged("A photo has another size than stipple.json says.");
    }
    await photos.put(fileOf(person, { id, fileId }, "thumbnail"), picture.thumbnail);
  }
}

function unclean() {
  return damaged("A photo of the archive is not a JPEG as Stipple writes them.");
}
