import { type Homography, invertHomography, mapPoint } from "../homography.ts";
import type { PixelImage } from "../image.ts";
import { seeded } from "./seeded.ts";

/** A head from above: skin with marks, and hair on most of it. */
export interface DrawnHead {
  readonly seed: number;
  readonly sizePx: number;
  /** How far every strand is bent since it was first drawn, in radians. */
  readonly bentRad?: number;
  /** From pixels of the first photo to pixels of this one. */
  readonly view?: Homography;
  readonly gamma?: number;
  /** How light hair and skin are, of 1. */
  readonly hair?: number;
  readonly skin?: number;
}

interface Stroke {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly length: number;
}

/** Draws the head in its own frame and samples it through the view. */
export function drawHead(head: DrawnHead): PixelImage {
  const { sizePx, view, gamma = 1 } = head;
  const flat = paintHead(head);
  const back = view ? invertHomography(view) : undefined;
  const rgba = new Uint8ClampedArray(4 * sizePx * sizePx).fill(255);
  const uniform = seeded(head.seed + (view ? 77 : 0));
  for (let y = 0, at = 0; y < sizePx; y++) {
    for (let x = 0; x < sizePx; x++, at++) {
      const place = back ? mapPoint(back, { x, y }) : { x, y };
      const value = sample(flat, sizePx, place.x, place.y) ** gamma + 0.01 * (uniform() - 0.5);
      rgba.set([255 * value, 255 * value * 0.86, 255 * value * 0.76], 4 * at);
    }
  }
  return { width: sizePx, height: sizePx, rgba };
}

function paintHead({
  seed,
  sizePx,
  bentRad = 0,
  hair = 0.15,
  skin = 0.7,
}: DrawnHead): Float32Array {
  const uniform = seeded(seed);
  const flat = new Float32Array(sizePx * sizePx);
  const radius = sizePx * (0.36 + 0.05 * uniform());
  const middle = sizePx * (0.48 + 0.04 * uniform());
  for (let y = 0, at = 0; y < sizePx; y++) {
    for (let x = 0; x < sizePx; x++, at++) {
      flat[at] = Math.hypot(x - middle, (y - middle) * 0.85) < radius ? skin : 0.45;
    }
  }
  for (let mark = 0; mark < 60; mark++) {
    const [out, turn] = [radius * Math.sqrt(uniform()), 2 * Math.PI * uniform()];
    spot(flat, sizePx, {
      x: middle + out * Math.cos(turn),
      y: middle + (out / 0.85) * Math.sin(turn),
      radius: 1.5 + 2 * uniform(),
    });
  }
  const whorl = { x: middle + 0.1 * radius * uniform(), y: middle + 0.3 * radius };
  const lean = 0.4 + uniform();
  for (let strand = 0; strand < sizePx * 2; strand++) {
    const [out, turn] = [0.85 * radius * Math.sqrt(uniform()), 2 * Math.PI * uniform()];
    const x = middle + out * Math.cos(turn);
    const y = middle + (out / 0.85) * Math.sin(turn);
    const angle = Math.atan2(y - whorl.y, x - whorl.x) + lean + bentRad * (2 * uniform() - 1);
    paintStroke(flat, sizePx, { x, y, angle, length: sizePx * (0.02 + 0.03 * uniform()) }, hair);
  }
  return flat;
}

function spot(
  flat: Float32Array,
  sizePx: number,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  for (let row = Math.floor(y - 6); row <= y + 6; row++) {
    for (let column = Math.floor(x - 6); column <= x + 6; column++) {
      const at = row * sizePx + column;
      const depth = Math.exp(-((column - x) ** 2 + (row - y) ** 2) / (2 * radius * radius));
      if (at >= 0 && at < flat.length) flat[at] = (flat[at] ?? 0) * (1 - 0.5 * depth);
    }
  }
}

function paintStroke(flat: Float32Array, sizePx: number, stroke: Stroke, hair: number): void {
  for (let way = 0; way < stroke.length; way += 0.5) {
    const x = stroke.x + way * Math.cos(stroke.angle);
    const y = stroke.y + way * Math.sin(stroke.angle);
    for (const [column, row] of [
      [Math.floor(x), Math.floor(y)],
      [Math.floor(x) + 1, Math.floor(y)],
      [Math.floor(x), Math.floor(y) + 1],
      [Math.floor(x) + 1, Math.floor(y) + 1],
    ] as const) {
      const cover = Math.max(0, 1 - Math.abs(column - x)) * Math.max(0, 1 - Math.abs(row - y));
      const at = row * sizePx + column;
      if (at >= 0 && at < flat.length) {
        const before = flat[at] ?? 0;
        flat[at] = before + (hair - before) * Math.min(1, 0.8 * cover);
      }
    }
  }
}

function sample(flat: Float32Array, sizePx: number, x: number, y: number): number {
  const left = Math.min(sizePx - 2, Math.max(0, Math.floor(x)));
  const top = Math.min(sizePx - 2, Math.max(0, Math.floor(y)));
  const right = Math.min(1, Math.max(0, x - left));
  const down = Math.min(1, Math.max(0, y - top));
  const at = top * sizePx + left;
  const upper = (flat[at] ?? 0) * (1 - right) + (flat[at + 1] ?? 0) * right;
  const lower = (flat[at + sizePx] ?? 0) * (1 - right) + (flat[at + sizePx + 1] ?? 0) * right;
  return upper * (1 - down) + lower * down;
}
