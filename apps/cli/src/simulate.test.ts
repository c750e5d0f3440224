import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { calmPlan } from "@stipple/protocol/testing";
import sharp from "sharp";
import { expect, test } from "vitest";
import {
  now,
  openAnswers,
  openTreatment,
  runStipple,
  scenarioFile,
} from "./testing/run-stipple.ts";

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
const topical = {
  product: "minoxidil-5",
  doseMl: 1,
  areaCm2: 96,
  delayMin: 30,
  contactH: 12,
  isOccluded: false,
  hasHeartFlag: false,
  takesOralMinoxidil: false,
  hasBrokenOrInflamedSkin: false,
};
const home = mkdtempSync(join(tmpdir(), "stipple-simulate-"));

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

test.each([
  ["punctures", "hole,x_mm,y_mm,direction_deg,roll,ring,entry_angle_deg,slit_mm,depth_mm", 1000],
  ["absorption", "channels,time_h,absorbed_mg,plasma_ng_per_ml", 3 * 193],
  ["healing", "day,phagocytes_arbitrary_units,damage_arbitrary_units,", 36],
  ["follicles", "week,treated_hairs_per_cm2,untreated_hairs_per_cm2,treated_less_", 13],
])("--csv --svg gives %s as one table and one picture", async (stage, head, leastRows) => {
  const picture = join(home, `${stage}.svg`);
  const words = ["simulate", "-", "--stage", stage, "--csv", "--svg", picture];
  const { status, stdout, stderr } = runStipple(words, JSON.stringify({ ...treatment, topical }));
  expect(status).toBe(0);
  expect(stderr).toBe("");
  const lines = stdout.trimEnd().split("\r\n");
  expect(lines[0]).toContain(head);
  expect(lines.length - 1).toBeGreaterThanOrEqual(leastRows);
  const columns = lines.map((line) => line.split(",").length);
  expect(new Set(columns).size).toBe(1);
  expect(stdout).not.toMatch(/NaN|undefined|Infinity/);
  const svg = readFileSync(picture, "utf8");
  expect(svg).toContain("An estimate");
  expect(svg).not.toMatch(/NaN|undefined/);
  expect((await sharp(picture).metadata()).format).toBe("svg");
});

test.each([
  [["--csv"], 2, "--csv shows one stage at a time."],
  [["--svg", join(home, "all.svg")], 2, "--svg shows one stage at a time."],
  [["--stage", "healing", "--svg", join(home, "all.json")], 2, "the name must end in .svg"],
  [["--stage", "healing", "--csv", "--json"], 2, "--json and --csv exclude each other."],
  [["--stage", "absorption", "--svg", join(home, "no.svg")], 2, "No drug is put on the scalp"],
  [["--stage", "healing", "--svg", join(home, "no", "x.svg")], 1, "There is no such folder."],
])("%j is refused and says what to do", (words, code, says) => {
  const { status, stdout, stderr } = runStipple(["simulate", "-", ...words], text);
  expect(status).toBe(code);
  expect(stdout).toBe("");
  expect(stderr.replaceAll(/\s+/g, " ")).toContain(says);
});

test("a plan is followed as planned, and what it leaves open is told", () => {
  const plan = calmPlan("home", { zones: ["vertex"], sessionsPerWeek: 1 });
  const words = ["simulate", "-", "--stage", "punctures"];
  const { status, stdout } = runStipple(words, JSON.stringify(plan));
  expect(status).toBe(0);
  expect(stdout).toContain("Runs on a plan, as if every session were done as planned.");
  expect(stdout).toContain("- The age is not known; it counts as 34.");
  const { stderr } = runStipple([...words, "--json"], JSON.stringify(plan));
  expect(stderr).toContain("What was assumed\n- The age is not known");
});

test("a scenario's input is planned at its own start; other answers at --now", () => {
  const scenario = runStipple(["simulate", scenarioFile, "--stage", "punctures"]);
  expect(scenario.status).toBe(0);
  expect(scenario.stdout).toContain("Runs on the answers and the plan they lead to");
  const words = ["simulate", "-", "--stage", "punctures", ...now];
  const planned = runStipple(words, JSON.stringify(openTreatment));
  expect(planned.status).toBe(0);
  const ill = { ...openAnswers, conditions: { ...openAnswers.conditions, keloid: "yes" } };
  const refused = runStipple(words, JSON.stringify({ ...openTreatment, answers: ill }));
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain("→");
});

const deviceId = "de71ce00-0000-4000-8000-000000000001";
const sessionId = "5e551011-0000-4000-8000-000000000001";
const sectionId = "vertex/far-left-front";
const exported = {
  format: "stipple-export",
  version: 1,
  answers: [{ answers: openAnswers, savedAt: "2027-03-14T18:00:00Z" }],
  assessments: [],
  plans: [],
  devices: [],
  sessionEvents: [
    {
      kind: "started",
      deviceId,
      needleLengthUm: 200,
      setting: "home",
      zones: ["vertex"],
      sectionIds: [sectionId, "vertex/far-right-front"],
      timeZone: "Europe/Berlin",
    },
    ...[0, 1, 2, 3].map((direction) => ({ kind: "strokes-done", sectionId, direction, rolls: 2 })),
    { kind: "section-skipped", sectionId: "vertex/far-right-front" },
    { kind: "rolling-ended" },
  ].map((body, at) => ({
    ...body,
    id: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
    sessionId,
    at: `2027-03-14T19:0${at}:00Z`,
  })),
};

test("an export runs on what was really done, or as planned where that is asked", () => {
  const file = JSON.stringify(exported);
  const { status, stdout } = runStipple(["simulate", "-", "--stage", "punctures", "--json"], file);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).session).toMatchObject({
    needleLengthUm: 200,
    rolls: 8,
    treatedFraction: 0.5,
    isDone: true,
  });
  const words = ["simulate", "-", "--stage", "punctures"];
  expect(runStipple(words, file).stdout).toContain("1 session from 2027-03-14 on");
  const planned = runStipple([...words, "--as-planned"], file).stdout;
  expect(planned).toContain("Runs on the answers of the export, as asked.");
  const none = runStipple(words, JSON.stringify({ ...exported, sessionEvents: [] }));
  expect(none.status).toBe(1);
  expect(none.stdout.replaceAll(/\s+/g, " ")).toContain("nothing done to simulate");
});

test("a refusal is not a plan, and a damaged archive is named", () => {
  const refusal = runStipple(["simulate", "-"], JSON.stringify({ kind: "refused" }));
  expect(refusal.status).toBe(2);
  expect(refusal.stderr).toContain("is a refusal, not a plan.");
  const cut = join(home, "cut.zip");
  writeFileSync(cut, Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
  const { status, stderr } = runStipple(["simulate", cut]);
  expect(status).toBe(2);
  expect(stderr.replaceAll(/\s+/g, " ")).toContain("is damaged, or not an archive that Stipple");
});
