import { createPlane, type Plane } from "./plane.ts";
import { smoothPlane } from "./smooth.ts";

/** Blur that is added to see how edges answer, in pixels. */
const addedPx = 1.2;
/** Squared blur that pixels and the difference of neighbours add themselves: 1/3 and 1/12 of a pixel². */
const ownSquare = 5 / 12;
/** Share of all pixels, the steepest, that count as edges, and the least step of light across one pixel. */
const edgeShare = 0.01;
const leastSlope = 0.02;
/** Blur of the sharpest edges tells the lens; the others are soft in themselves. */
const sharpestShare = 0.25;

/**
 * How blurred a picture is: the standard deviation of its point spread, from its steepest edges.
 *
 * An edge blurred by σ has a slope in proportion to 1/σ; blurred once more by a known amount it falls by
 * R² = (σ² + added²) / σ² (Zhuo and Sim 2011). Nothing for a picture without edges.
 *
 * @param plane brightness, 0 to 1
 */
export function estimateEdgeBlur(plane: Plane): number | undefined {
  const slopes = slopesOf(plane);
  const softened = slopesOf(smoothPlane(plane, addedPx));
  const threshold = Math.max(leastSlope, quantileOf(slopes.values, 1 - edgeShare));
  const blurs: number[] = [];
  const { width, height } = plane;
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2, at = y * width + 2; x < width - 2; x++, at++) {
      const slope = slopes.values[at] ?? 0;
      if (slope < threshold || !isRidge(slopes, at)) continue;
      const ratio = slope / Math.max(1e-9, softened.values[at] ?? 0);
      if (ratio <= 1.001) continue;
      blurs.push(Math.sqrt(Math.max(0, addedPx ** 2 / (ratio * ratio - 1) - ownSquare)));
    }
  }
  if (blurs.length < 20) return undefined;
  blurs.sort((a, b) => a - b);
  return blurs[Math.floor(blurs.length * sharpestShare)];
}

function slopesOf({ width, height, values }: Plane): Plane {
  const slopes = createPlane(width, height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      const across = ((values[at + 1] ?? 0) - (values[at - 1] ?? 0)) / 2;
      const down = ((values[at + width] ?? 0) - (values[at - width] ?? 0)) / 2;
      slopes.values[at] = Math.sqrt(across * across + down * down);
    }
  }
  return slopes;
}

/** Steeper than its neighbours along one of four directions: the middle of an edge. */
function isRidge({ width, values }: Plane, at: number): boolean {
  const value = values[at] ?? 0;
  return [1, width, width + 1, width - 1].some(
    (step) => value >= (values[at + step] ?? 0) && value > (values[at - step] ?? 0),
  );
}

/** A value that this share of a sample of the others lies below. */
function quantileOf(values: Float32Array, share: number): number {
  const stride = Math.max(1, Math.floor(values.length / 50_000));
  const sample = Float32Array.from(
    { length: Math.floor(values.length / stride) },
    (_, at) => values[at * stride] ?? 0,
  );
  sample.sort();
  return sample[Math.min(sample.length - 1, Math.floor(share * sample.length))] ?? 0;
}
