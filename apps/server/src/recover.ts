import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Recovery } from "@stipple/api";
import { copiesFolder, listCopies } from "./database-copies.ts";
import type { DatabaseProblem } from "./inspect-file.ts";
import { databaseName } from "./open-database.ts";

interface Recovering {
  readonly problem: DatabaseProblem;
  /** Opens the copy that now stands in place of the damaged file; `false` when it does not open either. */
  readonly reopen: (copyTakenAt: string) => Promise<boolean>;
}

/** What can be done about a database that did not open. */
export function recoveryOf(folder: string, { problem, reopen }: Recovering): Recovery {
  return {
    problem,
    copies: async () => listCopies(folder),
    async restore(name) {
      const copy = listCopies(folder).find((known) => known.name === name);
      if (!copy) return "unknown";
      const path = join(folder, databaseName);
      const incoming = `${path}.incoming`;
      copyFileSync(join(copiesFolder(folder), copy.name), incoming);
      setAside(path);
      renameSync(incoming, path);
      return (await reopen(copy.takenAt)) ? "opened" : "damaged";
    },
  };
}

/** Keeps the damaged file under another name; what SQLite noted beside it must not meet the copy. */
function setAside(path: string): void {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, "-");
  for (const suffix of ["", "-wal"]) {
    if (existsSync(path + suffix)) renameSync(path + suffix, `${path}.damaged-${stamp}${suffix}`);
  }
  rmSync(`${path}-shm`, { force: true });
}
