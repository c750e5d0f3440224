import type { EChartsOption, LineSeriesOption } from "echarts";
import type { EstimateColours } from "./colours.ts";
import { type AxisWords, acrossAxis, band, plainLine, plotBase, upAxis } from "./plot-parts.ts";

interface ForecastBand {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly name: string;
}

/** Every list holds a number for each week from 0. */
export interface ForecastFigureInput {
  /** What the mean of many people may see. */
  readonly group: ForecastBand & { readonly median: readonly number[]; readonly line: string };
  /** What one person alone may count; left out where only a difference of means is shown. */
  readonly person?: ForecastBand | undefined;
  /** The run without the treatment; left out where the figure is a difference already. */
  readonly untreated?: { readonly name: string; readonly values: readonly number[] } | undefined;
  /** What trials counted in people treated in the same way: open marks, grey. */
  readonly trials?: readonly TrialMark[] | undefined;
  readonly colours: EstimateColours;
  readonly words: AxisWords & { readonly description: string };
}

export interface TrialMark {
  readonly name: string;
  readonly week: number;
  readonly change: number;
  /** Where only a range is known. */
  readonly range?: readonly [low: number, high: number] | undefined;
}

const stepWeeks = 12;
/** Heights are rounded up to this, so that the axis keeps its round numbers. */
const stepPerCm2 = 10;

/** Change in hair density week by week: one person's band pale, the group's darker, its middle a line, no treatment dotted. */
export function hairForecast(input: ForecastFigureInput): EChartsOption {
  const { group, person, untreated, trials = [], colours, words } = input;
  const points = (values: readonly number[]) => values.map((value, week) => [week, value] as const);
  const color = colours.dataEstimated;
  const shade = ({ low, high, name }: ForecastBand, opacity: number) =>
    band(points(low), points(high), { name, color, opacity });
  return {
    ...plotBase(colours, words.description),
    xAxis: acrossAxis(words.x, group.median.length - 1, stepWeeks, colours),
    yAxis: { ...upAxis(words.y, colours), ...(trials.length > 0 && { max: topOf(input) }) },
    series: [
      ...(person ? shade(person, 0.13) : []),
      ...shade(group, 0.3),
      plainLine(points(group.median), { name: group.line, color }),
      ...(untreated
        ? [plainLine(points(untreated.values), { name: untreated.name, color, type: "dotted" })]
        : []),
      ...trials.flatMap((trial) => trialMarks(trial, topOf(input), colours)),
    ],
  };
}

/** As high as the bands and every trial up to twice that: one that lies further off only points out of the picture. */
function topOf({ group, person, trials = [] }: ForecastFigureInput): number {
  const bands = Math.max(...group.high, ...(person?.high ?? []));
  const near = trials
    .map(({ change, range }) => range?.[1] ?? change)
    .filter((height) => height <= 2 * bands);
  return stepPerCm2 * Math.ceil(Math.max(bands, ...near) / stepPerCm2);
}

/** A ring with its name, on a bar where a range is known; a triangle at the edge with its value where it lies beyond. */
function trialMarks(
  { name, week, change, range }: TrialMark,
  top: number,
  colours: EstimateColours,
): LineSeriesOption[] {
  const isBeyond = change > top;
  const color = colours.dataTrials;
  const bar: LineSeriesOption = { ...plainLine([], { name, color, width: 2 }) };
  const mark: LineSeriesOption = {
    name,
    type: "line",
    silent: true,
    symbol: isBeyond ? "triangle" : "circle",
    symbolSize: 10,
    lineStyle: { opacity: 0 },
    itemStyle: { color: colours.ground, borderColor: color, borderWidth: 2, opacity: 1 },
    label: {
      show: true,
      position: "right",
      formatter: isBeyond ? `${name}: +${Math.round(change)}` : name,
      color: colours.text,
      textBorderColor: colours.ground,
      textBorderWidth: 3,
    },
    data: [[week, Math.min(change, top)]],
  };
  return range ? [{ ...bar, data: range.map((height) => [week, height]) }, mark] : [mark];
}
