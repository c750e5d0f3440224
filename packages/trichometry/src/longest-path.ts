import type { Chain } from "./chain.ts";
import type { Mask } from "./distance-transform.ts";

/** The longest way along a connected skeleton from one end to another; no points where it is empty. */
export function longestPath(skeleton: Mask): Chain {
  const start = skeleton.inside.indexOf(1);
  if (start < 0) return { x: [], y: [] };
  const end = spread(skeleton, start).last;
  const { last, from } = spread(skeleton, end);
  const x: number[] = [];
  const y: number[] = [];
  for (let at = last; at >= 0; at = at === end ? -1 : (from[at] ?? -1)) {
    x.push(at % skeleton.width);
    y.push(Math.floor(at / skeleton.width));
  }
  return { x, y };
}

/** Walks the skeleton in waves from a pixel: where each was reached from, and which was reached last. */
function spread(
  { width, height, inside }: Mask,
  start: number,
): { readonly last: number; readonly from: Int32Array } {
  const from = new Int32Array(width * height).fill(-1);
  from[start] = start;
  const wave = [start];
  for (let next = 0; next < wave.length; next++) {
    const at = wave[next] ?? 0;
    const x = at % width;
    const y = (at - x) / width;
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const neighbour = row * width + column;
        if (inside[neighbour] !== 1 || from[neighbour] !== -1) continue;
        from[neighbour] = at;
        wave.push(neighbour);
      }
    }
  }
  return { last: wave[wave.length - 1] ?? start, from };
}
