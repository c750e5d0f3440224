import type { EChartsOption } from "echarts";
import type { EstimateColours } from "./colours.ts";
import { type AxisWords, acrossAxis, band, plainLine, plotBase, upAxis } from "./plot-parts.ts";

/** Taken up by the blood so far, if the channels close early and if they close late. */
interface Uptake {
  readonly earlyMg: readonly number[];
  readonly lateMg: readonly number[];
}

export interface TopicalChoiceInput {
  readonly timesH: readonly number[];
  /** The drug in the article's window after rolling. */
  readonly window: Uptake;
  /** The same drug after the wait. */
  readonly wait: Uptake;
  readonly intactMg: readonly number[];
  readonly colours: EstimateColours;
  readonly words: AxisWords & {
    readonly window: string;
    readonly wait: string;
    readonly intact: string;
    readonly description: string;
  };
}

/** The drug in the blood for both choices on one scale: a band each, from early to late closing, over intact skin. */
export function topicalChoice(input: TopicalChoiceInput): EChartsOption {
  const { timesH, window, wait, intactMg, colours, words } = input;
  const { dataArticle, dataEstimated } = colours;
  const points = (amounts: readonly number[]) =>
    timesH.map((timeH, at) => [timeH, amounts[at] ?? 0] as const);
  const bandOf = ({ earlyMg, lateMg }: Uptake, name: string, color: string) =>
    band(points(earlyMg), points(lateMg), { name, color, opacity: 0.22 });
  return {
    ...plotBase(colours, words.description),
    xAxis: acrossAxis(words.x, timesH.at(-1) ?? 0, 8, colours),
    yAxis: { ...upAxis(words.y, colours), min: 0 },
    series: [
      ...bandOf(window, words.window, dataArticle),
      plainLine(points(window.earlyMg), { name: words.window, color: dataArticle, type: "dashed" }),
      plainLine(points(window.lateMg), { name: words.window, color: dataArticle, type: "dashed" }),
      ...bandOf(wait, words.wait, dataEstimated),
      plainLine(points(wait.earlyMg), { name: words.wait, color: dataEstimated, width: 3 }),
      plainLine(points(wait.lateMg), { name: words.wait, color: dataEstimated, width: 1.5 }),
      plainLine(points(intactMg), {
        name: words.intact,
        color: colours.text,
        type: "dotted",
        width: 2,
      }),
    ],
  };
}
