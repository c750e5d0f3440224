import { coveredFraction, type Rectangle } from "./covered-fraction.ts";
import type { Points } from "./distance-map.ts";
import { exp } from "./elementary.ts";
import { type Gaps, measureGaps } from "./gaps.ts";
import type { Values } from "./parameter.ts";
import type { rollerParameters } from "./parameters/roller.ts";
import { buildPointGrid, nearestDistanceMm, type PointGrid } from "./point-grid.ts";
import type { Patch } from "./punctures.ts";

/** How evenly a session's holes lie, each number beside what holes thrown at random would give. */
export interface Coverage extends Gaps {
  readonly densityPerCm2: number;
  /** Mean distance from a hole to the nearest other hole. */
  readonly nearestNeighbourMm: number;
  /** The same as a share of what random holes would have: below 1 clustered, above 1 evenly spread. */
  readonly clarkEvans: number;
  /** Spread of the counts in small squares, as a share of their mean. */
  readonly quadratVariation: number;
  readonly randomQuadratVariation: number;
  /** Share of the skin within the covered radius of a hole. */
  readonly coveredFraction: number;
  readonly randomCoveredFraction: number;
  /** Share of the holes that touch another one. */
  readonly doubleHitFraction: number;
  readonly randomDoubleHitFraction: number;
}

/**
 * Judges the holes in a patch, leaving out a rim where neighbours may be missing.
 *
 *     CE = mean(nn) / (0.5 / √λ)          random covered share = 1 − exp(−λ π r²)
 *     quadrats: random variation = 1/√(λ q²)     random double hits = 1 − exp(−λ π (2a)²)
 *
 * λ is the density and 2a the diameter of a hole. Clark and Evans 1954.
 *
 * @returns undefined where the inner part holds fewer than 2 holes: nothing can be said about their spacing
 */
export function measureCoverage(
  points: Points,
  patch: Patch,
  setting: {
    readonly holeDiameterMm: number;
    readonly parameters: Values<typeof rollerParameters>;
  },
): Coverage | undefined {
  const { holeDiameterMm, parameters } = setting;
  const { edgeMarginMm, coveredRadiusMm, quadratSideMm, gapSampleMm } = parameters;
  if (!(holeDiameterMm >= 0)) {
    throw new RangeError(`holeDiameterMm must be 0 or more, got ${holeDiameterMm}`);
  }
  const inner = innerRectangle(patch, edgeMarginMm);
  const grid = buildPointGrid(points, patch.widthMm, patch.heightMm);
  const neighbours = neighbourDistancesMm(grid, inner);
  if (neighbours.length < 2) return undefined;

  const areaMm2 = (inner.right - inner.left) * (inner.bottom - inner.top);
  const perMm2 = neighbours.length / areaMm2;
  const nearestNeighbourMm = neighbours.reduce((sum, one) => sum + one, 0) / neighbours.length;
  const doubleHits = neighbours.reduce((sum, one) => sum + (one < holeDiameterMm ? 1 : 0), 0);
  return {
    densityPerCm2: perMm2 * 100,
    nearestNeighbourMm,
    clarkEvans: nearestNeighbourMm / (0.5 / Math.sqrt(perMm2)),
    quadratVariation: quadratVariation(grid.places, inner, quadratSideMm),
    randomQuadratVariation: 1 / Math.sqrt(perMm2 * quadratSideMm * quadratSideMm),
    coveredFraction: coveredFraction(points, inner, coveredRadiusMm),
    randomCoveredFraction: randomShareWithin(perMm2, coveredRadiusMm),
    doubleHitFraction: doubleHits / neighbours.length,
    randomDoubleHitFraction: randomShareWithin(perMm2, holeDiameterMm),
    ...measureGaps(grid, inner, gapSampleMm),
  };
}

/**
 * Chance that a place has a random hole within the radius.
 *
 *     1 − exp(−λ π r²)
 */
export function randomShareWithin(densityPerMm2: number, radiusMm: number): number {
  if (!(densityPerMm2 >= 0)) {
    throw new RangeError(`densityPerMm2 must be 0 or more, got ${densityPerMm2}`);
  }
  if (!(radiusMm >= 0)) throw new RangeError(`radiusMm must be 0 or more, got ${radiusMm}`);
  return 1 - exp(-densityPerMm2 * Math.PI * radiusMm * radiusMm);
}

function innerRectangle({ widthMm, heightMm }: Patch, marginMm: number): Rectangle {
  const leastMm = Math.min(widthMm, heightMm);
  if (!(marginMm >= 0 && 2 * marginMm < leastMm)) {
    throw new RangeError(
      `edgeMarginMm must be 0 or more and less than half of ${leastMm} mm, got ${marginMm}`,
    );
  }
  return { left: marginMm, top: marginMm, right: widthMm - marginMm, bottom: heightMm - marginMm };
}

/** Distance to the nearest other hole, for every hole of the inner part. */
function neighbourDistancesMm(grid: PointGrid, inner: Rectangle): Float64Array {
  const { places } = grid;
  const distances = new Float64Array(places.length / 2);
  let count = 0;
  for (let self = 0; self < distances.length; self++) {
    const x = places[2 * self] ?? 0;
    const y = places[2 * self + 1] ?? 0;
    if (!isInside(inner, x, y)) continue;
    distances[count] = nearestDistanceMm(grid, { x, y, self });
    count++;
  }
  return distances.subarray(0, count);
}

/** Standard deviation over mean of the counts in whole squares, laid from the corner of the inner part. */
function quadratVariation(places: Float64Array, inner: Rectangle, sideMm: number): number {
  if (!(sideMm > 0)) throw new RangeError(`quadratSideMm must be above 0, got ${sideMm}`);
  const columns = Math.max(1, Math.floor((inner.right - inner.left) / sideMm));
  const rows = Math.max(1, Math.floor((inner.bottom - inner.top) / sideMm));
  const counts = new Float64Array(columns * rows);
  for (let i = 0; i < places.length; i += 2) {
    const column = Math.floor(((places[i] ?? 0) - inner.left) / sideMm);
    const row = Math.floor(((places[i + 1] ?? 0) - inner.top) / sideMm);
    if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
    counts[row * columns + column] = (counts[row * columns + column] ?? 0) + 1;
  }
  const mean = counts.reduce((sum, one) => sum + one, 0) / counts.length;
  const squares = counts.reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
  return Math.sqrt(squares / Math.max(1, counts.length - 1)) / mean;
}

function isInside({ left, top, right, bottom }: Rectangle, x: number, y: number): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}
