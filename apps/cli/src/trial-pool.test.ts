import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { runTrialChunk, type TrialChunk, trialDesignSchema } from "@stipple/simulation";
import { expect, test } from "vitest";
import { appendChunk, designKey, openPartial } from "./trial-partial.ts";
import { runCrew } from "./trial-pool.ts";
import { showProgress } from "./trial-progress.ts";

/** A thread that gives empty parts, and dies of the parts named, as often as the counter allows. */
function worker(deadly: readonly number[], deaths: Int32Array) {
  const script = `
    const { parentPort, workerData } = require("node:worker_threads");
    parentPort.on("message", (chunk) => {
      const { deadly, deaths } = workerData;
      if (deadly.includes(chunk) && Atomics.sub(deaths, 0, 1) > 0) process.exit(9);
      parentPort.postMessage({ chunk, events: 0, arms: [] });
    });`;
  return new Worker(script, { eval: true, workerData: { deadly, deaths } });
}
const counter = (value: number) => Int32Array.from([value]).buffer;
const shared = (value: number) => {
  const deaths = new Int32Array(new SharedArrayBuffer(4));
  deaths.set(new Int32Array(counter(value)));
  return deaths;
};

async function crew(deathCount: number, onChunk: (chunk: TrialChunk) => void, workers = 2) {
  const deaths = shared(deathCount);
  return await runCrew({
    startWorker: () => worker([3], deaths),
    workers,
    todo: [0, 1, 2, 3, 4, 5],
    onChunk,
    signal: new AbortController().signal,
  });
}

test("a thread that dies is started again, and its part is not lost", async () => {
  const done: number[] = [];
  expect(await crew(1, ({ chunk }) => done.push(chunk))).toBe(true);
  expect(done.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
});

test("a second death is reported, with what was finished already told", async () => {
  const done: number[] = [];
  await expect(crew(2, ({ chunk }) => done.push(chunk), 1)).rejects.toMatchObject({
    message: "A thread of the trial died, and starting it again did not help.",
    detail: "It ended with 9. The parts finished before are kept.",
    exitCode: 1,
  });
  expect(done).toEqual([0, 1, 2]);
});

test("what cannot be kept ends the work with its own reason", async () => {
  const full = new Error("full");
  const stop = () => {
    throw full;
  };
  await expect(crew(0, stop)).rejects.toBe(full);
});

test("a stop ends the work early; nothing to do is done at once", async () => {
  const stopper = new AbortController();
  const deaths = shared(0);
  const base = {
    startWorker: () => worker([], deaths),
    workers: 1,
    onChunk: () => stopper.abort(),
  };
  const { signal } = stopper;
  expect(await runCrew({ ...base, todo: [], signal })).toBe(true);
  expect(await runCrew({ ...base, todo: [0, 1, 2], signal })).toBe(false);
  expect(await runCrew({ ...base, todo: [0, 1, 2], signal })).toBe(false);
});

const design = trialDesignSchema.parse({
  arms: [{ name: "nothing", treatment: null }],
  patientsPerArm: 250,
  weeks: 4,
  seed: 1,
  baseline: { norwood: "4" },
  count: { areaCm2: 1, errorSdPerCm2: 0 },
  adherence: { lowFraction: 1, highFraction: 1 },
  dropoutPerYearFraction: 0,
});
const partial = () => join(mkdtempSync(join(tmpdir(), "stipple-partial-")), "trial.partial");

test("finished parts come back as they were, each once; every single flipped byte is noticed", () => {
  const file = partial();
  const key = designKey(design);
  const parts = [0, 2, 2].map((chunk) => runTrialChunk(design, chunk));
  for (const part of parts) appendChunk(file, part, key);
  expect(openPartial(file, design)).toEqual({
    chunks: parts.slice(0, 2),
    notices: ["2 of 3 parts are kept from an earlier run."],
  });

  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at += 997) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    const damaged = partial();
    writeFileSync(damaged, bytes);
    const { chunks, notices } = openPartial(damaged, design);
    expect(notices[0]).toMatch(/is damaged in 1 of its 3 lines/);
    for (const chunk of chunks) expect(parts).toContainEqual(chunk);
    expect(readFileSync(`${damaged}.set-aside-1`).equals(bytes)).toBe(true);
    // What was kept is whole again, and a second opening has nothing to say about it.
    expect(openPartial(damaged, design).chunks).toEqual(chunks);
  }
});

test("another design, other parameters or an empty file: told apart", () => {
  const file = partial();
  appendChunk(file, runTrialChunk(design, 0), designKey(design));
  expect(designKey({ ...design, seed: 2 })).not.toBe(designKey(design));
  const other = openPartial(file, { ...design, seed: 2 });
  expect(other.chunks).toEqual([]);
  expect(other.notices[0]).toContain("belongs to another design. It was set aside as");
  expect(openPartial(file, design)).toEqual({ chunks: [], notices: [] });
});

test.runIf(process.platform === "linux")("a full disk is told with what is kept", () => {
  expect(() => appendChunk("/dev/full", runTrialChunk(design, 0), designKey(design))).toThrow(
    expect.objectContaining({
      message: "/dev/full cannot be written.",
      detail: "The disk is full. All parts finished before are kept.",
      action: "Free some space, then run the same command again.",
    }),
  );
});

function fakeStream(isTTY: boolean) {
  const said: string[] = [];
  const stream = Object.assign(Object.create(process.stderr), {
    isTTY,
    write: (text: string) => said.push(text) > 0,
  });
  return { stream, said };
}

test("a terminal gets a bar with the time left, anything else a line for each quarter", () => {
  const bar = fakeStream(true);
  let nowMs = 0;
  const shown = showProgress(40, 10, { stream: bar.stream, clock: () => nowMs });
  nowMs = 3000;
  shown.tell(20);
  nowMs = 3050;
  shown.tell(21);
  shown.close();
  expect(bar.said).toHaveLength(2);
  expect(bar.said[0]).toContain("50 %, part 20 of 40, 6 s left");

  const plain = fakeStream(false);
  const lines = showProgress(40, 10, { stream: plain.stream, clock: () => 0 });
  for (let part = 11; part <= 40; part++) lines.tell(part);
  lines.close();
  expect(plain.said).toEqual(["Part 20 of 40.\n", "Part 30 of 40.\n", "Part 40 of 40.\n"]);
});
