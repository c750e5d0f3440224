import { expect, test } from "vitest";
import { okabeIto } from "./colours.ts";
import { type HealingFigureInput, healingPhases } from "./healing-phases.ts";

const input: HealingFigureInput = {
  days: [0, 1, 2],
  inflammationFraction: [0, 1, 0.4],
  rows: [
    { name: "Inflammation", isOn: [true, true, false] },
    { name: "New tissue", isOn: [false, true, true] },
  ],
  sessionDays: [0],
  today: 1,
  colours: {
    ground: "#fffefb",
    text: "#14211f",
    textSoft: "#4b5b57",
    line: "#dcddd4",
    dataMeasured: "#14211f",
    dataEstimated: "#0e6363",
    dataTrials: "#6b7673",
    dataArticle: "#a86100",
    ...okabeIto.light,
  },
  words: {
    inflammation: "Inflammation, % of peak",
    session: "Session",
    today: "today",
    description: "Healing",
  },
  showDay: String,
};

test("a phase is a bar while it goes on and a gap where it does not", () => {
  const { series } = healingPhases(input);
  expect(series).toHaveProperty("4.data", [
    [0, 0],
    [1, 0],
    [2, "-"],
  ]);
  expect(series).toHaveProperty("5.data", [
    [0, "-"],
    [1, 1],
    [2, 1],
  ]);
});

test("inflammation is drawn in percent, with sessions and today marked", () => {
  const { series } = healingPhases(input);
  expect(series).toHaveProperty("2.data.2", [2, 40]);
  expect(series).toHaveProperty("2.markLine.data.0.xAxis", 1);
  expect(series).toHaveProperty("3.data", [[0, 100]]);
});

test("today is left out where it lies outside", () => {
  expect(healingPhases({ ...input, today: undefined }).series).not.toHaveProperty("2.markLine");
});
