import type { z } from "@hono/zod-openapi";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { depthOf, maxJsonDepth, tooDeep } from "../border.ts";
import { invalidProblem } from "../invalid.ts";
import { Problem } from "../problem.ts";
import { archiveSchema, type Manifest, manifestSchema } from "./archive.schema.ts";
import type { ArchiveRows } from "./archive-rows.ts";

/** Limits of an archive that is read. */
export const maxZipBytes = 32 * 1024 * 1024;
const maxInflatedBytes = 64 * 1024 * 1024;
const fileNames = ["manifest.json", "stipple.json"];

/** The archive as a zip. The same rows give the same bytes: keys are sorted and the files carry no real time. */
export async function packArchive(rows: ArchiveRows): Promise<Uint8Array<ArrayBuffer>> {
  const content = jsonBytes(rows);
  const manifest: Manifest = {
    format: "stipple-archive",
    version: 1,
    files: [{ name: "stipple.json", bytes: content.length, sha256: await sha256Of(content) }],
  };
  const files = { "manifest.json": jsonBytes(manifest), "stipple.json": content };
  return new Uint8Array(zipSync(files, { mtime: zipTime, level: 6 }));
}

/** The first day a zip can carry, by the wall clock, so that the bytes are the same in every time zone. */
const zipTime = new Date(1980, 0, 1);

/** Reads an archive and checks all of it: size, names, hashes, every value. Anything unexpected refuses the whole. */
export async function unpackArchive(zip: Uint8Array): Promise<ArchiveRows> {
  const files = inflate(zip);
  const manifest = parse(manifestSchema, files["manifest.json"]);
  const content = files["stipple.json"];
  for (const { bytes, sha256 } of manifest.files) {
    if (!content || content.length !== bytes || (await sha256Of(content)) !== sha256) {
      throw damaged("stipple.json is not the file that manifest.json describes.");
    }
  }
  return parse(archiveSchema, content);
}

function inflate(zip: Uint8Array): Record<string, Uint8Array> {
  const seen: string[] = [];
  let inflatedBytes = 0;
  try {
    return unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        inflatedBytes += originalSize;
        if (inflatedBytes > maxInflatedBytes) throw tooLarge();
        if (!fileNames.includes(name) || seen.includes(name)) throw unexpectedFile();
        seen.push(name);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw damaged("The file is not a zip archive, or it is cut short.");
  }
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

function jsonBytes(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, sortedKeys, 1)}\n`);
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function damaged(message: string): Problem {
  return new Problem("import.damaged", 422, {
    message,
    action: "Choose an archive that Stipple exported, unchanged.",
  });
}

function unexpectedFile(): Problem {
  return damaged("The archive holds a file besides one manifest.json and one stipple.json.");
}

function tooLarge(): Problem {
  return new Problem("import.too_large", 413, {
    message: `The archive unpacks to more than ${maxInflatedBytes / 1024 / 1024} MiB.`,
    action: "Choose an archive that Stipple exported.",
  });
}
