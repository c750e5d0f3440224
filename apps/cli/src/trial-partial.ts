import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import {
  type TrialChunk,
  type TrialDesign,
  trialChunkCount,
  trialChunkSchema,
  trialParameters,
  trialVersion,
} from "@stipple/simulation";
import { Problem } from "./problem.ts";
import { cannotWrite, writeWhole } from "./write-file.ts";

/**
 * The finished parts of a trial that is not finished, one line each:
 *
 *     checksum design part        16 and 64 hexadecimal digits, JSON
 *
 * The checksum is over design and part, so that a damaged line is seen; the design's hash tells trials apart.
 */
const lineForm = /^([0-9a-f]{16}) ([0-9a-f]{64}) (\{.*\})$/;
/** A line that was cut off while it was written. */
const cutForm = /^[0-9a-f]{0,16}($| [0-9a-f]{0,64}($| (\{|$)))/;

/** What was found of an earlier run, and what is said about it. */
export interface Kept {
  readonly chunks: readonly TrialChunk[];
  readonly notices: readonly string[];
}

/** Names a trial: same design, same parameters, same way of following a patient. */
export function designKey(design: TrialDesign): string {
  const named = { trialVersion, design, parameters: trialParameters(design) };
  return createHash("sha256").update(JSON.stringify(named)).digest("hex");
}

/**
 * Reads the finished parts of an earlier run. A file of another design, of something else, or with damage is set aside
 * under a name of its own, never deleted; whole parts of this trial are kept from a damaged one.
 */
export function openPartial(file: string, design: TrialDesign): Kept {
  if (!existsSync(file)) return { chunks: [], notices: [] };
  const key = designKey(design);
  const text = readPartial(file);
  const lines = text.split("\n");
  const tail = lines.pop() ?? "";
  const read = lines.map((line) => readLine(line, key, trialChunkCount(design)));
  if (!cutForm.test(tail)) read.push("foreign");
  const chunks = eachOnce(read.flatMap((line) => (typeof line === "object" ? [line] : [])));

  const fault = faultOf(read, chunks.length);
  if (fault === undefined && tail === "")
    return { chunks, notices: resumed(chunks.length, design) };
  const aside = fault && setAside(file);
  writeWhole(file, chunks.map((chunk) => partialLine(chunk, key)).join(""));
  return {
    chunks,
    notices: [
      ...(aside ? [`${file} ${fault}. It was set aside as ${aside}, unchanged.`] : []),
      ...resumed(chunks.length, design),
    ],
  };
}

/** Adds one finished part. What does not fit on the disk is taken back, so that no half line stays. */
export function appendChunk(file: string, chunk: TrialChunk, key: string): void {
  const bytes = Buffer.from(partialLine(chunk, key));
  let handle: number | undefined;
  try {
    handle = openSync(file, "a", 0o644);
    const before = fstatSync(handle).size;
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    } catch (error) {
      takeBack(handle, before);
      throw error;
    }
  } catch (error) {
    throw cannotWrite(file, error, "All parts finished before are kept.");
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Cuts off a half line. Where even that fails, the next run recognises the line as cut. */
function takeBack(handle: number, bytes: number): void {
  try {
    ftruncateSync(handle, bytes);
  } catch {
    // The first fault is the one to tell.
  }
}

/** The results are written; the parts are not needed any more. */
export function closePartial(file: string): void {
  rmSync(file, { force: true });
}

function partialLine(chunk: TrialChunk, key: string): string {
  const json = JSON.stringify(chunk);
  return `${checksumOf(key, json)} ${key} ${json}\n`;
}

function checksumOf(key: string, json: string): string {
  return createHash("sha256").update(`${key} ${json}`).digest("hex").slice(0, 16);
}

type Line = TrialChunk | "foreign" | "damaged" | "other-design";

function readLine(line: string, key: string, count: number): Line {
  const [, checksum, design = "", json = ""] = lineForm.exec(line) ?? [];
  if (checksum === undefined) return "foreign";
  if (checksum !== checksumOf(design, json)) return "damaged";
  if (design !== key) return "other-design";
  const { success, data } = trialChunkSchema.safeParse(JSON.parse(json));
  return success && data.chunk < count ? data : "damaged";
}

/** What is wrong with a file, in words; nothing where every line is whole. */
function faultOf(lines: readonly Line[], kept: number): string | undefined {
  if (lines.includes("other-design")) return "belongs to another design";
  const bad = lines.filter((line) => typeof line === "string").length;
  if (bad === 0) return undefined;
  if (kept === 0 && !lines.includes("damaged")) return "is not a part of a trial";
  return `is damaged in ${bad} of its ${lines.length} lines`;
}

function readPartial(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Problem(`${file} cannot be read.`, {
      detail: error instanceof Error ? `${error.message}.` : "The system does not say why.",
      action: "Move it away, or choose another folder with --out.",
      exitCode: 1,
    });
  }
}

function setAside(file: string): string {
  for (let number = 1; ; number++) {
    const aside = `${file}.set-aside-${number}`;
    if (existsSync(aside)) continue;
    renameSync(file, aside);
    return aside;
  }
}

function eachOnce(chunks: readonly TrialChunk[]): readonly TrialChunk[] {
  return [...new Map(chunks.map((chunk) => [chunk.chunk, chunk])).values()];
}

function resumed(count: number, design: TrialDesign): string[] {
  if (count === 0) return [];
  return [`${count} of ${trialChunkCount(design)} parts are kept from an earlier run.`];
}
