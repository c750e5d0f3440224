import type { LineSeriesOption } from "echarts";
import { type EstimateColours, figureFont } from "./colours.ts";

type Points = readonly (readonly [x: number, y: number])[];

/** What every figure of the simulator has in common: its ground, its words for a screen reader, no motion. */
export function plotBase(colours: EstimateColours, description: string) {
  return {
    animation: false,
    aria: { enabled: true, label: { description } },
    textStyle: { color: colours.text, fontFamily: figureFont },
    grid: { top: 44, left: 48, right: 20, bottom: 48 },
  };
}

export interface AxisWords {
  readonly x: string;
  readonly y: string;
}

/** A number axis along the bottom, named below its middle. */
export function acrossAxis(name: string, maximum: number, step: number, colours: EstimateColours) {
  return {
    type: "value" as const,
    min: 0,
    max: maximum,
    interval: step,
    name,
    nameLocation: "middle" as const,
    nameGap: 30,
    nameTextStyle: { color: colours.textSoft },
    axisLabel: { color: colours.textSoft, hideOverlap: true },
    axisLine: { show: true, onZero: false, lineStyle: { color: colours.line } },
    axisTick: { show: false },
    splitLine: { show: false },
  };
}

/** A number axis up the side, its unit above it. */
export function upAxis(name: string, colours: EstimateColours) {
  return {
    type: "value" as const,
    name,
    nameTextStyle: { color: colours.textSoft, align: "left" as const, padding: [0, 0, 8, -40] },
    axisLabel: { color: colours.textSoft, formatter: withRealMinus },
    splitLine: { lineStyle: { color: colours.line } },
  };
}

function withRealMinus(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}

/** A line without marks. */
export function plainLine(
  points: Points,
  look: {
    readonly name: string;
    readonly color: string;
    readonly type?: "solid" | "dashed" | "dotted";
    readonly width?: number;
  },
): LineSeriesOption {
  const { name, color, type = "solid", width = 2.5 } = look;
  return {
    name,
    type: "line",
    symbol: "none",
    silent: true,
    lineStyle: { color, type, width },
    itemStyle: { color },
    data: points.map(([x, y]) => [x, y]),
  };
}

/** The ground between a low and a high line, as two stacked lines of which only the space between is seen. */
export function band(
  low: Points,
  high: Points,
  look: { readonly name: string; readonly color: string; readonly opacity: number },
): LineSeriesOption[] {
  const { name, color, opacity } = look;
  const part: LineSeriesOption = {
    type: "line",
    stack: name,
    stackStrategy: "all",
    symbol: "none",
    silent: true,
    lineStyle: { opacity: 0 },
  };
  return [
    { ...part, name: `${name} (low)`, data: low.map(([x, y]) => [x, y]) },
    {
      ...part,
      name,
      areaStyle: { color, opacity, origin: "start" },
      data: high.map(([x, y], index) => [x, y - (low[index]?.[1] ?? 0)]),
    },
  ];
}

/** An upright line at one place, with its word: today, a session, the moment of the drug. */
export function uprightLine(
  at: number,
  word: string,
  colours: EstimateColours,
): NonNullable<LineSeriesOption["markLine"]> {
  return {
    silent: true,
    symbol: "none",
    animation: false,
    lineStyle: { color: colours.text, type: "solid", width: 1.5 },
    label: {
      formatter: word,
      position: "end",
      distance: 9,
      color: colours.text,
      fontWeight: 560,
    },
    data: [{ xAxis: at }],
  };
}
