import { answersSchema, assess, isoDate } from "@stipple/protocol";
import { expect, test } from "vitest";
import { openAnswers, runStipple, scenarioFile, today } from "./testing/run-stipple.ts";

const open = JSON.stringify(openAnswers);

test("--json prints exactly what the protocol answers", () => {
  const { status, stdout } = runStipple(["assess", "-", ...today, "--json"], open);
  const expected = assess(answersSchema.parse(openAnswers), isoDate("2026-03-02"));
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(expected)));
  expect(expected.outcome).toMatch(/^suitable/);
});

test("an infected scalp ends with 1 and names the rule and the next step", () => {
  const answers = {
    ...openAnswers,
    conditions: { ...openAnswers.conditions, "scalp-infection": "yes" },
  };
  const { status, stdout } = runStipple(["assess", "-", ...today], JSON.stringify(answers));
  expect(status).toBe(1);
  expect(stdout).toContain("What to do");
  expect(stdout).toMatch(/\[[a-z-]+\/[a-z-]*infection[a-z-]*\]/);
  expect(stdout).toContain("Source: ");
});

test("nothing answered is not enough known, never suitable", () => {
  const { status, stdout } = runStipple(["assess", "-", ...today, "--json"], "{}");
  expect(status).toBe(1);
  expect(JSON.parse(stdout).outcome).toBe("not-enough-known");
});

test("plain text stays within 80 columns", () => {
  const { stdout } = runStipple(["assess", "-", ...today], open);
  const tooWide = stdout
    .split("\n")
    .filter((line) => line.length > 80 && line.trim().includes(" "));
  expect(tooWide).toEqual([]);
});

test("a needle length in millimetres is refused with the value, the limit and the right number", () => {
  const answers = { ...openAnswers, device: { ...openAnswers.device, needleLengthUm: 0.25 } };
  const { status, stdout, stderr } = runStipple(["assess", "-"], JSON.stringify(answers));
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain("device.needleLengthUm is 0.25, but it must be a whole number.");
  expect(stderr).toContain("0.25 mm is 250.");
});

test("a needle length with a lost digit is refused with its limit", () => {
  const answers = { ...openAnswers, device: { ...openAnswers.device, needleLengthUm: 25 } };
  const { status, stderr } = runStipple(["assess", "-"], JSON.stringify(answers));
  expect(status).toBe(2);
  expect(stderr).toContain("device.needleLengthUm is 25, but it must be 100 or more.");
});

test("a key that does not exist is named, not ignored", () => {
  const { status, stderr } = runStipple(["assess", "-"], '{"conditions": {"keloids": "yes"}}');
  expect(status).toBe(2);
  expect(stderr).toContain('conditions holds "keloids", which has no meaning here.');
});

test("a stage outside the scale is refused with the stages there are", () => {
  const input = '{"pattern": {"scale": "norwood-hamilton", "stage": "VIII"}}';
  const { status, stderr } = runStipple(["assess", "-"], input);
  expect(status).toBe(2);
  expect(stderr).toContain('pattern.stage is "VIII", but it must be one of "I", "II"');
});

test.each([
  ["{", "is not JSON"],
  ["", "is empty"],
  ["null", "The input is null, but it must be an object in { }."],
  ["[]", "The input is [], but it must be an object in { }."],
])("the input %j is refused in words", (input, says) => {
  const { status, stdout, stderr } = runStipple(["assess", "-"], input);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(says);
  expect(stderr).toContain("→ ");
});

test("the answers may stand in a scenario or a treatment, under their name", () => {
  const scenario = runStipple(["assess", scenarioFile, "--today", "2026-02-27", "--json"]);
  expect(scenario.status).toBe(0);
  expect(JSON.parse(scenario.stdout).outcome).toBe("suitable");

  const treatment = JSON.stringify({ answers: openAnswers, choices: {} });
  expect(runStipple(["assess", "-", ...today], treatment).status).toBe(0);
});

test("a folder is named as one", () => {
  const { status, stderr } = runStipple(["assess", "scenarios"]);
  expect(status).toBe(2);
  expect(stderr).toContain("It is a folder.");
});

test("a file that is not there is named", () => {
  const { status, stderr } = runStipple(["assess", "no-such-answers.json"]);
  expect(status).toBe(2);
  expect(stderr).toContain("no-such-answers.json cannot be read.");
});

test("a day that does not exist is refused", () => {
  const { status, stderr } = runStipple(["assess", "-", "--today", "2026-02-30"], open);
  expect(status).toBe(2);
  expect(stderr).toContain('It is "2026-02-30"');
});
