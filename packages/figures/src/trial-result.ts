import type { EChartsOption } from "echarts";
import type { EstimateColours } from "./colours.ts";
import { type AxisWords, acrossAxis, band, plainLine, plotBase, upAxis } from "./plot-parts.ts";

/** One arm of a trial: a number for every week from 0; a week in which too few were counted has no band. */
export interface TrialArmLine {
  readonly name: string;
  readonly mean: readonly number[];
  readonly low: readonly (number | undefined)[];
  readonly high: readonly (number | undefined)[];
}

export interface TrialResultInput {
  readonly arms: readonly TrialArmLine[];
  readonly colours: EstimateColours;
  readonly words: AxisWords & { readonly description: string };
}

const lineTypes = ["solid", "dashed", "dotted"] as const;

/**
 * Change in hair density of every arm, week by week, each with the band of its mean. Arms differ in line and colour, so
 * that they are told apart in grey too.
 */
export function trialResult({ arms, colours, words }: TrialResultInput): EChartsOption {
  const lastWeek = Math.max(0, ...arms.map(({ mean }) => mean.length - 1));
  const tints = [
    colours.dataEstimated,
    colours.orange,
    colours.blue,
    colours.vermillion,
    colours.purple,
    colours.green,
  ];
  return {
    ...plotBase(colours, words.description),
    xAxis: acrossAxis(words.x, lastWeek, lastWeek <= 28 ? 4 : 12, colours),
    yAxis: upAxis(words.y, colours),
    series: arms.flatMap(({ name, mean, low, high }, index) => {
      const color = tints[index % tints.length] ?? colours.dataEstimated;
      const points = (values: readonly (number | undefined)[]) =>
        mean.map((middle, week) => [week, values[week] ?? middle] as const);
      return [
        ...band(points(low), points(high), { name: `${name}, 95 %`, color, opacity: 0.16 }),
        plainLine(points(mean), {
          name,
          color,
          type: lineTypes[index % lineTypes.length] ?? "solid",
        }),
      ];
    }),
  };
}
