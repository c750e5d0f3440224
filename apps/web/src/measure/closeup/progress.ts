import type { MeasurementRow } from "@stipple/api";
import { daysBetween, type IsoDate, type Review } from "@stipple/protocol";
import { type Comparison, compareMeasurements, type Measurement } from "@stipple/trichometry";
import { progressTexts } from "./progress-texts.ts";

const texts = progressTexts;

/** What the close-ups of one site say on one day; several photos of a day are averaged. */
interface Visit {
  readonly on: IsoDate;
  readonly photos: number;
  readonly densityPerCm2: number;
  readonly interval90: readonly [number, number];
  readonly medianThicknessUm: number | undefined;
  readonly method: string;
  /** What speaks against these photos. */
  readonly warnings: readonly string[];
}

export interface Site {
  readonly siteId: string;
  /** One of its photos: a name has no place in an address. */
  readonly photoId: string;
  readonly visits: readonly Visit[];
}

/** What may be said of a site, and about which two visits. */
export type Verdict =
  | { readonly kind: "one-visit" }
  | { readonly kind: "no-plan" }
  | { readonly kind: "too-early"; readonly next: Review | undefined }
  | {
      readonly kind: "compared";
      readonly first: Visit;
      readonly second: Visit;
      readonly week: Review["week"];
      readonly comparison: Comparison;
    };

/** Week 4 is for a photo only: nothing can have grown yet (evidence section 2.3, point 5). */
const photoOnlyWeek = 4;
/** A visit this near to a review's day is that review's. */
const nearReviewDays = 10;
/** The first count may come this late and still be the one before. */
const lateStartDays = 14;
/** The one doubt that concerns thin hairs and not the density. */
const vellusOnly = "vellus-unseen";
/** Photos of a day from which on their average is as sure as three shots. */
const manyShots = 3;

/** The sites with a density, each with its visits in order. A photo that was counted twice says what it said last. */
export function sitesOf(rows: readonly MeasurementRow[]): readonly Site[] {
  const newest = new Map(rows.map((row) => [row.measurement.photoId, row]));
  const bySite = Map.groupBy(newest.values(), ({ siteId }) => siteId ?? "");
  return [...bySite].flatMap(([siteId, ofSite]) => {
    const days = Map.groupBy(ofSite, ({ takenOn }) => takenOn);
    const visits = [...days].flatMap(([on, ofDay]) => visitOf(on, ofDay) ?? []);
    const photoId = ofSite.at(-1)?.measurement.photoId;
    return visits.length === 0 || photoId === undefined
      ? []
      : [{ siteId, photoId, visits: visits.toSorted((a, b) => daysBetween(b.on, a.on)) }];
  });
}

function visitOf(on: IsoDate, rows: readonly MeasurementRow[]): Visit | undefined {
  const counts = rows.flatMap(({ measurement, corrected, editCount }) => {
    if (measurement.result.kind !== "close-up") return [];
    const { densityPerCm2, thicknessUm } = corrected?.totals ?? measurement.result.totals;
    return densityPerCm2
      ? [{ measurement, editCount, thicknessUm, total: densityPerCm2.total }]
      : [];
  });
  if (counts.length === 0) return undefined;
  const densityPerCm2 = mean(counts.map(({ total }) => total.value));
  const reach =
    mean(
      counts.map(
        ({ total: { value, interval90 = [value, value] } }) => interval90[1] - interval90[0],
      ),
    ) /
    2 /
    Math.sqrt(counts.length);
  const thicknesses = counts.flatMap(({ thicknessUm }) => thicknessUm?.median.value ?? []);
  return {
    on,
    photos: counts.length,
    densityPerCm2,
    interval90: [Math.max(0, densityPerCm2 - reach), densityPerCm2 + reach],
    medianThicknessUm: thicknesses.length > 0 ? mean(thicknesses) : undefined,
    method: [
      ...new Set(
        counts.map(({ measurement, editCount }) =>
          editCount > 0
            ? `${measurement.algorithmVersion}, ${texts.byHand}`
            : measurement.algorithmVersion,
        ),
      ),
    ].join(" + "),
    warnings: counts.flatMap(({ measurement }) =>
      measurement.warnings.filter(({ code }) => code !== vellusOnly).map(({ says }) => says),
    ),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The review that a day belongs to, if anything may be judged at it. */
export function reviewNear(on: IsoDate, reviews: readonly Review[] = []): Review | undefined {
  return judgedAt(reviews).find((review) => Math.abs(daysBetween(review.on, on)) <= nearReviewDays);
}

/** The first review after a day at which anything may be judged. */
export function nextReview(on: IsoDate, reviews: readonly Review[] = []): Review | undefined {
  return judgedAt(reviews).find((review) => daysBetween(on, review.on) > 0);
}

function judgedAt(reviews: readonly Review[]): readonly Review[] {
  return reviews.filter(({ week }) => week > photoOnlyWeek);
}

/** Compares the count before with that of the newest review; between reviews nothing is judged. */
export function verdictOf({ visits }: Site, reviews: readonly Review[] | undefined): Verdict {
  if (judgedAt(reviews ?? []).length === 0) return { kind: "no-plan" };
  if (visits.length < 2) return { kind: "one-visit" };
  const found = visits.toReversed().flatMap((visit) => {
    const review = reviewNear(visit.on, reviews);
    return review ? [{ visit, review }] : [];
  })[0];
  const first = found && baselineOf(visits, found.review);
  if (!found || !first || first === found.visit) {
    const last = visits.at(-1);
    return { kind: "too-early", next: last && nextReview(last.on, reviews) };
  }
  return {
    kind: "compared",
    first,
    second: found.visit,
    week: found.review.week,
    comparison: compareMeasurements(measurementOf(first), measurementOf(found.visit)),
  };
}

/** The last count before the treatment had time to work, or the oldest there is. */
function baselineOf(visits: readonly Visit[], { on, week }: Review): Visit | undefined {
  const isBefore = (visit: Visit) => daysBetween(visit.on, on) >= 7 * week - lateStartDays;
  return visits.findLast(isBefore) ?? visits[0];
}

function measurementOf({
  densityPerCm2,
  interval90,
  photos,
  method,
  warnings,
}: Visit): Measurement {
  return {
    quantity: "density-total",
    value: densityPerCm2,
    mode: photos >= manyShots ? "three-shots" : "single-shot",
    method,
    gate: { isPassed: warnings.length === 0, reasons: warnings },
    standardError: (interval90[1] - interval90[0]) / 2 / deviations90,
  };
}

/** 90 % of a normal distribution lie within this many standard deviations. */
const deviations90 = 1.645;
