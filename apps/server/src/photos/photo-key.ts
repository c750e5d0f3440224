import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** The file of a data folder that opens its photos. */
export const photoKeyName = "photo-key";

/** The key that wraps the keys of the photos. */
export interface PhotoKey {
  readonly bytes: Buffer;
  /** Tells keys apart; says nothing about the key. */
  readonly id: Buffer;
}

/** Reads the key of the folder: there, not there, or not to be had from what is there. */
export function readPhotoKey(folder: string): PhotoKey | "none" | "damaged" {
  let text: string;
  try {
    text = readFileSync(join(folder, photoKeyName), "latin1");
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT"
      ? "none"
      : "damaged";
  }
  const [, encoded = "", check] =
    /^stipple-photo-key-1 ([\w-]{43}) ([0-9a-f]{16})\n$/.exec(text) ?? [];
  const key = keyOf(Buffer.from(encoded, "base64url"));
  return key.id.toString("hex") === check ? key : "damaged";
}

/** Makes the key of a folder that has none: whole and flushed, readable by its owner only, never over another. */
export function makePhotoKey(folder: string): PhotoKey {
  const path = join(folder, photoKeyName);
  if (existsSync(path)) throw new Error("The folder has a photo key already.");

  const key = keyOf(randomBytes(32));
  const incoming = `${path}.incoming`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFlushed(
    incoming,
    `stipple-photo-key-1 ${key.bytes.toString("base64url")} ${key.id.toString("hex")}\n`,
  );
  renameSync(incoming, path);
  flushFolder(dirname(path));
  return key;
}

/** Overwrites the key and removes it: what it wrapped is gone from then on. */
export function destroyPhotoKey(folder: string): void {
  const path = join(folder, photoKeyName);
  if (existsSync(path)) writeFlushed(path, randomBytes(128));
  rmSync(path, { force: true });
  rmSync(`${path}.incoming`, { force: true });
  flushFolder(folder);
}

function keyOf(bytes: Buffer): PhotoKey {
  const id = createHash("sha256").update("stipple-photo-key").update(bytes).digest().subarray(0, 8);
  return { bytes, id };
}

function writeFlushed(path: string, content: string | Buffer): void {
  const file = openSync(path, existsSync(path) ? "r+" : "wx", 0o600);
  try {
    writeSync(file, Buffer.from(content));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes names in the folder as durable as the files; a system that has no such thing needs none. */
export function flushFolder(folder: string): void {
  let file: number | undefined;
  try {
    file = openSync(folder, "r");
    fsyncSync(file);
  } catch (error) {
    if (process.platform !== "win32") throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
