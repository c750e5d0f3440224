import { type Chain, resampleChain } from "./chain.ts";

/** How many hairs already lie on each grid pixel. */
export interface CoverMap {
  readonly width: number;
  readonly height: number;
  readonly count: Uint8Array;
  /** Which painting touched a pixel last, so that one hair counts once where its pieces overlap. */
  readonly stamp: Uint8Array;
  lastStamp: number;
}

export function createCoverMap(width: number, height: number): CoverMap {
  const pixels = width * height;
  return {
    width,
    height,
    count: new Uint8Array(pixels),
    stamp: new Uint8Array(pixels),
    lastStamp: 0,
  };
}

/** Lays a hair of the given width on the map, or takes it away again with `change` −1. */
export function paintHair(map: CoverMap, chain: Chain, widthPx: number, change: 1 | -1): void {
  const { count } = map;
  const pixels = listPixels(map, chain, widthPx);
  for (let i = 0; i < pixels.length; i++) {
    const at = pixels[i] ?? 0;
    count[at] = Math.max(0, (count[at] ?? 0) + change);
  }
}

/** Share of a hair's pixels that other hairs already lie on. */
export function coveredShare(map: CoverMap, chain: Chain, widthPx: number): number {
  const pixels = listPixels(map, chain, widthPx);
  let covered = 0;
  for (let i = 0; i < pixels.length; i++) if ((map.count[pixels[i] ?? 0] ?? 0) > 0) covered++;
  return pixels.length === 0 ? 1 : covered / pixels.length;
}

/** Every pixel within half a width of the line, once; the ends are cut straight. */
function listPixels(map: CoverMap, chain: Chain, widthPx: number): readonly number[] {
  const { x, y } = resampleChain(chain, Math.max(2, widthPx / 2));
  const pixels: number[] = [];
  nextStamp(map);
  for (let i = 1; i < x.length; i++) {
    const piece = { fromX: x[i - 1] ?? 0, fromY: y[i - 1] ?? 0, toX: x[i] ?? 0, toY: y[i] ?? 0 };
    listPiece(map, piece, Math.max(0.6, widthPx / 2), pixels);
  }
  return pixels;
}

/** A byte tells 255 paintings apart; then all are forgotten. */
function nextStamp(map: CoverMap): void {
  if (map.lastStamp === 255) {
    map.stamp.fill(0);
    map.lastStamp = 0;
  }
  map.lastStamp++;
}

function listPiece(
  map: CoverMap,
  { fromX, fromY, toX, toY }: Readonly<Record<"fromX" | "fromY" | "toX" | "toY", number>>,
  reach: number,
  pixels: number[],
): void {
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (length === 0) return;
  const alongX = (toX - fromX) / length;
  const alongY = (toY - fromY) / length;
  const bottom = Math.min(map.height - 1, Math.max(fromY, toY) + reach);
  const leftmost = Math.max(0, Math.min(fromX, toX) - reach);
  const rightmost = Math.min(map.width - 1, Math.max(fromX, toX) + reach);
  // Where a row meets the strip of half a width on both sides, with a pixel to spare; a level piece meets it anywhere.
  const halfPx = reach / Math.abs(alongY) + 1;
  for (let y = Math.max(0, Math.ceil(Math.min(fromY, toY) - reach)); y <= bottom; y++) {
    const middle = Math.abs(alongY) > 0.01 ? fromX + ((y - fromY) * alongX) / alongY : Number.NaN;
    const left = middle - halfPx > leftmost ? middle - halfPx : leftmost;
    const right = middle + halfPx < rightmost ? middle + halfPx : rightmost;
    for (let x = Math.ceil(left); x <= right; x++) {
      const along = (x - fromX) * alongX + (y - fromY) * alongY;
      const across = (y - fromY) * alongX - (x - fromX) * alongY;
      if (along < -0.7 || along > length + 0.7 || across > reach || across < -reach) continue;
      const at = y * map.width + x;
      if (map.stamp[at] === map.lastStamp) continue;
      map.stamp[at] = map.lastStamp;
      pixels.push(at);
    }
  }
}
