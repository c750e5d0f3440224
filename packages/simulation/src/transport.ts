import { power } from "./elementary.ts";
import { createRecord, type TransportRun } from "./transport-record.ts";
import { createStepper, type Stepper } from "./transport-step.ts";
import { createTransportSystem } from "./transport-system.ts";

/** One layer of skin, cut into cells from the outside in. */
export interface TransportLayer {
  readonly cellWidthsCm: readonly number[];
  readonly diffusivityCm2PerS: number;
  /** Concentration in the layer over the concentration in water that it is in balance with. */
  readonly partition: number;
  /** Share of what is dissolved here that the blood takes up each second. */
  readonly clearancePerS: number;
}

/** What lies on the skin and feeds it. */
export type Donor =
  /** A laboratory cell so full that it never gets weaker. */
  | { readonly kind: "endless"; readonly potentialMgPerMl: number }
  /** A film of known amount that gets weaker as it empties and is washed off in the end. */
  | {
      readonly kind: "finite";
      readonly amountMgPerCm2: number;
      /** Amount that a unit of potential stands for while all is dissolved; it changes as the film dries. */
      readonly capacityCm: (elapsedS: number) => number;
      /** Potential of a saturated film; infinite where the film never saturates. */
      readonly ceilingMgPerMl: number;
      /** When the skin is washed: what is left is lost, and the surface is closed. */
      readonly removedAtS: number;
    };

/** Channels as one exchange between the donor and the mean potential between two depths. */
export interface ChannelExchange {
  readonly fromDepthCm: number;
  readonly toDepthCm: number;
  /** Per cm² of skin. */
  readonly conductanceCmPerS: (elapsedS: number) => number;
}

type StepRule =
  | { readonly kind: "fixed"; readonly stepS: number }
  | {
      readonly kind: "controlled";
      readonly relativeTolerance: number;
      readonly firstStepS: number;
    };

/** Lengths, times and amounts need only agree with each other; the names say cm, s and mg. */
export interface TransportProblem {
  readonly layers: readonly TransportLayer[];
  readonly donor: Donor;
  readonly exchange: ChannelExchange | undefined;
  /** `sink` is the receiving cell of a laboratory; in a person nothing passes the lower edge. */
  readonly bottom: "closed" | "sink";
  /** First-order loss from the body of what the blood took up. */
  readonly eliminationPerS: number;
  /** Ascending; the last one ends the run. */
  readonly sampleTimesS: readonly number[];
  readonly steps: StepRule;
}

/** A step never grows by more than this from one to the next, so that one lucky estimate costs nothing. */
const largestGrowth = 2;
const smallestShrink = 0.2;
/** Aims below the tolerance, so that the next step is seldom refused. */
const safety = 0.9;
/** Steps below this share of the whole run mean that the tolerance cannot be met. */
const smallestStepShare = 1e-12;

/**
 * What passes through layered skin over time, with every milligram accounted for.
 *
 *     Kᵢ ∂u/∂t = ∂/∂z (Dᵢ Kᵢ ∂u/∂z) − k_cl Kᵢ u + w(z) P(t) (u_s − ū)
 *
 * u is the potential, the concentration in water that would be in balance with the place, so that it runs on without
 * a jump across layers; ū is its mean over the channel depth. Cell-centred finite volumes in space, TR-BDF2 (Bank and
 * others 1985) in time, error by step doubling. Amounts are integrated with the weights of the method itself, so that
 * the ledger closes to rounding.
 */
export function simulateTransport(problem: TransportProblem): TransportRun {
  refuseBadTimes(problem);
  const { donor, sampleTimesS, steps } = problem;
  const system = createTransportSystem(problem);
  const stepper = createStepper(system, problem);
  const record = createRecord(system, problem, stepper);
  const endS = sampleTimesS.at(-1) ?? 0;
  const removedAtS = donor.kind === "finite" ? donor.removedAtS : Number.POSITIVE_INFINITY;
  let wishedS = steps.kind === "fixed" ? steps.stepS : steps.firstStepS;
  let elapsedS = 0;
  if (removedAtS === 0) record.lose(stepper.removeDonor());

  for (const sampleS of sampleTimesS) {
    while (elapsedS < sampleS) {
      const targetS = elapsedS < removedAtS ? Math.min(sampleS, removedAtS) : sampleS;
      const { stepS, isLast } = fitStep(wishedS, targetS - elapsedS);
      const next = takeStep(stepper, elapsedS, stepS, steps);
      if (next.isAccepted) {
        elapsedS = isLast ? targetS : elapsedS + stepS;
        record.follow(elapsedS);
        // A step cut short by the target says nothing against the step that was wished for.
        wishedS = isLast ? Math.max(wishedS, next.wishedS) : next.wishedS;
        if (elapsedS === removedAtS) {
          record.lose(stepper.removeDonor());
          if (steps.kind === "controlled") wishedS = steps.firstStepS;
        }
      } else {
        wishedS = next.wishedS;
        refuseTinyStep(wishedS, endS, elapsedS);
      }
    }
    record.write(sampleS);
  }
  return record.finish();
}

/** The wished step, or what is left up to the target in one or two equal parts: no sliver before a sample. */
function fitStep(wishedS: number, leftS: number): { stepS: number; isLast: boolean } {
  const parts = Math.max(1, Math.ceil(leftS / wishedS - 1e-9));
  return { stepS: parts <= 2 ? leftS / parts : wishedS, isLast: parts === 1 };
}

/** The error of a second-order step grows with the cube of its length, which gives the next length. */
function takeStep(
  stepper: Stepper,
  elapsedS: number,
  stepS: number,
  rule: StepRule,
): { isAccepted: boolean; wishedS: number } {
  if (rule.kind === "fixed") {
    stepper.stepOnce(elapsedS, stepS);
    return { isAccepted: true, wishedS: rule.stepS };
  }

  const error = stepper.stepDoubled(elapsedS, stepS) / rule.relativeTolerance;
  const isAccepted = error <= 1;
  if (isAccepted) stepper.acceptDoubled();
  const growth = safety / power(Math.max(error, 1e-9), 1 / 3);
  return {
    isAccepted,
    wishedS: stepS * Math.min(largestGrowth, Math.max(smallestShrink, growth)),
  };
}

function refuseTinyStep(wishedS: number, endS: number, elapsedS: number): void {
  if (!(wishedS > smallestStepShare * endS)) {
    throw new RangeError(`relativeTolerance is too small to be met at ${elapsedS} s of ${endS} s`);
  }
}

function refuseBadTimes({ sampleTimesS, steps, donor }: TransportProblem): void {
  let before = 0;
  for (const sampleS of sampleTimesS) {
    if (!(sampleS >= before && sampleS < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`sampleTimesS must ascend from 0, got ${sampleS} after ${before}`);
    }
    before = sampleS;
  }
  if (sampleTimesS.length === 0) throw new RangeError("sampleTimesS must have 1 or more, got 0");
  const stepS = steps.kind === "fixed" ? steps.stepS : steps.firstStepS;
  if (!(stepS > 0)) throw new RangeError(`the step must be above 0 s, got ${stepS}`);
  if (steps.kind === "controlled") {
    const { relativeTolerance } = steps;
    if (!(relativeTolerance > 0 && relativeTolerance < 1)) {
      throw new RangeError(`relativeTolerance must be between 0 and 1, got ${relativeTolerance}`);
    }
  }
  if (donor.kind === "finite" && !(donor.removedAtS >= 0)) {
    throw new RangeError(`removedAtS must be 0 or more, got ${donor.removedAtS}`);
  }
}
