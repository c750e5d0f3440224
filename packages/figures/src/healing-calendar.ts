import type { EChartsOption, LineSeriesOption } from "echarts";
import { figureFont } from "./colours.ts";
import type { HealingFigureInput } from "./healing-phases.ts";
import { acrossAxis, uprightLine } from "./plot-parts.ts";

export interface HealingCalendarInput
  extends Pick<
    HealingFigureInput,
    "days" | "rows" | "sessionDays" | "today" | "colours" | "showDay"
  > {
  readonly words: {
    readonly session: string;
    readonly today: string;
    readonly description: string;
  };
}

const stepDays = 7;
const rowPx = 34;
const topPx = 30;
const bottomPx = 34;

/** Height that a calendar with this many phases asks for. */
export function healingCalendarHeightPx(phaseCount: number): number {
  return topPx + (phaseCount + 1) * rowPx + bottomPx;
}

/** The phases alone, small: a row for the sessions, a bar for each phase while it goes on, and a line through today. */
export function healingCalendar(input: HealingCalendarInput): EChartsOption {
  const { days, rows, today, colours, words, showDay } = input;
  const axisLabel = { color: colours.textSoft, hideOverlap: true, formatter: showDay };
  return {
    animation: false,
    aria: { enabled: true, label: { description: words.description } },
    textStyle: { color: colours.text, fontFamily: figureFont },
    grid: { top: topPx, left: 98, right: 28, bottom: bottomPx },
    xAxis: { ...acrossAxis("", days.at(-1) ?? 0, stepDays, colours), axisLabel },
    yAxis: {
      type: "category",
      inverse: true,
      data: [words.session, ...rows.map(({ name }) => name)],
      axisLabel: { color: colours.text, margin: 12 },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: colours.line } },
    },
    series: [
      {
        ...sessionMarks(input),
        ...(today !== undefined && { markLine: todayLine(today, words.today, colours) }),
      },
      ...rows.map((_, row) => phaseBar(input, row)),
    ],
  };
}

/** Its word stands above: where the rows go down, that is the start of the line. */
function todayLine(today: number, word: string, colours: HealingCalendarInput["colours"]) {
  const line = uprightLine(today, word, colours);
  return { ...line, label: { ...line.label, position: "start" as const } };
}

function sessionMarks({ sessionDays, colours, words }: HealingCalendarInput): LineSeriesOption {
  return {
    name: words.session,
    type: "line",
    silent: true,
    symbol: "triangle",
    symbolRotate: 180,
    symbolSize: 11,
    lineStyle: { opacity: 0 },
    itemStyle: { color: colours.dataMeasured, opacity: 1 },
    data: sessionDays.map((day) => [day, 0]),
  };
}

/** A thick line with gaps where the phase does not go on; paler from phase to phase. */
function phaseBar({ days, rows, colours }: HealingCalendarInput, row: number): LineSeriesOption {
  const { name = "", isOn = [] } = rows[row] ?? {};
  return {
    name,
    type: "line",
    symbol: "none",
    silent: true,
    lineStyle: { color: colours.dataEstimated, width: 12, cap: "round", opacity: 1 - row * 0.25 },
    data: days.map((day, at) => [day, isOn[at] ? row + 1 : "-"]),
  };
}
