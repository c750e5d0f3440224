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
