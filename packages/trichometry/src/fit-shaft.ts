import { type BarProfile, edgeShare, edgeSlope } from "./bar-profile.ts";
import type { Chain } from "./chain.ts";
import { bendBack, type Strip } from "./hair-strip.ts";
import { solveSymmetric } from "./linear-solve.ts";
import type { Shaft } from "./shaft.ts";

export interface FitStart {
  /** Offset from the strip's middle, in pixels, by row. */
  readonly offsetPx: Float64Array;
  readonly from: number;
  readonly to: number;
  readonly halfWidthPx: number;
  readonly depth: number;
}

export interface FitLimits {
  readonly profile: BarProfile;
  readonly mostDepth: number;
  readonly mostHalfWidthPx: number;
  /** Rows between the places at which the line may bend. */
  readonly rowsPerNode: number;
  /** So many rows of bare skin end a hair. */
  readonly mostBareRows: number;
}

export interface FittedShaft extends FitStart {
  /** Rows that it explains: each counts 1 if the photo has all of its darkness there and no other hair has it too. */
  readonly gainRows: number;
}

const rounds = 2;
const steps = 3;
/** Difference of darkness, as a share of the hair's, from which a pixel is taken for something else's. */
export const strangeShare = 0.35;
/** How stiff a line is: the price of a bend of a pixel at a node, in pixels that are wholly wrong. */
const stiffness = 10;
/** Least evidence a node needs to move, in the same unit, so that it stays where a hair is hidden. */
const inertia = 0.5;
/**
 * What a row costs: a hair does not go on where nothing speaks for it. In the open a row must be this much darker than half
 * of the hair, so that the shadow of a shaft under the skin, half as dark, is left out; below other hairs little is asked.
 */
const rowPrice = { open: 0.2, covered: 0.03 };

/** Moves, widens and cuts a shaft to what the strip shows of it beside the hairs that are already explained. */
export function fitShaft(
  strip: Strip,
  start: FitStart,
  limits: FitLimits,
): FittedShaft | undefined {
  let shaft = start;
  for (let round = 0; round < rounds; round++) {
    for (let step = 0; step < steps; step++) shaft = improve(strip, shaft, limits);
    const run = bestRun(weighRows(strip, shaft, limits), shaft, limits.mostBareRows);
    if (!run) return undefined;
    shaft = { ...shaft, ...run };
    if (round === rounds - 1) return { ...shaft, gainRows: run.gainRows };
  }
  return undefined;
}

/** The shaft on the grid that a fit in a strip stands for. */
export function shaftOf(strip: Strip, { offsetPx, from, to, halfWidthPx, depth }: FitStart): Shaft {
  const chain: Chain = bendBack(strip, (row) => offsetPx[row] ?? 0, { from, to });
  return { chain, halfWidthPx, depth };
}

/** One step of Gauss and Newton for the line's nodes, its half width and its depth; strange pixels weigh little. */
function improve(strip: Strip, shaft: FitStart, limits: FitLimits): FitStart {
  const { from, to, depth, offsetPx } = shaft;
  const spans = Math.max(1, Math.round((to - from) / limits.rowsPerNode));
  const rowsPerSpan = Math.max(1, (to - from) / spans);
  const nodes = spans + 1;
  const size = nodes + 2;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  const sums = new Float64Array(9);
  for (let row = from; row <= to; row++) {
    const at = (row - from) / rowsPerSpan;
    const node = Math.min(spans - 1, Math.floor(at));
    sumRow(strip, shaft, limits, row, sums);
    addRow(matrix, right, { node, nodes, upper: at - node, sums });
  }
  const unit = depth * depth;
  for (let node = 0; node < nodes; node++) add(matrix, size, node, node, inertia * unit);
  stiffen(
    matrix,
    right,
    size,
    nodes,
    stiffness * unit,
    (node) => offsetPx[Math.round(from + node * rowsPerSpan)] ?? 0,
  );
  add(matrix, size, nodes, nodes, inertia * unit);
  add(matrix, size, nodes + 1, nodes + 1, inertia);
  const change = solveSymmetric(matrix, size, right);
  return change ? moveShaft(strip, shaft, limits, { change, spans, rowsPerSpan }) : shaft;
}

/**
 * What the pixels of a row say: sums of products of the slopes by offset (o), half width (h) and depth (d), and of those
 * with the rest (r), in the order oo, oh, od, hh, hd, dd, or, hr, dr.
 */
