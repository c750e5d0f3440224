import { accuracyGoals, type CellAccuracy, levels } from "@stipple/synthetic-scalp";
import type { AccuracyTables } from "./measure-accuracy.ts";
import { pairSections } from "./measure-accuracy-pair-tables.ts";
import { decimal, percent, points, share, signed, table } from "./measure-accuracy-words.ts";

/** The page docs/measurement-accuracy.md. */
export function accuracyDocument(tables: AccuracyTables): string {
  return `${[introduction(tables), ...accuracyTables(tables), goalSection(tables), levelSection(), notMeasured].join("\n\n")}\n`;
}

/** The tables alone. */
export function accuracyTables({ levels: rows, refusals, tones, pairs }: AccuracyTables): string[] {
  return [
    "## By difficulty and size of a pixel\n\nDark hair, the six skin tones in turn.",
    rowTable(rows, ({ level, umPerPx }) => [level, `${umPerPx}`], ["level", "µm/px"]),
    "## Long hair\n\nHair that lies across itself must be refused: what would be counted are pieces.",
    refusalTable(refusals),
    "## By skin tone and colour of the hair\n\nLevel L2 at 5 µm per pixel. Light hair on light skin (I, II) has next to no contrast for a person either.",
    rowTable(tones, ({ tones: [tone], hairColour }) => [tone ?? "", hairColour], ["skin", "hair"]),
    ...pairSections(pairs),
  ];
}

const introduction = ({ scenesPerRow }: AccuracyTables) => `# How well photos are measured

This page is printed by \`npm run -s stipple -- measure accuracy --scenes ${scenesPerRow} --markdown\`.

The photos are drawn by a generator (packages/synthetic-scalp) that knows every hair: where it lies, how thick it is, whether
it grows. A frame is 8 × 6 mm. Hairs count by the middle of what the frame shows of them, at least 0.7 mm from its edge. A
found hair is right when more than 40 % of its centreline lies within 25 µm of a true one and the other way round, one to
one. The counting is told the size of a pixel and nothing else. Every row has ${scenesPerRow} scenes; with fewer than 20, a
difference of two points between rows means nothing. The seeds (41001 and on) are not used to choose any parameter.

A drawn photo is not a photo. These tables say how the counting does where the truth is exact; they are no clinical
validation.`;

function rowTable(
  rows: readonly CellAccuracy[],
  namesOf: (row: CellAccuracy) => readonly string[],
  heads: readonly string[],
): string {
  const columns = [
    ...heads,
    "true hairs",
    "refused",
    "count error",
    "bias",
    "precision",
    "recall",
    "recall terminal",
    "recall vellus",
    "width terminal (bias), µm",
    "width vellus (bias), µm",
    "vellus share off by",
    "root end right",
    "90 % interval holds",
  ];
  return table(
    columns,
    rows.map((row) => {
      const { summary } = row;
      return [
        ...namesOf(row),
        String(summary.trueCount),
        percent(row.refusedFraction),
        percent(summary.countErrorFraction, 1),
        percent(summary.countBiasFraction, 1),
        share(summary.precision),
        share(summary.recall),
        share(summary.recallByClass.terminal),
        share(summary.recallByClass.vellus),
        width(row, "terminal"),
        width(row, "vellus"),
        points(summary.vellusFractionError),
        percent(summary.rightEndFraction),
        percent(row.intervalCoverage),
      ];
    }),
  );
}

function refusalTable(rows: readonly CellAccuracy[]): string {
  return table(
    ["level", "µm/px", "scenes", "refused"],
    rows.map(({ level, umPerPx, sceneCount, refusedFraction }) => [
      level,
      String(umPerPx),
      String(sceneCount),
      percent(refusedFraction),
    ]),
  );
}

