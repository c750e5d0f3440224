import type { Points } from "./distance-map.ts";

/** Points sorted into square cells, so that the nearest one is found by looking at a few cells only. */
export interface PointGrid {
  readonly columns: number;
  readonly rows: number;
  readonly cellMm: number;
  /** Points of cell c stand from `starts[c]` up to `starts[c + 1]`. */
  readonly starts: Int32Array;
  /** x and y of the points, two numbers each, cell after cell. */
  readonly places: Float64Array;
}

/** Points per cell on average: with fewer most cells are empty, with more the search in a cell gets long. */
const pointsPerCell = 2;

/** Sorts the points of a rectangle from (0, 0) by counting; every point must lie inside it. */
export function buildPointGrid(points: Points, widthMm: number, heightMm: number): PointGrid {
  if (!(widthMm > 0 && heightMm > 0)) {
    throw new RangeError(`widthMm and heightMm must be above 0, got ${widthMm} and ${heightMm}`);
  }
  const { values, stride, count } = points;
  const cellMm = Math.sqrt((widthMm * heightMm * pointsPerCell) / Math.max(count, 1));
  const columns = Math.ceil(widthMm / cellMm);
  const rows = Math.ceil(heightMm / cellMm);

  const cells = new Int32Array(count);
  const starts = new Int32Array(columns * rows + 1);
  for (let i = 0; i < count; i++) {
    const x = values[i * stride] ?? Number.NaN;
    const y = values[i * stride + 1] ?? Number.NaN;
    if (!(x >= 0 && y >= 0 && x <= widthMm && y <= heightMm)) {
      throw new RangeError(
        `point ${i} must lie inside ${widthMm} × ${heightMm} mm, got ${x}, ${y}`,
      );
    }
    const column = Math.min(columns - 1, Math.floor(x / cellMm));
    const row = Math.min(rows - 1, Math.floor(y / cellMm));
    const cell = row * columns + column;
    cells[i] = cell;
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  }
  for (let cell = 0; cell < columns * rows; cell++) {
    starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
  }

  const next = starts.slice();
  const places = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    const cell = cells[i] ?? 0;
    const to = next[cell] ?? 0;
    next[cell] = to + 1;
    places[2 * to] = values[i * stride] ?? 0;
    places[2 * to + 1] = values[i * stride + 1] ?? 0;
  }
  return { columns, rows, cellMm, starts, places };
}

/**
 * Distance from a place to the nearest point of the grid, looking at wider and wider rings of cells until no ring
 * further out can hold a nearer one.
 *
 * @param self index in `places` of the point that is not its own neighbour; −1 for any other place
 * @returns Infinity where there is no point
 */
export function nearestDistanceMm(grid: PointGrid, place: { x: number; y: number; self: number }) {
  const { columns, rows, cellMm } = grid;
  const column = Math.max(0, Math.min(columns - 1, Math.floor(place.x / cellMm)));
  const row = Math.max(0, Math.min(rows - 1, Math.floor(place.y / cellMm)));
  const furthest = Math.max(columns, rows);
  let square = Infinity;
  for (let ring = 0; ring <= furthest; ring++) {
    // Everything in this ring is at least ring − 1 cells away.
    const leastMm = (ring - 1) * cellMm;
    if (ring > 0 && leastMm * leastMm >= square) break;
    const lowRow = row - ring;
    const highRow = row + ring;
    for (let r = Math.max(0, lowRow); r <= Math.min(rows - 1, highRow); r++) {
      const isWholeRow = r === lowRow || r === highRow;
      const stepColumns = isWholeRow || ring === 0 ? 1 : 2 * ring;
      for (let c = column - ring; c <= column + ring; c += stepColumns) {
        if (c < 0 || c >= columns) continue;
        square = nearestInCell(grid, r * columns + c, place, square);
      }
    }
  }
  return Math.sqrt(square);
}

function nearestInCell(
  { starts, places }: PointGrid,
  cell: number,
  { x, y, self }: { x: number; y: number; self: number },
  best: number,
): number {
  let square = best;
  const end = starts[cell + 1] ?? 0;
  for (let i = starts[cell] ?? 0; i < end; i++) {
    if (i === self) continue;
    const dx = (places[2 * i] ?? 0) - x;
    const dy = (places[2 * i + 1] ?? 0) - y;
    const candidate = dx * dx + dy * dy;
    if (candidate < square) square = candidate;
  }
  return square;
}
