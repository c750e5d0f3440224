import type { Worker } from "node:worker_threads";
import { type TrialChunk, trialChunkSchema } from "@stipple/simulation";
import { Problem } from "./problem.ts";

/** A crew of threads and the parts that are still to be done. */
export interface Crew {
  readonly startWorker: () => Worker;
  readonly workers: number;
  /** Numbers of the parts to be done, in the order they are handed out. */
  readonly todo: readonly number[];
  /** Hears of each part as it is finished, in whatever order. */
  readonly onChunk: (chunk: TrialChunk) => void;
  /** Ends the work early. */
  readonly signal: AbortSignal;
}

/** Deaths of a thread that are made good by starting another. */
const forgivenDeaths = 1;

/**
 * Hands out parts on demand, so that the slowest thread decides nothing. A thread that dies is started again once, with
 * the part it had; the second time the work is given up. Parts that were finished have been told by then.
 *
 * @returns whether everything was done; false where it was stopped early
 */
export function runCrew(crew: Crew): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const left = [...crew.todo];
  const crewOf = new Set<Worker>();
  let open = left.length;
  let deaths = 0;

  const end = (settle: () => void) => {
    crew.signal.removeEventListener("abort", stop);
    const ended = [...crewOf].map((worker) => worker.terminate());
    crewOf.clear();
    void Promise.allSettled(ended).then(settle);
  };
  const stop = () => end(() => resolve(false));
  const fail = (error: unknown) => end(() => reject(error));

  const start = () => {
    const worker = crew.startWorker();
    crewOf.add(worker);
    let current: number | undefined;
    const next = () => {
      current = left.shift();
      if (current !== undefined) worker.postMessage(current);
    };
    const died = (says: string) => {
      if (!crewOf.delete(worker)) return;
      deaths++;
      if (current !== undefined) left.unshift(current);
      if (deaths > forgivenDeaths) fail(threadLost(says));
      else start();
    };
    worker.on("message", (answer) => {
      if (!crewOf.has(worker)) return;
      try {
        crew.onChunk(trialChunkSchema.parse(answer));
      } catch (error) {
        fail(error);
        return;
      }
      open--;
      if (open === 0) end(() => resolve(true));
      else next();
    });
    worker.on("error", (error) => died(error instanceof Error ? error.message : String(error)));
    worker.on("exit", (code) => died(`It ended with ${code}.`));
    next();
  };

  crew.signal.addEventListener("abort", stop);
  if (open === 0) end(() => resolve(true));
  else if (crew.signal.aborted) stop();
  else for (let count = Math.min(crew.workers, left.length); count > 0; count--) start();
  return promise;
}

function threadLost(says: string): Problem {
  return new Problem("A thread of the trial died, and starting it again did not help.", {
    detail: `${says.replace(/\.?$/, ".")} The parts finished before are kept.`,
    action: "Run the same command again, with fewer threads if memory is short: --workers 1.",
    exitCode: 1,
  });
}
