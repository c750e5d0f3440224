import {
  runAbsorptionBenchmark,
  runFollicleCohort,
  runFollicleTrial,
  runPunctureBenchmark,
} from "@stipple/simulation";
import {
  maskDark,
  runCloseupBenchmark,
  runDistanceBenchmark,
  runRidgeBenchmark,
  runSkeletonBenchmark,
} from "@stipple/trichometry";
import { readCloseUp, readPicture } from "./bench-picture.ts";
import { type Command, print, readWords } from "./command.ts";
import { Problem } from "./problem.ts";

/** One workload: the same work as its peers do, with the checks that prove it. */
interface Workload {
  readonly sizes: string;
  readonly run: (numbers: readonly number[]) => object;
}

/** Work on a picture. What peers make before their clock starts is made before it here too. */
const pictureWorkloads: Readonly<Record<string, (sizes: readonly string[]) => () => object>> = {
  ridge: (sizes) => {
    const picture = readPicture(sizes);
    return () => runRidgeBenchmark(picture, { isPlain: false });
  },
  "ridge-plain": (sizes) => {
    const picture = readPicture(sizes);
    return () => runRidgeBenchmark(picture, { isPlain: true });
  },
  edt: (sizes) => {
    const mask = maskDark(readPicture(sizes));
    return () => runDistanceBenchmark(mask);
  },
  skeleton: (sizes) => {
    const mask = maskDark(readPicture(sizes));
    return () => runSkeletonBenchmark(mask);
  },
  closeup: (sizes) => {
    const image = readCloseUp(sizes);
    return () => runCloseupBenchmark(image);
  },
};

const workloads: Readonly<Record<string, Workload>> = {
  puncture: {
    sizes: "[SIDE_MM = 50]",
    run: ([sideMm = 50]) => runPunctureBenchmark(sideMm),
  },
  absorb: {
    sizes: "[RINGS = 100] [LAYERS = 200] [TOLERANCE = 0.00002]",
    run: ([ringCount = 100, layerCount = 200, tolerance = 2e-5]) =>
      runAbsorptionBenchmark({ ringCount, layerCount, tolerance, isPlain: false }),
  },
  "absorb-plain": {
    sizes: "the same without the WebAssembly kernel",
    run: ([ringCount = 100, layerCount = 200, tolerance = 2e-5]) =>
      runAbsorptionBenchmark({ ringCount, layerCount, tolerance, isPlain: true }),
  },
  follicle: {
    sizes: "[FOLLICLES = 100000] [WEEKS = 521]",
    run: ([follicles = 100_000, weeks = 521]) => runFollicleCohort(follicles, weeks, 1),
  },
  trial: {
    sizes: "[PATIENTS = 10000] [WEEKS = 52]",
    run: ([patients = 10_000, weeks = 52]) => runFollicleTrial(patients, weeks, 1),
  },
};

const pictureSizes = "[FILE.pgm | WIDTH = 2000 HEIGHT = 1500]";
const names = [...Object.keys(workloads), ...Object.keys(pictureWorkloads)];

const mostRuns = 9;
const enoughMs = 1000;

export const benchCommand: Command = {
  name: "bench",
  summary: "a fixed piece of work, timed, to compare with other programs",
  help: `stipple bench WORKLOAD [NUMBER …]

Runs one workload once to warm up, then up to nine times in about a second, as its
peers do. Prints one JSON line: name, milliseconds (the median), and what the work
gave, so that two programs can be seen to have done the same. With BENCH_CLOCK=cpu
the milliseconds are CPU time, else wall time.

${Object.entries(workloads)
  .map(([name, { sizes }]) => `  ${name.padEnd(14)}${sizes}`)
  .join("\n")}
${Object.keys(pictureWorkloads)
  .map((name) => `  ${name.padEnd(14)}${pictureSizes}`)
  .join("\n")}

Exit codes: 0 done · 2 there is no such workload, or a number makes no sense.

Example
  BENCH_CLOCK=cpu npm run -s stipple -- bench puncture 50
  prints {"name":"puncture","ms":…,"punctures":13660,"meanMm":0.21537…}`,
  run(words) {
    const { positionals } = readWords(words, {}, { name: "a workload and its sizes", atMost: 4 });
    const [name = "", ...sizes] = positionals;
    const run = findWorkload(name, sizes);
    const answer = work(run);
    const startMs = clockMs();
    const timesMs: number[] = [];
    while (timesMs.length < mostRuns && clockMs() - startMs < enoughMs) {
      const runStartMs = clockMs();
      work(run);
      timesMs.push(clockMs() - runStartMs);
    }
    const median = timesMs.toSorted((a, b) => a - b)[Math.floor(timesMs.length / 2)] ?? 0;
    print([JSON.stringify({ name, ms: Math.round(median * 100) / 100, ...answer })]);
    return 0;
  },
};

function findWorkload(name: string, sizes: readonly string[]): () => object {
  const workload = workloads[name];
  if (workload) {
    const numbers = sizes.map(readSize);
    return () => workload.run(numbers);
  }
  const ready = pictureWorkloads[name];
  if (ready) return ready(sizes);
  throw new Problem(`There is no workload "${name}".`, {
    detail: `The workloads are ${names.join(", ")}.`,
    action: "Use one of these names.",
  });
}

function readSize(text: string): number {
  const size = Number(text);
  if (size > 0 && Number.isFinite(size)) return size;
  throw new Problem("A size is not a number above 0.", {
    detail: `It is "${text}".`,
    action: "Give a number such as 50.",
  });
}

function work(run: () => object): object {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem("A size makes no sense.", {
      detail: `${error.message}.`,
      action: "Choose another size.",
    });
  }
}

function clockMs(): number {
  if (process.env.BENCH_CLOCK !== "cpu") return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
