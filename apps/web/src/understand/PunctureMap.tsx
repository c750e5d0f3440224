import type { EstimateColours } from "@stipple/figures";
import { useEffect, useRef } from "react";
import { useFigureColours } from "../ui/figure-colours.ts";
import type { PunctureAnswer } from "../ui/simulator/panels.ts";
import classes from "./Understand.module.css";

interface PunctureMapProps {
  readonly label: string;
  readonly answer: PunctureAnswer;
  /** How much of the patch is shown, around its middle. */
  readonly shownMm: number;
}

/** Every hole of a session, to scale, on the skin it reaches. */
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
const barMm = 1;

function draw(
  canvas: HTMLCanvasElement,
  answer: PunctureAnswer,
  look: { readonly shownMm: number; readonly colours: EstimateColours },
): void {
  const { shownMm, colours } = look;
  const { sideMm, placesMm, coveredRadiusMm, holeDiameterMm } = answer;
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
  drawBar(pen, { sidePx, pxPerMm, colours });
}

/** A bar of one millimetre in the corner, on its own ground. */
function drawBar(
  pen: CanvasRenderingContext2D,
  place: { readonly sidePx: number; readonly pxPerMm: number; readonly colours: EstimateColours },
): void {
  const { sidePx, pxPerMm, colours } = place;
  const lengthPx = barMm * pxPerMm;
  const [left, top] = [10, sidePx - 40];
  pen.fillStyle = colours.ground;
  pen.globalAlpha = 0.92;
  pen.beginPath();
  pen.roundRect(left, top, Math.max(lengthPx, 40) + 20, 30, 8);
  pen.fill();
  pen.globalAlpha = 1;
  pen.fillStyle = colours.text;
  pen.fillRect(left + 10, top + 22, lengthPx, 2.5);
  pen.font = '560 12px "Inter Variable", system-ui, sans-serif';
  pen.fillText(`${barMm} mm`, left + 10, top + 16);
}
