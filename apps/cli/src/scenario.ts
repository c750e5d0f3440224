import { checkScenario, scenarioNames, updateScenario } from "../../../scenarios/files.ts";
import { type Command, print, printJson, readWords } from "./command.ts";
import { Problem } from "./problem.ts";

export const scenarioCommand: Command = {
  name: "scenario",
  summary: "replays whole treatments and compares them with their files",
  help: `stipple scenario <NAME|all> [--update] [--json]

Lives a whole treatment of the folder "scenarios" from its input.json (assess,
plan, sessions, check-ins, device, next dates) and compares it with its
expected.json. Without a name it lists them.

  --update   write what the program does now into expected.json; read the
             difference before you keep it
  --json     print {"name": ["- expected", "+ found", …]}

Exit codes: 0 as expected · 1 something differs · 2 there is no such scenario.

Example
  npm run -s stipple -- scenario all
  prints one line for each, "same" or the lines that differ.`,
  run(words) {
    const { positionals, isSet } = readWords(
      words,
      { update: { type: "boolean" } },
      { name: 'the name of a scenario, or "all"', atLeast: 0 },
    );
    const names = chosenNames(positionals[0]);
    if (positionals.length === 0) {
      if (isSet("json")) printJson(names);
      else print(names);
      return 0;
    }
    if (isSet("update")) for (const name of names) updateScenario(name);

    const results = names.map((name) => ({ name, lines: checkScenario(name) }));
    if (isSet("json")) {
      printJson(Object.fromEntries(results.map(({ name, lines }) => [name, lines])));
    } else {
      print(results.flatMap(({ name, lines }) => resultLines(name, lines)));
    }
    return results.every(({ lines }) => lines.length === 0) ? 0 : 1;
  },
};

function chosenNames(wanted: string | undefined): readonly string[] {
  const names = scenarioNames();
  if (wanted === undefined || wanted === "all") return names;
  if (!names.includes(wanted)) {
    throw new Problem(`There is no scenario "${wanted}".`, {
      detail: `The scenarios are ${names.join(", ")}.`,
      action: 'Use one of these names, or "all".',
    });
  }
  return [wanted];
}

function resultLines(name: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [`same     ${name}`] : [`differs  ${name}`, ...lines];
}
