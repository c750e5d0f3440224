import { type Chain, chainLength, resampleChain, smoothChain } from "./chain.ts";
import type { CoverMap } from "./cover-map.ts";
import { type Mask, transformDistance } from "./distance-transform.ts";
import { longestPath } from "./longest-path.ts";
import type { Plane } from "./plane.ts";
import { median } from "./shaft-edges.ts";
import { thinMask } from "./skeleton.ts";

/** What a dark piece that no hair explains must be like to be a hair itself (specification section 3, step 8). */
export interface PieceLimits {
  readonly leastLengthPx: number;
  readonly leastSlenderness: number;
  readonly leastFilled: number;
}

export interface ResidualLimits extends PieceLimits {
  /** Darkness from which a pixel belongs to a piece. */
  readonly leastDarkness: number;
}

export interface ResidualHair {
  readonly chain: Chain;
  readonly widthPx: number;
}

/** Long, slender, filled dark pieces that the hairs found so far leave over: blocked hairs and siblings. */
export function findResidualHairs(
  relative: Plane,
  cover: CoverMap,
  limits: ResidualLimits,
): ResidualHair[] {
  const { width, height, values } = relative;
  const open = new Uint8Array(width * height);
  for (let i = 0; i < open.length; i++) {
    if (1 - (values[i] ?? 1) > limits.leastDarkness && cover.count[i] === 0) open[i] = 1;
  }
  return findPieces({ open, width, height }, limits);
}

/** The hairs among the pieces of a mask, which is wiped. */
export function findPieces(
  mask: { readonly open: Uint8Array; readonly width: number; readonly height: number },
  limits: PieceLimits,
): ResidualHair[] {
  const { open, width, height } = mask;
  const hairs: ResidualHair[] = [];
  for (let i = 0; i < open.length; i++) {
    if (open[i] !== 1) continue;
    const piece = takePiece(open, width, height, i);
    if (piece.pixels.length < limits.leastLengthPx) continue;
    const hair = fitHair(piece, limits);
    if (hair) hairs.push(hair);
  }
  return hairs;
}

interface Piece {
  readonly pixels: readonly number[];
  readonly stride: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The piece that a pixel belongs to, its eight neighbours included; it is wiped from the mask. */
function takePiece(open: Uint8Array, width: number, height: number, first: number): Piece {
  const pixels = [first];
  open[first] = 0;
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let next = 0; next < pixels.length; next++) {
    const at = pixels[next] ?? 0;
    const x = at % width;
    const y = (at - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const neighbour = row * width + column;
        if (open[neighbour] !== 1) continue;
        open[neighbour] = 0;
        pixels.push(neighbour);
      }
    }
  }
  return { pixels, stride: width, left, top, right, bottom };
}

/** The piece's middle line and width, or nothing where it is short, stout or ragged. */
function fitHair(piece: Piece, limits: PieceLimits): ResidualHair | undefined {
  const mask = cropPiece(piece);
  const path = longestPath(thinMask(mask));
  if (path.x.length < 2) return undefined;
  const distance = transformDistance(mask);
  const widths = path.x.map((x, i) => 2 * (distance[(path.y[i] ?? 0) * mask.width + x] ?? 0));
  const widthPx = median(widths);
  const lengthPx = chainLength(path) + widthPx;
  const isHair =
    lengthPx >= limits.leastLengthPx &&
    lengthPx >= limits.leastSlenderness * widthPx &&
    piece.pixels.length >= limits.leastFilled * lengthPx * widthPx;
  if (!isHair) return undefined;
  const placed = {
    x: path.x.map((x) => x + piece.left - 1),
    y: path.y.map((y) => y + piece.top - 1),
  };
  return { chain: smoothChain(resampleChain(placed, 2), 4), widthPx };
}

/** The piece in a mask of its own with a rim of one pixel. */
function cropPiece({ pixels, stride, left, top, right, bottom }: Piece): Mask {
  const width = right - left + 3;
  const height = bottom - top + 3;
  const inside = new Uint8Array(width * height);
  for (const at of pixels) {
    const x = at % stride;
    const y = (at - x) / stride;
    inside[(y - top + 1) * width + x - left + 1] = 1;
  }
  return { width, height, inside };
}
