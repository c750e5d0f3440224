/** A black-and-white picture: 1 inside, 0 outside, row by row. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly inside: Uint8Array;
}

/**
 * The exact distance in pixels from every pixel inside to the nearest pixel outside; 0 outside.
 *
 *     D²(x, y) = min over columns c of (x − c)² + g²(c, y),   g = distance to the outside up or down column c
 *
 * Separated as by Saito and Toriwaki (1994). Hairs are a small part of a photo and thin, so only pixels inside are
 * visited, and a row is searched outwards from each only as far as the best distance so far allows. Beyond the frame
 * nothing is outside, as in OpenCV; where no pixel at all is outside the answer is Infinity.
 */
export function transformDistance({ width, height, inside }: Mask): Float32Array {
  const far = Math.min(width + height, 65_535);
  const ends = listRuns(inside, width);
  const up = measureDownwards(inside.length, width, ends, far);
  const distance = new Float32Array(inside.length);
  // From the last run to the first: what it needs to know of its columns is known once the row below is done.
  let rowStart = (height - 1) * width;
  for (let i = ends.length - 2; i >= 0; i -= 2) {
    const from = ends[i] ?? 0;
    const to = ends[i + 1] ?? 0;
    while (from < rowStart) rowStart -= width;
    if (rowStart < inside.length - width) measureUpwards(up, from, to, width);
    const isOpenBefore = from > rowStart;
    const isOpenAfter = to < rowStart + width;
    measureRun(up, { from, to, isOpenBefore, isOpenAfter }, far * far, distance);
  }
  return distance;
}

/** Where each run of pixels inside begins and where it has ended, row by row. */
function listRuns(pixels: Uint8Array, width: number): number[] {
  // Most pixels are outside: they are passed four at a time.
  const inside = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  const fours = new Uint32Array(inside.buffer, inside.byteOffset, inside.length >> 2);
  const ends: number[] = [];
  for (let at = 0, rowEnd = width; at < inside.length; rowEnd += width) {
    while (at < rowEnd) {
      if ((at & 3) === 0) while (at + 4 <= rowEnd && fours[at >> 2] === 0) at += 4;
      if (at >= rowEnd) break;
      if (inside[at] !== 1) {
        at++;
        continue;
      }
      ends.push(at);
      while (at < rowEnd && inside[at] === 1) at++;
      ends.push(at);
    }
  }
  return ends;
}

/** How far every pixel inside is from the outside above it in its column; `far` where there is none. */
function measureDownwards(
  length: number,
  width: number,
  ends: readonly number[],
  far: number,
): Uint16Array {
  const up = new Uint16Array(length);
  for (let i = 0; i < ends.length; i += 2) {
    const to = ends[i + 1] ?? 0;
    for (let at = ends[i] ?? 0; at < to; at++) {
      const further = at < width ? far : (up[at - width] ?? 0) + 1;
      up[at] = further < far ? further : far;
    }
  }
  return up;
}

function measureUpwards(up: Uint16Array, from: number, to: number, width: number): void {
  for (let at = from; at < to; at++) {
    const further = (up[at + width] ?? 0) + 1;
    if (further < (up[at] ?? 0)) up[at] = further;
  }
}

/** Pixels inside next to each other in a row, and whether the outside or the frame lies at either end. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
}

/** The outside at a run's ends is nearer than any other column beyond them, so only its own columns are searched. */
function measureRun(
  up: Uint16Array,
  { from, to, isOpenBefore, isOpenAfter }: Run,
  farSquare: number,
  distance: Float32Array,
): void {
  for (let at = from; at < to; at++) {
    let nearest = up[at] ?? 0;
    if (isOpenBefore && at - from + 1 < nearest) nearest = at - from + 1;
    if (isOpenAfter && to - at < nearest) nearest = to - at;
    let best = nearest * nearest;
    const before = at - from;
    const after = to - 1 - at;
    const bothSides = before < after ? before : after;
    let step = 1;
    for (; step <= bothSides && step * step < best; step++) {
      const left = up[at - step] ?? 0;
      const right = up[at + step] ?? 0;
      const g = left < right ? left : right;
      if (step * step + g * g < best) best = step * step + g * g;
    }
    // Beside the frame the search goes on to one side.
    for (; (step <= before || step <= after) && step * step < best; step++) {
      const g = up[before < after ? at + step : at - step] ?? 0;
      if (step * step + g * g < best) best = step * step + g * g;
    }
    distance[at] = best >= farSquare ? Infinity : Math.sqrt(best);
  }
}
