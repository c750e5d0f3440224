import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";

/** The process that works on a data folder, as its lock file names it. */
interface Holder {
  readonly pid: number;
  readonly startedAt: string;
  readonly host: string;
  /** Changes with every start of the machine; where the system has none, the pid alone decides. */
  readonly bootId?: string;
  /** When the kernel started the process, so that a pid used again is not taken for it. */
  readonly processStart?: string;
}

/**
 * Takes the folder for this process, or throws `CannotStart`. The lock of a process that is gone is taken
 * over. Returns the way to give it back; on a disk that cannot be written there is nothing to lock.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, "stipple.lock");
  const mine = JSON.stringify(thisProcess());
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(path, mine, { flag: "wx", mode: 0o600 });
      return () => release(path, mine);
    } catch (error) {
      const code = codeOf(error);
      if (code === "EROFS" || code === "EACCES" || code === "ENOSPC") return () => {};
      if (code !== "EEXIST") throw error;
    }
    const holder = readHolder(path);
    if (holder && isRunning(holder)) throw inUse(folder, holder);
    rmSync(path, { force: true });
  }
  throw new CannotStart(
    `The lock file ${path} changes all the time. Start Stipple once, not several times.`,
  );
}

function inUse(folder: string, { pid, host, startedAt }: Holder): CannotStart {
  return new CannotStart(
    `The data in ${folder} is in use by process ${pid} on ${host}, started ${startedAt}. ` +
      "Stop that one first, or choose another folder with --data.",
  );
}

function thisProcess(): Holder {
  const bootId = readText("/proc/sys/kernel/random/boot_id");
  const processStart = startOf(process.pid);
  return {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    host: hostname(),
    ...(bootId && { bootId }),
    ...(processStart && { processStart }),
  };
}

function isRunning({ pid, host, bootId, processStart }: Holder): boolean {
  if (host !== hostname()) return true;
  if (bootId && bootId !== readText("/proc/sys/kernel/random/boot_id")) return false;
  if (processStart && processStart !== startOf(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Field 22 of Linux' process status: its start in clock ticks. The name in field 2 may hold spaces. */
function startOf(pid: number): string | undefined {
  return readText(`/proc/${pid}/stat`)?.split(") ").at(-1)?.split(" ")[19];
}

function readHolder(path: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isHolder(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== "object" || value === null) return false;
  const { pid, startedAt, host } = value as Record<string, unknown>;
  return Number.isInteger(pid) && typeof startedAt === "string" && typeof host === "string";
}

function release(path: string, mine: string): void {
  if (readText(path) === mine.trim()) rmSync(path, { force: true });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
