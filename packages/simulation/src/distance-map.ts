/** Points on the skin in one array: point i has x at `i * stride` and y right after it, in mm. */
export interface Points {
  readonly values: Float64Array;
  readonly stride: number;
  readonly count: number;
}

/** How far every pixel of a rectangle of skin is from the nearest hole. */
export interface DistanceMap {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelMm: number;
  /** Square of the distance in pixels, row by row from y = 0: whole numbers, so nothing is rounded. */
  readonly squaredPx: Int32Array;
  readonly largestSquaredPx: number;
}

export interface DistanceStatistics {
  readonly meanMm: number;
  /** Distance that 95 % of the skin does not exceed. */
  readonly p95Mm: number;
  readonly largestMm: number;
  /** Share of the skin nearer to a hole than 0.25 mm and 0.5 mm; a pixel on the rim counts with its part. */
  readonly within025Fraction: number;
  readonly within05Fraction: number;
  /** The same by whole pixels whose middle is nearer: too little, because many middles lie right on the rim. */
  readonly middlesWithin025Fraction: number;
  readonly middlesWithin05Fraction: number;
}

/** The rectangle from (0, 0) that is mapped, and the size of a pixel. */
export interface MapFrame {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly pixelMm: number;
}

/** Pixels along a side at most: twice the square of both sides together still fits into 31 bits. */
const sideLimitPx = 8192;

/** Share of a pixel by which a side may fall short of a whole number of pixels, because 0.05 is no binary fraction. */
const pixelTolerance = 1e-6;

/**
 * The distance of every pixel to the nearest hole, exact for holes that lie on pixels.
 *
 *     D²(x, y) = min over columns c of (x − c)² + g²(c, y),   g = distance to the nearest hole up or down column c
 *
 * Holes outside the frame are left out. Two passes over the pixels, 4 bytes a pixel; the time grows with the number of
 * pixels and not with the number of holes. The minimum is separated as by Saito and Toriwaki (1994) and found in a row
 * as by Felzenszwalb and Huttenlocher (2012), with one change: the lower envelope of the parabolas is the lower convex
 * hull of the points (c, c² + g²), which needs products of whole numbers where the envelope needs divisions.
 */
export function mapDistances(points: Points, frame: MapFrame): DistanceMap {
  const { pixelMm } = frame;
  if (!(pixelMm > 0)) throw new RangeError(`pixelMm must be above 0, got ${pixelMm}`);
  const widthPx = countPixels("widthMm", frame.widthMm, pixelMm);
  const heightPx = countPixels("heightMm", frame.heightMm, pixelMm);

  const squaredPx = new Int32Array(widthPx * heightPx).fill(widthPx + heightPx);
  const raster = { widthPx, heightPx, squaredPx };
  if (markHoles(points, frame, raster) === 0) {
    throw new RangeError(`points must hold at least 1 inside the frame, got 0 of ${points.count}`);
  }
  measureDown(raster);
  return { ...raster, pixelMm, largestSquaredPx: measureUpAndAcross(raster) };
}

type Raster = Pick<DistanceMap, "widthPx" | "heightPx" | "squaredPx">;

function countPixels(name: string, sideMm: number, pixelMm: number): number {
  const pixels = Math.floor(sideMm / pixelMm + pixelTolerance);
  if (!(pixels >= 1 && pixels <= sideLimitPx)) {
    throw new RangeError(
      `${name} must be 1 to ${sideLimitPx} pixels of ${pixelMm} mm, got ${sideMm}`,
    );
  }
  return pixels;
}

/** Writes 0 where a hole is; every other pixel already says "further than the frame is wide". */
function markHoles(points: Points, frame: MapFrame, raster: Raster): number {
  const { values, stride, count } = points;
  const { widthMm, heightMm, pixelMm } = frame;
  const { widthPx, heightPx, squaredPx } = raster;
  let marked = 0;
  for (let i = 0; i < count; i++) {
    const x = values[i * stride] ?? Number.NaN;
    const y = values[i * stride + 1] ?? Number.NaN;
    if (!(x >= 0 && y >= 0 && x < widthMm && y < heightMm)) continue;
    const column = Math.floor(x / pixelMm);
    const row = Math.floor(y / pixelMm);
    if (column >= widthPx || row >= heightPx) continue;
    squaredPx[row * widthPx + column] = 0;
    marked++;
  }
  return marked;
}

