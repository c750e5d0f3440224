import { expect, test } from "vitest";
import { duration, percent, twoFigures } from "../ui/simulator/numbers.ts";
import { hundredths, signed, tenths } from "./numbers.ts";

test("shares, changes and times read as a person would write them", () => {
  expect([0, 0.001, 0.634, 1].map(percent)).toEqual(["0 %", "under 1 %", "63 %", "100 %"]);
  expect([12.4, -3.2, 0.3, -0.4].map(signed)).toEqual(["+12", "−3", "0", "0"]);
  expect([0, 0.0434, 1.24, 34.2].map(twoFigures)).toEqual(["0", "0.043", "1.2", "34"]);
  expect([0.96, 1.24].map(tenths)).toEqual(["1", "1.2"]);
  expect([0.036, 0.1].map(hundredths)).toEqual(["0.04", "0.1"]);
  expect([0, 45, 89.6, 90, 1440].map(duration)).toEqual([
    "no wait",
    "45 minutes",
    "90 minutes",
    "1.5 hours",
    "24 hours",
  ]);
});
