import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { differences, expectedText } from "./compare.ts";
import { type Scenario, scenarioSchema } from "./input.ts";
import { replay } from "./replay.ts";

const folder = dirname(fileURLToPath(import.meta.url));

/** Names of all scenarios, in order. */
export function scenarioNames(): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "input.json")))
    .toSorted();
}

/** The input of one scenario, as it is written. */
export function readScenarioText(name: string): string {
  return readFileSync(join(folder, name, "input.json"), "utf8");
}

/** Why one scenario exists. */
export function readReadme(name: string): string {
  return readFileSync(join(folder, name, "README.md"), "utf8");
}

/** The input of one scenario. */
export function readScenario(name: string): Scenario {
  return scenarioSchema.parse(JSON.parse(readScenarioText(name)));
}

/** Replays a scenario and compares it with its file; no lines mean no difference. */
export function checkScenario(name: string): string[] {
  const file = join(folder, name, "expected.json");
  const expected = existsSync(file) ? readFileSync(file, "utf8") : "";
  return differences(expected, expectedText(replay(readScenario(name)).summary));
}

/** Writes what the program does now as what is expected. */
export function updateScenario(name: string): void {
  const text = expectedText(replay(readScenario(name)).summary);
  writeFileSync(join(folder, name, "expected.json"), text);
}
