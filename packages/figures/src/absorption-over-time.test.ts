import { expect, test } from "vitest";
import { type AbsorptionFigureInput, absorptionOverTime } from "./absorption-over-time.ts";
import { okabeIto } from "./colours.ts";

const input: AbsorptionFigureInput = {
  timesH: [0, 24, 48],
  earlyMg: [0, 0.5, 0.75],
  lateMg: [0, 1.25, 1.5],
  intactMg: [0, 0.25, 0.5],
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
    early: "closing early",
    range: "up to closing late",
    intact: "not rolled",
    description: "Absorbed",
  },
};

test("the band reaches from early to late closing", () => {
  expect(absorptionOverTime(input).series).toMatchObject([
    {
      data: [
        [0, 0],
        [24, 0.5],
        [48, 0.75],
      ],
    },
    {
      data: [
        [0, 0],
        [24, 0.75],
        [48, 0.75],
      ],
      areaStyle: { color: "#0e6363" },
    },
    { name: "closing early", lineStyle: { type: "solid" } },
    {
      name: "not rolled",
      data: [
        [0, 0],
        [24, 0.25],
        [48, 0.5],
      ],
      lineStyle: { type: "dotted" },
    },
  ]);
});

test("the hours end where the run ended", () => {
  expect(absorptionOverTime(input).xAxis).toMatchObject({ min: 0, max: 48 });
});
