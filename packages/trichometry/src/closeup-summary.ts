import { coarsestVellusUmPerPx } from "./closeup-findings.ts";
import { countInterval, densityInterval, type Interval } from "./count-interval.ts";
import { type HairClass, softVellusFraction } from "./hair-class.ts";
import type { MeasuredHair } from "./measured-hair.ts";
import type { Point, Polygon } from "./point.ts";
import { quantile } from "./shaft-edges.ts";

/** What follows from the hairs of a photo. Everything that needs a scale is undefined without one. */
export interface CloseUpSummary {
  /** Hairs whose root lies in the region; a hair cut by the frame counts as far as its root may lie inside. */
  readonly count: number;
  readonly countInterval90: Interval;
  readonly areaCm2: number | undefined;
  /** Per cm². */
  readonly density: Readonly<Record<"total" | HairClass, number>> | undefined;
  /** Of the total density, per cm². */
  readonly interval90: Interval | undefined;
  readonly thickness: Readonly<Record<"mean" | "median" | "p10" | "p90", number>> | undefined;
  /** Spread of the widths over their mean: needs no scale. */
  readonly thicknessVariation: number | undefined;
  /** Millimetres of shaft width on a square centimetre. */
  readonly cumulativeThickness: number | undefined;
  readonly vellusShare: number | undefined;
  readonly terminalToVellus: number | undefined;
  readonly units: {
    readonly count: number;
    readonly hairsPerUnit: number | undefined;
    /** Per cm². */
    readonly density: number | undefined;
  };
}

export interface SummaryOrder {
  readonly image: { readonly width: number; readonly height: number };
  readonly umPerPx?: number | undefined;
  readonly scaleSdFraction?: number | undefined;
  readonly roi?: Polygon | undefined;
  readonly areaPx2: number;
}

export function summariseHairs(
  hairs: readonly MeasuredHair[],
  order: SummaryOrder,
): CloseUpSummary {
  const { umPerPx, roi, areaPx2 } = order;
  const inside = hairs.filter(({ root }) => roi === undefined || isInside(root, roi));
  const weighed = inside.map((hair) => ({ hair, weight: hair.rootInside }));
  const count = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const interval = countInterval(
    count,
    inside.map(({ score }) => score),
    coverOf(inside, areaPx2),
  );
  const unitCount = new Set(inside.map(({ unit }) => unit)).size;
  const areaCm2 = umPerPx === undefined ? undefined : (areaPx2 * umPerPx * umPerPx) / 1e8;
  return {
    count,
    countInterval90: interval,
    areaCm2,
    interval90:
      areaCm2 === undefined
        ? undefined
        : densityInterval(interval, areaCm2, order.scaleSdFraction ?? 0),
    density: areaCm2 === undefined ? undefined : densities(weighed, areaCm2),
    ...thicknesses(inside, areaCm2),
    ...vellusShares(inside, umPerPx),
    units: {
      count: unitCount,
      hairsPerUnit: unitCount === 0 ? undefined : inside.length / unitCount,
      density: areaCm2 === undefined ? undefined : unitCount / areaCm2,
    },
  };
}

/** Share of the area that hairs would cover if none lay on another. */
function coverOf(hairs: readonly MeasuredHair[], areaPx2: number): number {
  const covered = hairs.reduce((sum, { polyline, widthPx }) => {
    const lengthPx = polyline.reduce((length, { x, y }, at) => {
      const before = polyline[at - 1];
      return before ? length + Math.hypot(x - before.x, y - before.y) : length;
    }, 0);
    return sum + lengthPx * widthPx;
  }, 0);
  return covered / areaPx2;
}

interface Weighed {
  readonly hair: MeasuredHair;
  readonly weight: number;
}

function densities(weighed: readonly Weighed[], areaCm2: number): CloseUpSummary["density"] {
  const of = (wanted: HairClass) =>
    weighed.reduce((sum, { hair, weight }) => sum + (hair.class === wanted ? weight : 0), 0) /
    areaCm2;
  const vellus = of("vellus");
  const intermediate = of("intermediate");
  const terminal = of("terminal");
  return { total: vellus + intermediate + terminal, vellus, intermediate, terminal };
}

function thicknesses(
  hairs: readonly MeasuredHair[],
  areaCm2: number | undefined,
): Pick<CloseUpSummary, "thickness" | "thicknessVariation" | "cumulativeThickness"> {
  if (hairs.length === 0) {
    return { thickness: undefined, thicknessVariation: undefined, cumulativeThickness: undefined };
  }
  const pixels = hairs.map(({ widthPx }) => widthPx);
  const mean = pixels.reduce((sum, width) => sum + width, 0) / pixels.length;
  const variance = pixels.reduce((sum, width) => sum + (width - mean) ** 2, 0) / pixels.length;
  const widths = hairs.flatMap(({ widthUm }) => widthUm ?? []);
  const sumUm = widths.reduce((sum, width) => sum + width, 0);
  const isSized = areaCm2 !== undefined && widths.length > 0;
  return {
    thicknessVariation: Math.sqrt(variance) / mean,
    thickness: isSized
      ? {
          mean: sumUm / widths.length,
          median: quantile(widths, 0.5),
          p10: quantile(widths, 0.1),
          p90: quantile(widths, 0.9),
        }
      : undefined,
    cumulativeThickness: isSized ? sumUm / 1000 / areaCm2 : undefined,
  };
}

function vellusShares(
  hairs: readonly MeasuredHair[],
  umPerPx: number | undefined,
): Pick<CloseUpSummary, "vellusShare" | "terminalToVellus"> {
  if (umPerPx === undefined || umPerPx > coarsestVellusUmPerPx || hairs.length === 0) {
    return { vellusShare: undefined, terminalToVellus: undefined };
  }
  const sized = hairs.map(({ widthUm = 0, widthSdUm = 0 }) => ({ widthUm, widthSdUm }));
  const vellus = hairs.filter((hair) => hair.class === "vellus").length;
  const terminal = hairs.filter((hair) => hair.class === "terminal").length;
  return {
    vellusShare: softVellusFraction(sized),
    terminalToVellus: vellus === 0 ? undefined : terminal / vellus,
  };
}

function isInside({ x, y }: Point, polygon: Polygon): boolean {
  let inside = false;
  let before = polygon.at(-1);
  for (const corner of polygon) {
    if (before && before.y <= y !== corner.y <= y) {
      const crossingX = corner.x + ((y - corner.y) / (before.y - corner.y)) * (before.x - corner.x);
      if (x < crossingX) inside = !inside;
    }
    before = corner;
  }
  return inside;
}
