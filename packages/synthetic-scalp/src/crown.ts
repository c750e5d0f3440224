import type { Random } from "@stipple/simulation";
import type { PixelImage } from "@stipple/trichometry";
import { type Canvas, createCanvas } from "./canvas.ts";
import type { HairColour, SkinTone } from "./colours.ts";
import { type CrownHead, crownSidePx, drawHead, isScalp, scalpPolygon } from "./crown-head.ts";
import {
  applyCrownLight,
  type CrownLight,
  type CrownLightName,
  drawCrownLight,
} from "./crown-light.ts";
import { drawUniform, randomFor } from "./draws.ts";
import { drawHairdo, drawStrand, pxPerMmOf } from "./hairdo.ts";
import { type Homography, movePlane } from "./homography.ts";
import { loseByJpeg } from "./jpeg-loss.ts";
import { blurCanvas } from "./lens-blur.ts";
import { type CrownHair, paintBareHead, paintCrownHair } from "./paint-crown.ts";
import { bareWidthPx } from "./part-width.ts";
import type { Point } from "./placement.ts";
import { renderPlane } from "./render-plane.ts";
import { exposeSensor } from "./sensor.ts";
import { imageOf } from "./shot.ts";
import { createStrokeTracer } from "./strokes.ts";
import { greyLevelFromLinear, linearFromGreyLevel } from "./transfer-curve.ts";

export interface CrownOptions {
  readonly seed: number;
  readonly tone: SkinTone;
  readonly hairColour: HairColour;
  /** Share of the scalp beside the part that hair covers, 0–0.97. */
  readonly coverageFraction: number;
  /** 0 for hair without a part. */
  readonly partWidthMm: number;
}

/** A photo of a crown from above, 1200 × 1200 pixels, with what is true of it. */
export interface Crown {
  readonly image: PixelImage;
  readonly pxPerMm: number;
  readonly scalpPolygonPx: readonly Point[];
  /** Share of the whole scalp, part included, that hair covers. */
  readonly coverageFraction: number;
  /** Median width of what is bare along the part; a comb leaves it a little ragged. */
  readonly partWidthPx: number;
  readonly partLinePx: readonly Point[];
}

/** What happened to the hair since the first photo: nothing; each strand bent by about 6° and some new; combed anew. */
export const hairMoveNames = ["same", "moved", "recombed"] as const;
export type HairMove = (typeof hairMoveNames)[number];

/** A later photo: where its pixels lie relative to the first photo's. */
export interface CrownView {
  readonly image: PixelImage;
  readonly fromFirstPx: Homography;
}

const bendSdRad = 0.105;
const replacedFraction = 0.08;

/** The camera of later photos: ±10° turn, ±10 % size, 5 % shift, 2.5 % perspective across the photo. */
const cameraRanges = { rotationRad: 0.175, scale: 0.1, shift: 0.05, perspective: 0.025 } as const;

const camera = { blurPx: 0.7, noiseGreyLevels: 2.5, jpegQuality: 90 } as const;

export function makeCrown(options: CrownOptions): Crown {
  const light = drawCrownLight(randomFor(options.seed, "crownLight"), "same");
  const drawn = drawCrown(options, "same", light);
  const { canvas, ...crown } = drawn;
  return { ...crown, image: develop(canvas, options.seed) };
}

/** The same head photographed again: hair moved, light changed, camera elsewhere. */
export function makeCrownView(
  options: CrownOptions,
  { hairMove, light }: { readonly hairMove: HairMove; readonly light: CrownLightName },
): CrownView {
  const random = randomFor(options.seed, "crownWarp");
  const crownLight = drawCrownLight(random, light);
  const { canvas } = drawCrown(options, hairMove, crownLight);
  const fromFirstPx = drawWarp(random);
  encode(canvas);
  const view = { width: crownSidePx, height: crownSidePx, background: "edge" } as const;
  const seen = renderPlane(imageOf(canvas), fromFirstPx, view);
  return { image: develop(canvasOf(seen), (options.seed ^ 0x5bd1e995) >>> 0), fromFirstPx };
}

