import { expect, test } from "vitest";
import { type ChannelClosureInput, channelClosure } from "./channel-closure.ts";
import { okabeIto } from "./colours.ts";

const input: ChannelClosureInput = {
  curves: [
    { name: "article", kind: "article", halfLifeMin: 10 },
    { name: "fast", kind: "estimate", halfLifeMin: 25 },
    { name: "slow", kind: "estimate", halfLifeMin: 120 },
  ],
  delayMin: 90,
  untilH: 8,
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
  words: { x: "hours", y: "% open", delay: "you wait", description: "Closing" },
};

test("each curve halves in its own half-life", () => {
  const series = channelClosure(input).series;
  expect(series).toHaveProperty("1.data.5", [25 / 60, 50]);
  expect(series).toHaveProperty("2.data.24", [2, 50]);
  expect(series).toHaveProperty("2.data.96.1", 6.25);
});

test("the article is amber and dashed, estimates are teal and solid", () => {
  expect(channelClosure(input).series).toMatchObject([
    { lineStyle: { color: "#a86100", type: "dashed" } },
    { lineStyle: { color: "#0e6363", type: "solid", width: 3.25 } },
    { lineStyle: { color: "#0e6363", type: "solid", width: 2.25 } },
  ]);
});

test("the wait is a line at its hour, and none where it lies beyond the figure", () => {
  expect(channelClosure(input).series).toHaveProperty("0.markLine.data.0.xAxis", 1.5);
  expect(channelClosure({ ...input, delayMin: 1440 }).series).not.toHaveProperty("0.markLine");
});
