import { expect, test } from "vitest";
import { okabeIto } from "./colours.ts";
import { punctureMap } from "./puncture-map.ts";

const input = {
  placesMm: Float64Array.of(5, 5, 9.9, 0.1, 6, 4),
  sideMm: 10,
  shownMm: 4,
  holeDiameterMm: 0.06,
  coveredRadiusMm: 0.3,
  sidePx: 400,
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
  words: { x: "mm", y: "mm", description: "Map" },
};

test("holes inside the shown square lie where they are, to scale", () => {
  const { series, xAxis, grid } = punctureMap(input);
  expect(grid).toMatchObject({ width: 400, height: 400 });
  expect(xAxis).toMatchObject({ min: 0, max: 4 });
  const data = [
    [2, 2],
    [3, 1],
  ];
  expect(series).toMatchObject([
    { symbolSize: 60, itemStyle: { opacity: 0.2 }, data },
    { symbolSize: 6, itemStyle: { opacity: 1 }, data },
  ]);
});

test("a hole too fine to see is drawn as the smallest dot", () => {
  const { series } = punctureMap({ ...input, holeDiameterMm: 0.001 });
  expect(series).toMatchObject([{}, { symbolSize: 1.6 }]);
});
