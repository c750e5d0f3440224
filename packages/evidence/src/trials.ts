import { finasterideCurves } from "./trials/finasteride-curves.ts";
import { penTrialsBesideMinoxidil } from "./trials/pens-beside-minoxidil.ts";
import { referenceCurves } from "./trials/reference-curves.ts";
import { rollerTrialsBesideMinoxidil } from "./trials/rollers-beside-minoxidil.ts";
import type { Point, ReferenceCurve, Trial } from "./trials/trial.ts";
import { trialsWithOtherProducts } from "./trials/with-other-products.ts";
import { trialsInWomenAndAtHome } from "./trials/women-and-home.ts";
import { perCm2Factor } from "./units.ts";

/** Every needling trial, in groups by what was given beside the needling. */
export const trials: readonly Trial[] = [
  ...rollerTrialsBesideMinoxidil,
  ...penTrialsBesideMinoxidil,
  ...trialsWithOtherProducts,
  ...trialsInWomenAndAtHome,
];

/** Every course to lay a person's course against. */
export const curves: readonly ReferenceCurve[] = [...referenceCurves, ...finasterideCurves];

/** A point in hairs/cm², marked as derived when it had to be converted; as it is where no area is known. */
export function pointPerCm2(point: Point): Point {
  const factor = perCm2Factor(point.unit);
  if (factor === undefined || factor === 1) return point;

  const { mean, sd, range } = point;
  return {
    ...point,
    mean: mean * factor,
    ...(sd !== undefined && { sd: sd * factor }),
    ...(range && { range: [range[0] * factor, range[1] * factor] }),
    unit: "hairs/cm2",
    confidence: point.confidence === "looked-up" ? "derived" : point.confidence,
  };
}

/**
 * The points that may be drawn: looked up or derived, dated, and in hairs/cm² where the unit allows.
 * A trial whose numbers are not chartable gives none, however well they are known.
 */
export function chartablePoints(series: {
  readonly points: readonly Point[];
  readonly chartable?: boolean;
}): readonly Point[] {
  if (series.chartable === false) return [];

  return series.points
    .filter(({ week }) => week !== undefined)
    .filter(({ confidence }) => confidence === "looked-up" || confidence === "derived")
    .map(pointPerCm2);
}

/** The arms of a trial with the points of each that may be drawn; arms without any are left out. */
export function chartableArms(
  trial: Trial,
): readonly { readonly name: string; readonly points: readonly Point[] }[] {
  return trial.arms
    .map(({ name, points }) => ({
      name,
      points: chartablePoints({ points, chartable: trial.chartable }),
    }))
    .filter(({ points }) => points.length > 0);
}
