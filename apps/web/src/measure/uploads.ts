import type { PhotoDetails } from "@stipple/protocol";
import type { PhotoRow } from "../ui/contract.ts";
import { asProblem, type ProblemError } from "../ui/problem.ts";
import type { PhotoToSend, UploadWatch } from "./upload-photo.ts";

/** A photo on its way. "waiting": the line is down and is tried again by itself; "refused": it will not get better so. */
export interface Upload {
  readonly id: string;
  readonly details: PhotoDetails;
  readonly doneFraction: number;
  readonly state: "sending" | "waiting" | "refused";
  readonly problem?: ProblemError;
}

export interface UploadsPorts {
  readonly send: (photo: PhotoToSend, watch: UploadWatch) => Promise<PhotoRow>;
  readonly giveUp: (id: string) => Promise<unknown>;
  readonly keep: (photo: PhotoToSend) => Promise<unknown>;
  readonly forget: (id: string) => Promise<unknown>;
  readonly readKept: () => Promise<readonly PhotoToSend[]>;
}

export interface UploadsState {
  readonly uploads: readonly Upload[];
  /** Photos that arrived since the page was loaded, oldest first. */
  readonly arrivedIds: readonly string[];
}

interface Running {
  readonly photo: PhotoToSend;
  readonly stop: AbortController;
}

/** Every photo on its way from this page. One is sent at a time, in the order in which they were added. */
export function createUploads(ports: UploadsPorts) {
  const listeners = new Set<() => void>();
  const running = new Map<string, Running>();
  let state: UploadsState = { uploads: [], arrivedIds: [] };
  let turn: Promise<unknown> = Promise.resolve();

  const change = (next: UploadsState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const without = (id: string) => state.uploads.filter((upload) => upload.id !== id);
  const say = (upload: Upload) => {
    if (!running.has(upload.id)) return;
    const isKnown = state.uploads.some(({ id }) => id === upload.id);
    const uploads = isKnown
      ? state.uploads.map((known) => (known.id === upload.id ? upload : known))
      : [...state.uploads, upload];
    change({ ...state, uploads });
  };

  const send = async ({ photo, stop }: Running): Promise<void> => {
    const { id, details } = photo;
    let doneFraction = 0;
    const onProgress = (fraction: number) => {
      doneFraction = fraction;
      say({ id, details, doneFraction, state: "sending" });
    };
    try {
      stop.signal.throwIfAborted();
      await ports.send(photo, {
        signal: stop.signal,
        onProgress,
        onWaiting: (problem) => say({ id, details, doneFraction, state: "waiting", problem }),
      });
      running.delete(id);
      await ports.forget(id).catch(() => undefined);
      change({ uploads: without(id), arrivedIds: [...state.arrivedIds, id] });
    } catch (thrown) {
      if (stop.signal.aborted) return;
      say({ id, details, doneFraction, state: "refused", problem: asProblem(thrown) });
    }
  };

  const start = (photo: PhotoToSend) => {
    const { id, details } = photo;
    const run = { photo, stop: new AbortController() };
    running.set(id, run);
    say({ id, details, doneFraction: 0, state: "sending" });
    turn = turn.then(() => send(run));
  };

  return {
    read: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Keeps the photo in this browser until it has arrived; a browser that keeps nothing still sends it. */
    async add(photo: PhotoToSend): Promise<void> {
      await ports.keep(photo).catch(() => undefined);
      start(photo);
    },
    tryAgain(id: string): void {
      const run = running.get(id);
      if (run) start(run.photo);
    },
    /** Gives the photo up: here, and what the server has of it. */
    async cancel(id: string): Promise<void> {
      running.get(id)?.stop.abort();
      running.delete(id);
      change({ ...state, uploads: without(id) });
      await ports.forget(id).catch(() => undefined);
      await ports.giveUp(id).catch(() => undefined);
    },
    /** Goes on with photos that a reload interrupted. */
    async resume(): Promise<void> {
      const kept = await ports.readKept().catch((): readonly PhotoToSend[] => []);
      for (const photo of kept) if (!running.has(photo.id)) start(photo);
    },
  };
}
