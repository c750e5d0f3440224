import type { Colour } from "./colours.ts";
import type { Point } from "./placement.ts";
import type { StrokePixels } from "./strokes.ts";

/** A photo in the making: linear light, 0–1, in one plane a colour. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly planes: readonly [Float32Array, Float32Array, Float32Array];
}

export function createCanvas(width: number, height: number): Canvas {
  const plane = () => new Float32Array(width * height);
  return { width, height, planes: [plane(), plane(), plane()] };
}

/** How strongly paint covers a pixel, 0–1, by its distance from the line and its way along it. */
type StrokeStrength = (distancePx: number, alongPx: number) => number;

/** Takes light away under a stroke: each colour loses the share `absorbed · strength`. */
export function stainStroke(
  { planes }: Canvas,
  { count, index, distancePx, alongPx }: StrokePixels,
  { absorbed, strength }: { readonly absorbed: Colour; readonly strength: StrokeStrength },
): void {
  const [red, green, blue] = planes;
  for (let i = 0; i < count; i++) {
    const at = index[i] ?? 0;
    const share = strength(distancePx[i] ?? 0, alongPx[i] ?? 0);
    red[at] = (red[at] ?? 0) * (1 - absorbed[0] * share);
    green[at] = (green[at] ?? 0) * (1 - absorbed[1] * share);
    blue[at] = (blue[at] ?? 0) * (1 - absorbed[2] * share);
  }
}

/** Lays a colour, in linear light, over a stroke. */
export function paintStroke(
  canvas: Canvas,
  { count, index, distancePx, alongPx }: StrokePixels,
  { colour, strength }: { readonly colour: Colour; readonly strength: StrokeStrength },
): void {
  for (let i = 0; i < count; i++) {
    paintPixel(canvas, index[i] ?? 0, {
      colour,
      share: strength(distancePx[i] ?? 0, alongPx[i] ?? 0),
    });
  }
}

/** An oval with soft edges. */
interface Spot {
  readonly middlePx: Point;
  readonly radiusPx: number;
  /** Length over width, and where the long axis points. */
  readonly elongation: number;
  readonly axisRad: number;
  readonly colour: Colour;
  /** Cover at the middle, 0–1; half of it is left at the radius. */
  readonly opacity: number;
}

/** Lays an oval of colour, in linear light, over the picture; `seen` is told every pixel and its cover. */
export function paintSpot(
  canvas: Canvas,
  spot: Spot,
  seen?: (at: number, share: number) => void,
): void {
  const { width, height } = canvas;
  const { middlePx, radiusPx, elongation, axisRad, colour, opacity } = spot;
  const reachPx = 1.6 * radiusPx * Math.max(1, elongation) + 1;
  const cos = Math.cos(axisRad);
  const sin = Math.sin(axisRad);
  const bottom = Math.min(height - 1, Math.floor(middlePx[1] + reachPx));
  const right = Math.min(width - 1, Math.floor(middlePx[0] + reachPx));
  for (let y = Math.max(0, Math.ceil(middlePx[1] - reachPx)); y <= bottom; y++) {
    for (let x = Math.max(0, Math.ceil(middlePx[0] - reachPx)); x <= right; x++) {
      const dx = x - middlePx[0];
      const dy = y - middlePx[1];
      const along = (cos * dx + sin * dy) / elongation;
      const across = -sin * dx + cos * dy;
      const radius = Math.sqrt(along * along + across * across) / radiusPx;
      if (radius > 1.6) continue;
      const share = opacity * Math.exp(-Math.LN2 * radius ** 4);
      paintPixel(canvas, y * width + x, { colour, share });
      seen?.(y * width + x, share);
    }
  }
}

function paintPixel(
  { planes: [red, green, blue] }: Canvas,
  at: number,
  { colour, share }: { readonly colour: Colour; readonly share: number },
): void {
  red[at] = (red[at] ?? 0) * (1 - share) + colour[0] * share;
  green[at] = (green[at] ?? 0) * (1 - share) + colour[1] * share;
  blue[at] = (blue[at] ?? 0) * (1 - share) + colour[2] * share;
}
