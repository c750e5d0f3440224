import { expect, test } from "vitest";
import { contrastRatio, graphicPairs, textPairs, tokens, tokenVariable } from "./tokens.ts";

const themes = ["light", "dark"] as const;

test("black on white is 21 : 1, and a colour on itself is 1 : 1", () => {
  expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrastRatio("#0e6363", "#0e6363")).toBe(1);
  // Published value for the grey that just passes on white.
  expect(contrastRatio("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

test.each(themes.flatMap((theme) => textPairs.map((pair) => [theme, ...pair] as const)))(
  "%s: text %s on %s has at least 4.5 : 1",
  (theme, front, back) => {
    expect(contrastRatio(tokens[theme][front], tokens[theme][back])).toBeGreaterThanOrEqual(4.5);
  },
);

test.each(themes.flatMap((theme) => graphicPairs.map((pair) => [theme, ...pair] as const)))(
  "%s: drawing %s on %s has at least 3 : 1",
  (theme, front, back) => {
    expect(contrastRatio(tokens[theme][front], tokens[theme][back])).toBeGreaterThanOrEqual(3);
  },
);

test("a token's CSS variable is its name in words", () => {
  expect(tokenVariable("inkSoft")).toBe("--st-ink-soft");
  expect(tokenVariable("ground")).toBe("--st-ground");
});
