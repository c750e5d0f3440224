import { type Chain, resampleChain } from "./chain.ts";

/** How many hairs already lie on each grid pixel. */
export interface CoverMap {
  readonly width: number;
  readonly height: number;
  readonly count: Uint8Array;
  /** Which painting touched a pixel last, so that one hair counts once where its pieces overlap. */
  readonly stamp: Int32Array;
  lastStamp: number;
}

export function createCoverMap(width: number, height: number): CoverMap {
  const pixels = width * height;
  return {
    width,
    height,
    count: new Uint8Array(pixels),
    stamp: new Int32Array(pixels),
    lastStamp: 0,
  };
}

/** Lays a hair of the given width on the map, or takes it away again with `change` −1. */
export function paintHair(map: CoverMap, chain: Chain, widthPx: number, change: 1 | -1): void {
  visitHair(map, chain, widthPx, (at) => {
    map.count[at] = Math.max(0, (map.count[at] ?? 0) + change);
  });
}

/** Share of a hair's pixels that other hairs already lie on. */
export function coveredShare(map: CoverMap, chain: Chain, widthPx: number): number {
  let pixels = 0;
  let covered = 0;
  visitHair(map, chain, widthPx, (at) => {
    pixels++;
    if ((map.count[at] ?? 0) > 0) covered++;
  });
  return pixels === 0 ? 1 : covered / pixels;
}

/** Calls once for every pixel within half a width of the line; the ends are cut straight. */
function visitHair(
  map: CoverMap,
  chain: Chain,
  widthPx: number,
  visit: (at: number) => void,
): void {
  const { x, y } = resampleChain(chain, Math.max(2, widthPx / 2));
  map.lastStamp++;
  for (let i = 1; i < x.length; i++) {
    const piece = { fromX: x[i - 1] ?? 0, fromY: y[i - 1] ?? 0, toX: x[i] ?? 0, toY: y[i] ?? 0 };
    visitPiece(map, piece, Math.max(0.6, widthPx / 2), visit);
  }
}

function visitPiece(
  map: CoverMap,
  { fromX, fromY, toX, toY }: Readonly<Record<"fromX" | "fromY" | "toX" | "toY", number>>,
  reach: number,
  visit: (at: number) => void,
): void {
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (length === 0) return;
  const alongX = (toX - fromX) / length;
  const alongY = (toY - fromY) / length;
  const bottom = Math.min(map.height - 1, Math.max(fromY, toY) + reach);
  const right = Math.min(map.width - 1, Math.max(fromX, toX) + reach);
  for (let y = Math.max(0, Math.ceil(Math.min(fromY, toY) - reach)); y <= bottom; y++) {
    for (let x = Math.max(0, Math.ceil(Math.min(fromX, toX) - reach)); x <= right; x++) {
      const along = (x - fromX) * alongX + (y - fromY) * alongY;
      const across = (y - fromY) * alongX - (x - fromX) * alongY;
      if (along < -0.7 || along > length + 0.7 || across > reach || across < -reach) continue;
      const at = y * map.width + x;
      if (map.stamp[at] === map.lastStamp) continue;
      map.stamp[at] = map.lastStamp;
      visit(at);
    }
  }
}
