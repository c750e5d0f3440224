import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file under the folder. */
export function allFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Files under the folder that hold these bytes, one after the other. */
export function filesHolding(folder: string, bytes: string | Uint8Array): readonly string[] {
  return allFiles(folder).filter((path) => readFileSync(path).includes(bytes));
}

/** Files of the photo store, pieces of uploads included. */
export function photoFiles(folder: string): readonly string[] {
  return allFiles(folder).filter((path) => path.startsWith(join(folder, "photos")));
}
