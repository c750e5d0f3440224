import { LineChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  CalendarComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([
  AriaComponent,
  CalendarComponent,
  GridComponent,
  LineChart,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
]);

export type OpenChart = ReturnType<typeof openChart>;

/** ECharts with only the parts our figures use, drawn as SVG. Loaded when the first chart comes into view. */
export function openChart(element: HTMLElement) {
  return init(element, undefined, { renderer: "svg" });
}
