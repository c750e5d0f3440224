import { loadKernel } from "../kernels/dist/split-sweeps.ts";
import type { AxisymmetricGrid } from "./axisymmetric-grid.ts";
import type { Stage, StageSums, Sweeper } from "./split-sweeps.ts";

/** Numbers that a stage hands to the kernel, and the two that it gives back. */
const blockLength = 20;
/** Every array starts on a line of the cache. */
const alignment = 8;

/**
 * The sweeps in WebAssembly, two cells to an instruction; they give the same bits as `plainSweeper`.
 *
 * @returns undefined where WebAssembly cannot be had, or the rings are odd or the slices no multiple of four
 */
export function createKernelSweeper({
  ringCount,
  sliceCount,
}: AxisymmetricGrid): Sweeper | undefined {
  if (ringCount % 2 !== 0 || sliceCount % 4 !== 0) return undefined;
  // Thirteen arrays of the cells with up to two rows more; the rest is shorter than one of them.
  const longest = (ringCount + 2) * (sliceCount + 4) + blockLength + 4 * alignment;
  const kernel = loadKernel(14 * longest * Float64Array.BYTES_PER_ELEMENT);
  if (kernel === undefined) return undefined;

  const { memory } = kernel;
  let used = 0;
  const allocate = (length: number) => {
    const array = new Float64Array(memory, used * Float64Array.BYTES_PER_ELEMENT, length);
    used += Math.ceil(length / alignment) * alignment;
    return array;
  };
  const block = allocate(blockLength);
  const addresses = new BigUint64Array(memory, block.byteOffset, blockLength);
  const swept = allocate(4 * ringCount);
  const hand = (stage: Stage) => writeStage(stage, swept, { addresses, numbers: block });
  const sums = (): StageSums => ({ cleared: block[18] ?? 0, squares: block[19] ?? 0 });
  return {
    allocate,
    factorise: (stage) => {
      hand(stage);
      kernel.factorise(block.byteOffset);
    },
    predict: (stage) => {
      hand(stage);
      kernel.predict(block.byteOffset);
      return sums();
    },
    correct: (stage) => {
      hand(stage);
      kernel.correct(block.byteOffset);
      return sums();
    },
  };
}

/** In the order of `Stage` in kernels/split-sweeps.ts. */
function writeStage(
  stage: Stage,
  swept: Float64Array,
  block: { readonly addresses: BigUint64Array; readonly numbers: Float64Array },
): void {
  const { grid, matrix, conductances, clearanceRates, from, to, partial, axialFlux } = stage;
  const arrays = [
    from,
    to,
    partial,
    axialFlux,
    conductances.radial,
    conductances.axial,
    matrix.radialInverse,
    matrix.radialNext,
    matrix.axialInverse,
    matrix.axialNext,
    swept,
    grid.ringAreas,
    grid.sliceThicknesses,
    clearanceRates,
  ];
  block.addresses.set(arrays.map(({ byteOffset }) => BigInt(byteOffset)));
  block.addresses.set([BigInt(grid.ringCount), BigInt(grid.sliceCount)], arrays.length);
  block.numbers.set([stage.step, stage.implicit], arrays.length + 2);
}
