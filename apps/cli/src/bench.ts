import {
  runAbsorptionBenchmark,
  runFollicleCohort,
  runFollicleTrial,
  runPunctureBenchmark,
} from "@stipple/simulation";
import { type Command, print, readWords } from "./command.ts";
import { Problem } from "./problem.ts";

/** One workload: the same work as its peers do, with the checks that prove it. */
interface Workload {
  readonly sizes: string;
  readonly run: (numbers: readonly number[]) => object;
}

const workloads: Readonly<Record<string, Workload>> = {
  puncture: {
    sizes: "[SIDE_MM = 50]",
    run: ([sideMm = 50]) => runPunctureBenchmark(sideMm),
  },
  absorb: {
    sizes: "[RINGS = 100] [LAYERS = 200] [TOLERANCE = 0.00002]",
    run: ([ringCount = 100, layerCount = 200, tolerance = 2e-5]) =>
      runAbsorptionBenchmark({ ringCount, layerCount, tolerance }),
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

export const benchCommand: Command = {
  name: "bench",
  summary: "a fixed piece of work, timed, to compare with other programs",
  help: `stipple bench <${Object.keys(workloads).join("|")}> [NUMBER …]

Runs one workload twice, the first time to warm up, and prints one JSON line: name,
milliseconds, and what the work gave, so that two programs can be seen to have done
the same. With BENCH_CLOCK=cpu the milliseconds are CPU time, else wall time.

${Object.entries(workloads)
  .map(([name, { sizes }]) => `  ${name.padEnd(10)}${sizes}`)
  .join("\n")}

Exit codes: 0 done · 2 there is no such workload, or a number makes no sense.

Example
  BENCH_CLOCK=cpu npm run -s stipple -- bench puncture 50
  prints {"name":"puncture","ms":…,"punctures":13660,"meanMm":0.21537…}`,
  run(words) {
    const { positionals } = readWords(words, {}, { name: "a workload and its sizes", atMost: 4 });
    const [name = "", ...sizes] = positionals;
    const workload = workloads[name];
    if (!workload) {
      throw new Problem(`There is no workload "${name}".`, {
        detail: `The workloads are ${Object.keys(workloads).join(", ")}.`,
        action: "Use one of these names.",
      });
    }
    const numbers = sizes.map(readSize);
    work(workload, numbers);
    const startMs = clockMs();
    const answer = work(workload, numbers);
    const ms = Math.round((clockMs() - startMs) * 100) / 100;
    print([JSON.stringify({ name, ms, ...answer })]);
    return 0;
  },
};

function readSize(text: string): number {
  const size = Number(text);
  if (size > 0 && Number.isFinite(size)) return size;
  throw new Problem("A size is not a number above 0.", {
    detail: `It is "${text}".`,
    action: "Give a number such as 50.",
  });
}

function work({ run }: Workload, numbers: readonly number[]): object {
  try {
    return run(numbers);
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
