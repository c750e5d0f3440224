import type { Random } from "@stipple/simulation";
import type { Canvas } from "./canvas.ts";
import type { Colour } from "./colours.ts";
import { drawUniform } from "./draws.ts";

/** How a photo is lit: a fall to one side, a fall to the corners, a tint, an exposure. */
interface Light {
  /** Light lost at the darkest place of the slope, and in the furthest corner. */
  readonly slopeFraction: number;
  readonly vignetteFraction: number;
  readonly darkerTowardsRad: number;
  /** Light of each colour, near 1. */
  readonly tint: Colour;
  /** Where shadows fall. */
  readonly shadowRad: number;
}

/** Splits the fall of light of a level between slope and vignette. */
export function drawLight(random: Random, fallFraction: number): Light {
  const slopeShare = drawUniform(random, [0.3, 0.7]);
  const exposure = drawUniform(random, [0.92, 1.02]);
  const warmth = drawUniform(random, [-0.03, 0.03]);
  return {
    slopeFraction: slopeShare * fallFraction,
    vignetteFraction: (1 - slopeShare) * fallFraction,
    darkerTowardsRad: drawUniform(random, [0, 2 * Math.PI]),
    tint: [exposure * (1 + warmth), exposure, exposure * (1 - warmth)],
    shadowRad: drawUniform(random, [0, 2 * Math.PI]),
  };
}

export function applyLight({ width, height, planes }: Canvas, light: Light): void {
  const { slopeFraction, vignetteFraction, tint } = light;
  const cos = Math.cos(light.darkerTowardsRad);
  const sin = Math.sin(light.darkerTowardsRad);
  const [red, green, blue] = planes;
  for (let y = 0; y < height; y++) {
    const v = (2 * y) / height - 1;
    for (let x = 0; x < width; x++) {
      const u = (2 * x) / width - 1;
      const slope = 0.5 + (u * cos + v * sin) / (2 * Math.SQRT2);
      const factor = (1 - slopeFraction * slope) * (1 - (vignetteFraction * (u * u + v * v)) / 2);
      const at = y * width + x;
      red[at] = (red[at] ?? 0) * factor * tint[0];
      green[at] = (green[at] ?? 0) * factor * tint[1];
      blue[at] = (blue[at] ?? 0) * factor * tint[2];
    }
  }
}
