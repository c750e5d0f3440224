import type { PrintCheck } from "@stipple/trichometry";

/** A card that is off by more than this makes a density wrong by twice as much. */
const mostOffFraction = 0.005;

export interface PrintVerdict {
  readonly isRight: boolean;
  /** The print's size over the intended one, in percent, as precisely as it is known. */
  readonly percent: string;
  readonly errorPercent: string;
  /** How far a density counted with this card would be off, in percent of the true one. */
  readonly densityPercent: string;
  readonly isTooSmall: boolean;
}

/**
 * Whether a print may be used.
 *
 * A card of a share f of its size makes lengths look 1 / f as long, and a density f² as high as it is: a card at 97 %
 * makes 94 hairs of 100.
 */
export function judgePrint({ printFactor, error }: PrintCheck): PrintVerdict {
  const off = printFactor - 1;
  return {
    isRight: Math.abs(off) <= mostOffFraction,
    percent: (100 * printFactor).toFixed(1),
    errorPercent: Math.max(0.1, 100 * error).toFixed(1),
    densityPercent: Math.abs(100 * (printFactor ** 2 - 1)).toFixed(0),
    isTooSmall: off < 0,
  };
}
