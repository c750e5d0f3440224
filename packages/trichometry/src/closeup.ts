import { resampleChain } from "./chain.ts";
import {
  type CloseUpFinding,
  type CloseUpRefusal,
  closeUpFindings,
  refuseCloseUp,
} from "./closeup-findings.ts";
import { type CloseUpSummary, summariseHairs } from "./closeup-summary.ts";
import { type CoverMap, createCoverMap, paintHair } from "./cover-map.ts";
import { measureBrightness } from "./darkness.ts";
import { findHairs } from "./find-hairs.ts";
import { fillGlare, findGlare } from "./glare.ts";
import type { HairDraft } from "./hair-draft.ts";
import { findHairTone, type HairTone, invertBrightness } from "./hair-tone.ts";
import type { PixelImage } from "./image.ts";
import { isTooLong, measureLengths } from "./long-hair.ts";
import { describeHairs, type MeasuredHair } from "./measured-hair.ts";
import { guessUmPerPx } from "./nominal-scale.ts";
import type { Plane } from "./plane.ts";
import { type Polygon, polygonAreaPx2 } from "./point.ts";
import { compareWithSkin, estimateSkin } from "./skin-estimate.ts";
import { layGrid, type WorkingGrid } from "./working-grid.ts";

/** Changes whenever the same photo may give other numbers. */
const closeUpAlgorithm = "closeup-2";

export interface CloseUpOptions {
  /** Undefined gives ratios only, never a size or a density. */
  readonly umPerPx?: number | undefined;
  /** Standard deviation of the scale as a share of it. */
  readonly scaleSdFraction?: number | undefined;
  /** Region that is counted, in photo pixels; undefined is the whole photo. */
  readonly roi?: Polygon | undefined;
  /** Undefined lets the photo tell. */
  readonly hairTone?: HairTone | undefined;
}

export interface CloseUpMeasurement extends CloseUpSummary {
  readonly kind: "measured";
  readonly algorithmVersion: string;
  readonly umPerPx: number | undefined;
  readonly hairs: readonly MeasuredHair[];
  readonly quality: CloseUpQuality;
  readonly warnings: readonly CloseUpFinding[];
}

interface CloseUpQuality {
  readonly hairTone: HairTone;
  readonly glareFraction: number;
  /** The lens' blur as a standard deviation, in photo pixels; undefined where no hair told. */
  readonly blurSigmaPx: number | undefined;
  /** Share of the photo that is dark enough for hair. */
  readonly coverFraction: number;
  /** Length of hair on the skin, mm per mm²; undefined without a scale. */
  readonly hairMmPerMm2: number | undefined;
}

export type CloseUpAnswer = CloseUpMeasurement | CloseUpRefusal;

