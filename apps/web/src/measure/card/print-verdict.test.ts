import { expect, test } from "vitest";
import { judgePrint } from "./print-verdict.ts";

const judged = (printFactor: number) => judgePrint({ kind: "checked", printFactor, error: 0.001 });

test("a print within half a percent is right", () => {
  expect(judged(1.0042)).toMatchObject({ isRight: true, percent: "100.4", errorPercent: "0.1" });
  expect(judged(0.9951).isRight).toBe(true);
});

test("a page that was shrunk to fit is said with what it does to a density", () => {
  expect(judged(0.97)).toMatchObject({
    isRight: false,
    percent: "97.0",
    densityPercent: "6",
    isTooSmall: true,
  });
  expect(judged(1.03)).toMatchObject({ isRight: false, densityPercent: "6", isTooSmall: false });
});
