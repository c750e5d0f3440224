import {
  answersSchema,
  checkInSchema,
  deviceSchema,
  planChoicesSchema,
  sessionEventSchema,
  treatmentSchema,
} from "@stipple/protocol";
import { simulatedTreatmentSchema, trialDesignSchema } from "@stipple/simulation";
import { type Command, printJson, readWords } from "./command.ts";
import { Problem } from "./problem.ts";

const schemas = {
  answers: answersSchema,
  choices: planChoicesSchema,
  treatment: treatmentSchema,
  event: sessionEventSchema,
  device: deviceSchema,
  "check-in": checkInSchema,
  simulation: simulatedTreatmentSchema,
  trial: trialDesignSchema,
};

const names = Object.keys(schemas);

export const schemaCommand: Command = {
  name: "schema",
  summary: "the form of an input, as JSON Schema",
  help: `stipple schema <${names.join("|")}>

Prints the JSON Schema (draft 2020-12) of what a command or the server reads.
Lengths are whole micrometres, days "2026-03-08", moments with their offset.

Exit codes: 0 done · 2 there is no such schema.

Example
  npm run -s stipple -- schema answers > answers.schema.json
  An editor that knows the file offers every name while you write answers.json.`,
  run(words) {
    const { positionals } = readWords(words, {}, { name: "the name of a schema" });
    const name = positionals[0];
    const schema = Object.entries(schemas).find(([candidate]) => candidate === name)?.[1];
    if (!schema) {
      throw new Problem(`There is no schema "${name}".`, {
        detail: `The schemas are ${names.join(", ")}.`,
        action: "Use one of these names.",
      });
    }
    printJson(schema.toJSONSchema({ io: "input" }));
    return 0;
  },
};
