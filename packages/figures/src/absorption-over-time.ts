import type { EChartsOption } from "echarts";
import type { EstimateColours } from "./colours.ts";
import { type AxisWords, acrossAxis, band, plainLine, plotBase, upAxis } from "./plot-parts.ts";

export interface AbsorptionFigureInput {
  readonly timesH: readonly number[];
  /** Taken up by the blood so far if the channels close early, if they close late, and through skin that was not rolled. */
  readonly earlyMg: readonly number[];
  readonly lateMg: readonly number[];
  readonly intactMg: readonly number[];
  readonly colours: EstimateColours;
  readonly words: AxisWords & {
    readonly early: string;
    readonly range: string;
    readonly intact: string;
    readonly description: string;
  };
}

/** The drug in the blood hour by hour: a band from early to late closing, and intact skin dotted below it. */
export function absorptionOverTime(input: AbsorptionFigureInput): EChartsOption {
  const { timesH, earlyMg, lateMg, intactMg, colours, words } = input;
  const points = (amounts: readonly number[]) =>
    timesH.map((timeH, at) => [timeH, amounts[at] ?? 0] as const);
  const color = colours.dataEstimated;
  return {
    ...plotBase(colours, words.description),
    xAxis: acrossAxis(words.x, timesH.at(-1) ?? 0, 8, colours),
    yAxis: { ...upAxis(words.y, colours), min: 0 },
    series: [
      ...band(points(earlyMg), points(lateMg), { name: words.range, color, opacity: 0.22 }),
      plainLine(points(earlyMg), { name: words.early, color }),
      plainLine(points(intactMg), { name: words.intact, color, type: "dotted", width: 2 }),
    ],
  };
}
