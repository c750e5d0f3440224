import {
  type AbsorptionStage,
  type PunctureStage,
  type Simulation,
  simulate,
  simulatedTreatmentSchema,
  stageGrades,
} from "@stipple/simulation";
import { type Command, print, printJson, readWords } from "./command.ts";
import { readInput } from "./input.ts";
import { bullet, entry, section, wrap } from "./layout.ts";
import { Problem } from "./problem.ts";

const stages = ["punctures", "absorption", "healing", "follicles", "all"] as const;
type StageName = (typeof stages)[number];

/** The specification's 200 sets of parameters; follicles enough for a standard error below 1 per cm². */
const fineness = { points: 200, centralFollicles: 20_000, bandFollicles: 2_000 };

export const simulateCommand: Command = {
  name: "simulate",
  summary: "a treatment → holes, absorption, healing, hair: an estimate",
  help: `stipple simulate TREATMENT.json [--stage NAME] [--json]

Follows a treatment from the needle to the hair: where the holes lie, what passes
them, what the skin does, and what hair density may do beside no treatment. Every
answer is a model's estimate with its band, not a prediction for you. "stipple
schema simulation" prints the form of the file.

  --stage NAME   ${stages.join(", ")} (default: all)
  --json         print the stages as values

Women, children, pregnancy and hair loss that may scar are refused, with the reason.

Exit codes: 0 done · 1 refused, with the reason · 2 wrong use or input.

Example
  npm run -s stipple -- simulate treatment.json --stage punctures
  prints holes per cm², the share of skin near a hole, and how a star of strokes
  compares with holes thrown at random.`,
  run(words) {
    const { positionals, text, isSet } = readWords(
      words,
      { stage: { type: "string" } },
      { name: "one file with a treatment to simulate" },
    );
    const stage = readStage(text("stage") ?? "all");
    const treatment = readInput(positionals[0] ?? "-", simulatedTreatmentSchema);
    const answer = simulate(treatment, fineness);
    if (answer.kind === "out-of-scope") {
      if (isSet("json")) printJson(answer);
      else print([wrap(answer.says), wrap(`→ ${answer.nextStep}`, { indent: "  ", hang: "    " })]);
      return 1;
    }
    if (isSet("json")) printJson(stageValues(answer, stage));
    else print(stageLines(answer, stage));
    return 0;
  },
};

function readStage(name: string): StageName {
  const stage = stages.find((candidate) => candidate === name);
  if (stage !== undefined) return stage;
  throw new Problem(`There is no stage "${name}".`, {
    detail: `The stages are ${stages.join(", ")}.`,
    action: "Use one of these names.",
  });
}

/** The stage as a value: lists of numbers where the program keeps typed arrays. */
function stageValues(simulation: Simulation, stage: StageName): unknown {
  const { session, coverage, punctures } = simulation.punctures;
  const { values, stride, count } = punctures;
  const all = {
    grades: stageGrades,
    punctures: { session, coverage, count, stride, values: [...values] },
    insertion: simulation.insertion,
    absorption: simulation.absorption ?? null,
    healing: simulation.healing,
    follicles: simulation.follicles,
  };
  return stage === "all" ? all : all[stage];
}

function stageLines(simulation: Simulation, stage: StageName): string[] {
  const wanted = (name: StageName) => stage === "all" || stage === name;
  return [
    wrap("An estimate by a model, not a prediction for you."),
    "",
    ...(wanted("punctures") ? punctureLines(simulation.punctures, simulation) : []),
    ...(wanted("absorption") ? absorptionLines(simulation.absorption) : []),
    ...(wanted("healing") ? healingLines(simulation) : []),
    ...(wanted("follicles") ? follicleLines(simulation) : []),
  ];
}

function punctureLines({ coverage }: PunctureStage, { insertion }: Simulation): string[] {
  const { lowMm, centralMm, highMm } = insertion.depth;
  const spread = coverage
    ? [
        entry("Holes", `${coverage.densityPerCm2.toFixed(0)} per cm²`),
        entry(
          "Near a hole",
          `${percent(coverage.coveredFraction)} of the skin; holes at random would reach ${percent(coverage.randomCoveredFraction)}`,
        ),
        entry(
          "Hit twice",
          `${percent(coverage.doubleHitFraction)} of the holes; at random ${percent(coverage.randomDoubleHitFraction)}`,
        ),
        entry("Largest gap", `${coverage.largestGapMm.toFixed(2)} mm`),
      ]
    : [entry("Holes", "too few to speak of")];
  return section(`Holes of the last session (evidence ${stageGrades.punctures})`, [
    ...spread,
    entry(
      "Depth",
      `${centralMm.toFixed(2)} mm, 95 % between ${lowMm.toFixed(2)} and ${highMm.toFixed(2)} mm (evidence ${stageGrades.insertion})`,
    ),
    bullet(insertion.bulge.says),
  ]);
}

function absorptionLines(absorption: AbsorptionStage | undefined): string[] {
  const heading = `What passes into the blood (evidence ${stageGrades.absorption})`;
  if (absorption === undefined) return section(heading, [bullet("No drug is put on the scalp.")]);
  const { gain, exposure, advice, warnings, delays } = absorption;
  return section(heading, [
    bullet("Twice, because nobody knows how fast the holes close: the gain, then the risk."),
    entry(
      "Closing early",
      `${gain.absorbedMg.toFixed(2)} mg, unrolled skin ${gain.intactMg.toFixed(2)} mg`,
    ),
    entry(
      "Closing late",
      `${exposure.absorbedMg.toFixed(2)} mg, peak ${exposure.peakPlasmaNgPerMl.toFixed(1)} ng/mL`,
    ),
    entry("Advice", advice.replaceAll("-", " ")),
    ...warnings.map(({ id, reason }) => bullet(`${reason} [${id}]`)),
    ...delays.map(({ delayMin, absorbedMg }) =>
      entry(`after ${delayMin} min`, `${absorbedMg.toFixed(2)} mg`),
    ),
  ]);
}

function healingLines({ healing }: Simulation): string[] {
  const last = healing.responses.at(-1);
  if (last === undefined) return [];
  return section(`Skin after the last session (evidence ${stageGrades.healing})`, [
    entry("Inflammation", `peaks ${(last.peakDay - last.day).toFixed(1)} days after it`),
    entry(
      "Left before it",
      last.residualFraction === undefined
        ? "nothing: it is the first session"
        : `${percent(last.residualFraction)} of the first peak`,
    ),
    ...healing.limited.map(({ day }) =>
      bullet(`Day ${day}: a stronger injury than the model can follow; it counted its limit.`),
    ),
  ]);
}

function follicleLines({ follicles }: Simulation): string[] {
  const weeks = [12, 24, 48].filter((week) => week < follicles.difference.median.length);
  return section(`Hair density, treated less untreated (evidence ${follicles.grade})`, [
    ...weeks.map((week) =>
      entry(
        `Week ${week}`,
        `${signed(follicles.difference.median[week])} per cm² for a group (80 %: ${signed(follicles.difference.low80[week])} to ${signed(follicles.difference.high80[week])}); you alone may count ${signed(follicles.personChange.low80[week])} to ${signed(follicles.personChange.high80[week])} against your start`,
      ),
    ),
    entry("Hangs most on", follicles.contributors.map(({ name }) => name).join(", ")),
  ]);
}

const percent = (fraction: number) => `${(100 * fraction).toFixed(1)} %`;

function signed(value = Number.NaN): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(0)}`;
}
