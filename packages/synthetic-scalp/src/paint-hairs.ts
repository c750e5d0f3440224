import { type Canvas, paintStroke, stainStroke } from "./canvas.ts";
import { type Colour, type HairColour, hairColours, mixColours } from "./colours.ts";
import { hairCourse, type SkinHair } from "./hair.ts";
import { type Placement, type Point, pxFromSkin } from "./placement.ts";
import type { StrokePixels, StrokeTracer } from "./strokes.ts";
import { linearColour } from "./transfer-curve.ts";

interface HairPaint {
  readonly colour: HairColour;
  readonly placement: Placement;
  readonly tracer: StrokeTracer;
  readonly contactShadow: number;
  readonly rootFadeUm: number;
  /** Where the shadows fall. */
  readonly lightFromRad: number;
  /** Share of every pixel that hair covers, 0–255; written here. */
  readonly cover: Uint8ClampedArray;
}

/** Tapered hairs keep their width up to this share of their length, and end this thin. */
const taperFrom = 0.7;
const tipShare = 0.15;

/** Pigment under the skin is seen through it: the shadow is blue, because red light is lost most. */
const subdermalAbsorbed: Colour = [0.95, 0.75, 0.6];
const shadowAbsorbed: Colour = [0.95, 1, 1];

/** Draws the hairs, the deepest first: shadow under the skin, shadow on the skin, shaft. */
export function paintHairs(canvas: Canvas, hairs: readonly SkinHair[], paint: HairPaint): void {
  if (paint.colour === "dark") {
    for (const hair of hairs) paintSubdermalShadow(canvas, hair, paint);
  }
  for (const hair of hairs.toSorted((a, b) => a.depth - b.depth)) {
    const courseUm = hairCourse(hair);
    if (isOutside(canvas, courseUm, paint.placement)) continue;
    paintContactShadow(canvas, { hair, courseUm }, paint);
    paintShaft(canvas, { hair, courseUm }, paint);
  }
}

interface LyingHair {
  readonly hair: SkinHair;
  readonly courseUm: readonly Point[];
}

/** A wedge that starts at the root and widens and fades against the way the hair grows. */
function paintSubdermalShadow(canvas: Canvas, hair: SkinHair, paint: HairPaint): void {
  const { placement, tracer } = paint;
  if (hair.subdermalShadow < 0.01) return;
  const endUm: Point = [
    hair.rootUm[0] - hair.subdermalLengthUm * Math.cos(hair.headingRad),
    hair.rootUm[1] - hair.subdermalLengthUm * Math.sin(hair.headingRad),
  ];
  const radiusPx = (0.6 * hair.diameterUm) / placement.umPerPx;
  // It shows through the rim of skin that still hides the shaft.
  const startUm: Point = [
    hair.rootUm[0] + paint.rootFadeUm * Math.cos(hair.headingRad),
    hair.rootUm[1] + paint.rootFadeUm * Math.sin(hair.headingRad),
  ];
  const line = [pxFromSkin(startUm, placement), pxFromSkin(endUm, placement)];
  const pixels = tracer.trace(line, 7 * radiusPx);
  const hiddenPx = paint.rootFadeUm / placement.umPerPx;
  stainStroke(canvas, pixels, {
    absorbed: subdermalAbsorbed,
    strength: (distancePx, alongPx) => {
      const way = Math.max(0, (alongPx - hiddenPx) / (pixels.lengthPx - hiddenPx));
      if (way >= 1) return 0;
      const softPx = radiusPx * (1 + 2 * way);
      const across = Math.exp((-0.5 * distancePx * distancePx) / (softPx * softPx));
      return hair.subdermalShadow * (1 - way) ** 1.5 * across;
    },
  });
}

