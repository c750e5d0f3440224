import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";
import type { Config } from "./config.ts";
import { listCopies } from "./database-copies.ts";
import { databaseName } from "./open-database.ts";
import { photoKeyName } from "./photos/photo-key.ts";

const markName = "demo";

/** Demo and person never share a folder: the demo erases what it finds, and a person must not take it for theirs. */
export function claimFolder({ demo, dataFolder }: Pick<Config, "demo" | "dataFolder">): void {
  const mark = join(dataFolder, markName);
  const isDemo = existsSync(mark);
  const isUsed =
    [databaseName, photoKeyName].some((name) => existsSync(join(dataFolder, name))) ||
    listCopies(dataFolder).length > 0;
  if (demo && isUsed && !isDemo) {
    throw new CannotStart(
      `${dataFolder} holds a person's records, and the demo would erase them. Leave --data out, or name an empty folder.`,
    );
  }
  if (!demo && isDemo) {
    throw new CannotStart(
      `${dataFolder} holds the invented records of the demo. Add --demo, or choose another folder with --data.`,
    );
  }
  if (demo) writeFileSync(mark, "Invented records; Stipple may erase this folder.\n");
}
