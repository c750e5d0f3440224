import { conductancesOf, createGrid, placeEdges, stretchedEdges } from "./axisymmetric-grid.ts";
import { createSplitStepper, type SplitProblem } from "./split-implicit.ts";
import { plainSweeper } from "./split-sweeps.ts";

/** What one run of the benchmark answers, for one round cell of skin; lengths in mm, concentration relative. */
export interface AbsorptionBenchmark {
  readonly cells: number;
  readonly absorbedAfter1H: number;
  readonly absorbedAfter24H: number;
  readonly enteredAfter24H: number;
  readonly leftAfter24H: number;
  /** Entered less absorbed and left, as a share of what entered. */
  readonly imbalanceFraction: number;
  readonly stepCount: number;
  readonly refusedCount: number;
}

/** The workload "absorb-v2". Its numbers define a benchmark; they are no claim about any drug. */
const workload = {
  radiusMm: 0.5,
  depthMm: 2,
  hornyLayerMm: 0.015,
  clearedBelowMm: 0.1,
  channelRadiusMm: 0.035,
  channelDepthMm: 0.3,
  hornyLayerMm2PerH: 4e-5,
  tissueMm2PerH: 0.04,
  channelMm2PerH: 0.2,
  clearancePerH: 1,
  openHalfwayH: 0.75,
  closingH: 0.08,
  donorDecayPerH: 0.5,
  endH: 24,
} as const;
/** Of the stretched edges, along the radius and the depth. */
const radialStretch = 3;
const axialStretch = 5;

/** First step; the smallest cells relax within 1e-7 h. */
const firstStepH = 1e-6;
/** A step with more than this many times the tolerance is refused; the estimate is that of the cruder stage. */
const refusedAbove = 4;
const largestGrowth = 1.5;
const smallestShrink = 0.3;
const safety = 0.9;
/** Below this the tolerance is out of reach of rounding. */
const smallestStepH = 1e-12;

/**
 * Runs the workload on a grid of rings and layers.
 *
 * @param tolerance on the difference of the two estimates of a step; 2e-5 keeps A(24 h) within 5e-4 of its limit
 * @param isPlain without the kernel: the same answer, from TypeScript alone
 */
export function runAbsorptionBenchmark({
  ringCount,
  layerCount,
  tolerance,
  isPlain,
}: {
  readonly ringCount: number;
  readonly layerCount: number;
  readonly tolerance: number;
  readonly isPlain: boolean;
}): AbsorptionBenchmark {
  refuseBadSize({ ringCount, layerCount, tolerance });
  const problem = workloadProblem(ringCount, layerCount);
  const stepper = createSplitStepper(problem, isPlain ? plainSweeper : undefined);
  const absorbedAtMark: number[] = [];
  let timeH = 0;
  let wishedH = firstStepH;
  let absorbed = 0;
  let entered = 0;
  let stepCount = 0;
  let refusedCount = 0;

  for (const markH of [1, workload.endH]) {
    while (timeH < markH) {
      // Within a millionth of a millionth the step ends on the mark, so that no sliver is left.
      const isLast = timeH + wishedH >= markH - 1e-12;
      const stepH = isLast ? markH - timeH : wishedH;
      const error = stepper.tryStep(timeH, stepH) / tolerance;
      const ideal = safety / Math.sqrt(error + 1e-12);
      if (!(error <= refusedAbove)) {
        refusedCount++;
        wishedH = stepH * Math.max(smallestShrink, ideal);
        if (!(wishedH > smallestStepH)) {
          throw new RangeError(`tolerance ${tolerance} cannot be met at ${timeH} h`);
        }
        continue;
      }
      const flows = stepper.accept();
      absorbed += flows.absorbed;
      entered += flows.entering;
      stepCount++;
      timeH = isLast ? markH : timeH + stepH;
      const nextH = stepH * Math.min(largestGrowth, Math.max(smallestShrink, ideal));
      wishedH = isLast ? Math.max(wishedH, nextH) : nextH;
    }
    absorbedAtMark.push(absorbed);
  }
  const left = stepper.amount();
  return {
    cells: ringCount * layerCount,
    absorbedAfter1H: absorbedAtMark[0] ?? Number.NaN,
    absorbedAfter24H: absorbed,
    enteredAfter24H: entered,
    leftAfter24H: left,
    imbalanceFraction: Math.abs(entered - absorbed - left) / entered,
    stepCount,
    refusedCount,
  };
}

function refuseBadSize(size: {
  readonly ringCount: number;
  readonly layerCount: number;
  readonly tolerance: number;
}): void {
  for (const name of ["ringCount", "layerCount"] as const) {
    // Fewer cannot hold an edge on each interface; more do not fit into the memory of a worker.
    if (!(Number.isInteger(size[name]) && size[name] >= 20 && size[name] <= 2000)) {
      throw new RangeError(`${name} must be a whole number from 20 to 2000, got ${size[name]}`);
    }
  }
  if (!(size.tolerance > 1e-12 && size.tolerance < 1)) {
    throw new RangeError(`tolerance must be between 1e-12 and 1, got ${size.tolerance}`);
  }
}

function workloadProblem(ringCount: number, layerCount: number): SplitProblem {
  const w = workload;
  const grid = createGrid(
    placeEdges(stretchedEdges(w.radiusMm, ringCount, radialStretch), [w.channelRadiusMm]),
    placeEdges(stretchedEdges(w.depthMm, layerCount, axialStretch), [
      w.hornyLayerMm,
      w.clearedBelowMm,
      w.channelDepthMm,
    ]),
  );
  const conductivity = (isOpen: boolean) => {
    const values = new Float64Array(ringCount * layerCount);
    for (let j = 0; j < layerCount; j++) {
      const depthMm = grid.sliceCentres[j] ?? 0;
      const intact = depthMm < w.hornyLayerMm ? w.hornyLayerMm2PerH : w.tissueMm2PerH;
      for (let i = 0; i < ringCount; i++) {
        const isChannel =
          isOpen && (grid.ringCentres[i] ?? 0) < w.channelRadiusMm && depthMm < w.channelDepthMm;
        values[j * ringCount + i] = isChannel ? w.channelMm2PerH : intact;
      }
    }
    return values;
  };
  return {
    grid,
    clearanceRates: grid.sliceCentres.map((depthMm) =>
      depthMm > w.clearedBelowMm ? w.clearancePerH : 0,
    ),
    closed: conductancesOf(grid, conductivity(false), "straight"),
    open: conductancesOf(grid, conductivity(true), "straight"),
    openFraction: (timeH) => 1 / (1 + Math.exp((timeH - w.openHalfwayH) / w.closingH)),
    donor: (timeH) => Math.exp(-w.donorDecayPerH * timeH),
  };
}
