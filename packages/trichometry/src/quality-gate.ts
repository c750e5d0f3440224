import type { CardScale, NoCardScale } from "./card-scale.ts";
import { looksLikeFace } from "./face-sign.ts";
import { estimateEdgeBlur } from "./focus.ts";
import type { PixelImage } from "./image.ts";
import { measureLuminance } from "./luminance.ts";
import { measureLight } from "./photo-light.ts";
import { type Polygon, polygonMask } from "./point.ts";
import { type QualityCheck, type QualityCheckId, qualityText } from "./quality-text.ts";
import { reducePlane } from "./reduce-plane.ts";

/** Whether a photo is good enough to measure on, check by check. */
export interface QualityReport {
  /** No check that stops a measurement has failed. */
  readonly isPassed: boolean;
  readonly checks: readonly QualityCheck[];
}

export interface CloseUpPhoto {
  readonly kind: "close-up";
  readonly image: PixelImage;
  /** What was read from the window card. */
  readonly card?: CardScale | NoCardScale | undefined;
  /** The scale of a device that was measured with ticks, where there is no card. */
  readonly umPerPx?: number | undefined;
  readonly region?: Polygon | undefined;
  /** Length of hair on the skin as the count found it, in mm per mm². */
  readonly hairMmPerMm2?: number | undefined;
}

export interface GlobalPhoto {
  readonly kind: "global";
  readonly image: PixelImage;
  readonly region?: Polygon | undefined;
  /** Whether a face belongs into this view: from the front and from the sides it does. */
  readonly isFaceExpected?: boolean | undefined;
  /** Light of the left half over the right half in the first photo of this view. */
  readonly baselineLightRatio?: number | undefined;
}

/**
 * Limits of the trichometry specification, section 4.6, with one change: a median of 15 to 88 % passes, because 35 to 80 %
 * refuses well-lit photos of very dark and very light skin; what is clipped is a check of its own.
 */
const limits = {
  leastSidePx: { closeUp: 400, global: 600 },
  clippedFraction: 0.01,
  medianLight: { low: 0.15, high: 0.88 },
  glareFraction: 0.03,
  blurUm: 8,
  blurPxAt1200: 1.5,
  blurPxUnknownScale: 2.5,
  tiltDeg: 10,
  scaleError: 0.02,
  umPerPx: { preferred: 5, most: 8 },
  lightRatio: { low: 0.7, high: 1.4 },
  hairMmPerMm2: 6.5,
  wetFraction: 0.004,
} as const;

/** A photo in which nothing is lighter than this is black. */
const darkestLight = 0.02;

/** Checks a photo before it is measured: every check has its number, its limit and what to change. */
export function checkPhoto(photo: CloseUpPhoto | GlobalPhoto): QualityReport {
  const { image, kind, region } = photo;
  const shortSide = Math.min(image.width, image.height);
  const leastSide = kind === "close-up" ? limits.leastSidePx.closeUp : limits.leastSidePx.global;
  const size = check("size", shortSide, { low: leastSide });
  if (!size.isPassed) return report([size]);
  const mask = region ? polygonMask(region, image) : undefined;
  const light = measureLight(image, mask);
  const black = check("black", light.brightest, { low: darkestLight });
  if (!black.isPassed) return report([size, black]);
  return report([
    size,
    check("too-dark", light.blackFraction, { high: limits.clippedFraction }),
    check("too-bright", light.whiteFraction - light.glareFraction, {
      high: limits.clippedFraction,
    }),
    check("exposure", light.medianLightness, limits.medianLight),
    check("glare", light.glareFraction, { high: limits.glareFraction }),
    check("wet", light.sparkleFraction, { high: limits.wetFraction }),
    ...(kind === "close-up" ? closeUpChecks(photo) : globalChecks(photo, light.leftOverRight)),
    ...(kind === "global" && photo.isFaceExpected !== false
      ? []
      : [check("face", Number(looksLikeFace(image)), { high: 0 })]),
  ]);
}

function report(checks: readonly QualityCheck[]): QualityReport {
  return { isPassed: checks.every(({ isPassed, isStopping }) => isPassed || !isStopping), checks };
}

function closeUpChecks(photo: CloseUpPhoto): readonly QualityCheck[] {
  const { image, card, umPerPx, hairMmPerMm2 } = photo;
  const scale = card?.kind === "found" ? card.umPerPx : umPerPx;
  const blurPx = estimateEdgeBlur(measureLuminance(image));
  const checks: QualityCheck[] = [];
  if (blurPx === undefined) checks.push(check("no-edges", 0, { low: 1 }));
  else if (scale === undefined) {
    checks.push(check("focus-px", blurPx, { high: limits.blurPxUnknownScale }));
  } else checks.push(check("focus-um", blurPx * scale, { high: limits.blurUm }));
  if (scale === undefined) {
    checks.push(check(card && card.kind !== "found" ? card.kind : "no-scale", 0, { low: 1 }));
  } else {
    checks.push(
      check("resolution", scale, { high: limits.umPerPx.most }),
      check("resolution-preferred", scale, { high: limits.umPerPx.preferred }),
    );
  }
  if (card?.kind === "found") {
    checks.push(
      check("tilt", card.tiltDeg, { high: limits.tiltDeg }),
      check("scale-error", card.relativeError, { high: limits.scaleError }),
    );
  }
  if (hairMmPerMm2 !== undefined) {
    checks.push(check("long-hair", hairMmPerMm2, { high: limits.hairMmPerMm2 }));
  }
  return checks;
}

function globalChecks(
  { image, baselineLightRatio }: GlobalPhoto,
  leftOverRight: number,
): readonly QualityCheck[] {
  const { plane } = reducePlane(measureLuminance(image), 1200);
  const blurPx = estimateEdgeBlur(plane);
  const focus =
    blurPx === undefined
      ? check("no-edges", 0, { low: 1 })
      : check("focus-px", blurPx, { high: limits.blurPxAt1200 });
  return baselineLightRatio === undefined
    ? [focus]
    : [focus, check("light-side", leftOverRight / baselineLightRatio, limits.lightRatio)];
}

function check(
  id: QualityCheckId,
  value: number,
  limit: { readonly low?: number; readonly high?: number },
): QualityCheck {
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = limit;
  return { id, isPassed: value >= low && value <= high, value, limit, ...qualityText[id] };
}