/** The hairs of a close-up photo and what follows from them, or why the photo gives none. */
export function measureCloseUp(image: PixelImage, options: CloseUpOptions = {}): CloseUpAnswer {
  const steps = measureCloseUpInSteps(image, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same in steps: yields the share of the work that is done, so that a worker can show it and can be stopped. */
export function* measureCloseUpInSteps(
  image: PixelImage,
  options: CloseUpOptions,
): Generator<number, CloseUpAnswer> {
  checkOptions(image, options);
  const scene = prepare(image, options);
  if ("kind" in scene) return scene;
  yield 0.15;
  const { grid, relative } = scene;
  const search = findHairs(relative, grid.umPerPx);
  let found = search.next();
  while (found.done !== true) {
    yield 0.15 + 0.65 * found.value;
    found = search.next();
  }
  const { drafts, usualContrast } = found.value;
  const lengths = measureLengths(drafts, relative, { umPerPx: grid.umPerPx, usualContrast });
  if (isTooLong(lengths)) return refuseCloseUp("long-hair");

  const cover = coverAll(drafts, grid);
  yield 0.85;
  const { umPerPx, roi } = options;
  const isLight = scene.hairTone === "light";
  const { hairs, blurSigmaPx } = describeHairs({
    image,
    grid,
    relative,
    cover,
    drafts,
    isLight,
    umPerPx,
  });
  if (isLight && isGuessed(hairs)) return refuseCloseUp("light-hair-unseen");
  const areaPx2 = roi ? polygonAreaPx2(roi) : image.width * image.height;
  const summary = summariseHairs(hairs, { ...options, areaPx2, image });
  return {
    kind: "measured",
    algorithmVersion: closeUpAlgorithm,
    umPerPx,
    hairs,
    ...summary,
    quality: {
      hairTone: scene.hairTone,
      glareFraction: scene.glareFraction,
      blurSigmaPx,
      coverFraction: lengths.coverFraction,
      hairMmPerMm2: umPerPx === undefined ? undefined : lengths.mmPerMm2,
    },
    warnings: closeUpFindings({
      umPerPx,
      glareFraction: scene.glareFraction,
      blurSigmaPx,
      hairTone: scene.hairTone,
      hairs,
    }),
  };
}

function checkOptions(image: PixelImage, { umPerPx, roi }: CloseUpOptions): void {
  const { width, height, rgba } = image;
  if (rgba.length !== 4 * width * height) {
    throw new RangeError(
      `rgba must hold 4 bytes a pixel, ${4 * width * height}, got ${rgba.length}`,
    );
  }
  if (umPerPx !== undefined && !(umPerPx > 0 && umPerPx < 1000)) {
    throw new RangeError(`umPerPx must be above 0 and below 1000, got ${umPerPx}`);
  }
  if (roi !== undefined && !(roi.length >= 3)) {
    throw new RangeError(`roi must have 3 corners or more, got ${roi.length}`);
  }
}

interface Scene {
  readonly grid: WorkingGrid;
  /** Brightness relative to skin. */
  readonly relative: Plane;
  readonly hairTone: HairTone;
  readonly glareFraction: number;
}

/** Least side of a photo on which a hair could be followed, in pixels. */
const leastSidePx = 64;
/** A photo whose brightest twentieth is below this share of full light shows nothing but noise. */
const darkestPhoto = 0.01;
/** Total counts are not given above this (specification section 0, point 2). */
const coarsestUmPerPx = 8;

function prepare(image: PixelImage, options: CloseUpOptions): Scene | CloseUpRefusal {
  if (Math.min(image.width, image.height) < leastSidePx) return refuseCloseUp("too-small");
  if (options.umPerPx !== undefined && options.umPerPx > coarsestUmPerPx) {
    return refuseCloseUp("too-coarse");
  }
  const umPerPx = options.umPerPx ?? guessUmPerPx(measureBrightness(image, layGrid(image, 4)));
  const grid = layGrid(image, umPerPx);
  const brightness = measureBrightness(image, grid);
  if (isDark(brightness)) return refuseCloseUp("too-dark");

  const hairTone = options.hairTone ?? findHairTone(brightness, grid.umPerPx);
  const seen = hairTone === "light" ? invertBrightness(brightness) : brightness;
  const relative = compareWithSkin(seen, estimateSkin(seen, grid.umPerPx));
  const glare = findGlare(image, grid);
  if (hairTone === "dark") fillGlare(relative, glare);
  return { grid, relative, hairTone, glareFraction: glare.fraction };
}

function isDark({ values }: Plane): boolean {
  let bright = 0;
  for (let i = 0; i < values.length; i++) if ((values[i] ?? 0) > darkestPhoto) bright++;
  return bright < 0.05 * values.length;
}

/**
 * Mean score below which light hairs are a guess. On drawn skin of types I to III, where hair has next to no contrast,
 * means are 0.51 to 0.61 and up to nine of ten lines are skin; on types IV to VI 0.76 to 0.79, and one of ten is.
 */
const leastLightScore = 0.65;

function isGuessed(hairs: readonly MeasuredHair[]): boolean {
  if (hairs.length === 0) return false;
  return hairs.reduce((sum, { score }) => sum + score, 0) / hairs.length < leastLightScore;
}

/** Every hair laid on one map, so that a width is not read where another hair lies. */
function coverAll(drafts: readonly HairDraft[], grid: WorkingGrid): CoverMap {
  const cover = createCoverMap(grid.width, grid.height);
  for (const { chain, widthPx } of drafts)
    paintHair(cover, resampleChain(chain, 2), widthPx + 2, 1);
  return cover;
}
