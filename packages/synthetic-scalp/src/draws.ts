import { createRandom, type Random } from "@stipple/simulation";
import type { Range } from "./levels.ts";

/** Every part of a scene draws from a stream of its own, so that changing one part leaves the others as they were. */
const streams = {
  units: 1,
  hairs: 2,
  texture: 3,
  marks: 4,
  light: 5,
  glare: 6,
  optics: 7,
  sensor: 8,
  overlay: 9,
  secondShot: 10,
  secondShotLight: 11,
  secondShotSensor: 12,
  secondVisit: 13,
  secondVisitLight: 14,
  secondVisitSensor: 15,
  crown: 20,
  crownHair: 21,
  crownMarks: 22,
  crownWarp: 23,
  crownLight: 24,
  crownSensor: 25,
  crownMovedHair: 26,
} as const;
export type StreamName = keyof typeof streams;

export function randomFor(seed: number, stream: StreamName): Random {
  return createRandom(seed, streams[stream]);
}

export function drawUniform(random: Random, [low, high]: Range): number {
  return low + (high - low) * random.uniform();
}

/** A normal draw that is moved to the nearest end where it falls outside the range. */
export function drawNormalWithin(
  random: Random,
  { mean, sd }: { readonly mean: number; readonly sd: number },
  [low, high]: Range,
): number {
  return Math.max(low, Math.min(high, mean + sd * random.normal()));
}

/** Which of several shares a draw falls into, by index. */
export function drawIndex(random: Random, fractions: readonly number[]): number {
  let left = random.uniform() * fractions.reduce((sum, fraction) => sum + fraction, 0);
  for (const [index, fraction] of fractions.entries()) {
    left -= fraction;
    if (left < 0) return index;
  }
  return fractions.length - 1;
}
