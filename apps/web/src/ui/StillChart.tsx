import { useEffect, useRef, useState } from "react";
import { openDrawing } from "./draw-still.ts";
import { type Reading, ReadOut } from "./ReadOut.tsx";
import classes from "./StillChart.module.css";
import type { Drawn, StillFigure } from "./still-figures.ts";
import { uiTexts } from "./texts.ts";

interface StillChartProps {
  /** The figure in one sentence, for people who cannot see it. */
  readonly label: string;
  /** The same object while nothing changes. */
  readonly figure: StillFigure;
  readonly heightPx: number;
  /** What can be read off at the pointer or by arrow keys; left out where the picture has no values to read. */
  readonly reading?: Reading;
}

/**
 * A figure that a worker draws with ECharts: a finger on a slider never waits for a chart. What is far from the screen
 * is drawn when it comes near.
 */
export function StillChart({ label, figure, heightPx, reading }: StillChartProps) {
  const { place, drawn, hasFailed } = useDrawing(figure, heightPx);
  return (
    <div className={classes.chart}>
      <div ref={place} className={classes.place} style={{ height: heightPx }}>
        <div
          role="img"
          aria-label={label}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: ECharts escapes every word it writes.
          dangerouslySetInnerHTML={{ __html: drawn?.svg ?? "" }}
        />
        {hasFailed && <p className={classes.failed}>{uiTexts.notDrawn}</p>}
      </div>
      {reading && <ReadOut {...reading} plot={drawn?.plot} heightPx={heightPx} />}
    </div>
  );
}

/** Asks for a drawing whenever the figure or its width changes and its place is near the screen. */
function useDrawing(figure: StillFigure, heightPx: number) {
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<ReturnType<typeof openDrawing>>(undefined);
  const [drawn, setDrawn] = useState<Drawn>();
  const [hasFailed, setFailed] = useState(false);
  const [widthPx, setWidthPx] = useState(0);
  const [isNear, setNear] = useState(false);

  useEffect(() => {
    const opened = openDrawing((heard) => {
      setFailed(heard === "failed");
      if (heard !== "failed") setDrawn(heard);
    });
    drawing.current = opened;
    return () => opened.close();
  }, []);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const size = new ResizeObserver(() => setWidthPx(element.clientWidth));
    const sight = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: "200px" },
    );
    size.observe(element);
    sight.observe(element);
    return () => {
      size.disconnect();
      sight.disconnect();
    };
  }, []);
  useEffect(() => {
    if (isNear && widthPx > 0) drawing.current?.draw({ figure, widthPx, heightPx });
  }, [figure, widthPx, heightPx, isNear]);

  return { place, drawn, hasFailed };
}
