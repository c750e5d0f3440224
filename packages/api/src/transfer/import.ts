import { compareInstants, elapsedHours, type Instant, rulesVersion } from "@stipple/protocol";
import { storageProblem } from "../faults.ts";
import { holdForHistoryGap, readHolds } from "../holds/holds.queries.ts";
import type { Host } from "../host.ts";
import { Problem } from "../problem.ts";
import { openSessionBook } from "../sessions/session-book.ts";
import { composeToday } from "../today/compose.ts";
import type { Archive, ArchiveRows } from "./archive-rows.ts";
import type { Received } from "./receive-archive.ts";
import type { ImportResult } from "./transfer.routes.ts";
import { deleteRows, insertRows } from "./write-rows.ts";

/**
 * Replaces everything by the archive in one transaction. Before it is kept, the Today page is composed from
 * it: an archive that could not be shown is refused. One that may miss sessions holds the plan. A dry run does all of this and keeps nothing.
 */
export async function importArchive(
  host: Host,
  archive: Received,
  dryRun: boolean,
): Promise<ImportResult> {
  const { rows } = archive;
  if (!dryRun) await host.storage.copy();
  const known = await courseOf(host);

  const trx = await host.db.startTransaction().execute();
  try {
    await deleteRows(trx, host.person);
    await insertRows(trx, host.person, archive);
    const within = { ...host, db: trx };
    if (isGap(known, await courseOf(within), rows, host.clock())) {
      await holdForHistoryGap(within, takenAt(rows) ?? host.clock());
    }
    await composeToday(within, openSessionBook(within));
    await (dryRun ? trx.rollback() : trx.commit()).execute();
  } catch (error) {
    await trx.rollback().execute();
    throw storageProblem(error) ? error : unusable();
  }
  return { counts: countsOf(archive), dryRun, warnings: warningsOf(archive) };
}

interface Course {
  /** When the newest session with a stroke ended. */
  readonly lastEndedAt: Instant | undefined;
  readonly isHeldForGap: boolean;
}

async function courseOf(host: Host): Promise<Course> {
  const sessions = await openSessionBook(host).all(host.clock());
  const holds = await readHolds(host.db, host.person);
  return {
    lastEndedAt: sessions
      .flatMap(({ done }) => done?.endedAt ?? [])
      .toSorted(compareInstants)
      .at(-1),
    isHeldForGap: holds.some(({ why, clearedAt }) => why === "history-gap" && !clearedAt),
  };
}

/** One interval between sessions; an archive older than that misses at least one that was due. */
const intervalH = 168;

/** The sessions of the archive end before those known here, or it is so old that others may have followed. */
function isGap(before: Course, after: Course, rows: ArchiveRows, now: Instant): boolean {
  const known = before.lastEndedAt;
  const brought = after.lastEndedAt;
  const misses = known && (!brought || compareInstants(brought, known) < 0);
  const at = takenAt(rows);
  const isOld = rows.plans.length > 0 && at && elapsedHours(at, now) > intervalH;
  const isLost = before.isHeldForGap && !after.isHeldForGap;
  return Boolean(misses || isOld || isLost);
}

/** The newest moment at which the archive's own machine recorded something. */
function takenAt({ clock, plans }: ArchiveRows): Instant | undefined {
  return clock[0]?.lastSeen ?? plans.at(-1)?.createdAt;
}

function countsOf({ rows, measurements }: Archive): Record<string, number> {
  const { format: _, version: __, ...tables } = rows;
  const counts = Object.entries(tables).map(([name, list]) => [name, list.length]);
  return { ...Object.fromEntries(counts), measurements: measurements.length };
}

function warningsOf({ rows, fileIds }: Received): string[] {
  const { plans, sessionEvents, photos } = rows;
  const warnings: string[] = [];
  const missing = photos.filter(({ id }) => !fileIds.has(id)).length;
  if (missing > 0) {
    warnings.push(`The pictures of ${missing} photos are not in the archive; they were damaged.`);
  }
  if (plans.some(({ plan }) => plan.rulesVersion !== rulesVersion)) {
    warnings.push("A plan was made under other rules. Make it again before the next session.");
  }
  if (sessionEvents.length > 0) {
    warnings.push(
      "Sessions you did after this archive was made are not in it. Wait a full interval after the last one.",
    );
  }
  return warnings;
}

function unusable(): Problem {
  return new Problem("import.unusable", 422, {
    message:
      "The archive contradicts itself: rows point to others that are missing or stand twice.",
    action: "Choose an archive that Stipple exported, unchanged.",
  });
}
