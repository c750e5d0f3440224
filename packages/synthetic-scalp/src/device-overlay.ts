import type { Random } from "@stipple/simulation";
import { type Canvas, paintStroke } from "./canvas.ts";
import { drawUniform } from "./draws.ts";
import type { Point } from "./placement.ts";
import type { StrokeTracer } from "./strokes.ts";
import { linearColour } from "./transfer-curve.ts";

const red = linearColour([230, 40, 30]);
const grey = linearColour([190, 190, 190]);
const ink = linearColour([30, 30, 170]);

/** What some devices write over the photo: a thin red arc with its radius, and a grey strip with lines of text. */
export function paintDeviceOverlay(
  canvas: Canvas,
  { random, tracer }: { readonly random: Random; readonly tracer: StrokeTracer },
): void {
  const { width, height } = canvas;
  const middle: Point = [
    drawUniform(random, [0, width]),
    random.uniform() < 0.5 ? -0.1 * height : 1.1 * height,
  ];
  const radiusPx = drawUniform(random, [0.4, 0.9]) * height;
  const corners = 180;
  const arc = Array.from({ length: corners + 1 }, (_, corner): Point => {
    const turn = (2 * Math.PI * corner) / corners;
    return [middle[0] + radiusPx * Math.cos(turn), middle[1] + radiusPx * Math.sin(turn)];
  });
  const thin = { colour: red, strength: (distancePx: number) => Math.max(0, 1 - distancePx) };
  paintStroke(canvas, tracer.trace(arc, 1), thin);
  paintStroke(canvas, tracer.trace([middle, arc[20] ?? middle], 1), thin);

  const [left, top] = [Math.round(0.7 * width), Math.round(0.15 * height)];
  const stripPx = { width: Math.round(0.22 * width), height: Math.round(0.12 * height) };
  const middleRow = top + stripPx.height / 2;
  const strip: Point[] = [
    [left, middleRow],
    [left + stripPx.width, middleRow],
  ];
  paintStroke(canvas, tracer.trace(strip, stripPx.height / 2), {
    colour: grey,
    strength: () => 0.55,
  });
  paintTextLines(canvas, { left, top, ...stripPx }, tracer);
}

/** Short upright marks in rows stand for writing. */
function paintTextLines(
  canvas: Canvas,
  strip: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  },
  tracer: StrokeTracer,
): void {
  const rows = 4;
  const letterPx = (0.55 * strip.height) / rows;
  for (let row = 0; row < rows; row++) {
    const y = strip.top + ((row + 0.25) * strip.height) / rows;
    for (let x = strip.left + letterPx; x < strip.left + 0.9 * strip.width; x += 0.7 * letterPx) {
      const lean = ((Math.round(x) * 7 + row * 3) % 5) / 5;
      const letter: Point[] = [
        [x, y],
        [x + lean * 0.4 * letterPx, y + letterPx],
      ];
      paintStroke(canvas, tracer.trace(letter, 1.5), {
        colour: ink,
        strength: (distancePx) => Math.min(1, 1.5 - distancePx),
      });
    }
  }
}
