import {
  builtInCases,
  compareEquations,
  compareOtherTrials,
  type Measurement,
  type OtherTrial,
  type ValidationResult,
  validateCases,
  validationCasesSchema,
} from "@stipple/simulation";
import { type Command, print, printJson, readWords } from "./command.ts";
import { readInput } from "./input.ts";
import { count, section, wrap } from "./layout.ts";
import { validationDocument } from "./validate-document.ts";
import { shownExpected, shownGot } from "./validate-numbers.ts";

export const validateCommand: Command = {
  name: "validate",
  summary: "published and analytical numbers beside what the model gives",
  help: `stipple validate [CASES.json] [--json] [--markdown]

Computes every case that is known and holds the model against it, with the
tolerance that the case states. Without a file it takes the cases that come with
Stipple. A case is an object with id, stage, input, expected, tolerance, source
and kind; numbers may be changed, the experiment described in words may not.

  --json       print the results of the cases as values
  --markdown   print the page docs/validation.md

Exit codes: 0 all pass, but for misses that are explained · 1 a miss that is not
explained · 2 wrong use or input.

Example
  npm run -s stipple -- validate
  prints every number expected, the model's own, and the four misses with the
  reason for each.`,
  run(words) {
    const { positionals, isSet } = readWords(
      words,
      { markdown: { type: "boolean" } },
      { name: "one file with cases, or none", atLeast: 0 },
    );
    const [path] = positionals;
    const cases = path === undefined ? builtInCases() : readInput(path, validationCasesSchema);
    const results = validateCases(cases);
    const otherTrials = path === undefined ? compareOtherTrials() : [];
    if (isSet("json")) printJson(results);
    else if (isSet("markdown")) {
      const equations = path === undefined ? compareEquations() : [];
      process.stdout.write(validationDocument(results, { otherTrials, equations }));
    } else
      print([
        ...results.flatMap(resultLines),
        ...otherTrialLines(otherTrials),
        "",
        totals(results),
      ]);
    return results.some(({ verdict, isDocumented }) => verdict === "miss" && !isDocumented) ? 1 : 0;
  },
};

const hang = " ".repeat(20);

function resultLines({ id, verdict, got, note }: ValidationResult): string[] {
  const start = `${verdict.padEnd(10)}  ${id}`;
  const reason = verdict === "pass" ? [] : [wrap(note, { indent: hang })];
  if (got.length === 0) return [start, ...reason];
  return [start, ...got.map(measurementLine), ...reason];
}

function measurementLine(measurement: Measurement): string {
  const mark = measurement.isInside ? "" : "outside: ";
  const text = `${mark}${measurement.quantity}: expected ${shownExpected(measurement)}; got ${shownGot(measurement)}`;
  return wrap(text, { indent: "            ", hang });
}

/** Nothing was fitted to these; their misses are told and decide nothing. */
function otherTrialLines(otherTrials: readonly OtherTrial[]): string[] {
  return section(
    "Trials that nothing was fitted to, hairs per cm²",
    otherTrials.map(({ label, week, publishedPerCm2, modelPerCm2, comparison }) => {
      const verdict = comparison.kind === "reproduced" ? "pass" : "miss";
      const text = `${label}, week ${week}: published ${publishedPerCm2.toFixed(1)}; got ${modelPerCm2.toFixed(1)}`;
      return wrap(text, { indent: verdict.padEnd(12), hang });
    }),
  );
}

function totals(results: readonly ValidationResult[]): string {
  const number = (wanted: ValidationResult["verdict"]) =>
    results.filter(({ verdict }) => verdict === wanted).length;
  const unexplained = results.filter(
    ({ verdict, isDocumented }) => verdict === "miss" && !isDocumented,
  ).length;
  return wrap(
    `${count(results.length, "case")}: ${number("pass")} pass, ${number("miss")} miss (${unexplained} without an explanation), ${number("cannot-map")} cannot be mapped.`,
  );
}
