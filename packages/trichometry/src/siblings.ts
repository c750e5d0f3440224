import {
  bestRun,
  type Course,
  type GainStrip,
  layBand,
  type Run,
  runWorth,
  tabulateRows,
} from "./band-rows.ts";
import { addStraightEnds, type Chain, chainAngle } from "./chain.ts";
import type { CoverMap } from "./cover-map.ts";
import { type Plane, samplePlane } from "./plane.ts";

/** A hair found in a strip: from row to row, its middle moving evenly across. */
export interface Sibling {
  readonly chain: Chain;
  /** Rows it explains, each counted by how much darker than half a hair it is: at most ½ a row. */
  readonly worth: number;
}

interface StripOrder {
  readonly chain: Chain;
  /** Width of one hair, in pixels. */
  readonly widthPx: number;
  readonly contrast: number;
  /** Points of the chain that are sought beyond either of its ends. */
  readonly extraPoints: number;
  /** Fewest rows a hair must explain to count. */
  readonly leastRows: number;
}

/** How far to both sides of the line hairs are sought, in hair widths. */
const sideWidths = 2.2;
const mostSiblings = 4;
/** Share of a row that a hair beside others must explain anew. */
const leastWorthPerRow = 0.2;
const leastNewPerRow = 0.07;
/** Steepest course across the strip, in pixels a pixel: about 25°. */
const steepest = 0.45;
const slopeSteps = 6;

/**
 * How many hairs of one width lie side by side along a line, and where.
 *
 * The surroundings of the line are straightened into a strip; in it hairs are straight even where the line bends. A
 * hair is a band of the given width; each of its rows is worth the darkness that it newly explains less one half, so
 * bare skin costs and darkness that another hair explains is free. One band more is tried, all are laid anew in turn
 * with the others in place, and the band stays if what all explain together has grown enough.
 */
export function findSiblings(relative: Plane, cover: CoverMap, order: StripOrder): Sibling[] {
  const strip = straighten(relative, cover, order);
  const search = rememberBands(strip, order.widthPx);
  let bands: readonly Band[] = [];
  for (let count = 1; count <= mostSiblings; count++) {
    const more = layBands(strip, bands, order.widthPx, search);
    const last = more.toSorted((a, b) => a.worth - b.worth)[0];
    if (more.length < count || !last) break;
    const grown = totalWorth(more) - totalWorth(bands);
    const rows = last.to - last.from + 1;
    if (grown < Math.max(leastWorthPerRow * order.leastRows, count > 1 ? leastNewPerRow * rows : 0))
      break;
    bands = more;
  }
  return bands.map((band) => ({ chain: bendBack(strip, band), worth: band.worth }));
}

const refits = 2;

/** The bands and one more, each laid anew in turn with the others in place. */
function layBands(
  strip: Strip,
  bands: readonly Band[],
  widthPx: number,
  search: (others: readonly Band[]) => Band | undefined,
): Band[] {
  let laid = [...bands];
  const extra = search(laid);
  if (!extra) return laid;
  laid = [...laid, extra];
  if (laid.length === 1) return laid;
  for (let round = 0; round < refits; round++) {
    for (let i = 0; i < laid.length; i++) {
      const others = laid.filter((_, j) => j !== i);
      const again = search(others);
      if (again) laid[i] = again;
    }
  }
  // What each explains beyond those before it, so that the sum counts nothing twice.
  return laid.map((band, i) => ({
    ...band,
    worth: bandWorth(withoutBands(strip, laid.slice(0, i), widthPx), band, widthPx),
  }));
}

/** The search for one band more beside others, done once for the same others: laying anew often moves nothing. */
function rememberBands(
  strip: Strip,
  widthPx: number,
): (others: readonly Band[]) => Band | undefined {
  const found = new Map<string, Band | undefined>();
  return (others) => {
    const key = others.map(({ middle, slope, from, to }) => [middle, slope, from, to]).join(";");
    if (!found.has(key)) found.set(key, findBand(withoutBands(strip, others, widthPx), widthPx));
    return found.get(key);
  };
}

function totalWorth(bands: readonly Band[]): number {
  return bands.reduce((sum, { worth }) => sum + worth, 0);
}

function withoutBands(strip: Strip, bands: readonly Band[], widthPx: number): Strip {
  if (bands.length === 0) return strip;
  const open = { ...strip, gain: strip.gain.slice() };
  for (const band of bands) takeBand(open, band, widthPx);
  return open;
}

function bandWorth(strip: Strip, band: Band, widthPx: number): number {
  const table = tabulateRows(strip, widthPx);
  return runWorth(table, layBand(table, band, widthPx), band);
}

