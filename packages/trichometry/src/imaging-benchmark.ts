import { measureCloseUp } from "./closeup.ts";
import { type Mask, transformDistance } from "./distance-transform.ts";
import { filterRidges } from "./ridge.ts";
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

/** The workload "ridge-v1": three scales and eight directions; the mean answer and the mean index tell the work. */
export function runRidgeBenchmark({ width, height, grey }: GreyImage): {
  readonly mean: number;
  readonly argmean: number;
} {
  const map = filterRidges({ width, height, values: Float32Array.from(grey) }, ridgeSigmasPx);
  let sum = 0;
  let choices = 0;
  for (let i = 0; i < map.strength.length; i++) {
    sum += map.strength[i] ?? 0;
    choices += map.choice[i] ?? 0;
  }
  return { mean: sum / map.strength.length, argmean: choices / map.strength.length };
}

/** The exact distance transform of the dark pixels; the mean distance tells the work. */
export function runDistanceBenchmark(image: GreyImage): { readonly mean: number } {
  const distance = transformDistance(darkMask(image));
  return { mean: distance.reduce((sum, value) => sum + value, 0) / distance.length };
}

/** The skeleton of the dark pixels; its number of pixels tells the work. */
export function runSkeletonBenchmark(image: GreyImage): { readonly px: number } {
  return { px: thinMask(darkMask(image)).inside.reduce((sum, value) => sum + value, 0) };
}

/**
 * The whole close-up measurement of the grey picture as a photo of 3 µm a pixel; the count tells the work. A picture
 * as full of lines as the peers' is refused as long hair after all lines are found: before widths and roots.
 */
export function runCloseupBenchmark({ width, height, grey }: GreyImage): {
  readonly answer: "measured" | "refused";
  readonly hairs: number;
} {
  const rgba = new Uint8Array(4 * grey.length).fill(255);
  for (let i = 0; i < grey.length; i++) rgba.fill(grey[i] ?? 0, 4 * i, 4 * i + 3);
  const answer = measureCloseUp({ width, height, rgba }, { umPerPx: 3 });
  return { answer: answer.kind, hairs: answer.kind === "measured" ? answer.hairs.length : 0 };
}

function darkMask({ width, height, grey }: GreyImage): Mask {
  return { width, height, inside: grey.map((value) => (value < maskBelow ? 1 : 0)) };
}
