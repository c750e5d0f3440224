import { boxMean } from "./box-mean.ts";
import { mapGradient } from "./gradient-map.ts";
import type { Plane } from "./plane.ts";
import { type ReducedPlane, reducePlane } from "./reduce-plane.ts";

/** Blur of the gradient map, and half the side of the square whose mean is taken off it, in pixels of the map. */
const blurPx = 1.5;
const flattenPx = 8;

/**
 * What two photos of one head share, at a given size: the map of edges less its surroundings' mean.
 *
 * Without the mean the map mostly says where hair is thick, which combing changes; what is left are outlines, marks
 * and strands.
 */
export function mapForAlignment(lightness: Plane, longSidePx: number): ReducedPlane {
  const { plane, factor } = reducePlane(lightness, longSidePx);
  const map = mapGradient(plane, blurPx);
  const mean = boxMean(map, flattenPx);
  const values = map.values.map((value, at) => value - (mean.values[at] ?? 0));
  return { plane: { ...map, values }, factor };
}