function sumRow(
  strip: Strip,
  { offsetPx, halfWidthPx, depth }: FitStart,
  { profile, mostDepth }: FitLimits,
  row: number,
  sums: Float64Array,
): void {
  const strange = strangeShare * depth;
  const reach = halfWidthPx + profile.spillPx;
  const middle = strip.side + (offsetPx[row] ?? 0);
  const first = Math.max(0, Math.ceil(middle - reach));
  const last = Math.min(strip.columns - 1, Math.floor(middle + reach));
  let oo = 0;
  let oh = 0;
  let od = 0;
  let hh = 0;
  let hd = 0;
  let dd = 0;
  let or = 0;
  let hr = 0;
  let dr = 0;
  for (let column = first; column <= last; column++) {
    const d = column - middle;
    const others = strip.others[row * strip.columns + column] ?? 0;
    const share = edgeShare(profile, halfWidthPx - d) - edgeShare(profile, -halfWidthPx - d);
    const predicted = others + depth * share;
    const seen = strip.seen[row * strip.columns + column] ?? 0;
    // Where hairs lie on each other and all light is gone, nothing tells where this one is.
    if (predicted >= mostDepth && seen >= 0.9 * mostDepth && others > 0.3 * depth) continue;
    const rest = seen - Math.min(mostDepth, predicted);
    const near = edgeSlope(profile, halfWidthPx - d);
    const far = edgeSlope(profile, -halfWidthPx - d);
    const weight = 1 / (1 + (rest / strange) * (rest / strange));
    const byOffset = depth * (near - far);
    const byHalf = depth * (near + far);
    oo += weight * byOffset * byOffset;
    oh += weight * byOffset * byHalf;
    od += weight * byOffset * share;
    hh += weight * byHalf * byHalf;
    hd += weight * byHalf * share;
    dd += weight * share * share;
    or += weight * byOffset * rest;
    hr += weight * byHalf * rest;
    dr += weight * share * rest;
  }
  sums.set([oo, oh, od, hh, hd, dd, or, hr, dr]);
}

/** Adds a row to the normal equations: its offset is shared between the nodes before and after it. */
function addRow(
  matrix: Float64Array,
  right: Float64Array,
  row: {
    readonly node: number;
    readonly nodes: number;
    readonly upper: number;
    readonly sums: Float64Array;
  },
): void {
  const { node, nodes, upper } = row;
  const size = nodes + 2;
  const [oo = 0, oh = 0, od = 0, hh = 0, hd = 0, dd = 0, or = 0, hr = 0, dr = 0] = row.sums;
  const shares = [
    [node, 1 - upper],
    [node + 1, upper],
  ] as const;
  for (const [a, shareA] of shares) {
    for (const [b, shareB] of shares) add(matrix, size, a, b, shareA * shareB * oo);
    add(matrix, size, a, nodes, shareA * oh);
    add(matrix, size, nodes, a, shareA * oh);
    add(matrix, size, a, nodes + 1, shareA * od);
    add(matrix, size, nodes + 1, a, shareA * od);
    right[a] = (right[a] ?? 0) + shareA * or;
  }
  add(matrix, size, nodes, nodes, hh);
  add(matrix, size, nodes, nodes + 1, hd);
  add(matrix, size, nodes + 1, nodes, hd);
  add(matrix, size, nodes + 1, nodes + 1, dd);
  right[nodes] = (right[nodes] ?? 0) + hr;
  right[nodes + 1] = (right[nodes + 1] ?? 0) + dr;
}

function moveShaft(
  strip: Strip,
  shaft: FitStart,
  { mostDepth, mostHalfWidthPx }: FitLimits,
  step: { readonly change: Float64Array; readonly spans: number; readonly rowsPerSpan: number },
): FitStart {
  const { offsetPx, halfWidthPx, depth, from } = shaft;
  const { change, spans, rowsPerSpan } = step;
  const limit = strip.side - halfWidthPx;
  const moved = Float64Array.from(offsetPx, (before, row) => {
    const at = Math.max(0, Math.min(spans, (row - from) / rowsPerSpan));
    const node = Math.min(spans - 1, Math.floor(at));
    const upper = at - node;
    const shift = (1 - upper) * (change[node] ?? 0) + upper * (change[node + 1] ?? 0);
    const after = before + Math.max(-mostShiftPx, Math.min(mostShiftPx, shift));
    return Math.max(-limit, Math.min(limit, after));
  });
  const wider = halfWidthPx + (change[spans + 1] ?? 0);
  const near = Math.max(0.7 * halfWidthPx, Math.min(1.4 * halfWidthPx, wider));
  return {
    ...shaft,
    offsetPx: moved,
    halfWidthPx: Math.max(leastHalfWidthPx, Math.min(mostHalfWidthPx, near)),
    depth: Math.max(leastDepth, Math.min(mostDepth, depth + (change[spans + 2] ?? 0))),
  };
}

