import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { Worker } from "node:worker_threads";
import {
  gatherTrial,
  type TrialChunk,
  type TrialDesign,
  trialChunkCount,
  trialDesignSchema,
} from "@stipple/simulation";
import { type Command, type ExitCode, print, printJson, readWords } from "./command.ts";
import { readInput } from "./input.ts";
import { wrap } from "./layout.ts";
import { Problem } from "./problem.ts";
import { trialSvg } from "./trial-figure.ts";
import { appendChunk, closePartial, designKey, openPartial } from "./trial-partial.ts";
import { runCrew } from "./trial-pool.ts";
import { showProgress } from "./trial-progress.ts";
import { patientsCsv, resultsCsv } from "./trial-tables.ts";
import { trialLines } from "./trial-words.ts";
import { cannotWrite, writeWhole } from "./write-file.ts";

const mostWorkers = 64;

export const trialCommand: Command = {
  name: "trial",
  summary: "a trial on the computer: arms of patients, counted by week",
  help: `stipple trial DESIGN.json [--out FOLDER] [--workers N] [--patients] [--json]

Lets patients who differ from one another live through every arm of a design, with
the same luck in each, counts their hair every week, and compares the arms. An
estimate by a model, not evidence. "stipple schema trial" prints the form of the
file. Into the folder it writes results.csv (a row for each arm and week, hairs
per cm²), trial.svg and trial.json.

  --out FOLDER   where to write (default: the name of the file, without .json)
  --workers N    threads, 1 to ${mostWorkers} (default: all cores); the result is the same
  --patients     write patients.csv too, a row for each patient and arm
  --json         print what trial.json holds

Stopped with Ctrl-C, or by force, the same command goes on with the last part that
was finished; parts stand in trial.partial until the results are written.

Exit codes: 0 done · 1 stopped early, or a file cannot be written · 2 wrong use or
input.

Example
  npm run -s stipple -- trial docs/examples/trial-dhurat.json --out /tmp/dhurat
  compares minoxidil 5 % with minoxidil 5 % and twelve weekly sessions, 50 men
  each, as the trial that made rollers known did.`,
  async run(words): Promise<ExitCode> {
    const { positionals, text, isSet } = readWords(
      words,
      {
        out: { type: "string" },
        workers: { type: "string" },
        patients: { type: "boolean" },
      },
      { name: "one file with the design of a trial" },
    );
    const path = positionals[0] ?? "-";
    const workers = readWorkers(text("workers"));
    const design = readInput(path, trialDesignSchema);
    const folder = text("out") ?? (path === "-" ? "trial" : basename(path, ".json"));
    openFolder(folder, design);

    const chunks = await runParts(design, join(folder, "trial.partial"), workers);
    if (chunks === undefined) return 1;
    const result = gatherTrial(design, chunks);
    const value = { format: "stipple-trial", version: 1, key: designKey(design), design, result };
    writeWhole(join(folder, "results.csv"), resultsCsv(result));
    if (isSet("patients")) writeWhole(join(folder, "patients.csv"), patientsCsv(design, chunks));
    writeWhole(join(folder, "trial.svg"), await trialSvg(design, result));
    writeWhole(join(folder, "trial.json"), `${JSON.stringify(value, null, 1)}\n`);
    closePartial(join(folder, "trial.partial"));
    if (isSet("json")) printJson(value);
    else print([...trialLines(design, result), wrap(`Written into ${folder}.`)]);
    return 0;
  },
};

function readWorkers(text: string | undefined): number {
  const workers = text === undefined ? Math.min(mostWorkers, availableParallelism()) : Number(text);
  if (Number.isInteger(workers) && workers >= 1 && workers <= mostWorkers) return workers;
  throw new Problem("--workers is not a number of threads.", {
    detail: `It is "${text}"; it must be a whole number from 1 to ${mostWorkers}.`,
    action: "Leave it out to use all cores.",
  });
}

/** Makes the folder; one that holds the results of another design is left as it is. */
function openFolder(folder: string, design: TrialDesign): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(folder, error);
  }
  const results = join(folder, "trial.json");
  if (!existsSync(results)) return;
  if (readFileSync(results, "utf8").includes(designKey(design))) return;
  throw new Problem(`${folder} holds the results of another trial.`, {
    detail: "trial.json in it was made from another design, or by another version.",
    action: "Choose another folder with --out, or move the old results away.",
    exitCode: 1,
  });
}

/** Runs what an earlier run has not finished. @returns all parts, or nothing where it was stopped */
async function runParts(
  design: TrialDesign,
  file: string,
  workers: number,
): Promise<readonly TrialChunk[] | undefined> {
  const total = trialChunkCount(design);
  const key = designKey(design);
  const { chunks, notices } = openPartial(file, design);
  for (const notice of notices) process.stderr.write(`${wrap(notice)}\n`);

  const all = [...chunks];
  const done = new Set(chunks.map(({ chunk }) => chunk));
  const progress = showProgress(total, all.length, {
    stream: process.stderr,
    clock: () => performance.now(),
  });
  const isDone = await untilStopped((signal) =>
    runCrew({
      startWorker: () =>
        new Worker(new URL("./trial-worker.ts", import.meta.url), { workerData: design }),
      workers,
      todo: Array.from({ length: total }, (_, chunk) => chunk).filter((chunk) => !done.has(chunk)),
      onChunk: (chunk) => {
        appendChunk(file, chunk, key);
        all.push(chunk);
        progress.tell(all.length);
      },
      signal,
    }),
  ).finally(progress.close);
  if (isDone) return all;
  const kept =
    all.length === 0
      ? "No part was finished."
      : `${all.length} of ${total} parts are kept in ${file}; the same command goes on from there.`;
  process.stderr.write(`${wrap(`Stopped. ${kept}`)}\n`);
  return undefined;
}

/** Ctrl-C and a polite kill end the work, not the program: what is finished is told first. */
async function untilStopped(work: (signal: AbortSignal) => Promise<boolean>): Promise<boolean> {
  const stopper = new AbortController();
  const stop = () => stopper.abort();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    return await work(stopper.signal);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}
