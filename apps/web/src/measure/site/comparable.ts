import type { CloseUpTotals, IsoDate, MeasurementEdit } from "@stipple/protocol";
import type { CloseUpVisit, ComparableCloseUp, NamedHair, Polygon } from "@stipple/trichometry";
import {
  type Frame,
  hairsAfter,
  type KeptCloseUp,
  totalsAfter,
  umPerPxOf,
} from "../closeup/kept-measurement.ts";
import { progressTexts } from "../closeup/progress-texts.ts";

/** A kept close-up after its corrections, as one of two that are compared. */
export interface ComparedCloseUp {
  readonly hairs: readonly NamedHair[];
  readonly visit: CloseUpVisit;
}

/** One of the two close-ups with its photo and its day. */
export interface PairSide {
  readonly photoId: string;
  readonly frame: Frame;
  readonly name: string;
  readonly takenOn: IsoDate;
  readonly warnings: readonly string[];
  readonly compared: ComparedCloseUp;
}

export function comparedCloseUp(
  kept: KeptCloseUp,
  edits: readonly MeasurementEdit[],
  frame: Frame,
): ComparedCloseUp {
  const hairs = hairsAfter(kept, edits);
  const closeUp: ComparableCloseUp = {
    // A count that was put right is another way of counting: the two do not stand on one axis.
    algorithmVersion:
      edits.length > 0
        ? `${kept.algorithmVersion}, ${progressTexts.byHand}`
        : kept.algorithmVersion,
    umPerPx: umPerPxOf(kept.scale),
    hairs,
    warnings: kept.warnings,
    ...valuesOf(totalsAfter(kept, hairs, frame)),
  };
  return { hairs, visit: { closeUp, region: regionOf(kept, frame), shots: 1 } };
}

function valuesOf({
  densityPerCm2,
  thicknessUm,
  cumulativeThicknessMmPerCm2,
  vellusFraction,
}: CloseUpTotals) {
  return {
    density: densityPerCm2 && {
      total: densityPerCm2.total.value,
      terminal: densityPerCm2.terminal.value,
    },
    interval90: densityPerCm2?.total.interval90,
    thickness: thicknessUm && { median: thicknessUm.median.value },
    cumulativeThickness: cumulativeThicknessMmPerCm2?.value,
    vellusShare: vellusFraction?.value,
  };
}

/** What was counted; without a card the whole photo. */
function regionOf({ roiPx }: KeptCloseUp, { width, height }: Frame): Polygon {
  return (
    roiPx?.map(([x, y]) => ({ x, y })) ?? [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ]
  );
}
