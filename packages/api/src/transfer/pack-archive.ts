import { strToU8 } from "fflate";
import type { Host } from "../host.ts";
import { readMeasurement, readMeasurementIds } from "../measurements/measurements.queries.ts";
import { fileOf, readPhoto } from "../photos/photos.queries.ts";
import { sha256Of } from "../sha256.ts";
import type { Manifest } from "./archive.schema.ts";
import type { ArchiveRows } from "./archive-rows.ts";
import { writeZip, type ZipEntry } from "./zip-writer.ts";

/**
 * The archive as a zip, made while it is read: one photo in memory at a time. The same rows and photos give the same
 * bytes. A picture that cannot be read is left out; its row stays.
 */
export function packArchive(host: Host, rows: ArchiveRows): ReadableStream<Uint8Array> {
  const zip = writeZip(withManifest(filesOf(host, rows)));
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await zip.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await zip.return(undefined);
    },
  });
}

async function* filesOf(host: Host, rows: ArchiveRows): AsyncGenerator<ZipEntry> {
  const { db, person, photos } = host;
  yield { name: "stipple.json", bytes: jsonBytes(rows, 1), isPacked: true };
  for (const id of await readMeasurementIds(db, person)) {
    const record = await readMeasurement(db, person, id);
    if (!record) continue;
    yield { name: `measurements/${id}.json`, bytes: jsonBytes(record), isPacked: true };
  }
  for (const { id } of rows.photos) {
    const photo = await readPhoto(db, person, id);
    const bytes = photo ? await photos.get(fileOf(person, photo, "full")) : "missing";
    if (typeof bytes !== "string") yield { name: `photos/${id}.jpg`, bytes, isPacked: false };
  }
}

/** Adds the manifest, last: only then is known what could be read. */
async function* withManifest(files: AsyncIterable<ZipEntry>): AsyncGenerator<ZipEntry> {
  const listed: Manifest["files"] = [];
  for await (const file of files) {
    const { name, bytes } = file;
    listed.push({ name, bytes: bytes.length, sha256: await sha256Of(new Uint8Array(bytes)) });
    yield file;
  }
  const manifest: Manifest = { format: "stipple-archive", version: 2, files: listed };
  yield { name: "manifest.json", bytes: jsonBytes(manifest, 1), isPacked: true };
}

function jsonBytes(value: unknown, indent?: number): Uint8Array {
  return strToU8(`${JSON.stringify(value, sortedKeys, indent)}\n`);
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
