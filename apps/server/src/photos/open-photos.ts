import type { PhotoStore } from "@stipple/api";
import { openDecoder, pictureDecoder } from "./decoder.ts";
import { openPhotoFiles } from "./photo-files.ts";

/** The photos of a data folder: encrypted files, and the decoder of what comes from outside. */
export function openPhotos(
  dataFolder: string,
  setup = pictureDecoder,
): PhotoStore & { close(): void } {
  const decoder = openDecoder(setup);
  return {
    ...openPhotoFiles(dataFolder),
    reencode: (bytes, format) => decoder.decode({ bytes, format, keepsBytes: false }),
    async inspect(jpeg) {
      const result = await decoder.decode({ bytes: jpeg, format: "jpeg", keepsBytes: true });
      return result.kind === "picture" ? { ...result, full: jpeg } : result;
    },
    close: decoder.close,
  };
}
