import { addStraightEnds, type Chain, chainAngle } from "./chain.ts";
import type { LightModel } from "./light-model.ts";
import { samplePlane } from "./plane.ts";

/** The surroundings of a line, straightened: rows are points of the line, columns are a pixel apart across it. */
export interface Strip {
  readonly line: Chain;
  readonly rows: number;
  /** Columns to either side of the middle one. */
  readonly side: number;
  readonly columns: number;
  /** Light missing in the photo, and light that the hairs laid so far explain. */
  readonly seen: Float32Array;
  readonly others: Float32Array;
  readonly normalX: Float64Array;
  readonly normalY: Float64Array;
}

/** Reads a strip from the model, of the line as it is. */
export function readStrip(model: LightModel, line: Chain, side: number): Strip {
  const rows = line.x.length;
  const columns = 2 * side + 1;
  const seen = new Float32Array(rows * columns);
  const others = new Float32Array(rows * columns);
  const normalX = new Float64Array(rows);
  const normalY = new Float64Array(rows);
  const { width, height } = model.seen;
  for (let row = 0; row < rows; row++) {
    const angleRad = chainAngle(line, row, 6);
    const nx = -Math.sin(angleRad);
    const ny = Math.cos(angleRad);
    normalX[row] = nx;
    normalY[row] = ny;
    for (let column = 0; column < columns; column++) {
      const x = (line.x[row] ?? 0) + (column - side) * nx;
      const y = (line.y[row] ?? 0) + (column - side) * ny;
      const at = row * columns + column;
      const isInside = x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1;
      seen[at] = isInside ? samplePlane(model.seen, x, y) : 0;
      others[at] = isInside ? samplePlane(model.explained, x, y) : 0;
    }
  }
  return { line, rows, side, columns, seen, others, normalX, normalY };
}

/** The line that runs through a strip at the given offsets from its middle, from one row up to another. */
export function bendBack(
  { line, normalX, normalY }: Strip,
  offsetPx: (row: number) => number,
  { from, to }: { readonly from: number; readonly to: number },
): Chain {
  const x: number[] = [];
  const y: number[] = [];
  for (let row = from; row <= to; row++) {
    const side = offsetPx(row);
    x.push((line.x[row] ?? 0) + side * (normalX[row] ?? 0));
    y.push((line.y[row] ?? 0) + side * (normalY[row] ?? 0));
  }
  return { x, y };
}

/** The chain with straight pieces of so many points added in the direction of its ends. */
export function extendChain(chain: Chain, points: number): Chain {
  const last = chain.x.length - 1;
  const reach = Math.min(last, 12);
  const startRad = chainAngle(chain, Math.min(reach, last), reach);
  const endRad = chainAngle(chain, Math.max(0, last - reach), reach);
  return addStraightEnds(chain, points, { startRad, endRad, stepPx: 2 });
}