/** First pass, downwards: pixels since the last hole above in the same column. */
function measureDown({ widthPx, squaredPx }: Raster): void {
  for (let i = widthPx; i < squaredPx.length; i++) {
    const further = (squaredPx[i - widthPx] ?? 0) + 1;
    if (further < (squaredPx[i] ?? 0)) squaredPx[i] = further;
  }
}

/**
 * Second pass, upwards: the nearer of the holes above and below every pixel of a row, then across the row.
 *
 * @returns the largest square of all
 */
function measureUpAndAcross({ widthPx, heightPx, squaredPx }: Raster): number {
  const far = widthPx + heightPx;
  const columns: Columns = {
    distance: new Int32Array(widthPx).fill(far),
    square: new Int32Array(widthPx + 2).fill(far * far),
    kept: new Int32Array(widthPx + 1),
  };
  const hull: Hull = { x: new Float64Array(widthPx), height: new Float64Array(widthPx) };

  let largest = far * far;
  let largestOfAll = 0;
  for (let start = squaredPx.length - widthPx; start >= 0; start -= widthPx) {
    const row = squaredPx.subarray(start, start + widthPx);
    measureColumns(row, columns);
    // From one row to the next no distance grows by more than a pixel: (D + 1)² = D² + 2D + 1.
    const limit = Math.ceil(largest + 2 * Math.sqrt(largest) + 1);
    const keptCount = keepColumns(columns, limit);
    const hullCount = buildHull(columns, keptCount, hull);
    largest = fillRow(row, hull, hullCount);
    if (largest > largestOfAll) largestOfAll = largest;
  }
  return largestOfAll;
}

/** What is known of the columns in one row. */
interface Columns {
  /** Pixels to the nearest hole up or down the column. */
  readonly distance: Int32Array;
  /** Its square, at `x + 1`; the two ends stand for columns beyond the frame. */
  readonly square: Int32Array;
  /** The columns that may be nearest to some pixel of the row. */
  readonly kept: Int32Array;
}

/** Corners of the lower convex hull of (x, x² + square), from left to right. */
interface Hull {
  readonly x: Float64Array;
  readonly height: Float64Array;
}

/**
 * The minimum is taken with the sign bit, without a branch: whether the hole above or the one below is nearer is a
 * coin toss that a processor cannot foresee.
 */
function measureColumns(row: Int32Array, { distance, square }: Columns): void {
  for (let x = 0; x < row.length; x++) {
    const below = (distance[x] ?? 0) + 1;
    const difference = (row[x] ?? 0) - below;
    const nearer = below + (difference & (difference >> 31));
    distance[x] = nearer;
    square[x + 1] = Math.imul(nearer, nearer);
  }
}

/**
 * Keeps the columns that no simple reason rules out: the hole is not further up or down than any distance in the row
 * can be, and the point lies below the line between its two neighbours. Again by sign bits, because it is a coin toss.
 */
function keepColumns({ square, kept }: Columns, limit: number): number {
  let count = 0;
  let left = square[0] ?? 0;
  let here = square[1] ?? 0;
  for (let x = 0; x < square.length - 2; x++) {
    const right = square[x + 2] ?? 0;
    kept[count] = x;
    count += ((2 * here - left - right - 2) & (here - limit - 1)) >>> 31;
    left = here;
    here = right;
  }
  return count;
}

/** Adds one point after the other; a corner that the new point leaves above the line is taken back. */
function buildHull({ square, kept }: Columns, keptCount: number, hull: Hull): number {
  let count = 0;
  for (let i = 0; i < keptCount; i++) {
    const x = kept[i] ?? 0;
    const height = (square[x + 1] ?? 0) + x * x;
    while (count > 1) {
      const cornerX = hull.x[count - 1] ?? 0;
      const cornerHeight = hull.height[count - 1] ?? 0;
      const rise = (height - cornerHeight) * (cornerX - (hull.x[count - 2] ?? 0));
      if (rise > (cornerHeight - (hull.height[count - 2] ?? 0)) * (x - cornerX)) break;
      count--;
    }
    hull.x[count] = x;
    hull.height[count] = height;
    count++;
  }
  return count;
}

/**
 * Writes the squared distances of a row, corner after corner: corner c is nearest as long as
 * 2x ≤ slope of the edge to the next corner.
 *
 * @returns the largest of them; between the ends of a corner's stretch the square only dips, so the ends suffice
 */
