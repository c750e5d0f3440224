import type { HealingPhase } from "@stipple/simulation";
import { expect, test } from "vitest";
import type { HealingAnswer } from "../ui/simulator/panels.ts";
import { shownDays, stretchesOf } from "./healing-days.ts";

/** 40 days; inflammation goes on for the days named. */
function course(inflamed: readonly number[], sessionDays: readonly number[]): HealingAnswer {
  const days = Array.from({ length: 40 }, (_, day) => day);
  return {
    grade: "C",
    days,
    inflammationFraction: days.map(() => 0),
    phases: days.map((day): readonly HealingPhase[] =>
      inflamed.includes(day) ? ["inflammation", "proliferation"] : ["proliferation"],
    ),
    sessions: sessionDays.map((day) => ({ day, peakDay: day + 1, residualFraction: undefined })),
    limitedCount: 0,
  };
}

test("inflammation begins with its session, also where the day's sample fell just before it", () => {
  const healing = course([0, 1, 2, 8, 9], [0, 7.001]);
  expect(stretchesOf(healing, "inflammation")).toEqual([
    [0, 2],
    [8, 9],
  ]);
  expect(stretchesOf(shownDays(healing, 0), "inflammation")).toEqual([
    [0, 2],
    [7, 9],
  ]);
});

test("whole weeks are shown, four at least", () => {
  const lastShown = (day: number) => shownDays(course([], []), day).days.at(-1);
  expect([lastShown(0), lastShown(28), lastShown(29)]).toEqual([28, 28, 35]);
});

test("a stretch that goes on past the last day ends with it", () => {
  expect(stretchesOf(course([], []), "proliferation")).toEqual([[0, 39]]);
});
