import type { EChartsOption } from "echarts";
import type { EstimateColours } from "./colours.ts";
import {
  type AxisWords,
  acrossAxis,
  plainLine,
  plotBase,
  upAxis,
  uprightLine,
} from "./plot-parts.ts";

export interface ClosureCurve {
  readonly name: string;
  readonly kind: "article" | "estimate";
  /** The time in which the open share halves. */
  readonly halfLifeMin: number;
}

export interface ChannelClosureInput {
  readonly curves: readonly ClosureCurve[];
  /** From rolling to the drug; the line is left out where it lies beyond the figure. */
  readonly delayMin: number;
  readonly untilH: number;
  readonly colours: EstimateColours;
  readonly words: AxisWords & { readonly delay: string; readonly description: string };
}

const stepMin = 5;

/**
 * How much of the channels is still open, hour by hour, one line for each reading of the evidence. The article's are
 * amber and dashed, our own teal; the slower, the thinner.
 *
 *     share = 100 % · 2^(−t / t½)
 */
export function channelClosure(input: ChannelClosureInput): EChartsOption {
  const { curves, delayMin, untilH, colours, words } = input;
  const minutes = Array.from({ length: (untilH * 60) / stepMin + 1 }, (_, at) => at * stepMin);
  const estimates = curves.filter(({ kind }) => kind === "estimate");
  const delayH = delayMin / 60;
  return {
    ...plotBase(colours, words.description),
    xAxis: acrossAxis(words.x, untilH, 1, colours),
    yAxis: { ...upAxis(words.y, colours), min: 0, max: 100, interval: 25 },
    series: curves.map((curve, index) => {
      const isArticle = curve.kind === "article";
      return {
        ...plainLine(
          minutes.map((min) => [min / 60, 100 * 2 ** (-min / curve.halfLifeMin)] as const),
          {
            name: curve.name,
            color: isArticle ? colours.dataArticle : colours.dataEstimated,
            type: isArticle ? "dashed" : "solid",
            width: isArticle ? 2 : Math.max(1.25, 3.25 - estimates.indexOf(curve)),
          },
        ),
        ...(index === 0 &&
          delayH <= untilH && { markLine: uprightLine(delayH, words.delay, colours) }),
      };
    }),
  };
}
