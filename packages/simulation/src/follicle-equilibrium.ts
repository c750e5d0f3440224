import { drawDuration, logSdOf } from "./follicle-draws.ts";
import type { FollicleValues } from "./parameters/follicles.ts";

/** A patch of untreated follicles in balance, per cm². */
export interface FollicleEquilibrium {
  readonly visiblePerCm2: number;
  readonly latentPerCm2: number;
  /** Growing hairs among those that can be seen. */
  readonly anagenFraction: number;
  /** Hairs of long-cycling follicles among those that can be seen. */
  readonly terminalFraction: number;
}

/** Parts of the distribution of growth that the emergence integral takes; 4000 leave an error below 1e-4 days. */
const quantileParts = 4000;

/**
 * What is seen, growing and empty before any treatment, without simulating: renewal theory.
 *
 *     visible = F (μ_A − e + μ_T)/cycle,   growing = F (μ_A − e)/cycle,   latent = F μ_L/cycle,
 *     e = E[min(X_A, t_em)]: mean time of a growth before it shows
 */
export function follicleEquilibrium(parameters: FollicleValues): FollicleEquilibrium {
  const { longCyclingShare, follicleDensityPerCm2 } = parameters;
  const long = classEquilibrium(
    follicleDensityPerCm2 * longCyclingShare,
    [parameters.anagenLongDays, parameters.telogenLongDays, parameters.latencyLongDays],
    parameters,
  );
  const short = classEquilibrium(
    follicleDensityPerCm2 * (1 - longCyclingShare),
    [parameters.anagenShortDays, parameters.telogenShortDays, parameters.latencyShortDays],
    parameters,
  );
  const visiblePerCm2 = long.visible + short.visible;
  return {
    visiblePerCm2,
    latentPerCm2: long.latent + short.latent,
    anagenFraction: (long.growing + short.growing) / visiblePerCm2,
    terminalFraction: long.visible / visiblePerCm2,
  };
}

function classEquilibrium(
  density: number,
  [anagen, telogen, latency]: readonly [number, number, number],
  { anagenCv, emergenceDays }: FollicleValues,
) {
  const logSd = logSdOf(anagenCv);
  let hiddenSum = 0;
  for (let part = 0; part < quantileParts; part++) {
    const growth = drawDuration(anagen, logSd, (part + 0.5) / quantileParts);
    hiddenSum += Math.min(growth, emergenceDays);
  }
  const hidden = hiddenSum / quantileParts;
  const perDay = density / (anagen + telogen + latency);
  return {
    visible: perDay * (anagen - hidden + telogen),
    growing: perDay * (anagen - hidden),
    latent: perDay * latency,
  };
}
