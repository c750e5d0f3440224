import type { CoverageAccuracy } from "@stipple/synthetic-scalp";
import type { ChangeAccuracy, PairTables } from "./measure-accuracy-pairs.ts";
import { decimal, percent, points, table } from "./measure-accuracy-words.ts";

/** The sections of the page that speak of two photos, of whole heads, and of their goals. */
export function pairSections(pairs: PairTables): string[] {
  return [
    "## Change between two visits\n\nAnother day, camera, light and lie of the hair; 5 µm per pixel, one photo a visit. The number of hairs is compared hair by\nhair in what both photos show. Where nothing happened, any answer but “no detectable change” is a false alarm.",
    changeTable(pairs.changes),
    "## Growing hairs, from two shots three days apart",
    anagenTable(pairs.anagen),
    "## The same place photographed twice at once\n\nHow far one measurement is off by chance: the standard deviation as a share of the value.",
    table(
      ["level", "pairs", "density", "median thickness"],
      pairs.repeats.map(({ level, pairCount, densitySdFraction, thicknessSdFraction }) => [
        level,
        String(pairCount),
        percent(densitySdFraction, 1),
        percent(thicknessSdFraction, 1),
      ]),
    ),
    "## Photos of the whole head laid over each other\n\n1200 pixels a side. A pair counts as wrongly aligned from 5 pixels on; of two different people none may be aligned.",
    alignmentTable(pairs.alignments),
    "## Covered scalp and width of the part\n\nCover from 10 to 95 %, parts of 2 to 40 mm, all lights and skin tones.",
    coverTable(pairs),
    "## Goals for pairs and heads",
    goalTable(pairs),
  ];
}

function changeTable(rows: PairTables["changes"]): string {
  return table(
    [
      "level",
      "what happened",
      "pairs",
      "refused",
      "change off by",
      "bias",
      "better / no detectable change / worse / not comparable",
    ],
    rows.map((row) => [
      row.level,
      row.change,
      String(row.pairCount),
      String(row.refusedCount),
      points(row.meanAbsoluteError),
      points(row.bias),
      (["better", "no-detectable-change", "worse", "not-comparable"] as const)
        .map((answer) => row.answers[answer] ?? 0)
        .join(" / "),
    ]),
  );
}

function anagenTable(rows: PairTables["anagen"]): string {
  return table(
    ["level", "pairs", "refused", "share off by", "bias"],
    rows.map(({ level, pairCount, refusedCount, meanAbsoluteError, bias }) => [
      level,
      String(pairCount),
      String(refusedCount),
      points(meanAbsoluteError),
      points(bias),
    ]),
  );
}

function alignmentTable(rows: PairTables["alignments"]): string {
  return table(
    [
      "second photo",
      "pairs",
      "median error, px",
      "90 % within, px",
      "not aligned",
      "wrongly aligned",
    ],
    rows.map((row) => [
      row.pair,
      String(row.pairCount),
      decimal(row.medianErrorPx),
      decimal(row.p90ErrorPx),
      percent(row.failedFraction - row.falselyAlignedFraction),
      percent(row.falselyAlignedFraction),
    ]),
  );
}

function coverTable({ coverage, partWidth }: PairTables): string {
  const row = (
    name: string,
    { photoCount, refusedCount, meanAbsoluteError, bias }: CoverageAccuracy,
    show: (value: number | undefined) => string,
  ) => [name, String(photoCount), String(refusedCount), show(meanAbsoluteError), show(bias)];
  return table(
    ["", "photos", "refused", "off by", "bias"],
    [
      row("covered scalp", coverage, points),
      row("width of the part", partWidth, (value) => percent(value, 1)),
    ],
  );
}

/** What issue 4 and the specification ask of pairs of photos. */
const goals = {
  changePoints: 0.03,
  anagenPoints: 0.05,
  alignmentPx: 1.5,
  falselyAligned: 0.01,
  coveragePoints: 0.04,
  partWidth: 0.05,
} as const;

function goalTable({ changes, anagen, alignments, coverage, partWidth }: PairTables): string {
  const line = (quantity: string, measured: number | undefined, most: number, show: Show) => [
    quantity,
    show(measured),
    `≤ ${show(most)}`,
    measured !== undefined && measured <= most ? "met" : "**missed**",
  ];
  const shareOf = (value: number | undefined) => percent(value, 1);
  const moved = alignments.find(({ pair }) => pair === "hair moved");
  const falsely = alignments.reduce((most, row) => Math.max(most, row.falselyAlignedFraction), 0);
  return table(
    ["quantity", "measured", "goal", "verdict"],
    [
      ...changes.map((row) =>
        line(changeName(row), row.meanAbsoluteError, goals.changePoints, points),
      ),
      ...anagen.map(({ level, meanAbsoluteError }) =>
        line(`growing hairs, ${level}`, meanAbsoluteError, goals.anagenPoints, points),
      ),
      line(
        "alignment with moved hair, median px",
        moved?.medianErrorPx,
        goals.alignmentPx,
        decimal,
      ),
      line("wrongly aligned, worst row", falsely, goals.falselyAligned, shareOf),
      line("covered scalp", coverage.meanAbsoluteError, goals.coveragePoints, points),
      line("width of the part", partWidth.meanAbsoluteError, goals.partWidth, shareOf),
    ],
  );
}

type Show = (value: number | undefined) => string;

function changeName({ level, change }: ChangeAccuracy): string {
  return `change, ${level}, ${change}`;
}
