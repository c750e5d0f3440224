import { LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent } from "echarts/components";
import { init, setPlatformAPI, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { type Drawn, type DrawRequest, optionOf } from "./still-figures.ts";

use([GridComponent, LineChart, MarkLineComponent, SVGRenderer]);
// Widths of words are measured; without a canvas they would be guessed.
setPlatformAPI({ createCanvas: () => new OffscreenCanvas(1, 1) as unknown as HTMLCanvasElement });

/** Rules for a pointer over marks that do not answer to one. */
const pointerStyle = /<style.*?<\/style>/s;

/** The newest request of each figure on the page. A drawing that was replaced while it waited is never made. */
const waiting = new Map<number, DrawRequest>();

self.addEventListener("message", ({ data }: MessageEvent<DrawRequest>) => {
  if (waiting.size === 0) setTimeout(drawWaiting);
  waiting.set(data.id, data);
});

function drawWaiting(): void {
  const [next] = waiting.values();
  if (next === undefined) return;
  waiting.delete(next.id);
  self.postMessage(draw(next));
  if (waiting.size > 0) setTimeout(drawWaiting);
}

function draw({ id, figure, widthPx, heightPx }: DrawRequest): Drawn {
  const chart = init(null, undefined, {
    renderer: "svg",
    ssr: true,
    width: widthPx,
    height: heightPx,
  });
  const { option, lastX } = optionOf(figure);
  chart.setOption(option);
  const at = (x: number) => chart.convertToPixel({ xAxisIndex: 0 }, x);
  const drawn = {
    id,
    svg: chart
      .renderToSVGString()
      .replace(pointerStyle, "")
      .replace("<svg", '<svg aria-hidden="true"'),
    plot: { leftPx: at(0), rightPx: at(lastX) },
  };
  chart.dispose();
  return drawn;
}
