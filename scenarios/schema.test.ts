import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { readScenarioText, scenarioNames } from "./files.ts";

const main = join(dirname(fileURLToPath(import.meta.url)), "..", "apps", "cli", "src", "main.ts");

function printedSchema(name: string) {
  const { stdout } = spawnSync(process.execPath, [main, "schema", name], { encoding: "utf8" });
  return z.fromJSONSchema(JSON.parse(stdout));
}

test("the printed schema of the answers accepts the answers of every scenario, as they are typed", () => {
  const schema = printedSchema("answers");
  const refused = scenarioNames().filter(
    (name) => !schema.safeParse(JSON.parse(readScenarioText(name)).answers).success,
  );
  expect(refused).toEqual([]);
});

test("the printed schema of the choices accepts the choices of every scenario", () => {
  const schema = printedSchema("choices");
  const refused = scenarioNames().filter(
    (name) => !schema.safeParse(JSON.parse(readScenarioText(name)).choices).success,
  );
  expect(refused).toEqual([]);
});

test("the printed schema refuses what the program refuses", () => {
  const schema = printedSchema("answers");
  expect(schema.safeParse({ conditions: { keloids: "yes" } }).success).toBe(false);
  expect(schema.safeParse({ ageYears: 34.5 }).success).toBe(false);
  expect(schema.safeParse({ pattern: { scale: "sinclair", stage: "V" } }).success).toBe(false);
});

test.each(["treatment", "event", "device", "check-in"])(
  "%s has a schema that can be read",
  (name) => {
    expect(printedSchema(name).safeParse(null).success).toBe(false);
  },
);
