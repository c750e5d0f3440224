/** A place in a picture, in pixels: x to the right, y down, and the centre of the upper left pixel is (0, 0). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place in one picture or on the card, and the same place in another picture. */
export interface PointPair {
  readonly from: Point;
  readonly to: Point;
}

/** A region of a picture: the corners of a closed polygon, in pixels. */
export type Polygon = readonly Point[];

/** The area of a polygon in square pixels, whichever way round its corners are given. */
export function polygonAreaPx2(polygon: Polygon): number {
  let twice = 0;
  let before = polygon.at(-1);
  for (const corner of polygon) {
    if (before) twice += before.x * corner.y - corner.x * before.y;
    before = corner;
  }
  return Math.abs(twice) / 2;
}

/**
 * The pixels whose centres lie inside a polygon: 1 inside, 0 outside, by crossings of each row (even-odd rule).
 *
 * @returns one number a pixel, row by row
 */
export function polygonMask(
  polygon: Polygon,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const crossings: number[] = [];
    let before = polygon.at(-1);
    for (const corner of polygon) {
      if (before && before.y <= y !== corner.y <= y) {
        crossings.push(before.x + ((y - before.y) / (corner.y - before.y)) * (corner.x - before.x));
      }
      before = corner;
    }
    crossings.sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const first = Math.max(0, Math.ceil(crossings[at] ?? 0));
      const last = Math.min(width - 1, Math.floor(crossings[at + 1] ?? 0));
      if (first <= last) mask.fill(1, y * width + first, y * width + last + 1);
    }
  }
  return mask;
}

/** Whether a place lies inside a polygon (even-odd rule). */
export function isInPolygon({ x, y }: Point, polygon: Polygon): boolean {
  let isInside = false;
  let before = polygon.at(-1);
  for (const corner of polygon) {
    if (
      before &&
      before.y <= y !== corner.y <= y &&
      x < before.x + ((y - before.y) / (corner.y - before.y)) * (corner.x - before.x)
    ) {
      isInside = !isInside;
    }
    before = corner;
  }
  return isInside;
}
