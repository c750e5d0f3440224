// npm test: every test, in two runners, closed by one line that adds them up.
// In CI the properties of the rules run once more, on 100,000 inputs each.
// `npm test -- unit` and `npm test -- browser` run one of the two; further words are passed to the runner.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const results = join(root, "node_modules", ".cache", "test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const [only, ...words] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

if (only !== "browser") await runUnitTests();
if (!only && process.env.CI) await runManyInputs();
if (only !== "unit") await runBrowserTests();

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function runUnitTests() {
  if (words.length > 0) return runVitest("unit", words);
  const rules = "packages/protocol";
  await runVitest("rules", [rules, "--coverage"]);
  await runVitest("unit", ["--exclude", `${rules}/**`]);
}

/** Counting branches slows everything down several times, so only the rules are run with it, and not on many inputs. */
async function runManyInputs() {
  await runVitest("properties", ["properties"], { PROPERTY_RUNS: "100000" });
}

async function runVitest(name, options, env) {
  const file = join(results, `${name}.json`);
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await run([vitest, "run", ...reporters, ...options], root, env);
  const report = readReport(file) ?? {};
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
  // A file that cannot be loaded, or a missed coverage bound, fails the run without failing a test.
  add(numPassedTests, Math.max(numFailedTests, code === 0 ? 0 : 1), numPendingTests + numTodoTests);
}

async function runBrowserTests() {
  const file = join(results, "browser.json");
  const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
  const code = await run(
    [playwright, "test", "--reporter=list,json", ...words],
    join(root, "apps", "web"),
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  );
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(file)?.stats ?? {};
  add(expected, Math.max(unexpected + flaky, code === 0 ? 0 : 1), skipped);
}

function add(passed, failed, skipped) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** Runs a test runner to its end; an interrupt reaches it too, so that nothing stays behind. */
function run(args, folder = root, extra = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      stdio: "inherit",
      env: { ...process.env, ...extra },
    });
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => child.kill(signal));
    child.once("close", (code) => resolve(code ?? 1));
  });
}
