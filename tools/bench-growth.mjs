import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  runAbsorptionBenchmark,
  runFollicleCohort,
  runPunctureBenchmark,
} from "../packages/simulation/src/index.ts";
import { helpIfAsked } from "./usage.mjs";

helpIfAsked(`Usage: node tools/bench-growth.mjs [rounds]

How time and memory of the simulator's workloads grow: for four sizes, each four times the last and in a process of its own, the median CPU time and the most memory above an idle process; and the exponent p of time ~ work^p.`);

const pixelsPerMm = 20;
const cohortWeeks = 521;
const warmUpMs = 500;
const absorb = (isPlain) => (ringCount) =>
  runAbsorptionBenchmark({ ringCount, layerCount: 2 * ringCount, tolerance: 2e-5, isPlain });

/** `sizes` are given to `run`; `workOf` is what the exponent counts. */
const workloads = {
  puncture: {
    unit: "pixels",
    goal: 1.1,
    sizes: [50, 100, 200, 400],
    workOf: (sideMm) => (sideMm * pixelsPerMm) ** 2,
    run: (sideMm) => runPunctureBenchmark(sideMm),
  },
  absorb: {
    unit: "cells",
    goal: 1.25,
    sizes: [50, 100, 200, 400],
    workOf: (ringCount) => 2 * ringCount ** 2,
    run: absorb(false),
  },
  "absorb-plain": {
    unit: "cells",
    goal: 1.25,
    sizes: [50, 100, 200, 400],
    workOf: (ringCount) => 2 * ringCount ** 2,
    run: absorb(true),
  },
  follicle: {
    unit: "follicles",
    goal: 1.05,
    sizes: [20_000, 80_000, 320_000, 1_280_000],
    workOf: (follicles) => follicles,
    run: (follicles) => runFollicleCohort(follicles, cohortWeeks, 1),
  },
};

const [first, second] = process.argv.slice(2);
if (first !== undefined && first in workloads) runOnce(workloads[first], Number(second));
else compareSizes(Number(first ?? 5));

/** In a process of its own: small runs until the engine has compiled what it will, then the one that counts. */
function runOnce({ sizes, run }, size) {
  const idleMb = process.resourceUsage().maxRSS / 1024;
  for (let ms = 0; ms < warmUpMs; ms += timed(() => run(sizes[0])));
  const ms = timed(() => run(size));
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ ms, peakMb, grownMb: peakMb - idleMb }));
}

function timed(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function compareSizes(rounds) {
  for (const [name, { unit, goal, sizes, workOf }] of Object.entries(workloads)) {
    const runs = sizes.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (const [at, size] of sizes.entries()) runs[at].push(inOwnProcess(name, size));
    }
    const works = sizes.map(workOf);
    const times = runs.map((one) => median(one.map(({ ms }) => ms)));
    const peaks = runs.map((one) => median(one.map(({ peakMb }) => peakMb)));
    const grown = runs.map((one) => median(one.map(({ grownMb }) => grownMb)));
    const exponents = Array.from({ length: rounds }, (_, round) =>
      slope(
        works,
        runs.map((one) => one[round].ms),
      ),
    );
    console.log(`${name}: exponent ${slope(works, times).toFixed(3)} (goal ${goal})`);
    console.log(
      `  round by round ${Math.min(...exponents).toFixed(3)} to ${Math.max(...exponents).toFixed(3)}`,
    );
    for (const [at, work] of works.entries()) {
      console.log(
        `  ${String(work).padStart(9)} ${unit}: ${times[at].toFixed(1)} ms, peak ${peaks[at].toFixed(0)} MB, ${grown[at].toFixed(0)} MB above idle`,
      );
    }
  }
}

function inOwnProcess(name, size) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), name, String(size)],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Least squares of log time on log work. */
function slope(works, times) {
  const xs = works.map(Math.log);
  const ys = times.map(Math.log);
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const rise = xs.reduce((sum, x, at) => sum + (x - meanX) * (ys[at] - meanY), 0);
  return rise / xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
