import type { IsoDate } from "@stipple/protocol";
import { addDays, weekdayOf } from "@stipple/protocol";
import type { EChartsOption } from "echarts";
import { type FigureColours, figureFont } from "./colours.ts";

/** One day with a session, as the calendar shows it. */
export interface SessionDay {
  readonly date: IsoDate;
  readonly sectionsDone: number;
  readonly sectionsPlanned: number;
  /** Ended before its last section. */
  readonly isShort: boolean;
}

export interface SessionHeatMapInput {
  readonly days: readonly SessionDay[];
  /** Days a plan had a session, done or not: drawn as open rings, never as a failure. */
  readonly plannedOn: readonly IsoDate[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** 1 Monday … 7 Sunday. */
  readonly weekStartsOn: number;
  /** Twelve short month names, January first. */
  readonly monthNames: readonly string[];
  /** Seven one-letter day names, Sunday first. */
  readonly dayNames: readonly string[];
  readonly colours: FigureColours;
  /** One sentence for people who cannot see the figure. */
  readonly description: string;
  /** What the pointer reads on a day. */
  readonly describeDay: (day: SessionDay) => string;
}

const cellPx = 20;
const edgePx = 30;

/** Width and height the calendar needs, so that its cells stay square. */
export function heatMapSizePx({
  from,
  to,
  weekStartsOn,
}: Pick<SessionHeatMapInput, "from" | "to" | "weekStartsOn">): {
  readonly widthPx: number;
  readonly heightPx: number;
} {
  let weeks = 1;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (weekdayOf(date) === weekStartsOn) weeks += 1;
  }
  return { widthPx: edgePx + weeks * cellPx + 4, heightPx: edgePx + 7 * cellPx + 4 };
}

/**
 * Diameter of a session's dot: its area grows with the share of the sections that were rolled.
 *
 *     d = dMin + (dMax − dMin) · √(done / planned)
 */
export function dotSizePx({ sectionsDone, sectionsPlanned }: SessionDay): number {
  const doneFraction = sectionsPlanned > 0 ? Math.min(1, sectionsDone / sectionsPlanned) : 0;
  return 6 + 9 * Math.sqrt(doneFraction);
}

/** The calendar of what was rolled: a dot a session, as large as the share of sections done. */
export function sessionHeatMap(input: SessionHeatMapInput): EChartsOption {
  const { days, plannedOn, colours, describeDay } = input;
  const doneOn = new Set(days.map(({ date }) => date));
  const byDate = new Map(days.map((day) => [day.date as string, day]));

  return {
    animation: false,
    textStyle: { fontFamily: figureFont },
    aria: { enabled: true, label: { description: input.description } },
    tooltip: {
      confine: true,
      borderWidth: 0,
      formatter: (point) => {
        const value = Array.isArray(point) ? undefined : point.value;
        const day = Array.isArray(value) ? byDate.get(String(value[0])) : undefined;
        return day ? describeDay(day) : "";
      },
    },
    calendar: calendarOf(input),
    series: [
      {
        name: "planned",
        type: "scatter",
        coordinateSystem: "calendar",
        silent: true,
        symbolSize: 7,
        itemStyle: { color: "transparent", borderColor: colours.textSoft, borderWidth: 1.5 },
        data: plannedOn.filter((date) => !doneOn.has(date)).map((date) => [date, 0]),
      },
      {
        name: "done",
        type: "scatter",
        coordinateSystem: "calendar",
        data: days.map((day) => ({
          value: [day.date, day.sectionsDone],
          symbolSize: dotSizePx(day),
          symbol: day.isShort ? "diamond" : "circle",
          itemStyle: { color: day.isShort ? colours.orange : colours.green, opacity: 1 },
        })),
      },
    ],
  };
}

function calendarOf(input: SessionHeatMapInput): NonNullable<EChartsOption["calendar"]> {
  const { from, to, weekStartsOn, monthNames, dayNames, colours } = input;
  return {
    top: edgePx,
    left: edgePx,
    cellSize: [cellPx, cellPx],
    range: [from, to],
    orient: "horizontal",
    splitLine: { show: false },
    itemStyle: { color: "transparent", borderColor: colours.line, borderWidth: 1 },
    yearLabel: { show: false },
    monthLabel: { nameMap: [...monthNames], color: colours.textSoft, fontSize: 12 },
    dayLabel: {
      nameMap: [...dayNames],
      firstDay: weekStartsOn % 7,
      color: colours.textSoft,
      fontSize: 11,
    },
  };
}
