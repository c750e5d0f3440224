import { type Instant, instant } from "@stipple/protocol";
import type { Database } from "./db/database.ts";

/** Whose rows a request reads and writes. The home edition has one clinic and one person. */
export interface PersonKey {
  readonly clinicId: string;
  readonly personId: string;
}

export const homePerson: PersonKey = { clinicId: "home", personId: "me" };

/** What the database's home can do beyond queries. Each host does it in its own way. */
export interface Storage {
  /** Whether writes can succeed now, and why not. */
  state(): { readonly writable: boolean; readonly reason?: string };
  /** Keeps a copy of the whole database as it is now. */
  copy(): Promise<void>;
  /** Removes every trace of erased rows: free pages, write-ahead log, copies. */
  scrub(): Promise<void>;
}

/** One file of the photo store. Every field is bound into its encryption, so that no file can stand for another. */
export interface PhotoFile {
  readonly person: PersonKey;
  readonly photoId: string;
  readonly fileId: string;
  readonly part: PhotoPart;
}

/** The whole picture, its small copy, or a piece of an upload by the place of its first byte. */
export type PhotoPart = "full" | "thumbnail" | `from-${number}`;

/** Not there, changed since it was written, or closed because the key is missing or another one. */
export type PhotoFault = "missing" | "damaged" | "locked";

/** The format by a file's first bytes, which its decoder must confirm. */
export type PictureFormat = "jpeg" | "png" | "webp" | "avif";

/** An upload as it will be kept: upright, sRGB, without any metadata; or why it cannot be. */
export type Reencoded = Picture | RefusedPicture;

interface Picture {
  readonly kind: "picture";
  /** The JPEG that is kept. */
  readonly full: Uint8Array<ArrayBuffer>;
  readonly thumbnail: Uint8Array<ArrayBuffer>;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface RefusedPicture {
  readonly kind: "refused";
  readonly why: "unreadable" | "too-many-pixels" | "several-pictures" | "too-slow" | "stopped";
}

/** Where photos are kept, encrypted, and the one place where a picture from outside is decoded. */
export interface PhotoStore {
  /** Whether photos can be read and written now, and why not. */
  state(): { readonly open: boolean; readonly reason?: string; readonly action?: string };
  /** Keeps the bytes under this name; whole and flushed, or not at all. */
  put(file: PhotoFile, bytes: Uint8Array): Promise<void>;
  get(file: PhotoFile): Promise<Uint8Array<ArrayBuffer> | PhotoFault>;
  /** The state of each file; one that was not read since it last changed is read, as long as that is quick. */
  check(files: readonly PhotoFile[]): Promise<readonly ("ready" | PhotoFault)[]>;
  /** Overwrites the keys of these files and removes them. */
  delete(files: readonly Pick<PhotoFile, "fileId" | "part">[]): Promise<void>;
  /** Removes pieces of uploads that nobody names, and sets aside pictures that nobody names. */
  keepOnly(named: {
    readonly photos: readonly string[];
    readonly uploads: readonly string[];
  }): Promise<void>;
  /** Removes everything, the key first. */
  erase(): Promise<void>;
  reencode(bytes: Uint8Array, format: PictureFormat): Promise<Reencoded>;
  /** Decodes a JPEG of an archive to see that it is one; `full` are its own bytes. */
  inspect(jpeg: Uint8Array<ArrayBuffer>): Promise<Reencoded>;
}

/** A database that could not be opened, and the copies that could take its place. */
export interface Recovery {
  readonly problem: { readonly code: string; readonly message: string; readonly action: string };
  copies(): Promise<readonly DatabaseCopy[]>;
  /** Puts the copy in place of the damaged file, which is kept, and opens it. */
  restore(name: string): Promise<"opened" | "unknown" | "damaged">;
}

export interface DatabaseCopy {
  readonly name: string;
  readonly takenAt: string;
  readonly bytes: number;
}

/** The moment now, by the clock of this machine. */
export function machineClock(): Instant {
  return instant(new Date().toISOString());
}

/** Everything the app needs from the machine it runs on. */
export interface Host {
  readonly db: Database;
  readonly person: PersonKey;
  readonly clock: () => Instant;
  readonly storage: Storage;
  readonly photos: PhotoStore;
  /** Values of the Host header that mean this server, "127.0.0.1:4870". */
  readonly allowedHosts: readonly string[];
  readonly version: string;
  /** The zone of the machine, until the person chooses another. */
  readonly timeZone: string;
  readonly demo?: boolean;
  readonly recovery?: Recovery;
  /** Told about faults of the program, never about refusals. */
  readonly report?: (fault: unknown) => void;
}
