import type { PhotoFile, PhotoPart, PhotoStore, Reencoded } from "../host.ts";

/**
 * Photos in memory for tests of the API alone: nothing is encrypted or decoded, every upload becomes `picture`.
 * The real store with its files and its decoder is tested in apps/server.
 */
export function memoryPhotos() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const nameOf = ({ fileId, part }: { fileId: string; part: PhotoPart }) => `${fileId}.${part}`;
  const bytesAt = (file: PhotoFile) => files.get(nameOf(file)) ?? ("missing" as const);

  const store: PhotoStore = {
    state: () => ({ open: true }),
    put: async (file, bytes) => void files.set(nameOf(file), new Uint8Array(bytes)),
    get: async (file) => bytesAt(file),
    check: async (asked) =>
      asked.map((file) => (bytesAt(file) === "missing" ? "missing" : "ready")),
    delete: async (gone) => {
      for (const file of gone) files.delete(nameOf(file));
    },
    keepOnly: async ({ photos, uploads }) => {
      const named = new Set([...photos, ...uploads]);
      for (const name of files.keys()) if (!named.has(name.slice(0, 36))) files.delete(name);
    },
    erase: async () => files.clear(),
    reencode: async () => picture,
    inspect: async (jpeg) => ({ ...picture, full: jpeg }),
  };
  return { store, files };
}

/** A JPEG of 2 × 1 grey pixels, as the server's decoder writes one. */
const tinyJpeg = Uint8Array.from(
  atob(
    "/9j/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAABAAIBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==",
  ),
  (letter) => letter.charCodeAt(0),
);

const picture: Extract<Reencoded, { kind: "picture" }> = {
  kind: "picture",
  full: tinyJpeg,
  thumbnail: tinyJpeg,
  widthPx: 2,
  heightPx: 1,
};
