import {
  type Comparison,
  compareMeasurements,
  type MatchedChange,
  type Measurement,
  type MeasurementMode,
  type Quantity,
} from "./compare-measurements.ts";
import { compareHairs, type HairChanges } from "./hair-changes.ts";
import { classOfWidth } from "./hair-class.ts";
import type { PixelImage } from "./image.ts";
import {
  type MatchableHair,
  type MatchableVisit,
  matchHairs,
  type NoHairMatch,
} from "./match-hairs.ts";
import { changeOfSum } from "./matched-change.ts";
import type { Polygon } from "./point.ts";
import { lookAgain } from "./second-look.ts";

/** What a close-up gave at one visit; a measured close-up is one. */
export interface ComparableCloseUp {
  readonly algorithmVersion: string;
  readonly umPerPx: number | undefined;
  readonly hairs: readonly MatchableHair[];
  readonly density: { readonly total: number; readonly terminal: number } | undefined;
  readonly interval90: readonly [number, number] | undefined;
  readonly thickness: { readonly median: number } | undefined;
  readonly cumulativeThickness: number | undefined;
  readonly vellusShare: number | undefined;
  readonly warnings: readonly { readonly code: string; readonly says: string }[];
}

export interface CloseUpVisit {
  readonly closeUp: ComparableCloseUp;
  /** What was counted, in pixels. */
  readonly region: Polygon;
  /** How many photos the values are the mean of. */
  readonly shots: 1 | 3;
  /** With both photos, hairs that one count missed are looked for again. */
  readonly image?: PixelImage | undefined;
}

export interface CloseUpComparison {
  readonly quantities: Readonly<Partial<Record<Quantity, Comparison>>>;
  /** Hair by hair, or why not. */
  readonly hairs: HairChanges | NoHairMatch;
}

/** Findings that keep a photo from being compared, and those that only concern thin hairs. */
const stoppingCodes: ReadonlySet<string> = new Set([
  "glare",
  "blurred",
  "no-hair",
  "no-scale",
  "tilted",
  "may-be-face",
]);
const vellusCodes: ReadonlySet<string> = new Set(["vellus-unseen"]);

/** Deviations that 90 % of a normal distribution lie within. */
const deviations90 = 1.645;

/** Every quantity of two close-ups of one spot, and what became of each hair. */
export function compareCloseUps(first: CloseUpVisit, second: CloseUpVisit): CloseUpComparison {
  const hairs = compareByHair(first, second);
  const matched = "netFraction" in hairs ? hairs : undefined;
  const lists = { first: first.closeUp.hairs, second: second.closeUp.hairs };
  const sumOf = (amountOf: (hair: MatchableHair) => number | undefined) =>
    matched && changeOfSum(matched, lists, amountOf);
  const judge = (quantity: Quantity, change?: MatchedChange): Comparison =>
    compareMeasurements(measure(first, quantity), measure(second, quantity), change);
  return {
    quantities: {
      "density-total": judge("density-total", matched),
      "density-terminal": judge("density-terminal", sumOf(isTerminal)),
      "median-thickness": judge("median-thickness"),
      "cumulative-thickness": judge(
        "cumulative-thickness",
        sumOf(({ widthUm }) => widthUm),
      ),
      "vellus-share": judge("vellus-share"),
    },
    hairs,
  };
}

function isTerminal({ widthUm }: MatchableHair): number | undefined {
  return widthUm === undefined ? undefined : Number(classOfWidth(widthUm) === "terminal");
}

function compareByHair(first: CloseUpVisit, second: CloseUpVisit): HairChanges | NoHairMatch {
  const before = matchable(first);
  const after = matchable(second);
  if (!before || !after) return noScale;
  const match = matchHairs(before, after);
  if (match.kind === "not-matched") return match;
  const looks =
    first.image && second.image
      ? lookAgain(
          { visit: before, image: first.image },
          { visit: after, image: second.image },
          match,
        )
      : undefined;
  return compareHairs({ first: before, second: after, match, looks });
}

function matchable({ closeUp, region }: CloseUpVisit): MatchableVisit | undefined {
  const { hairs, umPerPx } = closeUp;
  return umPerPx === undefined ? undefined : { hairs, umPerPx, region };
}

function measure({ closeUp, shots }: CloseUpVisit, quantity: Quantity): Measurement {
  const mode: MeasurementMode = shots === 3 ? "three-shots" : "single-shot";
  const failed = closeUp.warnings.filter(
    ({ code }) => stoppingCodes.has(code) || (quantity === "vellus-share" && vellusCodes.has(code)),
  );
  return {
    quantity,
    value: readQuantity(closeUp, quantity) ?? Number.NaN,
    mode,
    method: closeUp.algorithmVersion,
    gate: { isPassed: failed.length === 0, reasons: failed.map(({ says }) => says) },
    standardError: ownError(closeUp, quantity),
  };
}

function readQuantity(closeUp: ComparableCloseUp, quantity: Quantity): number | undefined {
  const { density, thickness, cumulativeThickness, vellusShare } = closeUp;
  if (quantity === "density-total") return density?.total;
  if (quantity === "density-terminal") return density?.terminal;
  if (quantity === "median-thickness") return thickness?.median;
  if (quantity === "cumulative-thickness") return cumulativeThickness;
  return quantity === "vellus-share" ? vellusShare : undefined;
}

/**
 * How far this very measurement may be off. The count's interval says it for the density; a part of the hairs is off by
 * the root of their share in it, a sum over them by as large a share as the count. A median of n widths is off by
 * 1.25 · sd / √n, a share p of n hairs by √(p (1 − p) / n): few hairs tell little, however sharp the photo is.
 */
function ownError(closeUp: ComparableCloseUp, quantity: Quantity): number | undefined {
  const { density, interval90, cumulativeThickness, vellusShare, hairs } = closeUp;
  const ofTotal = interval90 && (interval90[1] - interval90[0]) / 2 / deviations90;
  const count = Math.max(1, hairs.length);
  switch (quantity) {
    case "density-total":
      return ofTotal;
    case "density-terminal":
      return density && ofTotal && ofTotal * Math.sqrt(density.terminal / density.total || 0);
    case "cumulative-thickness":
      return density && ofTotal && cumulativeThickness
        ? (ofTotal / density.total) * cumulativeThickness
        : undefined;
    case "median-thickness":
      return (1.25 * spreadOfWidths(closeUp)) / Math.sqrt(count);
    case "vellus-share":
      return vellusShare === undefined
        ? undefined
        : Math.sqrt((vellusShare * (1 - vellusShare)) / count);
    default:
      return undefined;
  }
}

/** Standard deviation of the hairs' widths. */
function spreadOfWidths({ hairs }: ComparableCloseUp): number {
  const widths = hairs.flatMap(({ widthUm }) => widthUm ?? []);
  if (widths.length === 0) return 0;
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  return Math.sqrt(widths.reduce((sum, width) => sum + (width - mean) ** 2, 0) / widths.length);
}

const noScale: NoHairMatch = {
  kind: "not-matched",
  message: "One of the photos has no scale, so hairs cannot be found again by their places.",
  action: "Lay the window card around the spot at every visit.",
};
