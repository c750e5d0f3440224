import type { Canvas } from "./canvas.ts";

interface Blur {
  /** Standard deviation of the defocus in the middle of the frame. */
  readonly sigmaPx: number;
  /** Way of the camera during the exposure, along one axis of the sensor. */
  readonly motionPx: number;
  readonly motionAxis: "across" | "down";
}

/** How much softer a lens is at the edge of the frame than in its middle. */
const edgeGain = 0.25;

/** Different kernels from the middle of the frame to its edge. */
const kernelCount = 6;

/** Softens a picture as lens and hand do: in linear light, a little more towards the edges. */
export function blurCanvas(canvas: Canvas, blur: Blur): void {
  if (blur.sigmaPx === 0 && blur.motionPx === 0) return;
  const { width, height, planes } = canvas;
  const across = drawKernels(blur.sigmaPx, blur.motionAxis === "across" ? blur.motionPx : 0);
  const down = drawKernels(blur.sigmaPx, blur.motionAxis === "down" ? blur.motionPx : 0);
  const result = new Float32Array(width * height);
  for (const plane of planes) {
    blurAcross(plane, width, across);
    blurDown(plane, result, { width, height, kernels: down });
    plane.set(result);
  }
}

interface Kernels {
  readonly reach: number;
  readonly weights: readonly Float32Array[];
}

/** Gaussians, widened by the motion; the first for the middle of the frame. */
function drawKernels(sigmaPx: number, motionPx: number): Kernels {
  const reach = Math.max(1, Math.ceil(3 * sigmaPx * (1 + edgeGain) + motionPx / 2));
  const weights = Array.from({ length: kernelCount }, (_, kernel) => {
    const place = (kernel + 0.5) / kernelCount;
    const sigma = Math.max(0.05, sigmaPx * (1 + edgeGain * place * place));
    const steps = 8;
    const kernelWeights = Float32Array.from({ length: 2 * reach + 1 }, (__, at) => {
      let sum = 0;
      for (let step = 0; step <= steps; step++) {
        const offset = at - reach - motionPx * (step / steps - 0.5);
        sum += Math.exp((-0.5 * offset * offset) / (sigma * sigma));
      }
      return sum;
    });
    const total = kernelWeights.reduce((sum, weight) => sum + weight, 0);
    return kernelWeights.map((weight) => weight / total);
  });
  return { reach, weights };
}

function kernelAt({ weights }: Kernels, place: number, size: number): Float32Array {
  const fromMiddle = Math.abs((2 * (place + 0.5)) / size - 1);
  const kernel = Math.min(kernelCount - 1, Math.floor(fromMiddle * kernelCount));
  return weights[kernel] ?? new Float32Array(0);
}

function blurAcross(plane: Float32Array, width: number, kernels: Kernels): void {
  const { reach } = kernels;
  const kernelOf = Array.from({ length: width }, (_, x) => kernelAt(kernels, x, width));
  const padded = new Float32Array(width + 2 * reach);
  for (let start = 0; start < plane.length; start += width) {
    padded.fill(plane[start] ?? 0, 0, reach);
    padded.set(plane.subarray(start, start + width), reach);
    padded.fill(plane[start + width - 1] ?? 0, reach + width);
    for (let x = 0; x < width; x++) {
      const weights = kernelOf[x] ?? padded;
      let sum = 0;
      for (let i = 0; i <= 2 * reach; i++) sum += (weights[i] ?? 0) * (padded[x + i] ?? 0);
      plane[start + x] = sum;
    }
  }
}

function blurDown(
  plane: Float32Array,
  result: Float32Array,
  frame: { readonly width: number; readonly height: number; readonly kernels: Kernels },
): void {
  const { width, height, kernels } = frame;
  const { reach } = kernels;
  for (let y = 0; y < height; y++) {
    const weights = kernelAt(kernels, y, height);
    const row = result.subarray(y * width, (y + 1) * width).fill(0);
    for (let i = -reach; i <= reach; i++) {
      const weight = weights[i + reach] ?? 0;
      const from = Math.max(0, Math.min(height - 1, y + i)) * width;
      for (let x = 0; x < width; x++) row[x] = (row[x] ?? 0) + weight * (plane[from + x] ?? 0);
    }
  }
}
