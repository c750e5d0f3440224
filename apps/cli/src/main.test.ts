import { expect, test } from "vitest";
import { runStipple } from "./testing/run-stipple.ts";

const commandNames = [
  "assess",
  "plan",
  "next",
  "guide",
  "simulate",
  "trial",
  "measure",
  "validate",
  "scenario",
  "schema",
  "export",
  "import",
  "bench",
];

test.each(commandNames)("%s --help explains itself with an example and the exit codes", (name) => {
  const { status, stdout, stderr } = runStipple([name, "--help"]);
  expect(status).toBe(0);
  expect(stderr).toBe("");
  expect(stdout).toMatch(new RegExp(`^stipple ${name} `));
  expect(stdout).toContain("Exit codes: 0 ");
  expect(stdout).toContain("npm run -s stipple -- ");
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(84);
});

test("--help lists every command and ends with 0", () => {
  const { status, stdout } = runStipple(["--help"]);
  expect(status).toBe(0);
  for (const name of commandNames) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
});

test("without a command the same help is printed, but the use was wrong", () => {
  const { status, stdout } = runStipple([]);
  expect(status).toBe(2);
  expect(stdout).toContain("Commands");
});

test("an unknown command is named with the commands that exist", () => {
  const { status, stdout, stderr } = runStipple(["asses"]);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain('There is no command "asses".');
  expect(stderr).toContain("assess, plan, next");
  expect(stderr).toContain("→ Use one of them");
});

test("with --json a problem is a value too", () => {
  const { status, stdout, stderr } = runStipple(["plan", "no-such-file.json", "--json"]);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(JSON.parse(stderr)).toEqual({
    message: "no-such-file.json cannot be read.",
    detail: "There is no such file.",
    action: 'Check the path, or use "-" to read from standard input.',
  });
});

test("an unknown option is refused by its name", () => {
  const { status, stderr } = runStipple(["assess", "-", "--todey", "2026-03-02"], "{}");
  expect(status).toBe(2);
  expect(stderr).toContain("Unknown option '--todey'.\n");
});

test("export and import say when no server answers, with the address they tried", () => {
  for (const words of [
    ["export", "never-written.zip"],
    ["import", new URL(import.meta.url).pathname],
  ]) {
    const { status, stderr } = runStipple([...words, "--url", "http://127.0.0.1:9"]);
    expect(status).toBe(1);
    expect(stderr).toContain("Nothing answered at http://127.0.0.1:9.");
    expect(stderr).toContain('→ Start it with "npm start"');
  }
});
