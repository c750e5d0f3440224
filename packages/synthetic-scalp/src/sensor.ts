import type { Random } from "@stipple/simulation";
import type { Canvas } from "./canvas.ts";
import { greyLevelFromLinear } from "./transfer-curve.ts";

interface Sensor {
  /** Standard deviation of the noise at middle grey, after softening. */
  readonly noiseGreyLevels: number;
  readonly isDemosaiced: boolean;
}

/** Share of the noise power that does not grow with the light. */
const darkNoiseShare = 0.6;

/** Weight of each neighbour when a missing colour is filled in: half of the pixels have green, a quarter red or blue. */
const neighbourWeights = [1 / 6, 1 / 12, 1 / 6] as const;

/** Turns light into grey levels, still with fractions: noise that grows with the light, then demosaicing. */
export function exposeSensor({ width, planes }: Canvas, sensor: Sensor, random: Random): void {
  const normals = Float32Array.from({ length: 65_536 }, () => random.normal());
  for (const [colour, plane] of planes.entries()) {
    const neighbour = sensor.isDemosaiced ? (neighbourWeights[colour] ?? 0) : 0;
    // Averaging with neighbours takes noise away, across and down; it is put in beforehand.
    const kept = (1 - 2 * neighbour) ** 2 + 2 * neighbour ** 2;
    addNoise(plane, sensor.noiseGreyLevels / kept, { normals, random });
    if (neighbour > 0) soften(plane, width, neighbour);
  }
}

/** sd² = noise² · (dark share + (1 − dark share) · grey level / 128). Normals come from a table, for speed. */
function addNoise(
  plane: Float32Array,
  noiseGreyLevels: number,
  { normals, random }: { readonly normals: Float32Array; readonly random: Random },
): void {
  let bits = 0;
  for (let at = 0; at < plane.length; at++) {
    const greyLevel = greyLevelFromLinear(plane[at] ?? 0);
    bits = at % 2 === 0 ? random.bits() : bits >>> 16;
    const sd =
      noiseGreyLevels * Math.sqrt(darkNoiseShare + ((1 - darkNoiseShare) * greyLevel) / 128);
    plane[at] = greyLevel + sd * (normals[bits & 0xffff] ?? 0);
  }
}

/** [w, 1 − 2w, w] across and down, in place. */
function soften(plane: Float32Array, width: number, neighbour: number): void {
  const own = 1 - 2 * neighbour;
  for (let start = 0; start < plane.length; start += width) {
    let left = plane[start] ?? 0;
    for (let at = start; at < start + width; at++) {
      const here = plane[at] ?? 0;
      const right = at + 1 < start + width ? (plane[at + 1] ?? 0) : here;
      plane[at] = neighbour * (left + right) + own * here;
      left = here;
    }
  }
  const above = plane.slice(0, width);
  for (let start = 0; start < plane.length; start += width) {
    const below = start + width < plane.length ? width : 0;
    for (let x = 0; x < width; x++) {
      const here = plane[start + x] ?? 0;
      plane[start + x] =
        neighbour * ((above[x] ?? 0) + (plane[start + below + x] ?? 0)) + own * here;
      above[x] = here;
    }
  }
}
