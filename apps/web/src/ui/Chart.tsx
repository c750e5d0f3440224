import type { EChartsOption } from "echarts";
import { useEffect, useRef, useState } from "react";
import classes from "./Chart.module.css";
import type { OpenChart } from "./draw-chart.ts";

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
  const [chart, setChart] = useState<OpenChart>();

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let close: (() => void) | undefined;
    let isGone = false;
    void import("./draw-chart.ts").then(({ openChart }) => {
      if (isGone) return;
      const opened = openChart(element);
      const watch = new ResizeObserver(() => opened.resize());
      watch.observe(element);
      setChart(opened);
      close = () => {
        watch.disconnect();
        setChart(undefined);
        opened.dispose();
      };
    });
    return () => {
      isGone = true;
      close?.();
    };
  }, []);

  useEffect(() => {
    if (!chart || chart.isDisposed()) return;
    // In a turn of its own: several figures that change at once never hold up a finger on a slider.
    const turn = setTimeout(() => chart.setOption(option, { notMerge: true }));
    return () => clearTimeout(turn);
  }, [chart, option]);

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
