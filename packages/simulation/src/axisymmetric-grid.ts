import { log, sinh } from "./elementary.ts";

/** A round cell of skin around one channel, cut into rings and slices. Lengths are in any one unit. */
export interface AxisymmetricGrid {
  readonly ringCount: number;
  readonly sliceCount: number;
  readonly ringEdges: Float64Array;
  readonly sliceEdges: Float64Array;
  readonly ringCentres: Float64Array;
  readonly sliceCentres: Float64Array;
  /** Area of each ring, seen from above. */
  readonly ringAreas: Float64Array;
  readonly sliceThicknesses: Float64Array;
}

/** How easily neighbours exchange. Cell (ring i, slice j) is at j · ringCount + i in every array. */
export interface Conductances {
  /** Face between ring i − 1 and ring i of a slice; 0 for i = 0. */
  readonly radial: Float64Array;
  /** Face above slice j; one row more than slices, the last leads out below. Outermost faces are half a cell. */
  readonly axial: Float64Array;
}

/** Distance that a radial flux crosses: along the radius, or in the logarithm, exact for a steady flux round an axis. */
export type RadialRule = "straight" | "logarithmic";

export function createGrid(ringEdges: Float64Array, sliceEdges: Float64Array): AxisymmetricGrid {
  refuseBadEdges("ringEdges", ringEdges);
  refuseBadEdges("sliceEdges", sliceEdges);
  const middle = (edges: Float64Array) =>
    Float64Array.from(
      { length: edges.length - 1 },
      (_, cell) => (at(edges, cell) + at(edges, cell + 1)) / 2,
    );
  const difference = (edges: Float64Array) =>
    Float64Array.from(
      { length: edges.length - 1 },
      (_, cell) => at(edges, cell + 1) - at(edges, cell),
    );
  return {
    ringCount: ringEdges.length - 1,
    sliceCount: sliceEdges.length - 1,
    ringEdges,
    sliceEdges,
    ringCentres: middle(ringEdges),
    sliceCentres: middle(sliceEdges),
    ringAreas: Float64Array.from(
      { length: ringEdges.length - 1 },
      (_, ring) => Math.PI * (at(ringEdges, ring + 1) ** 2 - at(ringEdges, ring) ** 2),
    ),
    sliceThicknesses: difference(sliceEdges),
  };
}

/**
 * Conductance of every face from the conductivity D K of the cells on its two sides, one behind the other.
 *
 *     axial   G = A / (Δz₁/(2 κ₁) + Δz₂/(2 κ₂))
 *     radial  G = 2π r Δz / ((r − r₁)/κ₁ + (r₂ − r)/κ₂),   or with r ln(r/r₁) and r ln(r₂/r) for the distances
 *
 * Right across a jump of conductivity as long as the jump lies on a face: a grid must have edges there.
 */
export function conductancesOf(
  grid: AxisymmetricGrid,
  conductivity: Float64Array,
  radialRule: RadialRule,
): Conductances {
  const { ringCount, sliceCount, ringEdges, sliceEdges, ringCentres, sliceCentres } = grid;
  const radial = new Float64Array(ringCount * sliceCount);
  const axial = new Float64Array(ringCount * (sliceCount + 1));
  for (let j = 0; j < sliceCount; j++) {
    const thickness = at(sliceEdges, j + 1) - at(sliceEdges, j);
    for (let i = 1; i < ringCount; i++) {
      const cell = j * ringCount + i;
      const face = at(ringEdges, i);
      const inner = at(ringCentres, i - 1);
      const outer = at(ringCentres, i);
      const before = radialRule === "straight" ? face - inner : face * log(face / inner);
      const after = radialRule === "straight" ? outer - face : face * log(outer / face);
      const resistance = before / at(conductivity, cell - 1) + after / at(conductivity, cell);
      radial[cell] = (2 * Math.PI * face * thickness) / resistance;
    }
  }
  for (let j = 0; j <= sliceCount; j++) {
    for (let i = 0; i < ringCount; i++) {
      const cell = j * ringCount + i;
      let resistance = 0;
      if (j > 0)
        resistance +=
          (at(sliceEdges, j) - at(sliceCentres, j - 1)) / at(conductivity, cell - ringCount);
      if (j < sliceCount)
        resistance += (at(sliceCentres, j) - at(sliceEdges, j)) / at(conductivity, cell);
      axial[cell] = at(grid.ringAreas, i) / resistance;
    }
  }
  return { radial, axial };
}

/** Moves the nearest inner edge on to each interface: no finer grid buys what an edge in the right place gives. */
export function placeEdges(edges: Float64Array, interfaces: readonly number[]): Float64Array {
  const placed = edges.slice();
  for (const position of interfaces) {
    let nearest = 1;
    for (let edge = 1; edge < placed.length - 1; edge++) {
      if (Math.abs(at(placed, edge) - position) < Math.abs(at(placed, nearest) - position)) {
        nearest = edge;
      }
    }
    placed[nearest] = position;
  }
  return placed;
}

/** Edges that are dense near 0 and wide far from it: x = x_end sinh(s k/n) / sinh(s). */
export function stretchedEdges(end: number, cellCount: number, stretch: number): Float64Array {
  return Float64Array.from(
    { length: cellCount + 1 },
    (_, edge) => (end * sinh((stretch * edge) / cellCount)) / sinh(stretch),
  );
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}

function refuseBadEdges(name: string, edges: Float64Array): void {
  if (edges.length < 3) throw new RangeError(`${name} must have 3 or more, got ${edges.length}`);
  for (let edge = 0; edge < edges.length; edge++) {
    const before = edge === 0 ? -Number.MIN_VALUE : at(edges, edge - 1);
    if (!(at(edges, edge) > before)) {
      throw new RangeError(`${name} must ascend from 0, got ${at(edges, edge)} after ${before}`);
    }
  }
}
