import { expect, test } from "vitest";
import { okabeIto } from "./colours.ts";
import {
  type MeasuredProgressInput,
  measuredProgress,
  measuredProgressHeightPx,
} from "./measured-progress.ts";

const input: MeasuredProgressInput = {
  density: [
    { week: -1, value: 142, interval90: [128, 156] },
    { week: 12.1, value: 149, interval90: [134, 164] },
  ],
  thickness: [
    { week: -1, value: 61 },
    { week: 12.1, value: 60 },
  ],
  noise: [124, 160],
  sessionWeeks: [0, 1, 2.1],
  medicines: [{ name: "Minoxidil" }],
  trials: [{ name: "Needling alone", week: 24, value: 155, range: [150, 160] }],
  colours: {
    ground: "#fffefb",
    text: "#14211f",
    textSoft: "#4b5b57",
    line: "#dcddd4",
    dataMeasured: "#111111",
    dataEstimated: "#0e6363",
    dataTrials: "#6b7673",
    dataArticle: "#a86100",
    ...okabeIto.light,
  },
  words: {
    week: "Week",
    density: "Hairs per cm²",
    thickness: "µm",
    measured: "Measured",
    noise: "Noise",
    sessions: "Sessions",
    description: "Progress",
  },
};

function seriesOf(change: Partial<MeasuredProgressInput> = {}) {
  const { series } = measuredProgress({ ...input, ...change });
  return Array.isArray(series) ? series : [];
}

test("densities stand on the upper axis with their ranges, on the band of the noise", () => {
  const [noiseLow, noiseReach, firstRange, secondRange, densities] = seriesOf();
  expect([noiseLow?.data, noiseReach?.data]).toEqual([
    [
      [-4, 124],
      [24, 124],
    ],
    [
      [-4, 36],
      [24, 36],
    ],
  ]);
  expect([firstRange?.data, secondRange?.data]).toEqual([
    [
      [-1, 128],
      [-1, 156],
    ],
    [
      [12.1, 134],
      [12.1, 164],
    ],
  ]);
  expect(densities).toMatchObject({
    yAxisIndex: 0,
    data: [
      [-1, 142],
      [12.1, 149],
    ],
  });
});

test("nothing is shaded where nothing is compared, and both axes begin at 0", () => {
  expect(seriesOf({ noise: undefined }).filter(({ name }) => name === "Noise")).toEqual([]);
  expect(measuredProgress(input).yAxis).toMatchObject([{ min: 0 }, { min: 0 }, {}]);
});

test("trials are open and grey, what was measured is solid", () => {
  const trial = seriesOf().findLast(({ name }) => name === "Needling alone");
  expect(trial).toMatchObject({
    data: [[24, 155]],
    itemStyle: { color: input.colours.ground, borderColor: input.colours.dataTrials },
  });
});

test("all three parts share one axis of weeks that holds everything", () => {
  expect(measuredProgress(input).xAxis).toMatchObject([
    { min: -4, max: 24 },
    { min: -4, max: 24 },
    { min: -4, max: 24, name: "Week" },
  ]);
});

test("sessions are ticks in a lane of their own, and every medicine is another lane from its first day on", () => {
  expect(measuredProgress(input).yAxis).toMatchObject([
    {},
    {},
    { data: ["Sessions", "Minoxidil"] },
  ]);
  expect(seriesOf().at(-2)?.data).toEqual([
    [0, 0],
    [1, 0],
    [2.1, 0],
  ]);
  const laneOf = (sinceWeek: number | undefined) =>
    seriesOf({ medicines: [{ name: "Minoxidil", sinceWeek }] }).at(-1);
  const ends = (from: number) => [
    [from, "Minoxidil"],
    { value: [24, "Minoxidil"], symbol: "none" },
  ];
  expect(laneOf(6)).toMatchObject({
    data: ends(6),
    symbol: "circle",
    lineStyle: { type: "solid" },
  });
  // Begun before the first week that is drawn, and begun on a day that is not known.
  expect(laneOf(-30)).toMatchObject({
    data: ends(-4),
    symbol: "none",
    lineStyle: { type: "solid" },
  });
  expect(laneOf(undefined)).toMatchObject({ data: ends(-4), lineStyle: { type: [6, 6] } });
  expect(measuredProgressHeightPx(3) - measuredProgressHeightPx(2)).toBe(26);
});