/** A crown under a light of choice, for tests of what light does to a measurement. */
export function makeLitCrown(options: CrownOptions, light: CrownLight): Crown {
  const { canvas, ...crown } = drawCrown(options, "same", light);
  return { ...crown, image: develop(canvas, options.seed) };
}

function drawCrown(options: CrownOptions, hairMove: HairMove, light: CrownLight) {
  const { seed, tone, hairColour, coverageFraction, partWidthMm } = options;
  if (!(coverageFraction >= 0 && coverageFraction <= 0.97)) {
    throw new RangeError(`coverageFraction must be 0 to 0.97, got ${coverageFraction}`);
  }
  const head = drawHead(randomFor(seed, "crown"));
  const isRecombed = hairMove === "recombed";
  const hairdo = drawHairdo(head, partWidthMm, {
    random: randomFor(seed, isRecombed ? "crownMovedHair" : "crownMarks"),
    partShiftPx: isRecombed ? 90 : 0,
  });
  const canvas = createCanvas(crownSidePx, crownSidePx);
  paintBareHead(canvas, head, { seed, tone });
  const hair: CrownHair = {
    hairColour,
    hairdo,
    coverageFraction,
    random: randomFor(seed, isRecombed ? "crownMovedHair" : "crownHair"),
    change: strandChange(hairMove, randomFor(seed, "crownMovedHair")),
  };
  const tracer = createStrokeTracer(crownSidePx, crownSidePx);
  const cover = paintCrownHair(canvas, head, { hair, tracer });
  applyCrownLight(canvas, light);
  return {
    canvas,
    pxPerMm: pxPerMmOf(head),
    scalpPolygonPx: scalpPolygon(head),
    coverageFraction: meanCover(head, cover),
    partWidthPx: bareWidthPx(cover, hairdo),
    partLinePx: hairdo.partLinePx,
  };
}

function strandChange(hairMove: HairMove, random: Random): CrownHair["change"] {
  if (hairMove !== "moved") return (strand) => strand;
  return (strand) => {
    const bendRad = bendSdRad * random.normal();
    const replacement = drawStrand(random);
    return random.uniform() < replacedFraction
      ? replacement
      : { ...strand, bendRad: strand.bendRad + bendRad };
  };
}

function meanCover(head: CrownHead, cover: Float32Array): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < cover.length; at++) {
    if (!isScalp(head, [at % crownSidePx, Math.floor(at / crownSidePx)])) continue;
    sum += cover[at] ?? 0;
    count++;
  }
  return sum / count;
}

function drawWarp(random: Random): Homography {
  const within = (most: number) => drawUniform(random, [-most, most]);
  return movePlane({
    middlePx: [crownSidePx / 2, crownSidePx / 2],
    rotationRad: within(cameraRanges.rotationRad),
    scale: 1 + within(cameraRanges.scale),
    shiftPx: [crownSidePx * within(cameraRanges.shift), crownSidePx * within(cameraRanges.shift)],
    perspectivePerPx: [
      within(cameraRanges.perspective) / crownSidePx,
      within(cameraRanges.perspective) / crownSidePx,
    ],
  });
}

/** Lens, sensor and compression. */
function develop(canvas: Canvas, seed: number): PixelImage {
  blurCanvas(canvas, { sigmaPx: camera.blurPx, motionPx: 0, motionAxis: "across" });
  exposeSensor(
    canvas,
    { noiseGreyLevels: camera.noiseGreyLevels, isDemosaiced: true },
    randomFor(seed, "crownSensor"),
  );
  loseByJpeg(canvas, camera.jpegQuality);
  return imageOf(canvas);
}

function encode({ planes }: Canvas): void {
  for (const plane of planes) {
    for (let at = 0; at < plane.length; at++) plane[at] = greyLevelFromLinear(plane[at] ?? 0);
  }
}

function canvasOf({ width, height, rgba }: PixelImage): Canvas {
  const canvas = createCanvas(width, height);
  for (const [channel, plane] of canvas.planes.entries()) {
    for (let at = 0; at < plane.length; at++) {
      plane[at] = linearFromGreyLevel(rgba[4 * at + channel] ?? 0);
    }
  }
  return canvas;
}
