import { type CellAccuracy, summariseScores } from "@stipple/synthetic-scalp";
import { expect, test } from "vitest";
import { accuracyDocument } from "./measure-accuracy-document.ts";

const nothing = summariseScores([]);
const row: CellAccuracy = {
  level: "L1",
  umPerPx: 5,
  hairColour: "dark",
  tones: ["II"],
  sceneCount: 20,
  refusedFraction: 0,
  intervalCoverage: 0.9,
  summary: {
    ...nothing,
    sceneCount: 20,
    trueCount: 900,
    countErrorFraction: 0.062,
    countBiasFraction: -0.031,
    precision: 0.9,
    recall: 0.79,
    widthErrorUm: {
      ...nothing.widthErrorUm,
      terminal: { meanAbsolute: 2.04, bias: -0.52, count: 600 },
    },
  },
};
const long: CellAccuracy = { ...row, level: "L4", refusedFraction: 1, summary: nothing };
const pair = { pairCount: 20, refusedCount: 1, meanAbsoluteError: 0.052, bias: -0.01 };
const crowns = {
  pairCount: 20,
  medianErrorPx: 0.61,
  p90ErrorPx: 1.4,
  failedFraction: 0.05,
  falselyAlignedFraction: 0,
};
const heads = { photoCount: 20, refusedCount: 0, meanAbsoluteError: 0.013, bias: 0.002 };
const page = accuracyDocument({
  scenesPerRow: 20,
  levels: [row],
  refusals: [long],
  tones: [row],
  pairs: {
    changes: [
      {
        ...pair,
        level: "L1",
        change: "nothing",
        answers: { "no-detectable-change": 18, worse: 1 },
      },
    ],
    anagen: [{ ...pair, level: "L1", meanAbsoluteError: 0.029 }],
    repeats: [{ level: "L1", pairCount: 20, densitySdFraction: 0.041, thicknessSdFraction: 0.018 }],
    alignments: [{ ...crowns, pair: "hair moved" }],
    coverage: heads,
    partWidth: { ...heads, meanAbsoluteError: 0.061 },
  },
});

test("a row tells the error, its sign and what could not be measured", () => {
  expect(page).toContain(
    "| L1 | 5 | 900 | 0 % | 6.2 % | −3.1 % | 0.90 | 0.79 | – | – | 2.0 (−0.5) |",
  );
});

test("what misses its goal is called a miss", () => {
  expect(page).toContain("| L1 | 5 | count error | 6.2 % | ≤ 5.0 % | **missed** |");
  expect(page).toContain("| L1 | 5 | precision | 0.90 | ≥ 0.80 | met |");
  expect(page).toContain("| L1 | 5 | recall | 0.79 | ≥ 0.80 | **missed** |");
  expect(page).toContain("| L1 | 5 | vellus width error, µm | – | ≤ 4.0 | **missed** |");
  expect(page).toContain("| L4 |  | refused | 100 % | ≥ 98 % | met |");
});

test("the page says how it is made and what its numbers are not", () => {
  expect(page).toContain("npm run -s stipple -- measure accuracy --scenes 20 --markdown");
  expect(page).toContain("they are no clinical\nvalidation");
});

test("pairs and heads have their rows, and their misses", () => {
  expect(page).toContain("| L1 | nothing | 20 | 1 | 5.2 points | −1.0 points | 0 / 18 / 1 / 0 |");
  expect(page).toContain("| change, L1, nothing | 5.2 points | ≤ 3.0 points | **missed** |");
  expect(page).toContain("| growing hairs, L1 | 2.9 points | ≤ 5.0 points | met |");
  expect(page).toContain("| L1 | 20 | 4.1 % | 1.8 % |");
  expect(page).toContain("| hair moved | 20 | 0.6 | 1.4 | 5 % | 0 % |");
  expect(page).toContain("| width of the part | 6.1 % | ≤ 5.0 % | **missed** |");
});
