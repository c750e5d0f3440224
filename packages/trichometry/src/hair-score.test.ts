import { expect, test } from "vitest";
import type { HairDraft } from "./hair-draft.ts";
import { scoreHairs } from "./hair-score.ts";

function draft(lengthPx: number, sideUnevenness = 0.1): HairDraft {
  return {
    chain: { x: [0, lengthPx], y: [0, 0] },
    widthPx: 15,
    widestPx: 15,
    narrowestPx: 15,
    contrast: 0.6,
    score: 1,
    source: "bank",
    edgeSharpness: 0.2,
    sideUnevenness,
  };
}

const scoresOf = (drafts: readonly HairDraft[], areaPx = 1e6) =>
  scoreHairs(drafts, areaPx, 4).map(({ score }) => score);

test("500 µm of hair on nearly bare skin: 1 / (1 + exp(−(2.51 − 12.16 c − 0.57 u)))", () => {
  const cover = (125 * 15) / 1e6;
  const expected = 1 / (1 + Math.exp(-(2.51 - 12.16 * cover - 0.057)));
  expect(scoresOf([draft(125)])[0]).toBeCloseTo(expected, 9);
});

test("a longer line is surer, one on uneven skin or among many less", () => {
  const [short = 0, long = 0] = scoresOf([draft(50), draft(100)]);
  const [even = 0, uneven = 0] = scoresOf([draft(80), draft(80, 0.8)]);
  expect(long).toBeGreaterThan(short);
  expect(uneven).toBeLessThan(even);
  expect(scoresOf([draft(80)], 2e4)[0]).toBeLessThan(even);
});

test("a line without any length or contrast keeps a score between 0 and 1", () => {
  expect(scoresOf([draft(0, Number.NaN)])[0]).toBeCloseTo(0.05, 9);
});
