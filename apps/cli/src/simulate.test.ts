import { expect, test } from "vitest";
import { runStipple } from "./testing/run-stipple.ts";

const treatment = {
  person: {
    ageYears: 34,
    pattern: { scale: "norwood-hamilton", stage: "IV" },
    pregnancy: "no",
    scarringAlopecia: "no",
  },
  roller: { rings: 8, needlesPerRing: 24, drumRadiusMm: 10, drumWidthMm: 20 },
  sessions: [
    { day: 0, needleLengthUm: 250, rolls: 12, pattern: "star", withPrp: false, isDone: true },
  ],
  medicines: { minoxidil: "none", finasteride: false, adherenceFraction: 1 },
  weeks: 12,
  seed: 1,
};
const text = JSON.stringify(treatment);

test("simulate says what it is before any number, and what no needle of this length reaches", () => {
  const { status, stdout } = runStipple(["simulate", "-", "--stage", "punctures"], text);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^An estimate by a model, not a prediction for you\./);
  expect(stdout).toMatch(/Holes +18\d per cm²/);
  expect(stdout).toContain("ends above the bulge");
});

test("simulate --json gives the stage as a value, the same each time", () => {
  const words = ["simulate", "-", "--stage", "healing", "--json"];
  const { status, stdout } = runStipple(words, text);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).responses[0].residual).toBe(0);
  expect(runStipple(words, text).stdout).toBe(stdout);
});

test("a child is refused with 1 and a next step", () => {
  const young = JSON.stringify({ ...treatment, person: { ...treatment.person, ageYears: 15 } });
  const { status, stdout } = runStipple(["simulate", "-"], young);
  expect(status).toBe(1);
  expect(stdout).toContain("The trials behind this model begin at 18.");
  expect(stdout).toContain("→ Use the plan");
});

test.each([
  [["simulate", "-"], JSON.stringify({ ...treatment, sessions: [] }), "sessions"],
  [["simulate", "-"], JSON.stringify({ ...treatment, surprise: 1 }), "surprise"],
  [["simulate", "-", "--stage", "skin"], text, 'There is no stage "skin".'],
  [["bench", "everything"], "", 'There is no workload "everything".'],
  [["bench", "puncture", "-5"], "", "--help"],
  [["bench", "puncture", "NaN"], "", 'It is "NaN".'],
])("%j is refused with 2 and says what is wrong", (words, input, says) => {
  const { status, stderr } = runStipple(words, input);
  expect(status).toBe(2);
  expect(stderr).toContain(says);
});

test("bench prints one JSON line with the checks of its peers", () => {
  const { status, stdout } = runStipple(["bench", "puncture", "50"]);
  expect(status).toBe(0);
  const { name, ms, ...checks } = JSON.parse(stdout);
  expect(name).toBe("puncture");
  expect(ms).toBeGreaterThan(0);
  expect(checks).toMatchObject({ punctures: 13660, p95Mm: 0.4125 });
  expect(checks.meanMm).toBeCloseTo(0.21537, 5);
});
