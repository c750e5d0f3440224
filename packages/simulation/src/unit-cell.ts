import { type AxisymmetricGrid, conductancesOf, createGrid } from "./axisymmetric-grid.ts";
import { log } from "./elementary.ts";
import type { Channels } from "./microchannels.ts";
import type { Values } from "./parameter.ts";
import type { permeationParameters } from "./parameters/permeation.ts";
import type { Slab } from "./permeability.ts";
import { steadyEntry } from "./steady-flow.ts";
import { gradedWidthsCm } from "./transport-grid.ts";

/** A round cell of tissue with a donor of potential 1 on the middle of its surface. */
export interface SteadyCell {
  readonly radialEdgesCm: Float64Array;
  readonly depthEdgesCm: Float64Array;
  /** D K of every cell, layer by layer and in each layer ring by ring. */
  readonly conductivityCm2PerS: Float64Array;
  /** k K of every cell. */
  readonly clearancePerS: Float64Array;
  /** The surface is tight outside this radius. */
  readonly donorRadiusCm: number;
  readonly side: "closed" | "sink";
  readonly bottom: "closed" | "sink";
}

/** Widening of the cells away from every interface; a finer ratio moves the answers by less than 1 %. */
const gridRatio = 1.25;

/**
 * What enters the cell each second for a unit of potential, once nothing changes any more.
 *
 *     ∇ · (D K ∇u) = k K u,   u = 1 at the donor, 0 at a sink
 *
 * Edges must lie on every jump of D K, on the donor's radius among them.
 *
 * @returns cm³/s
 */
export function steadyConductanceCm3PerS(cell: SteadyCell): number {
  const grid = createGrid(cell.radialEdgesCm, cell.depthEdgesCm);
  const { ringCount, sliceCount, ringCentres, ringAreas, sliceThicknesses } = grid;
  const cellCount = ringCount * sliceCount;
  if (cell.conductivityCm2PerS.length !== cellCount || cell.clearancePerS.length !== cellCount) {
    throw new RangeError(
      `conductivityCm2PerS and clearancePerS must have ${cellCount} entries, got ${cell.conductivityCm2PerS.length} and ${cell.clearancePerS.length}`,
    );
  }
  const conductances = conductancesOf(grid, cell.conductivityCm2PerS, "logarithmic");
  const losses = Float64Array.from({ length: cellCount }, (_, k) => {
    const ring = k % ringCount;
    const slice = (k - ring) / ringCount;
    const volume = (ringAreas[ring] ?? 0) * (sliceThicknesses[slice] ?? 0);
    return (cell.clearancePerS[k] ?? 0) * volume;
  });
  ringCentres.forEach((radius, ring) => {
    if (radius > cell.donorRadiusCm) conductances.axial[ring] = 0;
  });
  if (cell.bottom === "closed") conductances.axial.fill(0, cellCount);
  if (cell.side === "sink") addSideSink(grid, cell.conductivityCm2PerS, losses);
  return steadyEntry(grid, conductances, losses);
}

/** A sink at the side takes from the outermost ring what a clearance would take. */
function addSideSink(
  { ringCount, sliceCount, ringEdges, ringCentres, sliceThicknesses }: AxisymmetricGrid,
  conductivity: Float64Array,
  losses: Float64Array,
): void {
  const radius = ringEdges[ringCount] ?? 0;
  const distance = log(radius / (ringCentres[ringCount - 1] ?? radius));
  for (let slice = 0; slice < sliceCount; slice++) {
    const k = (slice + 1) * ringCount - 1;
    const face = (2 * Math.PI * (sliceThicknesses[slice] ?? 0) * (conductivity[k] ?? 0)) / distance;
    losses[k] = (losses[k] ?? 0) + face;
  }
}

/**
 * How many times more gets in while the channels are fully open and nothing changes any more: the two-dimensional
 * reference for the formula of one channel.
 *
 * The cell has the radius b = 1/√(π n). Inside the channel, from the surface to its end below the horny layer,
 * D = D_ch and K = 1; the dermis around it clears, the channel does not.
 *
 * @param cellsAcross the finest cell is this share of the channel's radius; the corner at its mouth makes convergence slow
 * @returns dimensionless, 1 without channels
 */
