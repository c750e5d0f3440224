import type { EChartsOption } from "echarts";
import { useEffect, useRef } from "react";
import classes from "./Chart.module.css";

interface ChartProps {
  /** The figure in one sentence, for people who cannot see it. */
  readonly label: string;
  readonly option: EChartsOption;
  readonly heightPx: number;
  /** Fixed width for a figure that scrolls; otherwise it fills its place. */
  readonly widthPx?: number;
}

/** Draws a figure with ECharts, which is only fetched here. */
export function Chart({ label, option, heightPx, widthPx }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let close: (() => void) | undefined;
    let isGone = false;
    void import("./draw-chart.ts").then(({ openChart }) => {
      if (isGone) return;
      const chart = openChart(element);
      chart.setOption(option);
      const watch = new ResizeObserver(() => chart.resize());
      watch.observe(element);
      close = () => {
        watch.disconnect();
        chart.dispose();
      };
    });
    return () => {
      isGone = true;
      close?.();
    };
  }, [option]);

  return (
    <div
      ref={place}
      role="img"
      aria-label={label}
      className={classes.chart}
      style={{ height: heightPx, ...(widthPx !== undefined && { width: widthPx }) }}
    />
  );
}
