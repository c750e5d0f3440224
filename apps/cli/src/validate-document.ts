import { sources } from "@stipple/evidence";
import type {
  Measurement,
  OtherTrial,
  RivalPermeabilities,
  ValidationResult,
} from "@stipple/simulation";
import { shownExpected, shownGot } from "./validate-numbers.ts";

const stageNames: Readonly<Record<ValidationResult["stage"], string>> = {
  A: "Where the needles hit",
  B: "How deep they go",
  C: "What passes the skin",
  D: "How the skin heals",
  E: "What the follicles do",
};

/** What stands beside the cases: trials that nothing was fitted to, and equations that were not chosen. */
interface Beside {
  readonly otherTrials: readonly OtherTrial[];
  readonly equations: readonly RivalPermeabilities[];
}

/** The page docs/validation.md: every case, the misses first. */
export function validationDocument(
  results: readonly ValidationResult[],
  { otherTrials, equations }: Beside,
): string {
  const stages = [...new Set(results.map(({ stage }) => stage))].toSorted();
  return [
    introduction,
    totalsTable(results, stages),
    missSection(results, otherTrials.length > 0),
    ...(results.some(({ id }) => id === "E-PU-06") ? [unitOfDhurat] : []),
    otherTrialsSection(otherTrials),
    ...stages.map((stage) => stageSection(stage, results)),
    equationsSection(equations),
    properties,
  ]
    .filter((section) => section !== "")
    .join("\n\n")
    .concat("\n");
}

const introduction = `# What the model is held against

This page is printed by \`npm run -s stipple -- validate --markdown\`; a test checks that it is up to date.

Each case states an input, what is expected and how near the model must come. "Analytical" cases are closed forms,
properties, or independent solutions of the same equations: they test the program. "Published" cases are
measurements: they test the model. Some of those were used to choose its parameters; their notes say so, and agreement
there is no evidence. A case passes when every number in it is near enough. No tolerance was widened to let one pass.`;

function totalsTable(
  results: readonly ValidationResult[],
  stages: readonly ValidationResult["stage"][],
): string {
  const row = (name: string, chosen: readonly ValidationResult[]) => {
    const number = (wanted: ValidationResult["verdict"]) =>
      chosen.filter(({ verdict }) => verdict === wanted).length;
    return `| ${name} | ${number("pass")} | ${number("miss")} | ${number("cannot-map")} |`;
  };
  return [
    "| Stage | pass | miss | cannot be mapped |",
    "|---|---|---|---|",
    ...stages.map((stage) =>
      row(
        `${stage} ${stageNames[stage]}`,
        results.filter((result) => result.stage === stage),
      ),
    ),
    row("All", results),
  ].join("\n");
}

function missSection(results: readonly ValidationResult[], hasOtherTrials: boolean): string {
  const misses = results.filter(({ verdict }) => verdict === "miss");
  if (misses.length === 0) return "";
  const points = misses.map(({ id, got, note }) => {
    const outside = got.filter(({ isInside }) => !isInside).map(missText);
    return `- **${id}**: ${outside.join("; ")}. ${note}`;
  });
  const more = "Further misses stand under the trials that nothing was fitted to.";
  return ["## Misses", "", ...points, ...(hasOtherTrials ? ["", more] : [])].join("\n");
}

function missText(measurement: Measurement): string {
  const { quantity, expected, limit } = measurement;
  const wanted = limit.kind === "range" ? ` (published ${expected.join(", ")})` : "";
  return `${quantity}, expected ${shownExpected(measurement)}${wanted}, got ${shownGot(measurement)}`;
}

