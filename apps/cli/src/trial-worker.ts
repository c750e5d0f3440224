import { parentPort, workerData } from "node:worker_threads";
import { runTrialChunk, trialDesignSchema } from "@stipple/simulation";

/** One thread of a trial: is asked for a part by its number, answers with the part. */
const design = trialDesignSchema.parse(workerData);
parentPort?.on("message", (chunk: number) => {
  parentPort?.postMessage(runTrialChunk(design, chunk));
});