export function steadyEnhancement(
  channels: Channels,
  hornyLayer: Slab,
  {
    values,
    cellsAcross,
  }: {
    readonly values: Values<typeof permeationParameters>;
    readonly cellsAcross: number;
  },
): number {
  const { densityPerCm2, depthUm, radiusUm } = channels;
  if (densityPerCm2 === 0 || radiusUm === 0) return 1;
  const radiusCm = radiusUm * 1e-4;
  const cellRadiusCm = 1 / Math.sqrt(Math.PI * densityPerCm2);
  if (!(radiusCm > 0 && radiusCm < cellRadiusCm)) {
    throw new RangeError(
      `radiusUm must be above 0 and below ${cellRadiusCm * 1e4}, got ${radiusUm}`,
    );
  }
  if (!(depthUm >= 0)) throw new RangeError(`depthUm must be 0 or more, got ${depthUm}`);
  if (!(Number.isInteger(cellsAcross) && cellsAcross >= 2 && cellsAcross <= 64)) {
    throw new RangeError(`cellsAcross must be a whole number from 2 to 64, got ${cellsAcross}`);
  }

  const dermisCm = hornyLayer.thicknessCm + values.viableEpidermisUm * 1e-4;
  const endCm = hornyLayer.thicknessCm + depthUm * 1e-4;
  const bottomCm = dermisCm + values.dermisUm * 1e-4;
  const finestCm = radiusCm / cellsAcross;
  const radialEdgesCm = edgesThrough([0, radiusCm, cellRadiusCm], finestCm);
  const depthEdgesCm = edgesThrough(
    [0, hornyLayer.thicknessCm, dermisCm, endCm, bottomCm],
    finestCm,
  );
  const conductance = (isOpen: boolean) => {
    const isChannel = (radius: number, depth: number) =>
      isOpen && radius < radiusCm && depth < endCm;
    const inEachCell = (valueAt: (radius: number, depth: number) => number) =>
      cellValues(radialEdgesCm, depthEdgesCm, valueAt);
    return steadyConductanceCm3PerS({
      radialEdgesCm,
      depthEdgesCm,
      conductivityCm2PerS: inEachCell((radius, depth) => {
        if (isChannel(radius, depth)) return values.channelDiffusivityCm2PerS;
        return depth < hornyLayer.thicknessCm
          ? hornyLayer.diffusivityCm2PerS * hornyLayer.partition
          : values.tissueDiffusivityCm2PerS;
      }),
      clearancePerS: inEachCell((radius, depth) =>
        depth > dermisCm && !isChannel(radius, depth) ? values.dermalClearancePerS : 0,
      ),
      donorRadiusCm: cellRadiusCm,
      side: "closed",
      bottom: "closed",
    });
  };
  return conductance(true) / conductance(false);
}

/**
 * Edges through all the given places, ascending from 0: cells of `finestCm` on both sides of each inner one, wider
 * away from them, and widest at the end.
 */
export function edgesThrough(placesCm: readonly number[], finestCm: number): Float64Array {
  const places = [...new Set(placesCm)].sort((a, b) => a - b);
  const grading = { firstCm: finestCm, ratio: gridRatio };
  const widths = places.slice(1).flatMap((placeCm, part) => {
    const lengthCm = placeCm - (places[part] ?? 0);
    if (part === places.length - 2) return gradedWidthsCm(lengthCm, grading);
    const half = gradedWidthsCm(lengthCm / 2, grading);
    return [...half, ...half.toReversed()];
  });
  const edges = new Float64Array(widths.length + 1);
  widths.forEach((width, cell) => {
    edges[cell + 1] = (edges[cell] ?? 0) + width;
  });
  return edges;
}

function cellValues(
  radialEdges: Float64Array,
  depthEdges: Float64Array,
  valueAt: (radius: number, depth: number) => number,
): Float64Array {
  const ringCount = radialEdges.length - 1;
  const middle = (edges: Float64Array, cell: number) =>
    ((edges[cell] ?? 0) + (edges[cell + 1] ?? 0)) / 2;
  return Float64Array.from({ length: ringCount * (depthEdges.length - 1) }, (_, k) => {
    const ring = k % ringCount;
    return valueAt(middle(radialEdges, ring), middle(depthEdges, (k - ring) / ringCount));
  });
}
