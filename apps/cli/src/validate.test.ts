import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runStipple } from "./testing/run-stipple.ts";

const angle = {
  id: "A-AN-01",
  stage: "A",
  input: { drumRadius_mm: 10, needleLength_mm: [0.5] },
  expected: { entryAngle_deg: [17.753] },
  tolerance: { abs: 0.005 },
  source: "closed form",
  kind: "analytical",
};
const validate = (cases: unknown, ...words: string[]) =>
  runStipple(["validate", "-", ...words], JSON.stringify(cases));

test("docs/validation.md is what the command prints, and every miss of the built-in cases is explained", () => {
  const { status, stdout } = runStipple(["validate", "--markdown"]);
  expect(status).toBe(0);
  const page = readFileSync(new URL("../../../docs/validation.md", import.meta.url), "utf8");
  expect(stdout).toBe(page);
});

test("a case that is met passes, with both numbers side by side", () => {
  const { status, stdout } = validate([angle]);
  expect(status).toBe(0);
  expect(stdout).toContain("pass        A-AN-01");
  expect(stdout).toContain("entry angle, °: expected 17.753 ± 0.005; got 17.7528");
  expect(stdout).toContain(
    "1 case: 1 pass, 0 miss (0 without an explanation), 0 cannot be mapped.",
  );
});

test("a miss nobody has explained ends with 1", () => {
  const { status, stdout } = validate([{ ...angle, expected: { entryAngle_deg: [18] } }]);
  expect(status).toBe(1);
  expect(stdout).toContain("outside: entry angle, °");
  expect(stdout).toContain("Not explained.");
});

test("a case that nothing computes is named and fails nothing", () => {
  const { status, stdout } = validate([{ ...angle, id: "Z-AN-01" }], "--json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([
    { id: "Z-AN-01", verdict: "cannot-map", got: [], note: "No computation has this id." },
  ]);
});

test("--json gives the measurements as values", () => {
  const { stdout } = validate([angle], "--json");
  const [result] = JSON.parse(stdout);
  expect(result).toMatchObject({ id: "A-AN-01", kind: "analytical", verdict: "pass" });
  expect(result.got[0].got[0]).toBeCloseTo(17.7528, 4);
});

test.each([
  ["no list", angle, "it must be a list"],
  ["a stage that does not exist", [{ ...angle, stage: "F" }], '"F"'],
  ["a missing source", [{ ...angle, source: undefined }], "source"],
  ["a name with no meaning", [{ ...angle, tolerances: {} }], '"tolerances"'],
  ["the same id twice", [angle, angle], "every id must stand once"],
])("%s is refused with 2, by name", (_, cases, says) => {
  const { status, stderr } = validate(cases);
  expect(status).toBe(2);
  expect(stderr).toContain(says);
});

test("a file that does not exist is refused with 2", () => {
  expect(runStipple(["validate", "none.json"])).toMatchObject({ status: 2 });
});
