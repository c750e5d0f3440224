import { loadKernel } from "../kernels/dist/ridge.ts";
import type { RidgeStrip } from "./ridge-strip.ts";
import { layStrip, type StripLayout } from "./strip.ts";

/** Widest kernel that the memory below is laid out for, and the weights it has. */
const mostReachPx = 256;
const mostWeights = 3 * (mostReachPx + 1);

/** Room for three rows of a tile as the kernel filters them. */
const filteredLength = 3 * 1552;

/**
 * The strip filter in WebAssembly, four pixels to an instruction, in single precision as OpenCV's filters: its
 * answers are those of `createPlainStrip` to a few millionths of the plane's largest value.
 *
 * @returns undefined where WebAssembly cannot be had, or a kernel is wider than any that is used
 */
export function createKernelStrip(layout: StripLayout): RidgeStrip | undefined {
  const { width, reachPx } = layout;
  const { stride, rowsLength, answersLength } = layStrip(layout);
  if (reachPx > mostReachPx) return undefined;
  const numbers = rowsLength + filteredLength + mostWeights + answersLength;
  const kernel = loadKernel(numbers * Float32Array.BYTES_PER_ELEMENT + answersLength);
  if (kernel === undefined) return undefined;

  const { memory, filterScale } = kernel;
  const rows = new Float32Array(memory, 0, rowsLength);
  const filtered = new Float32Array(memory, endOf(rows), filteredLength);
  const weights = new Float32Array(memory, endOf(filtered), mostWeights);
  const strength = new Float32Array(memory, endOf(weights), answersLength);
  const choice = new Uint8Array(memory, endOf(strength), answersLength);
  const firstPixel = rows.BYTES_PER_ELEMENT * (reachPx * stride + reachPx);
  return {
    stride,
    rows,
    strength,
    choice,
    filter(scale, rowCount, firstChoice) {
      weights.set(scale.weights);
      filterScale(
        firstPixel,
        stride,
        width,
        rowCount,
        weights.byteOffset,
        scale.radius,
        firstChoice,
        filtered.byteOffset,
        strength.byteOffset,
        choice.byteOffset,
      );
    },
  };
}

function endOf({ byteOffset, byteLength }: Float32Array): number {
  return byteOffset + byteLength;
}
