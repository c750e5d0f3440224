import type { Point } from "./placement.ts";

/**
 * Three rows of three numbers, row by row, that take a place (x, y, 1) of one picture to a place of another.
 *
 * Written apart from the homographies of the measuring package, so that one is not tested by its own mistakes.
 */
export type Homography = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** Where a place of the first picture lies in the second. */
export function mapPoint([a, b, c, d, e, f, g, h, i]: Homography, [x, y]: Point): Point {
  const weight = g * x + h * y + i;
  return [(a * x + b * y + c) / weight, (d * x + e * y + f) / weight];
}

/** The way back. */
export function invert([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (!(Math.abs(determinant) > 1e-12)) {
    throw new RangeError(`a homography must have a way back, got determinant ${determinant}`);
  }
  return [
    (e * i - f * h) / determinant,
    (c * h - b * i) / determinant,
    (b * f - c * e) / determinant,
    (f * g - d * i) / determinant,
    (a * i - c * g) / determinant,
    (c * d - a * f) / determinant,
    (d * h - e * g) / determinant,
    (b * g - a * h) / determinant,
    (a * e - b * d) / determinant,
  ];
}

interface PlaneMove {
  readonly middlePx: Point;
  readonly rotationRad: number;
  readonly scale: number;
  readonly shiftPx: Point;
  /** Change of size per pixel from the middle, across and down. */
  readonly perspectivePerPx: Point;
}

/**
 * Turns and enlarges about a middle, tilts, and shifts.
 *
 *     (x', y') = middle + shift + s R(φ) (p − middle) / (1 + perspective · (p − middle))
 */
export function movePlane(move: PlaneMove): Homography {
  const { middlePx, rotationRad, scale, shiftPx, perspectivePerPx } = move;
  const [x, y] = middlePx;
  const [px, py] = perspectivePerPx;
  const cos = scale * Math.cos(rotationRad);
  const sin = scale * Math.sin(rotationRad);
  const toX = x + shiftPx[0];
  const toY = y + shiftPx[1];
  const unit = 1 - px * x - py * y;
  return [
    cos + toX * px,
    -sin + toX * py,
    -cos * x + sin * y + toX * unit,
    sin + toY * px,
    cos + toY * py,
    -sin * x - cos * y + toY * unit,
    px,
    py,
    unit,
  ];
}
