import { expect, test } from "vitest";
import { okabeIto } from "./colours.ts";
import { type ForecastFigureInput, hairForecast } from "./hair-forecast.ts";

const input: ForecastFigureInput = {
  group: { low: [0, -1], median: [0, 2], high: [0, 5], name: "group", line: "middle" },
  person: { low: [-9, -12], high: [9, 14], name: "you" },
  untreated: { name: "nothing", values: [0, -3] },
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
  words: { x: "weeks", y: "hairs/cm²", description: "Forecast" },
};

test("one person's band is wider and paler than the group's, across zero too", () => {
  const { series } = hairForecast(input);
  expect(series).toMatchObject([
    {
      data: [
        [0, -9],
        [1, -12],
      ],
      stackStrategy: "all",
    },
    {
      data: [
        [0, 18],
        [1, 26],
      ],
      areaStyle: { opacity: 0.13, color: "#0e6363" },
    },
    {
      data: [
        [0, 0],
        [1, -1],
      ],
    },
    {
      data: [
        [0, 0],
        [1, 6],
      ],
      areaStyle: { opacity: 0.3 },
    },
    {
      name: "middle",
      data: [
        [0, 0],
        [1, 2],
      ],
    },
    {
      name: "nothing",
      data: [
        [0, 0],
        [1, -3],
      ],
      lineStyle: { type: "dotted" },
    },
  ]);
});

test("a difference of two treatments has neither a person's band nor an untreated line", () => {
  const { series } = hairForecast({ ...input, person: undefined, untreated: undefined });
  expect(series).toMatchObject([{}, { name: "group" }, { name: "middle" }]);
  expect(series).toHaveLength(3);
});

test("a trial is an open grey mark with its name; one that lies far off points out of the picture", () => {
  const { series, yAxis } = hairForecast({
    ...input,
    trials: [
      { name: "near", week: 1, change: 12, range: [9, 16] },
      { name: "far", week: 1, change: 91 },
    ],
  });
  expect(yAxis).toMatchObject({ max: 20 });
  expect(series).toHaveLength(9);
  expect((series as unknown[]).slice(-3)).toMatchObject([
    {
      data: [
        [1, 9],
        [1, 16],
      ],
      lineStyle: { color: "#6b7673" },
    },
    {
      symbol: "circle",
      itemStyle: { color: "#fffefb", borderColor: "#6b7673" },
      label: { formatter: "near" },
      data: [[1, 12]],
    },
    { symbol: "triangle", label: { formatter: "far: +91" }, data: [[1, 20]] },
  ]);
});
