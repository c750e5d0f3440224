import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { trialDesignSchema } from "@stipple/simulation";
import sharp from "sharp";
import { expect, test } from "vitest";
import { main, runStipple } from "./testing/run-stipple.ts";

const home = mkdtempSync(join(tmpdir(), "stipple-trial-"));
const medicines = { minoxidil: "5-percent", finasteride: false } as const;
const weekly = Array.from({ length: 12 }, (_, week) => ({ day: 7 * week, needleLengthUm: 1500 }));
const design = {
  arms: [
    { name: "minoxidil", treatment: { medicines, sessions: [] } },
    { name: "minoxidil + needling", treatment: { medicines, sessions: weekly } },
  ],
  patientsPerArm: 230,
  weeks: 24,
  seed: 5,
  baseline: { norwood: "4" },
  count: { areaCm2: 1, errorSdPerCm2: 3 },
  adherence: { lowFraction: 0.7, highFraction: 1 },
  dropoutPerYearFraction: 0.1,
};
/** Long enough to be stopped in the middle. */
const longDesign = { ...design, patientsPerArm: 3000, weeks: 52 };

/** Several whole runs each; a busy machine takes its time. */
const manyRuns = { timeout: 240_000 };

let names = 0;
const folder = () => join(home, `trial-${++names}`);
function fileOf(value: object): string {
  const file = join(home, `design-${++names}.json`);
  writeFileSync(file, JSON.stringify(value));
  return file;
}
const smallFile = fileOf(design);
const longFile = fileOf(longDesign);

/** Everything a trial wrote, by name. */
const written = (out: string) =>
  Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]));

function run(words: readonly string[]) {
  const { status, stdout, stderr } = runStipple(["trial", ...words]);
  return { status, stdout, stderr: stderr.replaceAll("\n", " ") };
}

