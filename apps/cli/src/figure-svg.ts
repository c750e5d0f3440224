import { type EstimateColours, okabeIto } from "@stipple/figures";
import type { EChartsOption } from "echarts";

/** Dark on paper-white, as on the light screens: a picture that can be printed. */
export const paperColours: EstimateColours = {
  ground: "#fffefb",
  text: "#14211f",
  textSoft: "#4b5b57",
  line: "#dcddd4",
  dataMeasured: "#14211f",
  dataEstimated: "#0e6363",
  dataTrials: "#6b7673",
  dataArticle: "#a86100",
  ...okabeIto.light,
};

/** What stands around a figure when no page does. */
export interface FigureWords {
  readonly title: string;
  /** How sure it is, and where it ends. */
  readonly caption: string;
  /** What is named below the figure; nothing where the axes say it all. */
  readonly legend: readonly LegendEntry[];
}

/** A line by its name; a band by its name and how dense it is drawn. */
interface LegendEntry {
  readonly name: string;
  readonly bandOpacity?: number;
}

const titlePx = 64;
const legendGapPx = 40;
const legendRowPx = legendGapPx + 8;
const marginPx = 12;
/** A letter of the legend, and the mark and space around a name. */
const letterPx = 7.5;
const legendMarkPx = 62;

/** A figure as a picture of its own, with title, caption and legend around it. */
export async function drawSvg(
  figure: EChartsOption,
  words: FigureWords,
  size: { readonly widthPx: number; readonly heightPx: number },
): Promise<string> {
  const legendPx = legendRows(words.legend, size.widthPx) * legendRowPx;
  const chart = (await loadEcharts()).init(null, null, {
    renderer: "svg",
    ssr: true,
    width: size.widthPx,
    height: size.heightPx + titlePx + legendPx,
  });
  chart.setOption({
    ...figure,
    backgroundColor: paperColours.ground,
    // Without quotes: they would end the attribute that the drawing program puts them into.
    textStyle: { color: paperColours.text, fontFamily: "Inter, system-ui, sans-serif" },
    title: {
      text: words.title,
      subtext: words.caption,
      left: marginPx,
      top: 14,
      itemGap: 6,
      textStyle: { color: paperColours.text, fontSize: 17, fontWeight: 600 },
      subtextStyle: { color: paperColours.textSoft, fontSize: 13 },
    },
    grid: movedGrid(figure.grid, legendPx),
    ...(words.legend.length > 0 && {
      legend: {
        data: words.legend.map(legendEntry),
        left: marginPx,
        right: marginPx,
        bottom: 8,
        itemWidth: 30,
        itemGap: legendGapPx,
        // A line, not a line with a dot: the figures mark no single points.
        itemStyle: { opacity: 0 },
        textStyle: { color: paperColours.text, fontSize: 13 },
      },
    }),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return withTitle(svg, `${words.title}. ${words.caption}`);
}

/** Names the picture for a screen reader. */
function withTitle(svg: string, title: string): string {
  const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return svg.replace(
    /^<svg ([^>]*)>/,
    (_, attributes) => `<svg role="img" ${attributes}>\n<title>${escaped}</title>`,
  );
}

/** The drawing program, loaded only where something is drawn: it takes longer than most commands. */
async function loadEcharts() {
  const [core, charts, parts, renderers] = await Promise.all([
    import("echarts/core"),
    import("echarts/charts"),
    import("echarts/components"),
    import("echarts/renderers"),
  ]);
  core.use([
    charts.LineChart,
    charts.ScatterChart,
    parts.AriaComponent,
    parts.GridComponent,
    parts.LegendComponent,
    parts.MarkLineComponent,
    parts.TitleComponent,
    renderers.SVGRenderer,
  ]);
  return core;
}

function legendEntry({ name, bandOpacity }: LegendEntry) {
  if (bandOpacity === undefined) return { name };
  const itemStyle = { color: paperColours.dataEstimated, opacity: bandOpacity };
  return { name, icon: "roundRect", itemStyle };
}

function legendRows(entries: readonly LegendEntry[], widthPx: number): number {
  const roomPx = widthPx - 2 * marginPx;
  let rows = entries.length > 0 ? 1 : 0;
  let usedPx = 0;
  for (const { name } of entries) {
    const neededPx = name.length * letterPx + legendMarkPx;
    if (usedPx > 0 && usedPx + neededPx > roomPx) {
      rows++;
      usedPx = 0;
    }
    usedPx += neededPx;
  }
  return rows;
}

/** Makes room for the title above and the legend below. */
function movedGrid(grid: EChartsOption["grid"], legendPx: number): EChartsOption["grid"] {
  if (Array.isArray(grid)) return grid.map((one) => movedOne(one, legendPx));
  return grid && movedOne(grid, legendPx);
}

type Grid = Exclude<NonNullable<EChartsOption["grid"]>, readonly unknown[]>;

function movedOne(grid: Grid, legendPx: number): Grid {
  const { top, bottom } = grid;
  return {
    ...grid,
    ...(typeof top === "number" && { top: top + titlePx }),
    ...(typeof bottom === "number" && { bottom: bottom + legendPx }),
  };
}
