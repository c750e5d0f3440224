import type { Colour } from "./colours.ts";

const stepsPerGreyLevel = 16;
const linearOfGreyLevel = Float32Array.from({ length: 255 * stepsPerGreyLevel + 1 }, (_, step) =>
  decode(step / (255 * stepsPerGreyLevel)),
);

/** Even steps of the root of the light, because the curve is steep where it is dark. */
const rootSteps = 8192;
const greyLevelOfRoot = Float32Array.from(
  { length: rootSteps + 1 },
  (_, step) => 255 * encode((step / rootSteps) ** 2),
);

/** Linear light, 0–1, of a grey level of sRGB (IEC 61966-2-1); levels outside 0–255 count as the nearest. */
export function linearFromGreyLevel(greyLevel: number): number {
  const step = Math.round(greyLevel * stepsPerGreyLevel);
  return linearOfGreyLevel[Math.max(0, Math.min(255 * stepsPerGreyLevel, step))] ?? 0;
}

/** Grey level of sRGB of linear light; light outside 0–1 counts as the nearest. */
export function greyLevelFromLinear(linear: number): number {
  const step = Math.round(Math.sqrt(Math.max(0, linear)) * rootSteps);
  return greyLevelOfRoot[Math.min(rootSteps, step)] ?? 0;
}

export function linearColour([red, green, blue]: Colour): Colour {
  return [linearFromGreyLevel(red), linearFromGreyLevel(green), linearFromGreyLevel(blue)];
}

function decode(signal: number): number {
  return signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;
}

function encode(linear: number): number {
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
}
