import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { absoluteConditions, patternSigns, relativeConditions } from "@stipple/protocol";

/** The program as a shell starts it. */
export const main = join(dirname(fileURLToPath(import.meta.url)), "..", "main.ts");

/** The input of a scenario, as the help pages name it. */
export const scenarioFile = "scenarios/home-minoxidil-vertex/input.json";

/** Runs the real command, the way a shell does. */
export function runStipple(words: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    input,
    encoding: "utf8",
    timeout: 50_000,
  });
  return { status, stdout, stderr };
}

/** A person to whom rolling at home is open. */
export const openAnswers = {
  setting: "home",
  ageYears: 34,
  pattern: { scale: "norwood-hamilton", stage: "III-vertex" },
  thinZones: ["vertex"],
  signs: allNo(patternSigns),
  conditions: allNo([...absoluteConditions, ...relativeConditions]),
  pregnancy: "no",
  phototype: "II",
  allergies: ["none"],
  hairLength: "under-1-cm",
  therapies: ["minoxidil-topical"],
  device: { kind: "roller", needleLengthUm: 250, usedByAnotherPerson: "no", damaged: "no" },
};

export const openTreatment = {
  answers: openAnswers,
  choices: {
    protocolId: "article-home",
    zones: ["vertex"],
    firstOn: "2026-03-08",
    timeOfDay: "20:00",
    timeZone: "Europe/Berlin",
    needleLengthUm: 250,
    sessionsPerWeek: 2,
  },
};

/** The day and moment the tests stand at. */
export const today = ["--today", "2026-03-02"];
export const now = ["--now", "2026-03-02T09:00:00Z"];

function allNo(names: readonly string[]): Record<string, "no"> {
  return Object.fromEntries(names.map((name) => [name, "no"]));
}
