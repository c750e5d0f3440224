import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, type Stats } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { PhotoFault, PhotoFile, PhotoPart, PhotoStore } from "@stipple/api";
import {
  destroyPhotoKey,
  flushFolder,
  makePhotoKey,
  type PhotoKey,
  readPhotoKey,
} from "./photo-key.ts";
import { seal, sealHeaderBytes, unseal } from "./seal.ts";

/** The folder of a data folder that holds its photos. */
const photosFolderName = "photos";

/** Pictures that no row names wait here, in case an older database is put back. */
const setAsideName = "set-aside";
const setAsideDays = 30;

/** `check` reads files for at most so long; what it did not get to is read the next time. */
const checkMs = 1000;

/** A picture or a piece of an upload: the file's id and its part. */
const namePattern = /^([0-9a-f-]{36})\.(full|thumbnail|from-\d+)$/;

type Files = Omit<PhotoStore, "reencode" | "inspect">;

/** Photos as encrypted files under the data folder. */
export function openPhotoFiles(dataFolder: string): Files {
  const folder = join(dataFolder, photosFolderName);
  const setAside = join(folder, setAsideName);
  const sound = new Map<string, string>();

  async function get(file: PhotoFile): Promise<Uint8Array<ArrayBuffer> | PhotoFault> {
    const key = readPhotoKey(dataFolder);
    const name = nameOf(file);
    const sealed = await readEither(join(folder, name), join(setAside, name));
    if (typeof sealed === "string") return sealed;
    return typeof key === "string" ? "locked" : unseal(key, file, sealed);
  }

  /** A file that was sound is read again when it changed; one that was not is read every time. */
  async function stateOf(file: PhotoFile, mayRead: boolean): Promise<"ready" | PhotoFault> {
    const name = nameOf(file);
    const found = await stat(join(folder, name)).catch(() => undefined);
    const key = readPhotoKey(dataFolder);
    const mark = found && typeof key !== "string" ? markOf(found, key) : undefined;
    if (mark !== undefined && (sound.get(name) === mark || !mayRead)) return "ready";
    const content = await get(file);
    if (typeof content === "string") return content;
    if (mark !== undefined) sound.set(name, mark);
    return "ready";
  }

  return {
    state: () => stateOfKey(dataFolder, folder),
    get,
    async put(file, bytes) {
      const sealed = seal(keyFor(dataFolder, folder), file, bytes);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(folder, nameOf(file), sealed);
    },
    async check(files) {
      const endsAt = performance.now() + checkMs;
      const states: ("ready" | PhotoFault)[] = [];
      for (const file of files) states.push(await stateOf(file, performance.now() < endsAt));
      return states;
    },
    async delete(files) {
      for (const file of files) {
        for (const place of [folder, setAside]) await shred(join(place, nameOf(file)));
        sound.delete(nameOf(file));
      }
      if (existsSync(folder)) flushFolder(folder);
    },
    keepOnly: (named) => sweep(folder, setAside, named),
    async erase() {
      destroyPhotoKey(dataFolder);
      await rm(folder, { recursive: true, force: true });
      flushFolder(dataFolder);
      sound.clear();
    },
  };
}

/** Changes whenever the file or the key does. */
function markOf({ size, ino, mtimeMs, ctimeMs }: Stats, { id }: PhotoKey): string {
  return [id.toString("hex"), size, ino, mtimeMs, ctimeMs].join(" ");
}

function nameOf({ fileId, part }: { readonly fileId: string; readonly part: PhotoPart }): string {
  return `${fileId}.${part}`;
}

/** A key that is gone while its photos are there is a loss to be told, not a reason to make another. */
function stateOfKey(dataFolder: string, folder: string): ReturnType<PhotoStore["state"]> {
  const key = readPhotoKey(dataFolder);
  if (key === "damaged") {
    return {
      open: false,
      reason: "The file photo-key in the data folder is damaged, so no photo can be read or saved.",
      action: putBack,
    };
  }
  if (key === "none" && hasPhotos(folder)) {
    return {
      open: false,
      reason:
        "The file photo-key is missing from the data folder. The photos there are encrypted with it and cannot be read without it.",
      action: putBack,
    };
  }
  return { open: true };
}

const putBack =
  "Put the file photo-key back from a backup. If it is lost for good, so are these photos: delete them, then new ones can be saved.";

function keyFor(dataFolder: string, folder: string): PhotoKey {
  const key = readPhotoKey(dataFolder);
  if (typeof key !== "string") return key;
  const { open, reason } = stateOfKey(dataFolder, folder);
  if (!open) throw new Error(reason);
  return makePhotoKey(dataFolder);
}

function hasPhotos(folder: string): boolean {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).some((path) =>
      /\.(full|thumbnail|from-\d+)$/.test(path),
    );
  } catch {
    return false;
  }
}

async function readEither(path: string, other: string): Promise<Buffer | PhotoFault> {
  for (const place of [path, other]) {
    try {
      return await readFile(place);
    } catch (error) {
      if (!isMissing(error)) return "damaged";
    }
  }
  return "missing";
}

/** Writes the file beside its name, flushes it, and gives it the name: whole, or not there. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const incoming = join(folder, `${name}.${randomBytes(6).toString("hex")}.incoming`);
  try {
    const file = await open(incoming, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(incoming, join(folder, name));
  } catch (error) {
    await rm(incoming, { force: true });
    throw error;
  }
  flushFolder(folder);
}

/** Overwrites the wrapped key at the head of the file, then removes the file: what the disk may still hold stays closed. */
async function shred(path: string): Promise<void> {
  try {
    const file = await open(path, "r+");
    try {
      await file.write(randomBytes(sealHeaderBytes), 0, sealHeaderBytes, 0);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return;
  }
  await rm(path, { force: true });
}

type Named = Parameters<PhotoStore["keepOnly"]>[0];

async function sweep(folder: string, setAside: string, { photos, uploads }: Named): Promise<void> {
  const pictures = new Set(photos);
  const pieces = new Set(uploads);
  for (const name of await namesIn(setAside)) {
    const [, fileId = ""] = namePattern.exec(name) ?? [];
    if (pictures.has(fileId)) await rename(join(setAside, name), join(folder, name));
    else if (await isOld(join(setAside, name))) await shred(join(setAside, name));
  }
  for (const name of await namesIn(folder)) {
    const [, fileId = "", part = ""] = namePattern.exec(name) ?? [];
    const isPiece = part.startsWith("from-");
    if (name === setAsideName || pieces.has(fileId) || (pictures.has(fileId) && !isPiece)) continue;
    if (fileId === "" || isPiece) await shred(join(folder, name));
    else await putAside(folder, setAside, name);
  }
}

async function putAside(folder: string, setAside: string, name: string): Promise<void> {
  await mkdir(setAside, { recursive: true, mode: 0o700 });
  const now = new Date();
  await utimes(join(folder, name), now, now);
  await rename(join(folder, name), join(setAside, name));
}

async function isOld(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path);
  return Date.now() - mtimeMs > setAsideDays * 24 * 3_600_000;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
