import { loadKernel } from "../kernels/dist/smooth.ts";
import type { SmoothStrip } from "./smooth-strip.ts";
import { layStrip, type StripLayout } from "./strip.ts";

/** Widest kernel that the memory below is laid out for. */
const mostReachPx = 256;

/** Room for a tile as the kernel filters it, with what lies around it. */
const filteredLength = 512 + 2 * mostReachPx + 8;

/**
 * The strip smoother in WebAssembly, two pixels to an instruction; it gives the same bits as `createPlainSmoother`.
 *
 * @returns undefined where WebAssembly cannot be had, or the kernel is wider than any that is used
 */
export function createKernelSmoother(
  layout: StripLayout,
  weights: Float64Array,
): SmoothStrip | undefined {
  const { width, reachPx } = layout;
  const { stride, rowsLength, answersLength } = layStrip(layout);
  if (reachPx > mostReachPx) return undefined;
  const bytes =
    (filteredLength + weights.length) * Float64Array.BYTES_PER_ELEMENT +
    (rowsLength + answersLength) * Float32Array.BYTES_PER_ELEMENT;
  const kernel = loadKernel(bytes);
  if (kernel === undefined) return undefined;

  const { memory, smoothRows } = kernel;
  const filtered = new Float64Array(memory, 0, filteredLength);
  const held = new Float64Array(memory, filtered.byteLength, weights.length);
  held.set(weights);
  const rows = new Float32Array(memory, held.byteOffset + held.byteLength, rowsLength);
  const smoothed = new Float32Array(memory, rows.byteOffset + rows.byteLength, answersLength);
  const firstPixel = rows.byteOffset + rows.BYTES_PER_ELEMENT * (reachPx * stride + reachPx);
  return {
    stride,
    rows,
    smoothed,
    smooth(rowCount) {
      smoothRows(
        firstPixel,
        stride,
        width,
        rowCount,
        held.byteOffset,
        reachPx,
        filtered.byteOffset,
        smoothed.byteOffset,
      );
    },
  };
}
