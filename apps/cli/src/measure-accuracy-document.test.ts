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
const page = accuracyDocument({ scenesPerRow: 20, levels: [row], refusals: [long], tones: [row] });

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
