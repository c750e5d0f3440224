import type { Rectangle } from "./covered-fraction.ts";
import { nearestDistanceMm, type PointGrid } from "./point-grid.ts";

/** How far the barest places of the skin are from any hole. */
export interface Gaps {
  /** 99 % of the skin is nearer to a hole than this. */
  readonly gap99Mm: number;
  readonly largestGapMm: number;
}

/** Places along a side of a square that is judged by its middle before its places are looked at. */
const squareSide = 4;

/**
 * The two gaps on a square lattice of places over the rectangle.
 *
 * Only the farthest places decide, and from one place to another no distance changes by more than the way between
 * them: a square whose middle is near a hole cannot hold one of them. So few places are looked at, and the answer is
 * that of all.
 */
export function measureGaps(grid: PointGrid, rectangle: Rectangle, sampleMm: number): Gaps {
  if (!(sampleMm > 0)) throw new RangeError(`gapSampleMm must be above 0, got ${sampleMm}`);
  const lattice = latticeOver(rectangle, sampleMm);
  const placeCount = lattice.columns * lattice.rows;
  const beyond99 = placeCount - Math.ceil(0.99 * placeCount);
  const squares = judgeSquares(grid, lattice);
  const sorted = squares.middleMm.slice().sort();
  let leastMm = 0.95 * (sorted[Math.ceil(0.99 * sorted.length) - 1] ?? 0);
  for (;;) {
    const farMm = distancesFrom(leastMm, grid, lattice, squares);
    if (farMm.length > beyond99) {
      return {
        gap99Mm: farMm[farMm.length - 1 - beyond99] ?? 0,
        largestGapMm: farMm[farMm.length - 1] ?? 0,
      };
    }
    leastMm = leastMm > sampleMm ? 0.8 * leastMm : 0;
  }
}

/** Places in the middles of equal parts of the rectangle. */
interface Lattice {
  readonly columns: number;
  readonly rows: number;
  readonly left: number;
  readonly top: number;
  readonly stepXMm: number;
  readonly stepYMm: number;
}

function latticeOver({ left, top, right, bottom }: Rectangle, sampleMm: number): Lattice {
  const columns = Math.ceil((right - left) / sampleMm);
  const rows = Math.ceil((bottom - top) / sampleMm);
  const stepXMm = (right - left) / columns;
  const stepYMm = (bottom - top) / rows;
  return { columns, rows, left: left + stepXMm / 2, top: top + stepYMm / 2, stepXMm, stepYMm };
}

interface Squares {
  readonly across: number;
  readonly down: number;
  /** From the middle of each square to the nearest hole. */
  readonly middleMm: Float64Array;
  /** From its middle to its farthest place. */
  readonly reachMm: number;
}

function judgeSquares(grid: PointGrid, lattice: Lattice): Squares {
  const { columns, rows, left, top, stepXMm, stepYMm } = lattice;
  const across = Math.ceil(columns / squareSide);
  const down = Math.ceil(rows / squareSide);
  const middle = (squareSide - 1) / 2;
  const middleMm = new Float64Array(across * down);
  for (let square = 0; square < middleMm.length; square++) {
    const column = (square % across) * squareSide + middle;
    const row = Math.floor(square / across) * squareSide + middle;
    const place = { x: left + column * stepXMm, y: top + row * stepYMm, self: -1 };
    middleMm[square] = nearestDistanceMm(grid, place);
  }
  return {
    across,
    down,
    middleMm,
    reachMm: middle * Math.sqrt(stepXMm * stepXMm + stepYMm * stepYMm),
  };
}

/** The distances of all places that are at least so far from any hole, in order. */
function distancesFrom(
  leastMm: number,
  grid: PointGrid,
  { columns, rows, left, top, stepXMm, stepYMm }: Lattice,
  { across, middleMm, reachMm }: Squares,
): Float64Array {
  const far: number[] = [];
  // A thousandth of a micrometre for rounding.
  const nearestMiddleMm = leastMm - reachMm - 1e-6;
  for (let square = 0; square < middleMm.length; square++) {
    if ((middleMm[square] ?? 0) < nearestMiddleMm) continue;
    const firstColumn = (square % across) * squareSide;
    const firstRow = Math.floor(square / across) * squareSide;
    for (let row = firstRow; row < Math.min(rows, firstRow + squareSide); row++) {
      for (
        let column = firstColumn;
        column < Math.min(columns, firstColumn + squareSide);
        column++
      ) {
        const place = { x: left + column * stepXMm, y: top + row * stepYMm, self: -1 };
        const distanceMm = nearestDistanceMm(grid, place);
        if (distanceMm >= leastMm) far.push(distanceMm);
      }
    }
  }
  return Float64Array.from(far).sort();
}
