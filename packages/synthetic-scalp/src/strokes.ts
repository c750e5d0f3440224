import type { Point } from "./placement.ts";

/** The pixels near a line, each with its distance from the line and how far along the line it lies. */
export interface StrokePixels {
  readonly count: number;
  readonly index: Int32Array;
  readonly distancePx: Float32Array;
  readonly alongPx: Float32Array;
  readonly lengthPx: number;
}

export interface StrokeTracer {
  /** Valid until the next call. Ends are cut flat: pixels up to one beyond an end are given, none further out. */
  readonly trace: (line: readonly Point[], reachPx: number) => StrokePixels;
}

/** Memory that every stroke of one picture uses in turn. */
interface Scratch {
  readonly width: number;
  readonly height: number;
  /** The stroke that wrote a pixel last, and where in the lists that pixel stands. */
  readonly writer: Int32Array;
  readonly slot: Int32Array;
  index: Int32Array;
  distance: Float32Array;
  along: Float32Array;
  count: number;
  stroke: number;
}

/** Measures exact distances to lines of straight pieces, in a picture of the given size. */
export function createStrokeTracer(width: number, height: number): StrokeTracer {
  const scratch: Scratch = {
    width,
    height,
    writer: new Int32Array(width * height),
    slot: new Int32Array(width * height),
    index: new Int32Array(4096),
    distance: new Float32Array(4096),
    along: new Float32Array(4096),
    count: 0,
    stroke: 0,
  };
  return {
    trace: (line, reachPx) => {
      scratch.stroke++;
      scratch.count = 0;
      let alongPx = 0;
      for (let i = 1; i < line.length; i++) {
        const from = line[i - 1];
        const to = line[i];
        if (from === undefined || to === undefined) continue;
        const isFirst = i === 1;
        const isLast = i === line.length - 1;
        alongPx += measurePiece(scratch, { from, to, reachPx, alongPx, isFirst, isLast });
      }
      return {
        count: scratch.count,
        index: scratch.index,
        distancePx: scratch.distance,
        alongPx: scratch.along,
        lengthPx: alongPx,
      };
    },
  };
}

interface Piece {
  readonly from: Point;
  readonly to: Point;
  readonly reachPx: number;
  readonly alongPx: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/**
 * Outside of a joint there is a wedge that belongs to neither piece. It is filled up to a turn of about 0.3 rad, and no
 * further: what lies past the ends of the line must not be reached from the second piece.
 */
const jointSlope = 0.3;

/** Takes down the pixels near one straight piece, and gives its length. */
function measurePiece(scratch: Scratch, piece: Piece): number {
  const { from, to, reachPx, alongPx } = piece;
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const length = Math.hypot(dx, dy);
  if (length === 0) return 0;
  const left = Math.max(0, Math.ceil(Math.min(from[0], to[0]) - reachPx));
  const right = Math.min(scratch.width - 1, Math.floor(Math.max(from[0], to[0]) + reachPx));
  const top = Math.max(0, Math.ceil(Math.min(from[1], to[1]) - reachPx));
  const bottom = Math.min(scratch.height - 1, Math.floor(Math.max(from[1], to[1]) + reachPx));
  if (right < left || bottom < top) return length;
  reserve(scratch, (right - left + 1) * (bottom - top + 1));

  const least = piece.isFirst ? -1 : 0;
  const most = piece.isLast ? length + 1 : length;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const px = x - from[0];
      const py = y - from[1];
      const way = (px * dx + py * dy) / length;
      const across = (px * dy - py * dx) / length;
      const past = way < least ? least - way : way > most ? way - most : 0;
      if (past > 0 && (isOwnEnd(piece, way) || past > jointSlope * Math.abs(across) + 0.5))
        continue;
      const nearest = way < least ? least : way > most ? most : way;
      const distance = Math.sqrt(across * across + past * past);
      if (distance <= reachPx) note(scratch, y * scratch.width + x, distance, alongPx + nearest);
    }
  }
  return length;
}

/** Whether a place lies past an end of the whole line, and not past a joint. */
function isOwnEnd({ isFirst, isLast }: Piece, way: number): boolean {
  return way < 0 ? isFirst : isLast;
}

/** Keeps the nearest piece of the stroke for every pixel. */
function note(scratch: Scratch, at: number, distance: number, along: number): void {
  let slot = scratch.slot[at] ?? 0;
  if (scratch.writer[at] === scratch.stroke) {
    if (distance >= (scratch.distance[slot] ?? 0)) return;
  } else {
    scratch.writer[at] = scratch.stroke;
    slot = scratch.count++;
    scratch.slot[at] = slot;
    scratch.index[slot] = at;
  }
  scratch.distance[slot] = distance;
  scratch.along[slot] = along;
}

function reserve(scratch: Scratch, more: number): void {
  const needed = scratch.count + more;
  if (needed <= scratch.index.length) return;
  const size = Math.max(needed, 2 * scratch.index.length);
  const index = new Int32Array(size);
  index.set(scratch.index);
  const distance = new Float32Array(size);
  distance.set(scratch.distance);
  const along = new Float32Array(size);
  along.set(scratch.along);
  Object.assign(scratch, { index, distance, along });
}
