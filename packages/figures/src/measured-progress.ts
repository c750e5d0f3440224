import type { EChartsOption, LineSeriesOption, SeriesOption } from "echarts";
import type { EstimateColours } from "./colours.ts";
import { acrossAxis, band, plainLine, plotBase, upAxis } from "./plot-parts.ts";

/** What was measured in one week of the treatment; weeks before it are negative. */
interface ProgressPoint {
  readonly week: number;
  readonly value: number;
  readonly interval90?: readonly [low: number, high: number] | undefined;
}

/** What a trial found, on the axis of the person's own numbers. */
export interface ProgressTrial {
  readonly name: string;
  readonly week: number;
  readonly value: number;
  readonly range?: readonly [low: number, high: number] | undefined;
}

/** A medicine and when it was begun; one whose begin is not known runs along the whole axis, dashed. */
interface ProgressMedicine {
  readonly name: string;
  readonly sinceWeek?: number | undefined;
}

export interface MeasuredProgressInput {
  readonly density: readonly ProgressPoint[];
  readonly thickness: readonly ProgressPoint[];
  /** Densities that measuring alone may give, around the first count; left out where nothing is compared. */
  readonly noise?: readonly [low: number, high: number] | undefined;
  readonly sessionWeeks: readonly number[];
  readonly medicines: readonly ProgressMedicine[];
  readonly trials: readonly ProgressTrial[];
  readonly colours: EstimateColours;
  readonly words: {
    readonly week: string;
    readonly density: string;
    readonly thickness: string;
    readonly measured: string;
    readonly noise: string;
    readonly sessions: string;
    readonly description: string;
  };
}

const densityTopPx = 44;
const densityHeightPx = 200;
const thicknessHeightPx = 110;
const lanePx = 26;
const gapPx = 56;
const stepWeeks = 4;

export function measuredProgressHeightPx(lanes: number): number {
  return densityTopPx + densityHeightPx + gapPx + thicknessHeightPx + 24 + lanes * lanePx + 52;
}

/** Density above, thickness below it, and what was done under both, on one axis of weeks. */
export function measuredProgress(input: MeasuredProgressInput): EChartsOption {
  const { density, thickness, medicines, trials, colours, words } = input;
  const lanes = [words.sessions, ...medicines.map(({ name }) => name)];
  const thicknessTop = densityTopPx + densityHeightPx + gapPx;
  const lanesTop = thicknessTop + thicknessHeightPx + 24;
  const weeks = weeksOf(input);
  const across = (gridIndex: number, isLast: boolean) => ({
    ...acrossAxis(isLast ? words.week : "", weeks[1], stepsFor(weeks), colours),
    gridIndex,
    min: weeks[0],
    axisLabel: { show: isLast, color: colours.textSoft, hideOverlap: true },
  });
  return {
    ...plotBase(colours, words.description),
    grid: [
      { top: densityTopPx, left: 112, right: 20, height: densityHeightPx },
      { top: thicknessTop, left: 112, right: 20, height: thicknessHeightPx },
      { top: lanesTop, left: 112, right: 20, height: lanes.length * lanePx },
    ],
    xAxis: [across(0, false), across(1, false), across(2, true)],
    yAxis: [
      { ...upAxis(words.density, colours), gridIndex: 0, min: 0 },
      { ...upAxis(words.thickness, colours), gridIndex: 1, min: 0, splitNumber: 3 },
      laneAxis(lanes, colours),
    ],
    series: [
      ...noiseSeries(input, weeks),
      ...measured(density, 0, input),
      ...measured(thickness, 1, input),
      ...trials.flatMap((trial) => trialSeries(trial, colours)),
      sessionSeries(input),
      ...medicines.map((medicine) => medicineSeries(medicine, weeks, colours)),
    ],
  };
}

/** From the first thing that is drawn to the last one, in whole steps. */
function weeksOf({
  density,
  thickness,
  sessionWeeks,
  trials,
}: MeasuredProgressInput): readonly [number, number] {
  const weeks = [...density, ...thickness, ...trials].map(({ week }) => week).concat(sessionWeeks);
  return [
    stepWeeks * Math.floor(Math.min(0, ...weeks) / stepWeeks),
    stepWeeks * Math.ceil(Math.max(stepWeeks, ...weeks) / stepWeeks),
  ];
}

