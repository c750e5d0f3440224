import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

test("cells with commas, quotes and line ends are quoted; what is not known is empty", () => {
  expect(
    csvOf(
      ["a", "b"],
      [
        ['x,"y"', 1.5],
        ["two\nlines", undefined],
        ["毛", Number.NaN],
      ],
    ),
  ).toBe('a,b\r\n"x,""y""",1.5\r\n"two\nlines",\r\n毛,\r\n');
});

test("numbers are written out with seven digits", () => {
  const cells = [1 / 3, 123456789, 1e-9, -0];
  expect(csvOf(["n"], [cells])).toBe("n\r\n0.3333333,123456800,0.0000000,0\r\n");
});
