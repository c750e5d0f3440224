import { expect, test } from "vitest";
import { okabeIto } from "./colours.ts";
import { trialResult } from "./trial-result.ts";

const colours = {
  ground: "#fffefb",
  text: "#14211f",
  textSoft: "#4b5b57",
  line: "#dcddd4",
  dataMeasured: "#14211f",
  dataEstimated: "#0e6363",
  dataTrials: "#6b7673",
  dataArticle: "#a86100",
  ...okabeIto.light,
};
const words = { x: "weeks", y: "hairs/cm²", description: "Trial" };

test("each arm is a line in its band, told apart by line and colour", () => {
  const { series, xAxis } = trialResult({
    arms: [
      { name: "nothing", mean: [0, -1], low: [0, -3], high: [0, 1] },
      { name: "needled", mean: [0, 4], low: [0, undefined], high: [0, undefined] },
    ],
    colours,
    words,
  });
  expect(xAxis).toMatchObject({ max: 1, interval: 4 });
  expect(series).toMatchObject([
    { name: "nothing, 95 % (low)" },
    {
      name: "nothing, 95 %",
      data: [
        [0, 0],
        [1, 4],
      ],
    },
    { name: "nothing", lineStyle: { type: "solid", color: "#0e6363" } },
    {
      data: [
        [0, 0],
        [1, 4],
      ],
    },
    // Too few were counted for a band: it closes on the mean.
    {
      data: [
        [0, 0],
        [1, 0],
      ],
    },
    { name: "needled", lineStyle: { type: "dashed", color: okabeIto.light.orange } },
  ]);
});

test("a long trial is marked by the quarter", () => {
  const long = Array.from({ length: 105 }, () => 0);
  const { xAxis } = trialResult({
    arms: [{ name: "a", mean: long, low: long, high: long }],
    colours,
    words,
  });
  expect(xAxis).toMatchObject({ max: 104, interval: 12 });
});
