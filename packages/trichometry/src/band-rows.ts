/** A strip of darkness: row by row, `2 · sideColumns + 1` columns of a pixel each. */
export interface GainStrip {
  readonly rows: number;
  /** Columns to either side of the middle one. */
  readonly sideColumns: number;
  /** Darkness as a share of the hair's less ½; 0 where another hair explains it. */
  readonly gain: Float32Array;
}

/** Bonus for lying against bare skin: of two hairs in one dark stripe each keeps to its own side. */
const edgeBonus = 0.18;

/** What each row of a strip is worth to a band of one width that covers it, wherever the band lies. */
export interface RowWorths {
  readonly strip: GainStrip;
  /** Columns that bands cover, less one: `narrow`, or one more where the band lies across pixels. */
  readonly narrow: number;
  /** Rows of the strip in turn for bands of `narrow`, then for those of one more; by the band's first column. */
  readonly worths: Float64Array;
  /** What all rows from one on can be worth at most, wherever bands lie in them. */
  readonly mostFrom: Float64Array;
}

/** Tables follow each other by the thousand, and none is used any more when the next one is made: they share this. */
let room = new Float64Array(0);

/** So much more than the sum it bounds, that the order in which it is summed does not matter. */
const boundReserve = 1e-9;

/** The worth of every row for every place of a band, worked out once for all courses across the strip. Good until the next table. */
export function tabulateRows(strip: GainStrip, widthPx: number): RowWorths {
  const { rows, sideColumns, gain } = strip;
  const columns = 2 * sideColumns + 1;
  const narrow = Math.floor(widthPx);
  if (room.length < 2 * rows * columns) room = new Float64Array(2 * rows * columns);
  const worths = room;
  const mostFrom = new Float64Array(rows + 1);
  const sums = new Float32Array(columns + 1);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    // Summed from the left end, so that a band's row costs two look-ups.
    for (let column = 0; column < columns; column++) {
      sums[column + 1] = (sums[column] ?? 0) + (gain[start + column] ?? 0);
    }
    let most = 0;
    for (let wider = 0; wider <= 1; wider++) {
      const across = narrow + wider;
      const at = wider * rows * columns + start;
      for (let left = 1; left + across <= columns - 2; left++) {
        const right = left + across;
        const inner = ((sums[right + 1] ?? 0) - (sums[left] ?? 0)) / (across + 1);
        const before = gain[start + left - 1] ?? 0;
        const after = gain[start + right + 1] ?? 0;
        const bare = -(before < after ? before : after);
        const worth = inner + (inner > 0 && bare > 0 ? edgeBonus * bare : 0);
        worths[at + left] = worth;
        if (worth > most) most = worth;
      }
    }
    mostFrom[row] = most + boundReserve;
  }
  for (let row = rows - 1; row >= 0; row--) {
    mostFrom[row] = (mostFrom[row] ?? 0) + (mostFrom[row + 1] ?? 0);
  }
  return { strip, narrow, worths, mostFrom };
}

/** A straight course across a strip: column `middle + slope · (row − rows/2)` of each row, counted from the middle one. */
export interface Course {
  readonly middle: number;
  readonly slope: number;
}

/** Where the band of a course lies in each row. The course beside it, a column further, lies a column further. */
export interface BandPlaces {
  readonly left: Int32Array;
  /** The furthest column at which such a band may begin. */
  readonly last: Int32Array;
  /** Where the row begins in `worths`. */
  readonly start: Int32Array;
}

export function layBand({ strip, narrow }: RowWorths, course: Course, widthPx: number): BandPlaces {
  const { rows, sideColumns } = strip;
  const columns = 2 * sideColumns + 1;
  const places = {
    left: new Int32Array(rows),
    last: new Int32Array(rows),
    start: new Int32Array(rows),
  };
  for (let row = 0; row < rows; row++) {
    const side = course.middle + course.slope * (row - rows / 2) + sideColumns;
    const left = Math.round(side - widthPx / 2);
    const wider = Math.round(side + widthPx / 2) - left > narrow ? 1 : 0;
    places.left[row] = left;
    places.last[row] = columns - 2 - narrow - wider;
    places.start[row] = (wider * rows + row) * columns;
  }
  return places;
}

/** Rows from the first to the last of a band, and what they are worth together. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly worth: number;
}

/** What the rows of a run are worth together. */
export function runWorth(
  { worths }: RowWorths,
  { left, last, start }: BandPlaces,
  { from, to }: Pick<Run, "from" | "to">,
): number {
  let worth = 0;
  for (let row = from; row <= to; row++) {
    const column = left[row] ?? 0;
    if (column >= 1 && column <= (last[row] ?? 0)) worth += worths[(start[row] ?? 0) + column] ?? 0;
  }
  return worth;
}

/**
 * The run that is worth most, `aside` columns from the places: Kadane's largest sum of consecutive rows. Nothing where
 * none is worth more than `least`; what cannot be any more is not followed to its end.
 */
export function bestRun(
  { worths, mostFrom }: RowWorths,
  { left, last, start }: BandPlaces,
  aside: number,
  least: number,
): Run | undefined {
  let sum = 0;
  let from = 0;
  let bestFrom = 0;
  let bestTo = 0;
  let most = least;
  for (let row = 0; row < left.length; row++) {
    if (sum + (mostFrom[row] ?? 0) < most) break;
    const column = (left[row] ?? 0) + aside;
    const isInside = column >= 1 && column <= (last[row] ?? 0);
    sum = isInside ? sum + (worths[(start[row] ?? 0) + column] ?? 0) : 0;
    if (sum <= 0) {
      sum = 0;
      from = row + 1;
    } else if (sum > most) {
      most = sum;
      bestFrom = from;
      bestTo = row;
    }
  }
  return most > least ? { from: bestFrom, to: bestTo, worth: most } : undefined;
}
