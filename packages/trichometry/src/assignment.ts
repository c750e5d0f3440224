/** A possible partner, and what the pair costs; the lower the better. */
export interface Edge {
  readonly first: number;
  readonly second: number;
  readonly cost: number;
}

/**
 * The one-to-one pairing that costs least in all, where staying alone costs `aloneCost` on either side.
 *
 * Shortest augmenting paths over the given edges (Jonker and Volgenant 1987), with a place of its own for every first
 * member to stay alone in.
 *
 * @returns for each first member its partner, or −1
 */
export function assignPairs(
  { firstCount, secondCount }: { readonly firstCount: number; readonly secondCount: number },
  edges: readonly Edge[],
  aloneCost: number,
): Int32Array {
  const columns = secondCount + firstCount;
  const costs = new Float64Array(firstCount * columns).fill(Number.POSITIVE_INFINITY);
  for (const { first, second, cost } of edges) costs[first * columns + second] = cost;
  // A pair leaves nobody alone; without it two are.
  for (let row = 0; row < firstCount; row++) {
    costs[row * columns + secondCount + row] = 2 * aloneCost;
  }
  const state: Matching = {
    columns,
    costs,
    rowOf: new Int32Array(columns).fill(-1),
    columnOf: new Int32Array(firstCount).fill(-1),
    rowPrice: new Float64Array(firstCount),
    columnPrice: new Float64Array(columns),
  };
  for (let row = 0; row < firstCount; row++) augment(state, row);
  return state.columnOf.map((column) => (column < secondCount ? column : -1));
}

interface Matching {
  readonly columns: number;
  readonly costs: Float64Array;
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
}

/** Finds the cheapest way to give a free row a column, moving others along the way (Dijkstra on reduced costs). */
function augment(state: Matching, start: number): void {
  const { columns, costs, rowOf, columnOf, rowPrice, columnPrice } = state;
  const distance = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(columns).fill(-1);
  const isDone = new Uint8Array(columns);
  let row = start;
  let reached = 0;
  let free = -1;
  while (free < 0) {
    let nearest = -1;
    for (let column = 0; column < columns; column++) {
      if (isDone[column] === 1) continue;
      const cost = costs[row * columns + column] ?? Number.POSITIVE_INFINITY;
      const through = reached + cost - (rowPrice[row] ?? 0) - (columnPrice[column] ?? 0);
      if (through < (distance[column] ?? 0)) {
        distance[column] = through;
        cameFrom[column] = row;
      }
      if (nearest < 0 || (distance[column] ?? 0) < (distance[nearest] ?? 0)) nearest = column;
    }
    reached = distance[nearest] ?? 0;
    isDone[nearest] = 1;
    const owner = rowOf[nearest] ?? -1;
    if (owner < 0) free = nearest;
    else row = owner;
  }
  rowPrice[start] = (rowPrice[start] ?? 0) + reached;
  for (let column = 0; column < columns; column++) {
    if (isDone[column] !== 1 || column === free) continue;
    const rise = reached - (distance[column] ?? 0);
    const owner = rowOf[column] ?? 0;
    rowPrice[owner] = (rowPrice[owner] ?? 0) + rise;
    columnPrice[column] = (columnPrice[column] ?? 0) - rise;
  }
  for (let column = free; column >= 0; ) {
    const from = cameFrom[column] ?? start;
    const next = columnOf[from] ?? -1;
    rowOf[column] = from;
    columnOf[from] = column;
    column = from === start ? -1 : next;
  }
}
