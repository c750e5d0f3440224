import type {
  CloseUpTotals,
  Measurement,
  MeasurementEdit,
  MeasurementScale,
  MeasuredHair as StoredHair,
} from "@stipple/protocol";
import {
  applyEdits,
  type CloseUpMeasurement,
  type CloseUpSummary,
  type HairEdit,
  type MeasuredHair,
  type NamedHair,
  type Point,
  polygonAreaPx2,
  summariseHairs,
} from "@stipple/trichometry";
import type { Found } from "./count-messages.ts";

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** A close-up with its hairs, as the server keeps it. */
export type KeptCloseUp = Omit<Measurement, "result"> & {
  readonly result: Extract<Measurement["result"], { kind: "close-up" }>;
};

/** The close-up among the measurements. */
export function closeUpOf(measurement: Measurement): KeptCloseUp | undefined {
  const { result } = measurement;
  return result.kind === "close-up" ? { ...measurement, result } : undefined;
}

/** Counted pixels of a part of the photo: where it begins, and what was said about the scale. */
export interface CountedPart {
  readonly offset: Point;
  readonly scale: MeasurementScale;
  readonly roi: readonly Point[] | undefined;
  readonly warnings: Found["warnings"];
}

/** What was measured, in the names in which it is kept. */
export function foundOf(measured: CloseUpMeasurement, part: CountedPart): Found {
  const { quality } = measured;
  const warnings = [
    ...part.warnings,
    ...measured.warnings.map(({ code, says, nextStep }) => ({ code, says: `${says} ${nextStep}` })),
  ];
  return {
    algorithmVersion: measured.algorithmVersion,
    scale: part.scale,
    ...(part.roi && { roiPx: part.roi.map(({ x, y }): [number, number] => [tenth(x), tenth(y)]) }),
    quality: {
      isFit: warnings.length === 0,
      hairTone: quality.hairTone,
      numbers: numbersOf({
        glareFraction: quality.glareFraction,
        blurSigmaPx: quality.blurSigmaPx,
        coverFraction: quality.coverFraction,
        hairMmPerMm2: quality.hairMmPerMm2,
      }),
    },
    warnings,
    result: {
      kind: "close-up",
      totals: totalsOf(measured),
      hairs: measured.hairs.map((hair, i) =>
        storedHair({ ...moved(hair, part.offset), id: `h${i + 1}` }),
      ),
    },
  };
}

function numbersOf(numbers: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(numbers).filter((entry): entry is [string, number] => entry[1] !== undefined),
  );
}

function moved(hair: MeasuredHair, { x: acrossPx, y: downPx }: Point): MeasuredHair {
  if (acrossPx === 0 && downPx === 0) return hair;
  const move = ({ x, y }: Point) => ({ x: x + acrossPx, y: y + downPx });
  return {
    ...hair,
    polyline: hair.polyline.map(move),
    root: move(hair.root),
    tip: move(hair.tip),
  };
}

/** Sums of a count in the names in which they are kept. */
function totalsOf(summary: CloseUpSummary): CloseUpTotals {
  const { count, countInterval90, areaCm2, density, interval90, thickness, units } = summary;
  const value = (one: number) => ({ value: one });
  return {
    count: { value: count, interval90: around(count, countInterval90) },
    ...(areaCm2 !== undefined && { areaCm2 }),
    ...(density && {
      densityPerCm2: {
        total: {
          value: density.total,
          ...(interval90 && { interval90: around(density.total, interval90) }),
        },
        terminal: value(density.terminal),
        intermediate: value(density.intermediate),
        vellus: value(density.vellus),
      },
    }),
    ...(thickness && {
      thicknessUm: {
        mean: value(thickness.mean),
        median: value(thickness.median),
        p10: value(thickness.p10),
        p90: value(thickness.p90),
      },
    }),
    ...(summary.thicknessVariation !== undefined && {
      thicknessVariation: summary.thicknessVariation,
    }),
    ...(summary.cumulativeThickness !== undefined && {
      cumulativeThicknessMmPerCm2: value(summary.cumulativeThickness),
    }),
    ...(summary.vellusShare !== undefined && { vellusFraction: value(summary.vellusShare) }),
    ...(summary.terminalToVellus !== undefined && {
      terminalToVellus: value(summary.terminalToVellus),
    }),
    units: {
      count: units.count,
      ...(units.hairsPerUnit !== undefined && { hairsPerUnit: value(units.hairsPerUnit) }),
      ...(units.density !== undefined && { densityPerCm2: value(units.density) }),
    },
  };
}

/** The kept range holds its value, rounding included. */
function around(value: number, [low, high]: readonly [number, number]): [number, number] {
  return [Math.min(low, value), Math.max(high, value)];
}