const unitOfDhurat = `## The unit of Dhurat 2013

The trial that made rollers known for hair loss put men on minoxidil 5 % twice a day, half of them with a weekly session
of 1.5 mm needles. After 12 weeks it reports 91.4 hairs more with needles and 22.2 more without: 69.2 between the arms.
Hairs per what? The abstract speaks of a target area of 1 cm². The result is often quoted per square inch, which is
6.45 cm². The two readings differ more than sixfold, and the paper does not settle which one is meant.

| | with needles | minoxidil alone | difference |
|---|---|---|---|
| read per cm² | 91.4 | 22.2 | 69.2 |
| read per square inch, in hairs per cm² | 14.2 | 3.4 | 10.7 |

Needles can bring back hair only where a follicle is there to grow it. A scalp like that of the trials has about 240
follicles per cm², of which about 50 stand empty, and a hair needs about a month before it can be counted. Sixty-nine
more hairs per cm² than minoxidil gives, in 12 weeks, is more than all empty follicles together; the model does not get
there even if every session wakes every empty follicle. The second reading is one that the model meets, and a later pooling of the trials, 13 hairs per cm²
after 24 weeks (E-PU-07), is of the same size. So the needling effect is fitted to the pooled number; the literal
reading stays here as a miss that is not explained away, and Stipple never shows +91 as something to expect. Agreement
with the second reading does not prove that it is the right one.`;

function otherTrialsSection(otherTrials: readonly OtherTrial[]): string {
  if (otherTrials.length === 0) return "";
  return [
    "## Trials that nothing was fitted to",
    "",
    "Differences between two arms, in hairs per cm². Near enough is within 4, as for the pooled needling trials. A miss here",
    "is reported, not fitted away: trials of needling disagree with one another more than tenfold.",
    "",
    "| Trial | Week | Published | Model | Verdict | Source |",
    "|---|---|---|---|---|---|",
    ...otherTrials.map((trial) =>
      tableRow([
        trial.label,
        String(trial.week),
        trial.publishedPerCm2.toFixed(1),
        trial.modelPerCm2.toFixed(1),
        trial.comparison.kind === "reproduced" ? "pass" : "**miss**",
        `${trial.sources.map((id) => sources[id].url).join(", ")}. ${trial.note}`,
      ]),
    ),
  ].join("\n");
}

function equationsSection(equations: readonly RivalPermeabilities[]): string {
  if (equations.length === 0) return "";
  const shown = (cmPerH: number) => cmPerH.toPrecision(3);
  return [
    "## Other equations for intact skin",
    "",
    "The model takes the permeability of intact skin from Potts and Guy 1992. A later fit to more substances, and a watery layer",
    "below that counts for fat-loving drugs, give other numbers, in cm/h. No band of the model shows this choice. How much",
    "more passes open channels than intact skin depends on it.",
    "",
    "| Drug | Potts and Guy | with the watery layer | refit of 2023 |",
    "|---|---|---|---|",
    ...equations.map(({ drug, pottsGuy, withWateryLayer, refit }) =>
      tableRow([drug, shown(pottsGuy), shown(withWateryLayer), shown(refit)]),
    ),
  ].join("\n");
}

function stageSection(
  stage: ValidationResult["stage"],
  results: readonly ValidationResult[],
): string {
  return [
    `## ${stage} ${stageNames[stage]}`,
    "",
    "| Case | Kind | Quantity | Expected | Model | Verdict | Source |",
    "|---|---|---|---|---|---|---|",
    ...results.filter((result) => result.stage === stage).flatMap(caseRows),
  ].join("\n");
}

function caseRows({ id, kind, got, verdict, source, note }: ValidationResult): string[] {
  const origin = `${source}${verdict === "pass" && note !== "" ? `. ${note}` : ""}`;
  if (got.length === 0) return [tableRow([id, kind, "", "", "", verdict, `${source}. ${note}`])];
  return got.map((measurement, index) =>
    tableRow([
      index === 0 ? id : "",
      index === 0 ? kind : "",
      measurement.quantity,
      shownExpected(measurement),
      shownGot(measurement),
      measurement.isInside ? "pass" : "**miss**",
      index === 0 ? origin : "",
    ]),
  );
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

const properties = `## What holds for every input

Beside the cases, tests try random inputs for what must always be true: a slit grows with the needle and shrinks with
the drum; more holes never cover less; a channel never reopens; what is applied is found again in donor, skin, body or
loss to one part in a million; more channels, wider ones or slower closing never absorb less; no quantity of the healing
model turns negative; sessions further apart never leave more inflammation; growing, resting and empty follicles always
add up; a treatment that changes no rate leaves a run as it was to the last bit; equal seeds give equal results.`;
