import { describe, expect, test } from "vitest";
import { cleaning, hygieneFor } from "./hygiene.ts";
import { cleaningSteps } from "./session-record.ts";

describe("hygiene", () => {
  test("at home washing comes before disinfecting, and neither replaces the other (S39)", () => {
    const ids = hygieneFor("home").flatMap(({ decidedBy }) =>
      decidedBy.map(({ ruleId }) => ruleId),
    );
    expect(ids.indexOf("hygiene/rinse-with-detergent")).toBe(1);
    expect(ids.indexOf("hygiene/disinfect-alcohol-70")).toBe(2);
    expect(ids).toContain("hygiene/one-owner");
  });

  test("alcohol works for ten minutes", () => {
    expect(cleaning["disinfect-alcohol-70"].policy.value.timerMin).toBe(10);
  });

  test("every step of the guide has its rule, in the guide's order", () => {
    expect(Object.keys(cleaning)).toEqual([...cleaningSteps]);
  });

  test("a clinic throws the head away instead of cleaning it", () => {
    const says = hygieneFor("clinic").map((step) => step.says);
    expect(says).toHaveLength(2);
    expect(says[0]).toContain("sharps bin");
  });
});