/** A hair as it is kept: places to a tenth of a pixel, without points that lie on the line anyway. */
export function storedHair(hair: NamedHair): StoredHair {
  const line = thinned(hair.polyline);
  return {
    id: hair.id,
    polylinePx: line.flatMap(({ x, y }) => [tenth(x), tenth(y)]),
    rootPx: [tenth(hair.root.x), tenth(hair.root.y)],
    tipPx: [tenth(hair.tip.x), tenth(hair.tip.y)],
    rootConfidence: hair.rootConfidence,
    widthPx: hair.widthPx,
    ...(hair.widthUm !== undefined && { widthUm: hair.widthUm }),
    ...(hair.widthSdUm !== undefined && { widthSdUm: hair.widthSdUm }),
    ...(hair.lengthUm !== undefined && { lengthUm: hair.lengthUm }),
    score: hair.score,
    ...(hair.class !== undefined && { class: hair.class }),
    unit: hair.unit,
    borderCut: hair.borderCut,
    rootInside: hair.rootInside,
    source: hair.source,
  };
}

function tenth(value: number): number {
  return Math.round(10 * value) / 10;
}

/** A kept line runs at most this far beside the one that was found, in pixels. */
const besidePx = 0.3;

/** The line through fewer points (Douglas and Peucker 1973). */
function thinned(line: readonly Point[]): readonly Point[] {
  const [first] = line;
  const last = line.at(-1);
  if (line.length <= 2 || !first || !last) return line;
  const length = Math.hypot(last.x - first.x, last.y - first.y);
  const distances = line.map(({ x, y }) =>
    length === 0
      ? Math.hypot(x - first.x, y - first.y)
      : Math.abs((last.x - first.x) * (y - first.y) - (last.y - first.y) * (x - first.x)) / length,
  );
  const farthest = distances.reduce((best, far, i) => (far > (distances[best] ?? 0) ? i : best), 0);
  if ((distances[farthest] ?? 0) <= besidePx) return [first, last];
  return [...thinned(line.slice(0, farthest + 1)), ...thinned(line.slice(farthest)).slice(1)];
}

/** A kept hair as the counting code knows it. */
export function namedHair(stored: StoredHair): NamedHair {
  const polyline = Array.from({ length: stored.polylinePx.length >> 1 }, (_, i) => ({
    x: stored.polylinePx[2 * i] ?? 0,
    y: stored.polylinePx[2 * i + 1] ?? 0,
  }));
  const end = (kept: readonly [number, number] | undefined, drawn: Point | undefined): Point =>
    kept ? { x: kept[0], y: kept[1] } : (drawn ?? { x: 0, y: 0 });
  const { widthUm, widthSdUm, lengthUm } = stored;
  return {
    id: stored.id,
    polyline,
    root: end(stored.rootPx, polyline[0]),
    tip: end(stored.tipPx, polyline.at(-1)),
    rootConfidence: stored.rootConfidence ?? 0,
    widthPx: stored.widthPx ?? 0,
    widthUm,
    widthSdUm,
    lengthUm,
    class: stored.class,
    score: stored.score,
    borderCut: stored.borderCut,
    rootInside: stored.rootInside ?? (stored.borderCut ? 0.5 : 1),
    unit: stored.unit ?? 0,
    source: stored.source,
  };
}

/** The hairs of a kept close-up after its corrections. */
export function hairsAfter(
  kept: KeptCloseUp,
  edits: readonly MeasurementEdit[],
): readonly NamedHair[] {
  return applyEdits(kept.result.hairs.map(namedHair), edits.map(hairEdit), umPerPxOf(kept.scale));
}

function hairEdit(edit: MeasurementEdit): HairEdit {
  switch (edit.kind) {
    case "hair-added":
      return { id: edit.id, kind: edit.kind, hair: namedHair(edit.hair) };
    case "hair-split":
      return { id: edit.id, kind: edit.kind, hairId: edit.hairId, into: edit.into.map(namedHair) };
    case "hairs-joined":
      return { id: edit.id, kind: edit.kind, hairIds: edit.hairIds, into: namedHair(edit.into) };
    default:
      return edit;
  }
}

export function umPerPxOf(scale: MeasurementScale): number | undefined {
  return scale.source === "none" ? undefined : scale.umPerPx;
}

/** What the hairs add up to in the region that was counted. */
export function totalsAfter(
  { scale, roiPx }: KeptCloseUp,
  hairs: readonly NamedHair[],
  frame: Frame,
): CloseUpTotals {
  const roi = roiPx?.map(([x, y]) => ({ x, y }));
  return totalsOf(
    summariseHairs(hairs, {
      image: frame,
      umPerPx: umPerPxOf(scale),
      scaleSdFraction: scale.source === "none" ? undefined : scale.umPerPxSd / scale.umPerPx,
      roi,
      areaPx2: roi ? polygonAreaPx2(roi) : frame.width * frame.height,
    }),
  );
}