function fillRow(row: Int32Array, hull: Hull, hullCount: number): number {
  let largest = 0;
  let x = 0;
  for (let k = 0; k < hullCount; k++) {
    const column = hull.x[k] ?? 0;
    const height = hull.height[k] ?? 0;
    const nextColumn = hull.x[k + 1] ?? 0;
    const nextHeight = hull.height[k + 1] ?? 0;
    const slope = k + 1 < hullCount ? (nextHeight - height) / (nextColumn - column) : Infinity;
    const end = Math.min(row.length, Math.ceil(slope / 2));
    if (x >= end) continue;

    const square = height - column * column;
    largest = Math.max(largest, square + (x - column) ** 2, square + (end - 1 - column) ** 2);
    for (; x < end; x++) row[x] = square + (x - column) * (x - column);
  }
  return largest;
}

/** Squares that are counted at once; more come in several rounds, so that a nearly empty map needs no more memory. */
const countedSquares = 1 << 16;

/** What the map says in a few numbers. Equal squares are counted together, so every root is taken once. */
export function summariseDistances(map: DistanceMap): DistanceStatistics {
  const { squaredPx, pixelMm, largestSquaredPx: largest } = map;
  const pixelCount = squaredPx.length;
  const counts = new Uint32Array(Math.min(countedSquares, largest + 1));
  let sumMm = 0;
  let seen = 0;
  let p95Mm = 0;
  const within = [0.25, 0.5].map((radiusMm) => ({ radiusMm, area: 0, middles: 0 }));
  for (let first = 0; first <= largest; first += counts.length) {
    if (largest < counts.length) countAll(squaredPx, counts);
    else countFrom(first, squaredPx, counts);
    for (let at = 0; at < counts.length; at++) {
      const count = counts[at] ?? 0;
      if (count === 0) continue;
      const distanceMm = Math.sqrt(first + at) * pixelMm;
      if (seen < 0.95 * pixelCount) p95Mm = distanceMm;
      seen += count;
      sumMm += count * distanceMm;
      for (const disc of within) {
        disc.area += count * shareInside(distanceMm, disc.radiusMm, pixelMm);
        if (distanceMm < disc.radiusMm) disc.middles += count;
      }
    }
  }
  const [quarter, half] = within;
  return {
    meanMm: sumMm / pixelCount,
    p95Mm,
    largestMm: Math.sqrt(largest) * pixelMm,
    within025Fraction: (quarter?.area ?? 0) / pixelCount,
    within05Fraction: (half?.area ?? 0) / pixelCount,
    middlesWithin025Fraction: (quarter?.middles ?? 0) / pixelCount,
    middlesWithin05Fraction: (half?.middles ?? 0) / pixelCount,
  };
}

/** Part of a pixel that lies inside a disc, from how far its middle is inside the rim. */
function shareInside(distanceMm: number, radiusMm: number, pixelMm: number): number {
  return Math.max(0, Math.min(1, 0.5 + (radiusMm - distanceMm) / pixelMm));
}

/** How many pixels have each square; two tallies, because one would wait for itself where neighbours are equal. */
function countAll(squaredPx: Int32Array, counts: Uint32Array): void {
  const others = new Uint32Array(counts.length);
  const last = squaredPx.length - 1;
  for (let i = 0; i < last; i += 2) {
    const here = squaredPx[i] ?? 0;
    const next = squaredPx[i + 1] ?? 0;
    counts[here] = (counts[here] ?? 0) + 1;
    others[next] = (others[next] ?? 0) + 1;
  }
  if (last % 2 === 0) {
    const here = squaredPx[last] ?? 0;
    counts[here] = (counts[here] ?? 0) + 1;
  }
  for (let square = 0; square < counts.length; square++) {
    counts[square] = (counts[square] ?? 0) + (others[square] ?? 0);
  }
}

/** The same for the squares from `first` on, as many as there is room for. */
function countFrom(first: number, squaredPx: Int32Array, counts: Uint32Array): void {
  counts.fill(0);
  for (let i = 0; i < squaredPx.length; i++) {
    const at = (squaredPx[i] ?? 0) - first;
    if (at >= 0 && at < counts.length) counts[at] = (counts[at] ?? 0) + 1;
  }
}
