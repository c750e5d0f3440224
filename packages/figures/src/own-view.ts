import type { EChartsOption } from "echarts";
import type { EstimateColours } from "./colours.ts";
import { acrossAxis, plainLine, plotBase, upAxis } from "./plot-parts.ts";

export interface OwnViewInput {
  /** −3 much worse … 3 much better, in the order of their weeks. */
  readonly ratings: readonly { readonly week: number; readonly rating: number }[];
  /** The stage that was chosen, where the questions were answered. */
  readonly stages: readonly { readonly week: number; readonly name: string }[];
  readonly colours: EstimateColours;
  readonly words: { readonly x: string; readonly y: string; readonly description: string };
}

const stepWeeks = 4;

/** How the person saw the own hair, week by week, and upright lines where a stage was chosen. */
export function ownView({ ratings, stages, colours, words }: OwnViewInput): EChartsOption {
  const lastWeek = Math.max(0, ...[...ratings, ...stages].map(({ week }) => week));
  const untilWeek = stepWeeks * Math.max(1, Math.ceil(lastWeek / stepWeeks));
  const step = untilWeek > 14 * stepWeeks ? 3 * stepWeeks : stepWeeks;
  return {
    ...plotBase(colours, words.description),
    grid: { top: 78, left: 48, right: 20, bottom: 48 },
    xAxis: acrossAxis(words.x, untilWeek, step, colours),
    // Its name stands above those of the stages.
    yAxis: { ...upAxis(words.y, colours), nameGap: 36, min: -3, max: 3, interval: 1 },
    series: [
      {
        ...plainLine(
          ratings.map(({ week, rating }) => [week, rating] as const),
          { name: words.y, color: colours.dataMeasured, width: 1.5 },
        ),
        symbol: "circle",
        symbolSize: 9,
        markLine: {
          silent: true,
          symbol: "none",
          animation: false,
          lineStyle: { color: colours.textSoft, type: "dashed", width: 1.5 },
          label: { position: "end", distance: [-6, 6], align: "left", color: colours.text },
          data: stages.map(({ week, name }) => ({ xAxis: week, label: { formatter: name } })),
        },
      },
    ],
  };
}