function paintContactShadow(canvas: Canvas, { hair, courseUm }: LyingHair, paint: HairPaint): void {
  const { placement, tracer, contactShadow, lightFromRad } = paint;
  if (contactShadow === 0) return;
  const { umPerPx } = placement;
  const offsetPx = (0.4 * hair.liftUm) / umPerPx;
  const radiusPx = hair.diameterUm / 2 / umPerPx;
  const softPx = (8 + 0.2 * hair.liftUm) / umPerPx;
  // A soft edge needs fewer corners than a sharp one.
  const corners = courseUm.filter((_, at) => at % 3 === 0 || at === courseUm.length - 1);
  const line = corners.map((point): Point => {
    const [x, y] = pxFromSkin(point, placement);
    return [x + offsetPx * Math.cos(lightFromRad), y + offsetPx * Math.sin(lightFromRad)];
  });
  const pixels = tracer.trace(line, radiusPx + 2 * softPx);
  const fadePx = softPx + 1;
  stainStroke(canvas, pixels, {
    absorbed: shadowAbsorbed,
    strength: (distancePx, alongPx) => {
      const outside = Math.max(0, distancePx - 0.6 * radiusPx) / softPx;
      const fromEndPx = Math.max(0, Math.min(alongPx, pixels.lengthPx - alongPx));
      const ends = Math.min(1, fromEndPx / fadePx);
      return contactShadow * hair.opacity * ends * Math.exp(-outside * outside);
    },
  });
}

function paintShaft(canvas: Canvas, { hair, courseUm }: LyingHair, paint: HairPaint): void {
  const { placement, tracer, cover } = paint;
  const radiusPx = (placement.scale * hair.diameterUm) / 2 / placement.umPerPx;
  const [darkest, lightest] = hairColours[paint.colour];
  const line = courseUm.map((point) => pxFromSkin(point, placement));
  const pixels = tracer.trace(line, radiusPx + 0.5);
  const coverage = shaftCoverage(hair, radiusPx, pixels);
  const coreRadiusPx = 0.3 * radiusPx;
  const fadePx = paint.rootFadeUm / placement.umPerPx;
  paintStroke(canvas, pixels, {
    colour: linearColour(mixColours(darkest, lightest, hair.shade)),
    strength: (distancePx, alongPx) => {
      const core = distancePx / Math.max(coreRadiusPx, 0.5);
      const clear = hair.medulla * Math.exp(-core * core);
      const out = fadePx === 0 ? 1 : Math.min(1, Math.max(0, 0.15 + alongPx / fadePx));
      return coverage(distancePx, alongPx) * hair.opacity * (1 - clear) * out;
    },
  });
  for (let i = 0; i < pixels.count; i++) {
    const at = pixels.index[i] ?? 0;
    const share = 255 * coverage(pixels.distancePx[i] ?? 0, pixels.alongPx[i] ?? 0);
    cover[at] = Math.max(cover[at] ?? 0, share);
  }
}

/**
 * Share of a pixel that the shaft covers: the overlap of the pixel with the width of the shaft, which gives shafts
 * thinner than a pixel the area they have, times the overlap along the shaft at its flat ends.
 */
function shaftCoverage(hair: SkinHair, radiusPx: number, { lengthPx }: StrokePixels) {
  return (distancePx: number, alongPx: number): number => {
    const way = alongPx / lengthPx;
    const thinning = Math.max(0, Math.min(1, (way - taperFrom) / (1 - taperFrom)));
    const radius = hair.isTapered ? radiusPx * (1 - (1 - tipShare) * thinning) : radiusPx;
    const across = Math.min(distancePx + 0.5, radius) - Math.max(distancePx - 0.5, -radius);
    if (across <= 0) return 0;
    const ends = Math.min(1, alongPx + 0.5, lengthPx - alongPx + 0.5);
    return ends <= 0 ? 0 : across * ends;
  };
}

/** Whether a hair and its shadow are wholly outside the picture. */
function isOutside(
  { width, height }: Canvas,
  courseUm: readonly Point[],
  placement: Placement,
): boolean {
  const slackPx = 300 / placement.umPerPx;
  const line = courseUm.map((point) => pxFromSkin(point, placement));
  return (
    line.every(([x]) => x < -slackPx) ||
    line.every(([, y]) => y < -slackPx) ||
    line.every(([x]) => x > width + slackPx) ||
    line.every(([, y]) => y > height + slackPx)
  );
}
