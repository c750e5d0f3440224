import { crownSidePx } from "./crown-head.ts";
import type { Hairdo } from "./hairdo.ts";

/** Furthest from the part's line that its edge is looked for. */
const reachPx = 260;

/** Profiles are this far apart; along each of them the cover is averaged over as much of the part. */
const stepPx = 2;
const averagedPx = 9;

/** Median, over profiles across the part's middle, of the width where hair covers less than half. */
export function bareWidthPx(cover: Float32Array, { partLinePx }: Hairdo): number {
  const widths: number[] = [];
  for (let i = 3; i + 3 < partLinePx.length; i++) {
    const from = partLinePx[i - 1];
    const to = partLinePx[i];
    if (from === undefined || to === undefined) continue;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const along = [(to[0] - from[0]) / length, (to[1] - from[1]) / length] as const;
    for (let way = 0; way < length; way += stepPx) {
      const x = from[0] + way * along[0];
      const y = from[1] + way * along[1];
      const edge = (side: number) => edgePx(cover, { x, y, along, side });
      widths.push(edge(1) + edge(-1));
    }
  }
  widths.sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

function edgePx(
  cover: Float32Array,
  profile: {
    readonly x: number;
    readonly y: number;
    readonly along: readonly [number, number];
    readonly side: number;
  },
): number {
  const { x, y, along, side } = profile;
  for (let away = 0; away < reachPx; away += 0.5) {
    let sum = 0;
    for (let shift = -averagedPx; shift <= averagedPx; shift += 2) {
      const px = Math.round(x + side * away * along[1] + shift * along[0]);
      const py = Math.round(y - side * away * along[0] + shift * along[1]);
      sum += cover[py * crownSidePx + px] ?? 0;
    }
    if (sum / (averagedPx + 1) >= 0.5) return away;
  }
  return reachPx;
}
