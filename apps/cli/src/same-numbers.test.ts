import { simulate } from "@stipple/simulation";
import { oddTreatment } from "@stipple/simulation/testing";
import { expect, test } from "vitest";
import { runStipple } from "./testing/run-stipple.ts";

const treatment = oddTreatment(3, 8);

/** The command's own fineness. */
const fineness = { points: 200, centralFollicles: 20_000, bandFollicles: 2_000 };

test("the command in a process of its own gives the same numbers as the package here, to the last digit", () => {
  const { status, stdout } = runStipple(["simulate", "-", "--json"], JSON.stringify(treatment));
  expect(status).toBe(0);
  const fromCommand = JSON.parse(stdout);
  const here = simulate(treatment, fineness);
  if (here.kind !== "simulation") throw new Error(here.kind);

  const { punctures, coverage } = here.punctures;
  expect(fromCommand.punctures.values).toEqual([...punctures.values]);
  for (const [name, stage] of Object.entries({
    absorption: { ...here.absorption, doubt: here.absorptionDoubt },
    healing: { ...here.healing, doubt: here.healingDoubt },
    follicles: here.follicles,
  })) {
    expect(JSON.stringify(fromCommand[name]), name).toBe(JSON.stringify(stage));
  }
  const { coverage: itsCoverage, doubt } = fromCommand.punctures;
  expect(JSON.stringify(itsCoverage)).toBe(JSON.stringify(coverage));
  expect(JSON.stringify(doubt)).toBe(JSON.stringify(here.coverageDoubt));
});
