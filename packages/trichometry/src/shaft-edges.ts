import { type Chain, chainAngle } from "./chain.ts";
import { type Plane, samplePlane } from "./plane.ts";

/** What lies across a line, point by point. */
export interface ShaftEdges {
  /** Distance in pixels from the line to the edge on either side; `reachPx` where none was met. */
  readonly left: Float32Array;
  readonly right: Float32Array;
  /** Darkness at the line. */
  readonly darkness: Float32Array;
  /** Steepest fall of darkness per pixel on the sharper side, as a share of the hair's contrast. */
  readonly steepness: Float32Array;
}

const acrossStepPx = 0.5;

/** Walks from the line to both sides until the darkness has fallen to half of the hair's. */
export function measureEdges(
  relative: Plane,
  chain: Chain,
  contrast: number,
  reachPx: number,
): ShaftEdges {
  const count = chain.x.length;
  const edges: ShaftEdges = {
    left: new Float32Array(count),
    right: new Float32Array(count),
    darkness: new Float32Array(count),
    steepness: new Float32Array(count),
  };
  for (let i = 0; i < count; i++) {
    const angleRad = chainAngle(chain, i);
    const x = chain.x[i] ?? 0;
    const y = chain.y[i] ?? 0;
    edges.darkness[i] = 1 - samplePlane(relative, x, y);
    const normal = { x: -Math.sin(angleRad), y: Math.cos(angleRad) };
    const left = walkToEdge(relative, { x, y }, normal, contrast, reachPx);
    const right = walkToEdge(relative, { x, y }, { x: -normal.x, y: -normal.y }, contrast, reachPx);
    edges.left[i] = left.distancePx;
    edges.right[i] = right.distancePx;
    edges.steepness[i] = Math.max(left.steepness, right.steepness);
  }
  return edges;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function walkToEdge(
  relative: Plane,
  from: Place,
  normal: Place,
  contrast: number,
  reachPx: number,
): { readonly distancePx: number; readonly steepness: number } {
  let before = 1 - samplePlane(relative, from.x, from.y);
  for (let distance = acrossStepPx; distance <= reachPx; distance += acrossStepPx) {
    const here =
      1 - samplePlane(relative, from.x + distance * normal.x, from.y + distance * normal.y);
    if (here < contrast / 2) {
      const share = before > here ? (before - contrast / 2) / (before - here) : 1;
      const distancePx = distance - acrossStepPx * (1 - Math.min(1, Math.max(0, share)));
      return { distancePx, steepness: slopeAt(relative, from, normal, distancePx) / contrast };
    }
    before = here;
  }
  return { distancePx: reachPx, steepness: 0 };
}

function slopeAt(relative: Plane, from: Place, normal: Place, distancePx: number): number {
  const sample = (distance: number) =>
    samplePlane(relative, from.x + distance * normal.x, from.y + distance * normal.y);
  return (sample(distancePx + 1) - sample(distancePx - 1)) / 2;
}

/**
 * Standard deviation of the darkness along a line beside a hair, as a share of the hair's own; of the evener side,
 * because another hair may lie on the other. Places much darker than the hair itself are another hair that crosses, unless
 * they are many.
 */
export function measureUnevenness(
  relative: Plane,
  chain: Chain,
  contrast: number,
  sidePx: number,
): number {
  return (
    Math.min(
      ...[-sidePx, sidePx].map((side) => {
        const beside = readBeside(relative, chain, side);
        const bare = beside.filter((darkness) => darkness < crossingShare * contrast);
        return deviation(bare.length >= leastBareShare * beside.length ? bare : beside);
      }),
    ) / contrast
  );
}

const leastBareShare = 0.65;
/** A place this much darker than the hair belongs to another one. */
const crossingShare = 1.6;

function readBeside(relative: Plane, chain: Chain, sidePx: number): number[] {
  return chain.x.map((x, i) => {
    const angleRad = chainAngle(chain, i);
    return (
      1 -
      samplePlane(
        relative,
        x - sidePx * Math.sin(angleRad),
        (chain.y[i] ?? 0) + sidePx * Math.cos(angleRad),
      )
    );
  });
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** The middle value; of an even count the upper one. Infinity is allowed, NaN is not. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/** The value below which the share `at` of the values lies; 0 of none. */
export function quantile(values: ArrayLike<number>, at: number): number {
  const sorted = new Float64Array(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}
