import type { Random } from "@stipple/simulation";
import type { Canvas } from "./canvas.ts";
import type { Colour } from "./colours.ts";
import { drawUniform } from "./draws.ts";
import type { Point } from "./placement.ts";

export const crownLightNames = ["same", "mild", "strong", "lamp"] as const;
export type CrownLightName = (typeof crownLightNames)[number];

/** How a room lights a head. */
export interface CrownLight {
  readonly slopeFraction: number;
  readonly darkerTowardsRad: number;
  /** Power that the camera's tone curve puts on the light. */
  readonly gamma: number;
  readonly tint: Colour;
  /** A lamp that adds this share of light about a place. */
  readonly lampFraction: number;
  readonly lampPx: Point;
}

const lampRadiusPx = 260;

/** How far each class of light is from the first photo's. */
const sizes: Readonly<
  Record<
    CrownLightName,
    { readonly slope: number; readonly gamma: number; readonly tint: number; readonly lamp: number }
  >
> = {
  same: { slope: 0.05, gamma: 0, tint: 0, lamp: 0 },
  mild: { slope: 0.15, gamma: 0.05, tint: 0.03, lamp: 0 },
  strong: { slope: 0.4, gamma: 0.2, tint: 0.08, lamp: 0 },
  lamp: { slope: 0.4, gamma: 0.3, tint: 0.1, lamp: 0.8 },
};

export function drawCrownLight(random: Random, name: CrownLightName): CrownLight {
  const { slope, gamma, tint, lamp } = sizes[name];
  const warmth = drawUniform(random, [-tint, tint]);
  const gain = 1 + drawUniform(random, [-tint, tint]);
  return {
    slopeFraction: slope,
    darkerTowardsRad: drawUniform(random, [0, 2 * Math.PI]),
    gamma: 2 ** drawUniform(random, [-gamma, gamma]),
    tint: [gain * (1 + warmth), gain, gain * (1 - warmth)],
    lampFraction: lamp,
    lampPx: [drawUniform(random, [350, 850]), drawUniform(random, [350, 850])],
  };
}

/** Steps of light that the tone curve is tabulated at. */
const toneSteps = 4096;

export function applyCrownLight({ width, height, planes }: Canvas, light: CrownLight): void {
  const { slopeFraction, darkerTowardsRad, tint, lampFraction, lampPx } = light;
  const cos = Math.cos(darkerTowardsRad) / Math.SQRT2;
  const sin = Math.sin(darkerTowardsRad) / Math.SQRT2;
  const toneCurve = Float32Array.from(
    { length: toneSteps + 1 },
    (_, step) => (step / toneSteps) ** (2 * light.gamma),
  );
  // Even steps of the root of the light, because the curve is steep where it is dark.
  const developed = (lit: number) =>
    toneCurve[Math.round(toneSteps * Math.sqrt(Math.min(1, lit)))] ?? 0;
  const [red, green, blue] = planes;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const slope = 0.5 + (((2 * x) / width - 1) * cos + ((2 * y) / height - 1) * sin) / 2;
      const lampSquare = ((x - lampPx[0]) ** 2 + (y - lampPx[1]) ** 2) / lampRadiusPx ** 2;
      const lamp = lampFraction === 0 ? 0 : lampFraction * Math.exp(-lampSquare);
      const factor = (1 - slopeFraction * slope) * (1 + lamp);
      const at = y * width + x;
      red[at] = developed((red[at] ?? 0) * factor * tint[0]);
      green[at] = developed((green[at] ?? 0) * factor * tint[1]);
      blue[at] = developed((blue[at] ?? 0) * factor * tint[2]);
    }
  }
}
