import { expect, test } from "vitest";
import { unbroken } from "./unbroken.ts";

test("a number stays with its unit, and other words may break", () => {
  expect(unbroken("Lay the head in 70 % alcohol for 10 minutes.")).toBe(
    "Lay the head in 70\u00a0% alcohol for 10\u00a0minutes.",
  );
  expect(unbroken("Step 3 mmm 4 mm")).toBe("Step 3 mmm 4\u00a0mm");
});
