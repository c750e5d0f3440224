import type { Point, PointPair } from "./point.ts";

/** Takes a place of the first visit to where the skin has it at the second. */
export type SkinMap = (place: Point) => Point;

/** Reach of a matched root's say over its surroundings, and how many roots' worth the whole weighs against it. */
const reachUm = 1100;
const wholeWeight = 1;

/**
 * The map of the skin between two visits from matched roots: an affine map of the whole, and around each place what
 * the roots there are off it, because skin stretches differently from place to place.
 */
export function mapSkin(pairs: readonly PointPair[]): SkinMap {
  const whole = fitAffine(pairs);
  const left = pairs.map(({ from, to }) => {
    const mapped = whole(from);
    return { from, x: to.x - mapped.x, y: to.y - mapped.y };
  });
  return (place) => {
    const mapped = whole(place);
    let weights = wholeWeight;
    let x = 0;
    let y = 0;
    for (const { from, ...off } of left) {
      const square = (from.x - place.x) ** 2 + (from.y - place.y) ** 2;
      const weight = Math.exp(-square / (2 * reachUm * reachUm));
      weights += weight;
      x += weight * off.x;
      y += weight * off.y;
    }
    return { x: mapped.x + x / weights, y: mapped.y + y / weights };
  };
}

/** The affine map by least squares; a shift alone for fewer than four pairs or pairs on a line. */
function fitAffine(pairs: readonly PointPair[]): SkinMap {
  const count = Math.max(1, pairs.length);
  const mean = (value: (pair: PointPair) => number) =>
    pairs.reduce((sum, pair) => sum + value(pair), 0) / count;
  const fromX = mean(({ from }) => from.x);
  const fromY = mean(({ from }) => from.y);
  const toX = mean(({ to }) => to.x);
  const toY = mean(({ to }) => to.y);
  const moment = (value: (u: number, v: number, pair: PointPair) => number) =>
    pairs.reduce((sum, pair) => sum + value(pair.from.x - fromX, pair.from.y - fromY, pair), 0);
  const uu = moment((u) => u * u);
  const uv = moment((u, v) => u * v);
  const vv = moment((_, v) => v * v);
  const determinant = uu * vv - uv * uv;
  if (pairs.length < 4 || !(determinant > 1e-6 * uu * vv)) {
    return ({ x, y }) => ({ x: x - fromX + toX, y: y - fromY + toY });
  }
  const row = (target: (pair: PointPair) => number) => {
    const u = moment((a, _, pair) => a * target(pair));
    const v = moment((_, b, pair) => b * target(pair));
    return [(u * vv - v * uv) / determinant, (v * uu - u * uv) / determinant] as const;
  };
  const [xx, xy] = row(({ to }) => to.x - toX);
  const [yx, yy] = row(({ to }) => to.y - toY);
  return ({ x, y }) => ({
    x: toX + xx * (x - fromX) + xy * (y - fromY),
    y: toY + yx * (x - fromX) + yy * (y - fromY),
  });
}
