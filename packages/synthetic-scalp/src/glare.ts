import type { Random } from "@stipple/simulation";
import { type Canvas, paintSpot, paintStroke } from "./canvas.ts";
import type { Colour } from "./colours.ts";
import { drawUniform } from "./draws.ts";
import type { Point } from "./placement.ts";
import type { StrokeTracer } from "./strokes.ts";

const white: Colour = [1, 1, 1];
const rimShadow: Colour = [0.1, 0.08, 0.07];

/** Counts are for a frame of this size. */
const referenceAreaMm2 = 48;

/** Cover from which a pixel counts as glare. */
const glareShare = 0.5;

interface Shine {
  readonly glareCount: number;
  readonly bubbleCount: number;
  readonly umPerPx: number;
}

/** Bright reflections that hide what lies under them; gives a mask of them, 1 where glare hides the skin. */
export function paintGlare(canvas: Canvas, shine: Shine, random: Random): Uint8Array {
  const { width, height } = canvas;
  const { glareCount, umPerPx } = shine;
  const mask = new Uint8Array(width * height);
  const areaMm2 = (width * height * umPerPx * umPerPx) / 1e6;
  // Reflections come in groups, where the skin is greasy or wet.
  const groups = Math.ceil(glareCount / 12);
  const middles = Array.from({ length: groups }, () => drawPlace(canvas, random));
  for (let i = 0; i < Math.round((glareCount * areaMm2) / referenceAreaMm2); i++) {
    const [x, y] = middles[i % groups] ?? [0, 0];
    const isGrouped = random.uniform() < 0.75;
    const spreadPx = 250 / umPerPx;
    const middlePx: Point = isGrouped
      ? [x + spreadPx * random.normal(), y + spreadPx * random.normal()]
      : drawPlace(canvas, random);
    const spot = {
      middlePx,
      radiusPx: (5 + 42 * random.uniform() ** 8) / umPerPx,
      elongation: drawUniform(random, [1, 2.5]),
      axisRad: drawUniform(random, [0, Math.PI]),
      colour: white,
      opacity: drawUniform(random, [0.4, 1]),
    };
    paintSpot(canvas, spot, (at, share) => {
      if (share > glareShare) mask[at] = 1;
    });
  }
  return mask;
}

/** Air in the immersion fluid: rings with a bright and a dark rim. */
export function paintBubbles(
  canvas: Canvas,
  { bubbleCount, umPerPx }: Shine,
  { random, tracer }: { readonly random: Random; readonly tracer: StrokeTracer },
): void {
  for (let bubble = 0; bubble < bubbleCount; bubble++) {
    const middle = drawPlace(canvas, random);
    const radiusPx = drawUniform(random, [80, 300]) / umPerPx;
    const softPx = Math.max(0.8, drawUniform(random, [6, 16]) / umPerPx);
    for (const [radius, colour, opacity] of [
      [radiusPx, rimShadow, 0.35],
      [radiusPx - 1.6 * softPx, white, 0.5],
    ] as const) {
      const pixels = tracer.trace(circle(middle, radius), 2.5 * softPx);
      paintStroke(canvas, pixels, {
        colour,
        strength: (distancePx) => opacity * Math.exp(-((distancePx / softPx) ** 2)),
      });
    }
  }
}

function circle([x, y]: Point, radius: number): Point[] {
  const corners = 48;
  return Array.from({ length: corners + 1 }, (_, corner): Point => {
    const turn = (2 * Math.PI * corner) / corners;
    return [x + radius * Math.cos(turn), y + radius * Math.sin(turn)];
  });
}

function drawPlace({ width, height }: Canvas, random: Random): Point {
  return [random.uniform() * width, random.uniform() * height];
}
