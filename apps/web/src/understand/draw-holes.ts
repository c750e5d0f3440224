import type { EstimateColours } from "@stipple/figures";
import type { PunctureAnswer } from "../ui/simulator/panels.ts";
import type { HoleMask } from "./hole-mask.ts";
import type { MapView } from "./map-view.ts";

interface Drawing {
  readonly answer: PunctureAnswer;
  readonly mask: HoleMask;
  readonly holes: number;
  readonly view: MapView;
  /** The place that is read, in mm. */
  readonly read: readonly [x: number, y: number] | undefined;
  readonly colours: EstimateColours;
}

/** Smallest radius at which a dot is still seen as one. */
const leastDotPx = 0.8;
/** Below this a square looks like a disc, and is drawn in a fraction of the time. */
const roundFromPx = 1.4;
const nearAlpha = 51;
const barMm = 1;

/** The first holes of a session to scale, the skin near to them shaded, and a bar of one millimetre. */
export function drawHoles(canvas: HTMLCanvasElement, drawing: Drawing): void {
  const { view, colours } = drawing;
  const pen = canvas.getContext("2d");
  const sidePx = canvas.clientWidth;
  if (pen === null || sidePx === 0) return;
  const ratio = window.devicePixelRatio;
  const pixels = Math.round(sidePx * ratio);
  if (canvas.width !== pixels) {
    canvas.width = pixels;
    canvas.height = pixels;
  }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, sidePx, sidePx);
  const pxPerMm = sidePx / view.shownMm;
  const [left, top] = view.centreMm.map((mm) => mm - view.shownMm / 2);
  const toPx = (x: number, y: number) =>
    [(x - (left ?? 0)) * pxPerMm, (y - (top ?? 0)) * pxPerMm] as const;

  const scale = { toPx, pxPerMm, sidePx };
  shade(pen, drawing, scale);
  pen.fillStyle = colours.dataEstimated;
  const dotPx = Math.max(leastDotPx, (drawing.answer.holeDiameterMm / 2) * pxPerMm);
  pen.fill(discs(drawing, scale, dotPx));
  if (drawing.read) drawRead(pen, toPx(...drawing.read), colours);
  drawBar(pen, { sidePx, pxPerMm, colours });
}

interface Scale {
  readonly toPx: (x: number, y: number) => readonly [x: number, y: number];
  readonly pxPerMm: number;
  readonly sidePx: number;
}

/** More discs than this are laid on as a picture of cells: it costs the same however many there are. */
const mostDiscs = 400;

function shade(pen: CanvasRenderingContext2D, drawing: Drawing, scale: Scale): void {
  const { answer, view, holes, colours } = drawing;
  const discsInView = holes * (view.shownMm / answer.sideMm) ** 2;
  if (discsInView <= mostDiscs) {
    pen.fillStyle = colours.dataEstimated;
    pen.globalAlpha = nearAlpha / 255;
    pen.fill(discs(drawing, scale, answer.coveredRadiusMm * scale.pxPerMm));
    pen.globalAlpha = 1;
    return;
  }
  const sideOfPatchPx = answer.sideMm * scale.pxPerMm;
  pen.drawImage(sheetOf(drawing), ...scale.toPx(0, 0), sideOfPatchPx, sideOfPatchPx);
}

interface Sheet {
  readonly canvas: OffscreenCanvas;
  readonly holes: number;
  readonly tint: number;
}

const sheets = new WeakMap<HoleMask, Sheet>();

/** The shaded cells of the whole patch; kept until a roll or a colour changes. */
function sheetOf({ mask, holes, colours }: Drawing): OffscreenCanvas {
  const tint = tintOf(colours.dataEstimated);
  const known = sheets.get(mask);
  if (known?.holes === holes && known.tint === tint) return known.canvas;

  mask.cover(holes);
  const near = mask.cells();
  const canvas = known?.canvas ?? new OffscreenCanvas(mask.side, mask.side);
  const image = new ImageData(mask.side, mask.side);
  const pixels = new Uint32Array(image.data.buffer);
  for (let cell = 0; cell < pixels.length; cell++) if (near[cell] === 1) pixels[cell] = tint;
  canvas.getContext("2d")?.putImageData(image, 0, 0);
  sheets.set(mask, { canvas, holes, tint });
  return canvas;
}

/** "#0e6363" as the pixel that lies over the skin: alpha, blue, green, red. */
function tintOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(hex.slice(at, at + 2), 16),
  );
  return ((nearAlpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

function discs(
  { answer: { placesMm }, holes }: Drawing,
  { toPx, sidePx }: Scale,
  radius: number,
): Path2D {
  const path = new Path2D();
  for (let hole = 0; hole < holes; hole++) {
    const [x, y] = toPx(placesMm[2 * hole] ?? 0, placesMm[2 * hole + 1] ?? 0);
    if (x < -radius || y < -radius || x > sidePx + radius || y > sidePx + radius) continue;
    if (radius < roundFromPx) {
      path.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    } else {
      path.moveTo(x + radius, y);
      path.arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
  return path;
}

/** A ring around the place whose nearest hole is told. */
function drawRead(
  pen: CanvasRenderingContext2D,
  [x, y]: readonly [x: number, y: number],
  { text, ground }: EstimateColours,
): void {
  for (const [color, width] of [
    [ground, 4],
    [text, 1.75],
  ] as const) {
    pen.strokeStyle = color;
    pen.lineWidth = width;
    pen.beginPath();
    pen.arc(x, y, 8, 0, 2 * Math.PI);
    pen.stroke();
  }
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
