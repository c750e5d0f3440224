import type { z } from "@hono/zod-openapi";
import { strFromU8, Unzip, UnzipInflate } from "fflate";
import { depthOf, maxJsonDepth, tooDeep } from "../border.ts";
import { invalidProblem } from "../invalid.ts";
import type { MeasurementRecord } from "../measurements/measurements.queries.ts";
import { Problem } from "../problem.ts";
import { sha256Of } from "../sha256.ts";
import {
  archiveSchema,
  type Manifest,
  manifestSchema,
  maxMeasurements,
  maxPhotos,
  measurementRecordSchema,
} from "./archive.schema.ts";
import type { Archive, ArchiveRows } from "./archive-rows.ts";

const mib = 1024 * 1024;

/** Limits of an archive that is read. Photos go to the disk one by one; the rest is held in memory. */
const maxZipBytes = 8 * 1024 * mib;
const maxMeasurementsBytes = 256 * mib;

/** The files there may be, and how large each may be when it is unpacked. */
const known = [
  { pattern: /^manifest\.json$/, kind: "manifest", maxBytes: 16 * mib },
  { pattern: /^stipple\.json$/, kind: "rows", maxBytes: 64 * mib },
  { pattern: /^measurements\/([0-9a-f-]{36})\.json$/, kind: "measurement", maxBytes: 8 * mib },
  { pattern: /^photos\/([0-9a-f-]{36})\.jpg$/, kind: "photo", maxBytes: 100 * mib },
] as const;

type TakePhoto = (id: string, jpeg: Uint8Array<ArrayBuffer>) => Promise<void>;

/**
 * Reads an archive as it arrives and checks all of it: sizes, names, hashes, every value. Photos are handed on one by
 * one, before it is known whether the rest is sound. Anything unexpected refuses the whole.
 */
export async function unpackArchive(request: Request, takePhoto: TakePhoto): Promise<Archive> {
  const reading: Reading = {
    contents: new Map(),
    hashes: new Map(),
    measurements: new Map(),
    measurementBytes: 0,
  };
  for await (const file of filesOf(request)) {
    const [, id = ""] = file.known.pattern.exec(file.name) ?? [];
    const { name, bytes } = file;
    reading.hashes.set(name, { bytes: bytes.length, sha256: await sha256Of(bytes) });
    if (file.known.kind === "photo") await takePhoto(id, bytes);
    else if (file.known.kind === "measurement") takeMeasurement(reading, { name, id, bytes });
    else reading.contents.set(name, bytes);
  }
  const manifest = parse(manifestSchema, reading.contents.get("manifest.json"));
  checkHashes(manifest, reading.hashes);
  const rows = currentRows(parse(archiveSchema, reading.contents.get("stipple.json")));
  const measurements = manifest.files.flatMap(({ name }) => reading.measurements.get(name) ?? []);
  return { rows, measurements };
}

interface Reading {
  readonly contents: Map<string, Uint8Array>;
  readonly hashes: Map<string, { readonly bytes: number; readonly sha256: string }>;
  readonly measurements: Map<string, MeasurementRecord>;
  measurementBytes: number;
}

interface ZippedFile {
  readonly name: string;
  readonly known: (typeof known)[number];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes given to the unpacker at once; what they unpack to is in memory together. */
const sliceBytes = 64 * 1024;

async function* filesOf(request: Request): AsyncGenerator<ZippedFile> {
  const complete: ZippedFile[] = [];
  const unzip = unzipInto(complete);
  let zipBytes = 0;
  for await (const part of request.body ?? []) {
    zipBytes += part.length;
    if (zipBytes > maxZipBytes) throw tooLarge("The archive", maxZipBytes);
    for (let at = 0; at < part.length; at += sliceBytes) {
      unzip.push(part.subarray(at, at + sliceBytes));
      yield* complete.splice(0);
    }
  }
}

function unzipInto(complete: ZippedFile[]): Unzip {
  const seen = new Set<string>();
  const unzip = new Unzip((file) => {
    const { name } = file;
    const found = known.find(({ pattern }) => pattern.test(name));
    if (!found || seen.has(name) || seen.size > maxPhotos + maxMeasurements) throw unexpectedFile();
    seen.add(name);

    const parts: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, part, isLast) => {
      if (error) throw error instanceof Problem ? error : damaged("The zip archive is damaged.");
      size += part.length;
      if (size > found.maxBytes) throw tooLarge(name, found.maxBytes);
      parts.push(part);
      if (isLast) complete.push({ name, known: found, bytes: joined(parts, size) });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  return unzip;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function takeMeasurement(
  reading: Reading,
  { name, id, bytes }: { readonly name: string; readonly id: string; readonly bytes: Uint8Array },
): void {
  reading.measurementBytes += bytes.length;
  if (reading.measurementBytes > maxMeasurementsBytes) {
    throw tooLarge("All measurements together", maxMeasurementsBytes);
  }
  const record = parse(measurementRecordSchema, bytes);
  if (record.measurement.id !== id) throw damaged("A measurement has another id than its file.");
  reading.measurements.set(name, record);
}

/** Every file but the manifest is listed in it, once, with its size and hash; and every file listed is there. */
function checkHashes({ files }: Manifest, hashes: Reading["hashes"]): void {
  for (const { name, bytes, sha256 } of files) {
    const found = hashes.get(name);
    if (found?.bytes !== bytes || found.sha256 !== sha256) {
      throw damaged(`${fileKind(name)} is not the file that manifest.json describes.`);
    }
  }
  const listed = new Set(files.map(({ name }) => name));
  if (listed.size !== files.length || listed.size + 1 !== hashes.size) throw unexpectedFile();
}

/** The name of a file that says nothing about the person. */
function fileKind(name: string): string {
  return name === "stipple.json" ? name : "A photo or a measurement";
}

/** An archive from before there were photos has none. */
function currentRows(rows: z.output<typeof archiveSchema>): ArchiveRows {
  return rows.version === 1 ? { ...rows, version: 2, photos: [], selfRatings: [] } : rows;
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  bytes: Uint8Array | undefined,
): z.output<Schema> {
  if (!bytes) throw damaged("manifest.json or stipple.json is missing.");
  const text = strFromU8(bytes);
  if (depthOf(text) > maxJsonDepth) throw tooDeep();

  const value = parseJson(text);
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw invalidProblem(error, value);
  return data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged("A file of the archive is not complete, valid JSON.");
  }
}

/** The archive is not one that Stipple made. */
export function damaged(message: string): Problem {
  return new Problem("import.damaged", 422, {
    message,
    action: "Choose an archive that Stipple exported, unchanged.",
  });
}

function unexpectedFile(): Problem {
  return damaged("The archive holds a file that does not belong to it, or one file twice.");
}

function tooLarge(what: string, maxBytes: number): Problem {
  return new Problem("import.too_large", 413, {
    message: `${what} unpacks to more than ${maxBytes / mib} MiB.`,
    action: "Choose an archive that Stipple exported.",
  });
}