/** Starts a trial and ends it by force once some parts are finished. */
async function stopInTheMiddle(out: string, signal: "SIGKILL" | "SIGINT") {
  const words = ["trial", longFile, "--out", out, "--workers", "2"];
  const child = spawn(process.execPath, [main, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  const partial = join(out, "trial.partial");
  const finished = () =>
    existsSync(partial) ? readFileSync(partial, "utf8").split("\n").length - 1 : 0;
  while (finished() < 3 && child.exitCode === null) await pause(5);
  child.kill(signal);
  const [code] = await once(child, "exit");
  return { code, said: said.replaceAll("\n", " "), partial, finished: finished() };
}

const straight = folder();
const straightRun = run([longFile, "--out", straight, "--workers", "1"]);

test("a trial writes its table, picture and value, and tells them in words", () => {
  const out = folder();
  const { status, stdout, stderr } = run([smallFile, "--out", out, "--patients"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^An estimate by a model, not a prediction for you \(evidence D\)\./);
  expect(stdout).toMatch(
    /Week 24 +\+\d+\.\d \(\+\d+\.\d to \+\d+\.\d\), SD 1\d\.\d, 2\d\d counted/,
  );
  expect(stdout).toContain('A trial of this size would tell "minoxidil + needling" and');
  expect(stderr).toContain("Part 3 of 3.");
  const files = written(out);
  expect(Object.keys(files)).toEqual(["patients.csv", "results.csv", "trial.json", "trial.svg"]);
  const results = files["results.csv"]?.split("\r\n") ?? [];
  expect(results).toHaveLength(1 + 2 * 25 + 1);
  expect(results[0]).toMatch(/^arm,week,n,mean_change_hairs_per_cm2,sd_hairs_per_cm2,/);
  expect(results[1]).toBe("minoxidil,0,230,0,0,0,0,0,,,,,");
  expect(files["patients.csv"]?.split("\r\n")).toHaveLength(1 + 2 * 230 + 1);
  expect(files["trial.svg"]).toContain("change in hairs/cm²");
});

test(
  "one, two and four threads write the same bytes, and --json prints the value",
  manyRuns,
  () => {
    const outs = ["1", "2", "4"].map((workers) => {
      const out = folder();
      const words = [smallFile, "--out", out, "--workers", workers, "--patients", "--json"];
      const { status, stdout } = run(words);
      expect(status).toBe(0);
      const files = written(out);
      expect(JSON.parse(stdout)).toEqual(JSON.parse(files["trial.json"] ?? ""));
      return files;
    });
    expect(outs[1]).toEqual(outs[0]);
    expect(outs[2]).toEqual(outs[0]);
  },
);

test(
  "killed with -9 in the middle, the same command goes on and ends with the same bytes",
  manyRuns,
  async () => {
    expect(straightRun.status).toBe(0);
    const out = folder();
    const { finished, partial } = await stopInTheMiddle(out, "SIGKILL");
    expect(finished).toBeGreaterThanOrEqual(3);
    expect(finished).toBeLessThan(30);
    expect(existsSync(join(out, "trial.json"))).toBe(false);
    // The last line half written, as a loss of power leaves it.
    truncateSync(partial, readFileSync(partial).length - 100);
    const { status, stderr } = run([longFile, "--out", out]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/\d+ of 30 parts are kept from an earlier run\./);
    expect(stderr).not.toContain("set aside");
    expect(written(out)).toEqual(written(straight));
  },
);

test(
  "Ctrl-C keeps what is finished and says so; damage done later is found, named and set aside",
  manyRuns,
  async () => {
    const out = folder();
    const { code, said, partial } = await stopInTheMiddle(out, "SIGINT");
    expect(code).toBe(1);
    expect(said).toMatch(/Stopped\. \d+ of 30 parts are kept in .+; the same command goes on/);
    const bytes = readFileSync(partial);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(partial, bytes);
    const { status, stderr } = run([longFile, "--out", out]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/trial\.partial is damaged in 1 of its \d+ lines\. It was set aside as/);
    const { "trial.partial.set-aside-1": aside, ...results } = written(out);
    expect(aside).toBe(bytes.toString("utf8"));
    expect(results).toEqual(written(straight));
  },
);

test.each([
  ["a shopping list\n", "is not a part of a trial"],
  ["no line end", "is not a part of a trial"],
])("a file that is something else, %j, is set aside, not deleted", (text, says) => {
  const out = folder();
  mkdirSync(out);
  writeFileSync(join(out, "trial.partial"), text);
  const { status, stderr } = run([smallFile, "--out", out]);
  expect(status).toBe(0);
  expect(stderr).toContain(says);
  expect(readFileSync(join(out, "trial.partial.set-aside-1"), "utf8")).toBe(text);
});

test("parts of another design are never mixed in", manyRuns, async () => {
  const stopped = await stopInTheMiddle(folder(), "SIGKILL");
  const out = folder();
  mkdirSync(out);
  copyFileSync(stopped.partial, join(out, "trial.partial"));
  const { status, stderr } = run([smallFile, "--out", out]);
  expect(status).toBe(0);
  expect(stderr).toContain("belongs to another design");
  expect(existsSync(join(out, "trial.partial.set-aside-1"))).toBe(true);
});

test("results of another trial in the folder are left alone", () => {
  const before = written(straight);
  const { status, stderr } = run([smallFile, "--out", straight]);
  expect(status).toBe(1);
  expect(stderr).toContain("holds the results of another trial.");
  expect(written(straight)).toEqual(before);
});

test("names of arms may hold anything on one line, and the picture stays a picture", async () => {
  const out = folder();
  const name = `=1+1, "<b>&'" – größer 毛 😀`;
  const arms = [{ name, treatment: null }, ...design.arms];
  expect(run([fileOf({ ...design, arms, patientsPerArm: 20 }), "--out", out]).status).toBe(0);
  const { format, width } = await sharp(join(out, "trial.svg")).metadata();
  expect([format, width]).toEqual(["svg", 860]);
  expect(readFileSync(join(out, "results.csv"), "utf8")).toContain(
    `"=1+1, ""<b>&'"" – größer 毛 😀",0,20,`,
  );
});

test.each([
  [{ ...design, weeks: undefined, week: 24 }, [], 'holds "week"'],
  [{ ...design, patientsPerArm: -1 }, [], "patientsPerArm is -1, but it must be 5 or more"],
  [{ ...design, arms: [] }, [], "arms is [], but it must be 1 entries or more"],
  [design, ["--workers", "0"], 'It is "0"; it must be a whole number from 1 to 64.'],
  [design, ["--workers", "NaN"], 'It is "NaN"'],
  [design, ["--worker", "1"], "Unknown option '--worker'"],
])("a wrong design or option is refused with 2, case %#", (value, words, says) => {
  const { status, stderr } = run([fileOf(value), "--out", folder(), ...words]);
  expect(status).toBe(2);
  expect(stderr).toContain(says);
});

test("a folder that is a file is refused with 1", () => {
  const { status, stderr } = run([smallFile, "--out", smallFile]);
  expect(status).toBe(1);
  expect(stderr).toContain("cannot be written.   A file of this name exists.");
});

test("the example of the help page fits the schema", () => {
  const example = new URL("../../../docs/examples/trial-dhurat.json", import.meta.url);
  const { arms, patientsPerArm } = trialDesignSchema.parse(
    JSON.parse(readFileSync(example, "utf8")),
  );
  expect(arms.map(({ treatment }) => treatment?.sessions.length)).toEqual([0, 12]);
  expect(patientsPerArm).toBe(50);
});