/** No step goes further; none ends thinner or fainter than anything that could be seen. */
const mostShiftPx = 3;
const leastHalfWidthPx = 0.8;
const leastDepth = 0.04;

function add(matrix: Float64Array, size: number, row: number, column: number, value: number): void {
  matrix[row * size + column] = (matrix[row * size + column] ?? 0) + value;
}

/** Prices every second difference of the offsets at the nodes. */
function stiffen(
  matrix: Float64Array,
  right: Float64Array,
  size: number,
  nodes: number,
  price: number,
  offsetAt: (node: number) => number,
): void {
  const second = [1, -2, 1];
  for (let node = 1; node + 1 < nodes; node++) {
    const bend = offsetAt(node - 1) - 2 * offsetAt(node) + offsetAt(node + 1);
    for (let i = 0; i < 3; i++) {
      const a = node - 1 + i;
      right[a] = (right[a] ?? 0) - price * (second[i] ?? 0) * bend;
      for (let j = 0; j < 3; j++) {
        add(matrix, size, a, node - 1 + j, price * (second[i] ?? 0) * (second[j] ?? 0));
      }
    }
  }
}

interface RowWeights {
  /** By how much a row is better explained with the hair than without, in rows of such a hair: −1 … 1. */
  readonly gains: Float64Array;
  /** Share of the hair's darkness in a row that no other hair has already. */
  readonly open: Float64Array;
}

function weighRows(
  strip: Strip,
  { offsetPx, halfWidthPx, depth }: FitStart,
  { profile, mostDepth }: FitLimits,
): RowWeights {
  const gains = new Float64Array(strip.rows);
  const open = new Float64Array(strip.rows);
  const reach = halfWidthPx + profile.sigmaPx;
  for (let row = 0; row < strip.rows; row++) {
    const middle = strip.side + (offsetPx[row] ?? 0);
    const first = Math.max(0, Math.ceil(middle - reach));
    const last = Math.min(strip.columns - 1, Math.floor(middle + reach));
    let gain = 0;
    let whole = 0;
    let own2 = 0;
    for (let column = first; column <= last; column++) {
      const d = column - middle;
      const own =
        depth * (edgeShare(profile, halfWidthPx - d) - edgeShare(profile, -halfWidthPx - d));
      const others = Math.min(mostDepth, strip.others[row * strip.columns + column] ?? 0);
      const both = Math.min(mostDepth, others + own);
      const seen = strip.seen[row * strip.columns + column] ?? 0;
      gain += (both - others) * (2 * seen - others - both);
      own2 += (both - others) * (both - others);
      whole += own * own;
    }
    gains[row] = whole > 0 ? Math.max(-1, Math.min(1, gain / whole)) : 0;
    open[row] = whole > 0 ? own2 / whole : 0;
  }
  return { gains, open };
}

/**
 * The stretch of rows with the largest sum of gains less the price of its rows, among those that meet the shaft. Bare skin
 * ends it: a hair is one piece, and the tip of one hair often points at the root of the next.
 */
function bestRun(
  { gains, open }: RowWeights,
  { from, to }: FitStart,
  mostBareRows: number,
): { readonly from: number; readonly to: number; readonly gainRows: number } | undefined {
  let best: { from: number; to: number; worth: number } | undefined;
  let start = 0;
  let sum = 0;
  let bare = 0;
  for (let row = 0; row < gains.length; row++) {
    const gain = gains[row] ?? 0;
    bare = gain < bareGain ? bare + 1 : 0;
    sum += gain - rowPrice.covered - rowPrice.open * (open[row] ?? 0);
    if (sum <= 0 || bare >= mostBareRows) {
      sum = 0;
      start = row + 1;
    } else if (start <= to && row >= from && (!best || sum > best.worth)) {
      best = { from: start, to: row, worth: sum };
    }
  }
  if (!best || best.to - best.from < leastRows) return undefined;
  let gainRows = 0;
  for (let row = best.from; row <= best.to; row++) gainRows += gains[row] ?? 0;
  return { from: best.from, to: best.to, gainRows };
}

/** A row that a hair explains this badly is less than a quarter as dark as the hair. */
const bareGain = -0.5;
const leastRows = 6;
