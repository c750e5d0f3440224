import {
  type Simulation,
  simulate,
  simulatedTreatmentSchema,
  stageGrades,
} from "@stipple/simulation";
import { type Command, type ExitCode, print, printJson, readWords } from "./command.ts";
import { checkInput, nameOf } from "./input.ts";
import { bullet, section, wrap } from "./layout.ts";
import { Problem } from "./problem.ts";
import { stageSvg } from "./simulate-figure.ts";
import { readSimulation, type SimulationInput } from "./simulate-input.ts";
import { oneStage, readStage, type StageName, stages } from "./simulate-stage.ts";
import { stageCsv } from "./simulate-tables.ts";
import { stageLines } from "./simulate-words.ts";
import { writeWhole } from "./write-file.ts";

/** The specification's 200 sets of parameters; follicles enough for a standard error below 1 per cm². */
const fineness = { points: 200, centralFollicles: 20_000, bandFollicles: 2_000 };

export const simulateCommand: Command = {
  name: "simulate",
  summary: "a treatment → holes, absorption, healing, hair: an estimate",
  help: `stipple simulate FILE [--stage NAME] [--json|--csv] [--svg PICTURE.svg]

Follows a treatment from the needle to the hair: where the holes lie, what passes
them, what the skin does, and what hair density may do beside no treatment. Every
answer is a model's estimate with its band, not a prediction for you.

FILE is one of these; what it leaves open is assumed, and told:
  a treatment      "stipple schema simulation" prints its form
  a plan           as "stipple plan --json" prints it
  answers          and choices, as "stipple plan" takes them; a scenario's input
  an export        the zip, or its stipple.json: the sessions really done, with
                   their days, needles, rolls and skipped sections

  --stage NAME   ${stages.join(", ")} (default: all)
  --json         print the stages as values
  --csv          print one stage as a table
  --svg FILE     draw one stage into a picture
  --as-planned   of an export, the plan in place of the sessions really done
  --now MOMENT   when answers are planned (default: a scenario's start, or now)

Women, children, pregnancy and hair loss that may scar are refused, with reasons.

Exit codes: 0 done · 1 refused, with the reason, or a file cannot be written · 2
wrong use or input.

Example
  npm run -s stipple -- simulate scenarios/home-minoxidil-vertex/input.json \\
    --stage punctures --svg holes.svg
  prints holes per cm², the share of skin near a hole, and how a star of strokes
  compares with holes thrown at random, and draws the holes.`,
  async run(words): Promise<ExitCode> {
    const { positionals, text, isSet } = readWords(
      words,
      {
        stage: { type: "string" },
        csv: { type: "boolean" },
        svg: { type: "string" },
        now: { type: "string" },
        "as-planned": { type: "boolean" },
      },
      { name: "one file with a treatment to simulate" },
    );
    const path = positionals[0] ?? "-";
    const form = isSet("json") ? "json" : isSet("csv") ? "csv" : "text";
    if (isSet("json") && isSet("csv")) throw twoForms();
    const stage = readStage(text("stage") ?? "all");
    const table = form === "csv" ? oneStage(stage, "--csv") : undefined;
    const picture = readPicture(text("svg"), stage);

    const input = readSimulation(path, { now: text("now"), isAsPlanned: isSet("as-planned") });
    if (input.kind !== "input") return refuse(input, form);
    const treatment = checkInput(input.treatment, simulatedTreatmentSchema, nameOf(path));
    const answer = simulate(treatment, fineness);
    if (answer.kind === "out-of-scope") return refuse(answer, form);

    if (form !== "text")
      process.stderr.write(
        basisLines(input)
          .map((line) => `${line}\n`)
          .join(""),
      );
    if (picture) writeWhole(picture.file, await stageSvg(answer, treatment, picture.stage));
    if (form === "json") printJson(stageValues(answer, stage));
    else if (table) process.stdout.write(stageCsv(answer, treatment, table));
    else print(textLines(input, answer, stage));
    return 0;
  },
};

function twoForms(): Problem {
  return new Problem("--json and --csv exclude each other.", {
    detail: "Both print on standard output.",
    action: "Choose one of them.",
  });
}

/** The picture's file; its name must say that it is one, so that nothing else is overwritten. */
function readPicture(file: string | undefined, stage: StageName) {
  if (file === undefined) return undefined;
  if (file.toLowerCase().endsWith(".svg")) return { file, stage: oneStage(stage, "--svg") };
  throw new Problem("--svg does not name a picture.", {
    detail: `It is "${file}"; the name must end in .svg.`,
    action: "Write it like holes.svg.",
  });
}

function refuse(
  refusal: { readonly says: string; readonly nextStep: string },
  form: "json" | "csv" | "text",
): ExitCode {
  if (form === "json") printJson(refusal);
  else {
    const lines = [
      wrap(refusal.says),
      wrap(`→ ${refusal.nextStep}`, { indent: "  ", hang: "    " }),
    ];
    if (form === "text") print(lines);
    else process.stderr.write(`${lines.join("\n")}\n`);
  }
  return 1;
}

function textLines(input: SimulationInput, answer: Simulation, stage: StageName): string[] {
  const basis = basisLines(input);
  return [
    wrap("An estimate by a model, not a prediction for you."),
    ...basis,
    "",
    ...stageLines(answer, stage),
  ];
}

/** What the numbers stand on; nothing where the file says all of it. */
function basisLines({ basis, assumed }: SimulationInput): string[] {
  if (basis === undefined) return [];
  const lines = section(
    "What was assumed",
    assumed.map((text) => bullet(text)),
  );
  return [wrap(basis), ...lines.slice(0, -1)];
}

/** The stage as a value: lists of numbers where the program keeps typed arrays. */
function stageValues(simulation: Simulation, stage: StageName): unknown {
  const { session, coverage, punctures } = simulation.punctures;
  const { values, stride, count } = punctures;
  const stageOf = {
    punctures: () => {
      const { coverageDoubt: doubt } = simulation;
      return { session, coverage, doubt, count, stride, values: [...values] };
    },
    absorption: () =>
      simulation.absorption
        ? { ...simulation.absorption, doubt: simulation.absorptionDoubt }
        : null,
    healing: () => ({ ...simulation.healing, doubt: simulation.healingDoubt }),
    follicles: () => simulation.follicles,
  };
  if (stage !== "all") return stageOf[stage]();
  return {
    grades: stageGrades,
    punctures: stageOf.punctures(),
    insertion: simulation.insertion,
    absorption: stageOf.absorption(),
    healing: stageOf.healing(),
    follicles: stageOf.follicles(),
  };
}
