import { describe, expect, test } from "vitest";
import { directions, evenRolls, fitsSession, patternFor, rollingMin } from "./technique.ts";

describe("pattern", () => {
  test("short hair and bare skin get the article's star, longer or unknown hair a fan", () => {
    expect(patternFor("bald-or-shaved")).toBe("star");
    expect(patternFor("under-1-cm")).toBe("star");
    expect(patternFor("1-to-5-cm")).toBe("fan");
    expect(patternFor("over-5-cm")).toBe("fan");
    expect(patternFor("unknown")).toBe("fan");
    expect(patternFor()).toBe("fan");
  });

  test("a fan never leaves 60 degrees to either side of the hair", () => {
    for (const fan of Object.values(directions.fan)) {
      expect(Math.max(...fan.map(Math.abs))).toBeLessThanOrEqual(60);
    }
  });

  test("rolls share evenly over their directions, inside 10 to 15", () => {
    for (const { rolls, directionCount, rollsPerDirection } of evenRolls) {
      expect(directionCount * rollsPerDirection).toBe(rolls);
      expect(directions.star[directionCount]).toHaveLength(directionCount);
      expect(directions.fan[directionCount]).toHaveLength(directionCount);
    }
    expect(evenRolls.map(({ rolls }) => rolls)).toEqual([15, 12, 10]);
  });
});

describe("session length", () => {
  test("the whole scalp with 12 rolls takes exactly the 20 minutes of a session at home", () => {
    expect(rollingMin(24, 12)).toBe(20);
    expect(rollingMin(24, 15)).toBe(25);
    expect(rollingMin(12, 12)).toBe(10);
  });

  test("20 minutes bind at home only", () => {
    expect(fitsSession("home", 20)).toBe(true);
    expect(fitsSession("home", 21)).toBe(false);
    expect(fitsSession("clinic", 21)).toBe(true);
  });
});
