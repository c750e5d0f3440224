import type { EChartsOption } from "echarts";
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
  readonly colours: EstimateColours;
  readonly words: AxisWords & { readonly description: string };
}

const stepWeeks = 12;

/** Change in hair density week by week: one person's band pale, the group's darker, its middle a line, no treatment dotted. */
export function hairForecast(input: ForecastFigureInput): EChartsOption {
  const { group, person, untreated, colours, words } = input;
  const points = (values: readonly number[]) => values.map((value, week) => [week, value] as const);
  const color = colours.dataEstimated;
  const shade = ({ low, high, name }: ForecastBand, opacity: number) =>
    band(points(low), points(high), { name, color, opacity });
  return {
    ...plotBase(colours, words.description),
    xAxis: acrossAxis(words.x, group.median.length - 1, stepWeeks, colours),
    yAxis: upAxis(words.y, colours),
    series: [
      ...(person ? shade(person, 0.13) : []),
      ...shade(group, 0.3),
      plainLine(points(group.median), { name: group.line, color }),
      ...(untreated
        ? [plainLine(points(untreated.values), { name: untreated.name, color, type: "dotted" })]
        : []),
    ],
  };
}
