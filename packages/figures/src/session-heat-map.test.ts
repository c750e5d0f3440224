import { isoDate } from "@stipple/protocol";
import { expect, test } from "vitest";
import { okabeIto } from "./colours.ts";
import { dotSizePx, heatMapSizePx, type SessionDay, sessionHeatMap } from "./session-heat-map.ts";

const colours = {
  ground: "#fffefb",
  text: "#14211f",
  textSoft: "#4b5b57",
  line: "#dcddd4",
  ...okabeIto.light,
};
const day = (date: string, sectionsDone: number, isShort = false): SessionDay => ({
  date: isoDate(date),
  sectionsDone,
  sectionsPlanned: 14,
  isShort,
});
const input = {
  days: [day("2026-03-01", 14), day("2026-03-08", 5, true)],
  plannedOn: ["2026-03-01", "2026-03-08", "2026-03-15"].map(isoDate),
  from: isoDate("2026-02-16"),
  to: isoDate("2026-03-15"),
  weekStartsOn: 1,
  monthNames: ["Jan", "Feb", "Mar"],
  dayNames: ["S", "M", "T", "W", "T", "F", "S"],
  colours,
  description: "2 sessions",
  describeDay: ({ date, sectionsDone }: SessionDay) => `${date}: ${sectionsDone}`,
};

test("a planned day without a session is an open ring, and a day with one is not ringed", () => {
  const { series } = sessionHeatMap(input);
  expect(series).toMatchObject([
    { name: "planned", data: [["2026-03-15", 0]], itemStyle: { color: "transparent" } },
    { name: "done", data: [{ value: ["2026-03-01", 14] }, { value: ["2026-03-08", 5] }] },
  ]);
});

test("a session that ended early differs by shape, not by colour alone", () => {
  expect(sessionHeatMap(input).series).toMatchObject([
    {},
    { data: [{ symbol: "circle" }, { symbol: "diamond" }] },
  ]);
});

test("a dot's area grows with the share of sections done, and nothing planned divides nothing", () => {
  expect(dotSizePx(day("2026-03-01", 14))).toBe(15);
  expect(dotSizePx({ ...day("2026-03-01", 4), sectionsPlanned: 16 })).toBe(10.5);
  expect(dotSizePx({ ...day("2026-03-01", 0), sectionsPlanned: 0 })).toBe(6);
});

test("the week begins where the person's week begins", () => {
  expect(sessionHeatMap(input).calendar).toMatchObject({ dayLabel: { firstDay: 1 } });
  expect(sessionHeatMap({ ...input, weekStartsOn: 7 }).calendar).toMatchObject({
    dayLabel: { firstDay: 0 },
  });
});

test("four whole weeks need four columns, and a fifth when the week starts on Sunday", () => {
  expect(heatMapSizePx(input).widthPx).toBe(30 + 4 * 20 + 4);
  expect(heatMapSizePx({ ...input, weekStartsOn: 7 }).widthPx).toBe(30 + 5 * 20 + 4);
});
