import type { PixelImage } from "@stipple/trichometry";
import type { Colour } from "./colours.ts";
import { type Homography, invert, mapPoint } from "./homography.ts";

/** Samples along a side of a pixel at most, where the plane is seen much smaller than it was drawn. */
const mostSamples = 6;

export interface View {
  readonly width: number;
  readonly height: number;
  /** Where the plane does not reach: grey levels, or what lies at its edge. */
  readonly background: Colour | "edge";
}

/**
 * A flat picture seen by a camera that looks at it from elsewhere.
 *
 * `homography` takes pixels of the picture to pixels of the view, both with their centres at whole numbers. Each pixel
 * of the view is the mean of enough bilinear samples that nothing finer than a pixel is skipped. Grey levels are
 * averaged as they are.
 */
export function renderPlane(image: PixelImage, homography: Homography, view: View): PixelImage {
  const back = invert(homography);
  const rgba = new Uint8ClampedArray(4 * view.width * view.height);
  const samples = sampleCount(back, view);
  const colour = new Float64Array(3);
  for (let y = 0; y < view.height; y++) {
    for (let x = 0; x < view.width; x++) {
      colour.fill(0);
      for (let i = 0; i < samples; i++) {
        for (let j = 0; j < samples; j++) {
          const dx = (j + 0.5) / samples - 0.5;
          const dy = (i + 0.5) / samples - 0.5;
          const [u, v] = mapPoint(back, [x + dx, y + dy]);
          addSample(colour, image, { u, v, background: view.background });
        }
      }
      const to = 4 * (y * view.width + x);
      for (let channel = 0; channel < 3; channel++) {
        rgba[to + channel] = (colour[channel] ?? 0) / (samples * samples);
      }
      rgba[to + 3] = 255;
    }
  }
  return { width: view.width, height: view.height, rgba };
}

/** How many pixels of the picture a pixel of the view spans, at its widest of the corners. */
function sampleCount(back: Homography, { width, height }: View): number {
  const corners = [
    [0, 0],
    [width - 1, 0],
    [0, height - 1],
    [width - 1, height - 1],
  ] as const;
  const spans = corners.flatMap(([x, y]) => {
    const here = mapPoint(back, [x, y]);
    return [mapPoint(back, [x + 1, y]), mapPoint(back, [x, y + 1])].map((next) =>
      Math.hypot(next[0] - here[0], next[1] - here[1]),
    );
  });
  return Math.max(1, Math.min(mostSamples, Math.ceil(Math.max(...spans) - 0.25)));
}

function addSample(
  colour: Float64Array,
  { width, height, rgba }: PixelImage,
  {
    u,
    v,
    background,
  }: { readonly u: number; readonly v: number; readonly background: View["background"] },
): void {
  const isOutside = !(u > -0.5 && v > -0.5 && u < width - 0.5 && v < height - 0.5);
  const left = Math.max(0, Math.min(width - 2, Math.floor(u)));
  const top = Math.max(0, Math.min(height - 2, Math.floor(v)));
  const right = Math.max(0, Math.min(1, u - left));
  const down = Math.max(0, Math.min(1, v - top));
  const at = 4 * (top * width + left);
  for (let channel = 0; channel < 3; channel++) {
    if (isOutside && background !== "edge") {
      colour[channel] = (colour[channel] ?? 0) + (background[channel] ?? 0);
      continue;
    }
    const upper = (rgba[at + channel] ?? 0) * (1 - right) + (rgba[at + 4 + channel] ?? 0) * right;
    const below = at + 4 * width + channel;
    const lower = (rgba[below] ?? 0) * (1 - right) + (rgba[below + 4] ?? 0) * right;
    colour[channel] = (colour[channel] ?? 0) + upper * (1 - down) + lower * down;
  }
}
