import { exp, log, log2, tanh } from "./elementary.ts";
import type { Values } from "./parameter.ts";
import type { closureParameters } from "./parameters/closure.ts";
import type { permeationParameters } from "./parameters/permeation.ts";

type ClosureValues = Values<typeof closureParameters>;
type PermeationValues = Values<typeof permeationParameters>;

/**
 * Rival readings of how fast channels close. Benefits are stated with `central`, the fast-closing one; warnings with
 * `slow` and `slow-upper`; the two of the article bracket its 30 to 60 minutes; `occluded` is skin under a cover.
 */
export const closureSets = [
  "article-early",
  "article-late",
  "central",
  "slow",
  "slow-upper",
  "occluded",
] as const;
export type ClosureSet = (typeof closureSets)[number];

/** Holes of one session, all alike: the mean hole of a band. */
export interface Channels {
  readonly densityPerCm2: number;
  /** How far the channel goes on below the horny layer. */
  readonly depthUm: number;
  /** Radius of what is really open, after the skin has sprung back. */
  readonly radiusUm: number;
}

/**
 * Share of the channels' first opening that is left some minutes after rolling.
 *
 *     g(t) = 2^(−t / t½)
 *
 * First-order closure: the simplest curve that matches what sources give, an end time. It says nothing about the
 * shape in between.
 *
 * @returns dimensionless, 1 at `sinceRollingMin` = 0
 */
export function openFraction(sinceRollingMin: number, halfLifeMin: number): number {
  if (!(sinceRollingMin >= 0)) {
    throw new RangeError(`sinceRollingMin must be 0 or more, got ${sinceRollingMin}`);
  }
  if (!(halfLifeMin > 0)) throw new RangeError(`halfLifeMin must be above 0, got ${halfLifeMin}`);

  return exp((-sinceRollingMin / halfLifeMin) * Math.LN2);
}

/**
 * Time in which the open share halves, for a set and an age. The article gives an end time instead:
 *
 *     t½ = t_closed / log₂(1 / closed share)
 *
 * @returns min
 */
export function closureHalfLifeMin(
  set: ClosureSet,
  ageYears: number,
  values: ClosureValues,
): number {
  if (!(ageYears >= 0 && ageYears <= 120)) {
    throw new RangeError(`ageYears must be between 0 and 120, got ${ageYears}`);
  }

  const halvings = -log2(values.closedFraction);
  const halfLifeMin = {
    "article-early": values.articleEarlyClosedMin / halvings,
    "article-late": values.articleLateClosedMin / halvings,
    central: values.centralHalfLifeMin,
    slow: values.slowHalfLifeMin,
    "slow-upper": values.slowUpperHalfLifeMin,
    occluded: values.occludedHalfLifeMin,
  }[set];
  return ageYears > values.olderSkinFromYears ? halfLifeMin * values.olderSkinFactor : halfLifeMin;
}

/** Minutes until the open share has fallen to `fraction`, for example 0.01 for "closed" in the readiness rule. */
export function minutesUntilOpenFraction(fraction: number, halfLifeMin: number): number {
  if (!(fraction > 0 && fraction <= 1)) {
    throw new RangeError(`fraction must be above 0 and at most 1, got ${fraction}`);
  }
  if (!(halfLifeMin > 0)) throw new RangeError(`halfLifeMin must be above 0, got ${halfLifeMin}`);

  return -log2(fraction) * halfLifeMin;
}

/**
 * How much one fully open channel lets through for a unit of concentration in water.
 *
 *     Λ   = ln(1 + min(b, √(D_ve/k_cl)) / a),   b = 1/√(π n)
 *     ℓ   = a √(D_ch Λ / (2 D_ve))                            how far down the channel still delivers
 *     G_t = 4 a D_ve + (π a² D_ch / ℓ) tanh(d/ℓ)
 *     G₁  = 0.85 · [ h_sc / (π a² D_ch) + 1/G_t ]⁻¹
 *
 * The fin formula of a conducting pin in a weakly conducting body; 0.85 aligns it with the two-dimensional cell of
 * `unit-cell.ts`. A small molecule gains almost nothing from channels deeper than about 0.15 mm.
 *
 * @returns cm³/s
 */
export function channelConductanceCm3PerS(channels: Channels, values: PermeationValues): number {
  refuseBadChannels(channels);
  if (channels.radiusUm === 0 || channels.densityPerCm2 === 0) return 0;

  const a = channels.radiusUm * 1e-4;
  const d = channels.depthUm * 1e-4;
  const cellRadius = 1 / Math.sqrt(Math.PI * channels.densityPerCm2);
  const { tissueDiffusivityCm2PerS: dTissue, channelDiffusivityCm2PerS: dChannel } = values;
  const reach = Math.min(cellRadius, Math.sqrt(dTissue / values.dermalClearancePerS));
  const spread = log(1 + reach / a);
  const finLength = a * Math.sqrt((dChannel * spread) / (2 * dTissue));
  const section = Math.PI * a * a * dChannel;
  const toTissue = 4 * a * dTissue + (section / finLength) * tanh(d / finLength);
  const throughHornyLayer = section / (values.stratumCorneumUm * 1e-4);
  return values.conductanceAlignment / (1 / throughHornyLayer + 1 / toTissue);
}

function refuseBadChannels({ densityPerCm2, depthUm, radiusUm }: Channels): void {
  const checks = [
    ["densityPerCm2", densityPerCm2, 2000],
    ["depthUm", depthUm, 3000],
    ["radiusUm", radiusUm, 200],
  ] as const;
  for (const [name, value, limit] of checks) {
    if (!(value >= 0 && value <= limit)) {
      throw new RangeError(`${name} must be between 0 and ${limit}, got ${value}`);
    }
  }
}
