import type { PhotoDetails, PhotoUpload } from "@stipple/protocol";
import { api, patchBytes } from "../ui/client.ts";
import type { PhotoRow } from "../ui/contract.ts";
import { asProblem, ProblemError } from "../ui/problem.ts";
import { measureTexts } from "./texts.ts";

/** A photo that is not on the server yet. The id is made here and becomes the photo's. */
export interface PhotoToSend {
  readonly id: string;
  readonly file: Blob;
  readonly details: PhotoDetails;
}

export interface UploadWatch {
  /** Hears how much has arrived. */
  readonly onProgress?: (doneFraction: number) => void;
  /** Hears that the line is down and that it will be tried again. */
  readonly onWaiting?: (problem: ProblemError) => void;
  readonly signal?: AbortSignal;
}

/** The calls an upload is made of. */
export interface UploadPorts {
  readonly announce: (upload: PhotoUpload) => Promise<number>;
  readonly sendPiece: (id: string, offset: number, piece: Blob) => Promise<number>;
  readonly finish: (id: string) => Promise<PhotoRow>;
  readonly sha256: (file: Blob) => Promise<string>;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const pieceBytes = 1024 * 1024;
const longestWaitMs = 30_000;

/**
 * Announces the photo, sends it in pieces from where the server is, and has it turned into a photo. A line that is down
 * is waited for; every other problem is thrown.
 */
export async function uploadPhoto(
  photo: PhotoToSend,
  watch: UploadWatch = {},
  ports: UploadPorts = serverPorts,
): Promise<PhotoRow> {
  const upload: PhotoUpload = {
    id: photo.id,
    bytes: photo.file.size,
    sha256: await ports.sha256(photo.file),
    details: photo.details,
  };
  for (let failures = 0; ; ) {
    watch.signal?.throwIfAborted();
    try {
      return await sendFrom(upload, photo.file, watch, ports, () => {
        failures = 0;
      });
    } catch (thrown) {
      watch.signal?.throwIfAborted();
      const problem = asProblem(thrown);
      if (!mayPass(problem)) throw problem;
      failures++;
      watch.onWaiting?.(problem);
      await ports.wait(Math.min(longestWaitMs, 1000 * 2 ** (failures - 1)), watch.signal);
    }
  }
}

async function sendFrom(
  upload: PhotoUpload,
  file: Blob,
  { onProgress, signal }: UploadWatch,
  ports: UploadPorts,
  onPiece: () => void,
): Promise<PhotoRow> {
  for (let offset = await begin(upload, ports); offset < upload.bytes; ) {
    signal?.throwIfAborted();
    onProgress?.(offset / upload.bytes);
    offset = await ports.sendPiece(upload.id, offset, file.slice(offset, offset + pieceBytes));
    onPiece();
  }
  signal?.throwIfAborted();
  onProgress?.(1);
  return ports.finish(upload.id);
}

/** A photo that is known already was finished before its answer arrived. */
async function begin(upload: PhotoUpload, { announce }: UploadPorts): Promise<number> {
  try {
    return await announce(upload);
  } catch (thrown) {
    if (asProblem(thrown).code === "photo.known") return upload.bytes;
    throw thrown;
  }
}

/** Codes after which the same photo is announced again, and goes on from where the server is. */
const goesOn: readonly string[] = ["upload.offset", "upload.unknown", "upload.incomplete"];

function mayPass({ code, status }: ProblemError): boolean {
  if (code === "photos.locked") return false;
  return (
    code === "server.away" ||
    status === 408 ||
    status === 429 ||
    status >= 500 ||
    goesOn.includes(code)
  );
}

/** Away from this computer and without https a browser does no cryptography. */
function unsafePage(): ProblemError {
  return new ProblemError({ code: "page.unsafe", status: 0, ...measureTexts.uploads.unsafe });
}

const serverPorts: UploadPorts = {
  announce: async (upload) => {
    const response = await api["photo-uploads"].$post({ json: upload });
    return (await response.json()).offset;
  },
  sendPiece: async (id, offset, piece) => {
    const path = `/api/photo-uploads/${encodeURIComponent(id)}?offset=${offset}`;
    return (await patchBytes<{ readonly offset: number }>(path, piece)).offset;
  },
  finish: async (id) => {
    const response = await api["photo-uploads"][":id"].finish.$post({ param: { id } });
    return response.json();
  },
  sha256: async (file) => {
    if (!window.isSecureContext) throw unsafePage();
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join(
      "",
    );
  },
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
};
