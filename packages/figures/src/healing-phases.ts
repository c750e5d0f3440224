import type { EChartsOption, LineSeriesOption } from "echarts";
import { type EstimateColours, figureFont } from "./colours.ts";
import { acrossAxis, band, plainLine, uprightLine } from "./plot-parts.ts";

export interface HealingFigureInput {
  /** Days from the first session that is shown. */
  readonly days: readonly number[];
  /** Inflammation as a share of its first peak, 0–1. */
  readonly inflammationFraction: readonly number[];
  /** One row for each phase, in the order in which they begin; whether it goes on, for every day. */
  readonly rows: readonly { readonly name: string; readonly isOn: readonly boolean[] }[];
  readonly sessionDays: readonly number[];
  /** Left out where today lies outside the days. */
  readonly today?: number | undefined;
  readonly colours: EstimateColours;
  readonly words: {
    readonly inflammation: string;
    readonly session: string;
    readonly today: string;
    readonly description: string;
  };
  readonly showDay: (day: number) => string;
}

const stepDays = 7;

/** Inflammation above, below it a bar for each phase while it goes on. Phases overlap, and the bars show it. */
export function healingPhases(input: HealingFigureInput): EChartsOption {
  const { days, rows, colours, words, showDay } = input;
  const maximum = days.at(-1) ?? 0;
  const across = acrossAxis("", maximum, stepDays, colours);
  return {
    animation: false,
    aria: { enabled: true, label: { description: words.description } },
    textStyle: { color: colours.text, fontFamily: figureFont },
    grid: [
      { top: 40, left: 118, right: 20, height: 96 },
      { top: 156, left: 118, right: 20, height: 120 },
    ],
    xAxis: [
      { ...across, axisLabel: { show: false } },
      {
        ...across,
        gridIndex: 1,
        axisLabel: { color: colours.textSoft, hideOverlap: true, formatter: showDay },
      },
    ],
    yAxis: [
      {
        type: "value",
        min: 0,
        max: 100,
        interval: 50,
        name: words.inflammation,
        nameTextStyle: { color: colours.textSoft, align: "left", padding: [0, 0, 4, -110] },
        axisLabel: { color: colours.textSoft, formatter: "{value} %" },
        splitLine: { lineStyle: { color: colours.line } },
      },
      {
        gridIndex: 1,
        type: "category",
        inverse: true,
        data: rows.map(({ name }) => name),
        axisLabel: { color: colours.text, margin: 14 },
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { show: true, lineStyle: { color: colours.line } },
      },
    ],
    series: [...inflammationSeries(input), ...rows.map((_, row) => phaseBar(input, row))],
  };
}

function inflammationSeries({
  days,
  inflammationFraction,
  sessionDays,
  today,
  colours,
  words,
}: HealingFigureInput): LineSeriesOption[] {
  const color = colours.dataEstimated;
  const curve = days.map((day, at) => [day, 100 * (inflammationFraction[at] ?? 0)] as const);
  const ground = curve.map(([day]) => [day, 0] as const);
  const sessions: LineSeriesOption = {
    name: words.session,
    type: "line",
    silent: true,
    symbol: "triangle",
    symbolRotate: 180,
    symbolSize: 10,
    lineStyle: { opacity: 0 },
    itemStyle: { color: colours.dataMeasured, opacity: 1 },
    data: sessionDays.map((day) => [day, 100]),
  };
  return [
    ...band(ground, curve, { name: words.inflammation, color, opacity: 0.2 }),
    {
      ...plainLine(curve, { name: words.inflammation, color }),
      ...(today !== undefined && { markLine: uprightLine(today, words.today, colours) }),
    },
    sessions,
  ];
}

/** A thick line with gaps where the phase does not go on. */
function phaseBar({ days, rows, colours }: HealingFigureInput, row: number): LineSeriesOption {
  const { name = "", isOn = [] } = rows[row] ?? {};
  return {
    name,
    type: "line",
    xAxisIndex: 1,
    yAxisIndex: 1,
    symbol: "none",
    silent: true,
    lineStyle: { color: colours.dataEstimated, width: 14, cap: "round", opacity: 1 - row * 0.25 },
    data: days.map((day, at) => [day, isOn[at] ? row : "-"]),
  };
}
