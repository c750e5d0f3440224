import { absoluteConditions, assess, isoDate, relativeConditions } from "@stipple/protocol";
import { expect, test } from "vitest";
import {
  askedDates,
  conditionGroups,
  isOpen,
  type ScreenId,
  screenOf,
  screensFor,
} from "./screens.ts";

const today = isoDate("2026-11-22");
const yes = "yes" as const;

test("every condition is asked on exactly one screen", () => {
  const asked = Object.values(conditionGroups).flat();
  expect([...asked].toSorted()).toEqual([...absoluteConditions, ...relativeConditions].toSorted());
});

test("with no answers every screen is open, in the order in which the assessment asks", () => {
  const assessment = assess({}, today);
  const screens = screensFor({}, assessment);
  const open = screens.filter((screen) => isOpen(screen, assessment));

  expect(open).toEqual([
    "setting",
    "ageYears",
    "pattern",
    "thinZones",
    "signs",
    "scalp",
    "history",
    "health",
    "treatments",
    "pregnancy",
    "phototype",
    "allergies",
    "hairLength",
    "therapies",
    "device",
  ] satisfies ScreenId[]);
});

test("each open question belongs to an open screen, so that nobody is left at “not enough known”", () => {
  const answers = { conditions: { keloid: yes }, signs: { "patchy-loss": yes } };
  const assessment = assess(answers, today);
  for (const path of assessment.missing) {
    const only = { ...assessment, missing: [path] };
    expect([
      path,
      screensFor(answers, only).filter((screen) => isOpen(screen, only)).length,
    ]).toEqual([path, 1]);
  }
});

test("days are asked only for what the person said yes to", () => {
  expect(askedDates({ conditions: { "hair-transplant": yes, "herpes-outbreak": "no" } })).toEqual([
    "hairTransplantOn",
  ]);
  expect(askedDates({})).toEqual([]);
});

test("a finding leads back to its question, and to the missing day before the condition", () => {
  const answers = { conditions: { keloid: yes, "hair-transplant": yes } };
  const assessment = assess(answers, today);
  const screens = screensFor(answers, assessment);
  const screenOfFinding = (path: string) => {
    const found = assessment.findings.find(({ from }) => from.includes(path));
    return found && screenOf(found, screens);
  };

  expect(screenOfFinding("conditions.keloid")).toBe("history");
  expect(screenOfFinding("conditions.hair-transplant")).toBe("dates");
});