interface Strip extends GainStrip {
  readonly line: Chain;
  readonly normalX: Float64Array;
  readonly normalY: Float64Array;
}

function straighten(
  relative: Plane,
  cover: CoverMap,
  { chain, widthPx, contrast, extraPoints }: StripOrder,
): Strip {
  const line = extendChain(chain, extraPoints);
  const rows = line.x.length;
  const sideColumns = Math.ceil(sideWidths * widthPx);
  const columns = 2 * sideColumns + 1;
  const gain = new Float32Array(rows * columns);
  const normalX = new Float64Array(rows);
  const normalY = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const angleRad = chainAngle(line, row, 6);
    const nx = -Math.sin(angleRad);
    const ny = Math.cos(angleRad);
    normalX[row] = nx;
    normalY[row] = ny;
    for (let column = 0; column < columns; column++) {
      const x = (line.x[row] ?? 0) + (column - sideColumns) * nx;
      const y = (line.y[row] ?? 0) + (column - sideColumns) * ny;
      gain[row * columns + column] = gainAt(relative, cover, x, y, contrast);
    }
  }
  return { rows, sideColumns, gain, line, normalX, normalY };
}

function gainAt(relative: Plane, cover: CoverMap, x: number, y: number, contrast: number): number {
  if (x < 0 || y < 0 || x > relative.width - 1 || y > relative.height - 1) return -0.5;
  const share = (1 - samplePlane(relative, x, y)) / contrast - 0.5;
  const gain = Math.max(-0.5, Math.min(0.5, share));
  const covered = (cover.count[Math.round(y) * cover.width + Math.round(x)] ?? 0) > 0;
  return covered ? Math.min(0, gain) : gain;
}

/** The chain with straight pieces added in the direction of its ends. */
function extendChain(chain: Chain, points: number): Chain {
  const last = chain.x.length - 1;
  const startRad = chainAngle(chain, Math.min(4, last), 6);
  const endRad = chainAngle(chain, Math.max(0, last - 4), 6);
  const stepPx = Math.hypot(
    (chain.x[1] ?? 0) - (chain.x[0] ?? 0),
    (chain.y[1] ?? 0) - (chain.y[0] ?? 0),
  );
  return addStraightEnds(chain, points, { startRad, endRad, stepPx });
}

/** A hair's course across the strip, and the rows that it explains. */
interface Band extends Course, Run {}

function findBand(strip: Strip, widthPx: number): Band | undefined {
  const table = tabulateRows(strip, widthPx);
  const half = widthPx / 2;
  const limit = strip.sideColumns - half - 1;
  const mostSlope = Math.min(steepest, (2 * limit) / Math.max(1, strip.rows));
  // The course along the line itself is near the best: whatever is worth less need not be followed to its end.
  const along = layBand(table, { middle: -limit, slope: 0 }, widthPx);
  const least = bestRun(table, along, Math.round(limit), 0)?.worth ?? 0;
  let best: Band | undefined;
  for (let k = -slopeSteps; k <= slopeSteps; k++) {
    const slope = (k / slopeSteps) * mostSlope * rowPx(strip);
    const places = layBand(table, { middle: -limit, slope }, widthPx);
    for (let aside = 0; aside - limit <= limit; aside++) {
      const run = bestRun(table, places, aside, best?.worth ?? (1 - 1e-9) * least);
      if (run) best = { middle: aside - limit, slope, ...run };
    }
  }
  return best;
}

function rowPx({ line }: Strip): number {
  return Math.hypot((line.x[1] ?? 0) - (line.x[0] ?? 0), (line.y[1] ?? 0) - (line.y[0] ?? 0));
}

/** Darkness under a band is explained from now on; light that it covers stays a cost for others. */
function takeBand({ rows, sideColumns, gain }: Strip, band: Band, widthPx: number): void {
  const columns = 2 * sideColumns + 1;
  const half = widthPx / 2 + 0.5;
  for (let row = band.from; row <= band.to; row++) {
    const centre = band.middle + band.slope * (row - rows / 2) + sideColumns;
    const right = Math.min(columns - 1, Math.round(centre + half));
    for (let column = Math.max(0, Math.round(centre - half)); column <= right; column++) {
      gain[row * columns + column] = Math.min(0, gain[row * columns + column] ?? 0);
    }
  }
}

function bendBack({ rows, line, normalX, normalY }: Strip, band: Band): Chain {
  const x: number[] = [];
  const y: number[] = [];
  for (let row = band.from; row <= band.to; row++) {
    const side = band.middle + band.slope * (row - rows / 2);
    x.push((line.x[row] ?? 0) + side * (normalX[row] ?? 0));
    y.push((line.y[row] ?? 0) + side * (normalY[row] ?? 0));
  }
  return { x, y };
}
