import type { EstimateColours } from "@stipple/figures";
import { useEffect, useRef } from "react";
import { useFigureColours } from "../figure-colours.ts";
import type { PunctureAnswer } from "./panels.ts";
import classes from "./Simulator.module.css";

interface PunctureMapProps {
  readonly label: string;
  readonly answer: PunctureAnswer;
  /** How much of the patch is shown, around its middle. */
  readonly shownMm: number;
}

/** Every hole in a piece of one section, to scale, on the skin near to it. */
export function PunctureMap({ label, answer, shownMm }: PunctureMapProps) {
  const place = useRef<HTMLCanvasElement>(null);
  const colours = useFigureColours();

  useEffect(() => {
    const canvas = place.current;
    if (canvas === null) return;
    const watch = new ResizeObserver(() => draw(canvas, answer, { shownMm, colours }));
    watch.observe(canvas);
    return () => watch.disconnect();
  }, [answer, shownMm, colours]);

  return <canvas ref={place} role="img" aria-label={label} className={classes.map} />;
}

/** Smallest radius at which a dot is still seen as one. */
const leastDotPx = 0.8;

function draw(
  canvas: HTMLCanvasElement,
  { sideMm, placesMm, coveredRadiusMm, holeDiameterMm }: PunctureAnswer,
  { shownMm, colours }: { readonly shownMm: number; readonly colours: EstimateColours },
): void {
  const pen = canvas.getContext("2d");
  const sidePx = canvas.clientWidth;
  if (pen === null || sidePx === 0) return;
  const ratio = window.devicePixelRatio;
  canvas.width = sidePx * ratio;
  canvas.height = sidePx * ratio;
  pen.scale(ratio, ratio);

  const pxPerMm = sidePx / shownMm;
  const cornerMm = (sideMm - shownMm) / 2;
  const discs = (radiusPx: number) => {
    const path = new Path2D();
    for (let at = 0; at < placesMm.length; at += 2) {
      const x = ((placesMm[at] ?? 0) - cornerMm) * pxPerMm;
      const y = ((placesMm[at + 1] ?? 0) - cornerMm) * pxPerMm;
      if (x < -radiusPx || y < -radiusPx || x > sidePx + radiusPx || y > sidePx + radiusPx)
        continue;
      path.moveTo(x + radiusPx, y);
      path.arc(x, y, radiusPx, 0, 2 * Math.PI);
    }
    return path;
  };
  pen.fillStyle = colours.dataEstimated;
  pen.globalAlpha = 0.2;
  pen.fill(discs(coveredRadiusMm * pxPerMm));
  pen.globalAlpha = 1;
  pen.fill(discs(Math.max(leastDotPx, (holeDiameterMm / 2) * pxPerMm)));
}
