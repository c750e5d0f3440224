import { measureCloseUp } from "./closeup.ts";
import { type Mask, transformDistance } from "./distance-transform.ts";
import type { PixelImage } from "./image.ts";
import { filterRidges } from "./ridge.ts";
import { createPlainStrip } from "./ridge-strip.ts";
import { thinMask } from "./skeleton.ts";

/** A grey picture, one byte a pixel. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** The scales of the workload "ridge-v1", in pixels. */
const ridgeSigmasPx = [1.5, 2.5, 4];
/** Darker pixels are the mask of the distance and the skeleton workload. */
const maskBelow = 100;
/** Micrometres of skin that a pixel of the close-up workload covers. */
export const closeupUmPerPx = 3;

/** The workload "ridge-v1": three scales and eight directions; the mean answer and the mean index tell the work. */
export function runRidgeBenchmark(
  { width, height, grey }: GreyImage,
  { isPlain }: { readonly isPlain: boolean },
): { readonly mean: number; readonly argmean: number } {
  const plane = { width, height, values: new Float32Array(grey) };
  const map = filterRidges(plane, ridgeSigmasPx, isPlain ? createPlainStrip : undefined);
  return { mean: meanOf(map.strength), argmean: meanOf(map.choice) };
}

/** The exact distance transform of the dark pixels; the mean distance tells the work. */
export function runDistanceBenchmark(mask: Mask): { readonly mean: number } {
  return { mean: meanOf(transformDistance(mask)) };
}

/** The skeleton of the dark pixels; its number of pixels tells the work. */
export function runSkeletonBenchmark(mask: Mask): { readonly px: number } {
  const { inside } = thinMask(mask);
  return { px: Math.round(meanOf(inside) * inside.length) };
}

/** The whole close-up measurement; the count tells the work. */
export function runCloseupBenchmark(image: PixelImage): {
  readonly answer: "measured" | "refused";
  readonly hairs: number;
} {
  const answer = measureCloseUp(image, { umPerPx: closeupUmPerPx });
  return { answer: answer.kind, hairs: answer.kind === "measured" ? answer.hairs.length : 0 };
}

/** The dark pixels of a picture. */
export function maskDark({ width, height, grey }: GreyImage): Mask {
  return { width, height, inside: grey.map((value) => (value < maskBelow ? 1 : 0)) };
}

function meanOf(values: Float32Array | Uint8Array): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < values.length; i += 2) {
    even += values[i] ?? 0;
    odd += values[i + 1] ?? 0;
  }
  return (even + odd) / values.length;
}
