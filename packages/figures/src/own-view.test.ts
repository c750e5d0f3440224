import { expect, test } from "vitest";
import { okabeIto } from "./colours.ts";
import { ownView } from "./own-view.ts";

const colours = {
  ...okabeIto.light,
  ground: "#ffffff",
  text: "#000000",
  textSoft: "#555555",
  line: "#cccccc",
  dataMeasured: "#111111",
  dataEstimated: "#222222",
  dataTrials: "#333333",
  dataArticle: "#444444",
};
const words = { x: "weeks", y: "my view", description: "how it looked" };

test("ratings keep their weeks, stages stand where they were chosen, and the axis ends after the last", () => {
  const { xAxis, yAxis, series } = ownView({
    ratings: [
      { week: 0, rating: 0 },
      { week: 13, rating: -2 },
    ],
    stages: [{ week: 17, name: "Stage IV" }],
    colours,
    words,
  });
  expect(xAxis).toMatchObject({ min: 0, max: 20, interval: 4 });
  expect(yAxis).toMatchObject({ min: -3, max: 3 });
  expect(series).toMatchObject([
    {
      data: [
        [0, 0],
        [13, -2],
      ],
      markLine: { data: [{ xAxis: 17, label: { formatter: "Stage IV" } }] },
    },
  ]);
});

test("nothing said yet still is a whole step wide", () => {
  expect(ownView({ ratings: [], stages: [], colours, words }).xAxis).toMatchObject({ max: 4 });
});