/** Every goal with what was measured, the misses as plain as the rest. */
function goalSection({ levels: rows, refusals }: AccuracyTables): string {
  const fine = rows.filter(({ umPerPx }) => umPerPx <= 5);
  const lines = fine.flatMap((row) => rowGoals(row));
  const refused = refusals.map(({ level, refusedFraction }) =>
    goalLine(
      [
        level,
        "",
        "refused",
        percent(refusedFraction),
        `≥ ${percent(accuracyGoals.refusedFractionL4)}`,
      ],
      refusedFraction >= accuracyGoals.refusedFractionL4,
    ),
  );
  return [
    "## Against the goals",
    "",
    table(["level", "µm/px", "quantity", "measured", "goal", "verdict"], [...lines, ...refused]),
  ].join("\n");
}

function rowGoals(row: CellAccuracy): string[][] {
  const { level, umPerPx, summary, intervalCoverage } = row;
  const bounds: Readonly<Record<string, number>> = accuracyGoals.countErrorFraction;
  const bound = bounds[level];
  const place = [level, String(umPerPx)];
  const [low, high] = accuracyGoals.intervalCoverage;
  const { terminal, vellus } = summary.widthErrorUm;
  const atMost = (
    name: string,
    value: number | undefined,
    most: number,
    show: (v: number | undefined) => string,
  ) =>
    goalLine(
      [...place, name, show(value), `≤ ${show(most)}`],
      value !== undefined && value <= most,
    );
  const atLeast = (name: string, value: number | undefined, least: number) =>
    goalLine(
      [...place, name, share(value), `≥ ${share(least)}`],
      value !== undefined && value >= least,
    );
  return [
    ...(bound === undefined
      ? []
      : [atMost("count error", summary.countErrorFraction, bound, (value) => percent(value, 1))]),
    atLeast("precision", summary.precision, accuracyGoals.precision),
    atLeast("recall", summary.recall, accuracyGoals.recall),
    atMost(
      "terminal width error, µm",
      terminal?.meanAbsolute,
      accuracyGoals.terminalWidthErrorUm,
      decimal,
    ),
    atMost(
      "vellus width error, µm",
      vellus?.meanAbsolute,
      accuracyGoals.vellusWidthErrorUm,
      decimal,
    ),
    goalLine(
      [
        ...place,
        "90 % interval holds",
        percent(intervalCoverage),
        `${percent(low)} to ${percent(high)}`,
      ],
      intervalCoverage !== undefined && intervalCoverage >= low && intervalCoverage <= high,
    ),
  ];
}

function goalLine(cells: readonly string[], isMet: boolean): string[] {
  return [...cells, isMet ? "met" : "**missed**"];
}

/** What the levels are, from the generator itself. */
function levelSection(): string {
  const rows = Object.entries(levels).map(([name, level]) => [
    name,
    String(level.densityPerCm2),
    percent(level.vellusFraction),
    level.unitFractions.map((fraction) => fraction.toFixed(2)).join(" / "),
    level.terminalLengthUm.map((lengthUm) => (lengthUm / 1000).toFixed(1)).join("–"),
    String(level.blurPx),
    String(level.noiseGreyLevels),
    String(level.jpegQuality ?? "none"),
    String(level.textureGreyLevels),
    String(level.glareCount),
    level.terminalOpacity.join("–"),
    level.vellusOpacity.join("–"),
  ]);
  const heads = [
    "level",
    "hairs per cm²",
    "vellus",
    "units of 1 / 2 / 3 / 4",
    "length, mm",
    "blur, px",
    "noise",
    "JPEG",
    "texture",
    "glare spots",
    "opacity terminal",
    "opacity vellus",
  ];
  return `## The levels\n\n${table(heads, rows)}`;
}

const notMeasured = `## What these tables do not say

Not measured here: the scale from the window card, which tests hold to 1 % (\`vitest run packages/trichometry/src/card-scale.test.ts\`),
and everything on real skin.`;

function width({ summary }: CellAccuracy, hairClass: "terminal" | "vellus"): string {
  const error = summary.widthErrorUm[hairClass];
  return error === undefined ? "–" : `${decimal(error.meanAbsolute)} (${signed(error.bias)})`;
}