function stepsFor([from, to]: readonly [number, number]): number {
  return to - from > 14 * stepWeeks ? 3 * stepWeeks : stepWeeks;
}

function laneAxis(lanes: readonly string[], colours: EstimateColours) {
  return {
    gridIndex: 2,
    type: "category" as const,
    inverse: true,
    data: [...lanes],
    axisLabel: { color: colours.text, width: 104, overflow: "truncate" as const },
    axisLine: { show: false },
    axisTick: { show: false },
  };
}

/** Solid marks with their ranges, joined by a thin line. */
function measured(
  points: readonly ProgressPoint[],
  axis: 0 | 1,
  { colours, words }: MeasuredProgressInput,
): SeriesOption[] {
  const color = colours.dataMeasured;
  const onAxis = { xAxisIndex: axis, yAxisIndex: axis };
  const bars = points.flatMap(({ week, interval90 }) =>
    interval90
      ? [
          {
            ...plainLine(
              interval90.map((height) => [week, height] as const),
              { name: words.measured, color, width: 1.5 },
            ),
            ...onAxis,
          },
        ]
      : [],
  );
  const line: LineSeriesOption = {
    ...plainLine(
      points.map(({ week, value }) => [week, value] as const),
      { name: words.measured, color, width: 1.5 },
    ),
    ...onAxis,
    symbol: "circle",
    symbolSize: 9,
  };
  return [...bars, line];
}

function noiseSeries(
  { noise, colours, words }: MeasuredProgressInput,
  weeks: readonly [number, number],
): LineSeriesOption[] {
  if (!noise) return [];
  const level = (height: number) => weeks.map((week) => [week, height] as const);
  const look = { name: words.noise, color: colours.dataEstimated, opacity: 0.18 };
  return band(level(noise[0]), level(noise[1]), look);
}

/** Open and grey: what others found. */
function trialSeries(
  { name, week, value, range }: ProgressTrial,
  colours: EstimateColours,
): LineSeriesOption[] {
  const color = colours.dataTrials;
  const mark: LineSeriesOption = {
    name,
    type: "line",
    silent: true,
    symbol: "circle",
    symbolSize: 10,
    lineStyle: { opacity: 0 },
    itemStyle: { color: colours.ground, borderColor: color, borderWidth: 2, opacity: 1 },
    label: { show: true, position: "left", formatter: name, color: colours.text },
    data: [[week, value]],
  };
  const bar = range?.map((height) => [week, height] as const);
  return bar ? [plainLine(bar, { name, color, width: 2 }), mark] : [mark];
}

function sessionSeries({ sessionWeeks, colours, words }: MeasuredProgressInput): SeriesOption {
  return {
    name: words.sessions,
    type: "scatter",
    xAxisIndex: 2,
    yAxisIndex: 2,
    silent: true,
    symbol: "rect",
    symbolSize: [3, 14],
    itemStyle: { color: colours.dataMeasured, opacity: 1 },
    data: sessionWeeks.map((week) => [week, 0]),
  };
}

function medicineSeries(
  { name, sinceWeek }: ProgressMedicine,
  [from, to]: readonly [number, number],
  colours: EstimateColours,
): LineSeriesOption {
  const begin = Math.min(to, Math.max(from, sinceWeek ?? from));
  return {
    name,
    type: "line",
    xAxisIndex: 2,
    yAxisIndex: 2,
    silent: true,
    // Begun within the weeks that are drawn: a mark says where.
    symbol: sinceWeek !== undefined && sinceWeek >= from ? "circle" : "none",
    symbolSize: 10,
    lineStyle: {
      color: colours.purple,
      width: 6,
      type: sinceWeek === undefined ? [6, 6] : "solid",
    },
    itemStyle: { color: colours.purple, opacity: 1 },
    data: [[begin, name], { value: [to, name], symbol: "none" }],
  };
}
