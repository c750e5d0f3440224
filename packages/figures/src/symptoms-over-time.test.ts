import { instant, isoDate } from "@stipple/protocol";
import { expect, test } from "vitest";
import { okabeIto } from "./colours.ts";
import { type SymptomsInput, symptomsOverTime } from "./symptoms-over-time.ts";

const input: SymptomsInput = {
  pain: [
    { at: instant("2026-03-01T19:00:00Z"), date: isoDate("2026-03-01"), worstPain: 2 },
    { at: instant("2026-03-08T19:00:00Z"), date: isoDate("2026-03-08"), worstPain: 5 },
  ],
  symptoms: [
    {
      at: instant("2026-03-02T19:00:00Z"),
      graded: { redness: 2, itch: 0 },
      hasRedFlag: false,
    },
    { at: instant("2026-03-09T19:00:00Z"), graded: { pain: 3 }, hasRedFlag: true },
  ],
  stopPain: 4,
  colours: {
    ground: "#fffefb",
    text: "#14211f",
    textSoft: "#4b5b57",
    line: "#dcddd4",
    ...okabeIto.light,
  },
  words: {
    pain: "Pain",
    stopLine: "stop at 4",
    symptom: {
      redness: "Redness",
      swelling: "Swelling",
      pain: "Soreness",
      itch: "Itch",
      flaking: "Flakes",
      shedding: "Shedding",
    },
    grades: ["none", "mild", "moderate", "severe"],
    description: "Pain and symptoms",
  },
  showDate: (at) => at.slice(0, 10),
};

test("each symptom that was asked is one mark in its own row, and what was not asked is none", () => {
  const { series } = symptomsOverTime(input);
  expect(series).toMatchObject([
    {
      data: [
        ["2026-03-01T19:00:00Z", 2],
        ["2026-03-08T19:00:00Z", 5],
      ],
    },
    {
      data: [
        { value: ["2026-03-02T19:00:00Z", 0, 2], symbolSize: 14 },
        { value: ["2026-03-02T19:00:00Z", 3, 0], symbol: "rect" },
        { value: ["2026-03-09T19:00:00Z", 2, 3], symbolSize: 19 },
      ],
    },
  ]);
});

test("a check-in with a red flag has another shape as well as another colour", () => {
  expect(symptomsOverTime(input).series).toMatchObject([
    {},
    {
      data: [
        { symbol: "circle", itemStyle: { color: okabeIto.light.blue } },
        {},
        { symbol: "diamond", itemStyle: { color: okabeIto.light.vermillion } },
      ],
    },
  ]);
});

test("the stop line stands at the pain that stops a section", () => {
  expect(symptomsOverTime({ ...input, stopPain: 4 }).series).toMatchObject([
    { markLine: { data: [{ yAxis: 4 }] } },
    {},
  ]);
});

test("both parts share one time axis from the first to the last entry", () => {
  expect(symptomsOverTime(input).xAxis).toMatchObject([
    { min: "2026-03-01T19:00:00Z", max: "2026-03-09T19:00:00Z" },
    { min: "2026-03-01T19:00:00Z", max: "2026-03-09T19:00:00Z" },
  ]);
});
