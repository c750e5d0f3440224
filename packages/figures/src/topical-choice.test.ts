import { expect, test } from "vitest";
import { okabeIto } from "./colours.ts";
import { type TopicalChoiceInput, topicalChoice } from "./topical-choice.ts";

const input: TopicalChoiceInput = {
  timesH: [0, 48],
  window: { earlyMg: [0, 0.75], lateMg: [0, 2.5] },
  wait: { earlyMg: [0, 0.5], lateMg: [0, 0.625] },
  intactMg: [0, 0.5],
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
    x: "hours",
    y: "mg",
    window: "right after",
    wait: "a day later",
    intact: "not rolled",
    description: "Absorbed",
  },
};

test("the article's window is amber and dashed, the wait teal and solid, each a band of its own", () => {
  const series = topicalChoice(input).series as readonly Record<string, unknown>[];
  expect(series.filter(({ name }) => name === "right after")).toMatchObject([
    {
      stack: "right after",
      areaStyle: { color: "#a86100" },
      data: [
        [0, 0],
        [48, 1.75],
      ],
    },
    {
      lineStyle: { color: "#a86100", type: "dashed" },
      data: [
        [0, 0],
        [48, 0.75],
      ],
    },
    {
      lineStyle: { color: "#a86100", type: "dashed" },
      data: [
        [0, 0],
        [48, 2.5],
      ],
    },
  ]);
  expect(series.filter(({ name }) => name === "a day later")).toMatchObject([
    {
      stack: "a day later",
      areaStyle: { color: "#0e6363" },
      data: [
        [0, 0],
        [48, 0.125],
      ],
    },
    {
      lineStyle: { color: "#0e6363", type: "solid" },
      data: [
        [0, 0],
        [48, 0.5],
      ],
    },
    {
      lineStyle: { color: "#0e6363", type: "solid" },
      data: [
        [0, 0],
        [48, 0.625],
      ],
    },
  ]);
});

test("skin that was not rolled lies dotted on top, where neither band can hide it", () => {
  const series = topicalChoice(input).series as readonly Record<string, unknown>[];
  expect(series.at(-1)).toMatchObject({
    name: "not rolled",
    lineStyle: { color: "#14211f", type: "dotted" },
    data: [
      [0, 0],
      [48, 0.5],
    ],
  });
});
