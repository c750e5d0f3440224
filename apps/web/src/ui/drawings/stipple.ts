export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface StippleOptions {
  readonly bounds: Bounds;
  /** Smallest distance between two dots, where density is 1. */
  readonly spacing: number;
  /** 0 none to 1 thickest, at a place. */
  readonly density: (point: Point) => number;
  readonly seed?: number;
}

/**
 * Dots that lie the closer the higher the density, without a grid and without clumps: Poisson-disc
 * sampling by throwing darts (Cook 1986), with the distance to the next dot growing as 1/√density.
 * The darts come from a fixed seed, so a drawing is the same each time.
 */
export function stipple({ bounds, spacing, density, seed = 7 }: StippleOptions): readonly Point[] {
  const { left, top, width, height } = bounds;
  const random = mulberry32(seed);
  const dots: { readonly x: number; readonly y: number; readonly reach: number }[] = [];
  const cell = spacing * 2;
  const columns = Math.ceil(width / cell) + 1;
  const grid = new Map<number, number[]>();
  const darts = Math.ceil(((width * height) / spacing ** 2) * 9);

  for (let dart = 0; dart < darts; dart++) {
    const point = { x: left + width * random(), y: top + height * random() };
    const here = density(point);
    if (here < 0.02 || random() > here * 6) continue;
    const reach = spacing / Math.sqrt(Math.min(1, here));
    const column = Math.floor((point.x - left) / cell);
    const row = Math.floor((point.y - top) / cell);
    const rings = Math.ceil(reach / cell);
    if (isTaken(row, column, rings, reach, point)) continue;
    const key = row * columns + column;
    grid.set(key, [...(grid.get(key) ?? []), dots.push({ ...point, reach }) - 1]);
  }
  return dots;

  function isTaken(row: number, column: number, rings: number, reach: number, at: Point): boolean {
    for (let r = row - rings; r <= row + rings; r++) {
      for (let c = Math.max(0, column - rings); c <= Math.min(columns - 1, column + rings); c++) {
        for (const index of grid.get(r * columns + c) ?? []) {
          const dot = dots[index];
          if (dot && Math.hypot(dot.x - at.x, dot.y - at.y) < Math.min(reach, dot.reach))
            return true;
        }
      }
    }
    return false;
  }
}

/** Seeded generator of numbers in [0, 1) (mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** All dots as one path of zero-length strokes: with round caps each becomes a dot as wide as the stroke. */
export function dotsPath(dots: readonly Point[]): string {
  return dots.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join("");
}

/** 0 below `from`, 1 above `to`, smooth between (Hermite); works in either direction. */
export function smoothstep(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}
