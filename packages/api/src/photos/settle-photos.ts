import type { Host } from "../host.ts";
import { dropGivenUp, readUploads } from "./photo-uploads.queries.ts";
import { endDeletions, readPhotos } from "./photos.queries.ts";

/**
 * Brings rows and files together, at the start and after an import: ends deletions and uploads that were cut short,
 * and has files that no row names set aside.
 */
export async function settlePhotos(host: Host): Promise<void> {
  await endDeletions(host);
  await dropGivenUp(host);
  const photos = await readPhotos(host.db, host.person);
  const uploads = await readUploads(host.db, host.person);
  await host.photos.keepOnly({
    photos: photos.map(({ fileId }) => fileId),
    uploads: uploads.map(({ fileId }) => fileId),
  });
}
