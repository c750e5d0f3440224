import { estimateBlur } from "./blur-estimate.ts";
import { type Chain, chainLength } from "./chain.ts";
import type { CoverMap } from "./cover-map.ts";
import { groupUnits } from "./follicular-units.ts";
import { classOfWidth, type HairClass } from "./hair-class.ts";
import type { HairDraft } from "./hair-draft.ts";
import type { PixelImage } from "./image.ts";
import type { Plane } from "./plane.ts";
import type { Point } from "./point.ts";
import { findRoots } from "./root-and-tip.ts";
import { readProfiles } from "./shaft-profile.ts";
import { measureProfile, type ProfileWidth, settleWidth } from "./shaft-width.ts";
import { photoFromGrid, type WorkingGrid } from "./working-grid.ts";

/** One hair of a photo. Places are in pixels of the photo as it is seen; sizes are undefined without a scale. */
export interface MeasuredHair {
  /** From root to tip. */
  readonly polyline: readonly Point[];
  readonly root: Point;
  readonly tip: Point;
  /** 0 a guess, 1 sure which end is the root. */
  readonly rootConfidence: number;
  readonly widthPx: number;
  readonly widthUm: number | undefined;
  readonly widthSdUm: number | undefined;
  readonly lengthUm: number | undefined;
  readonly class: HairClass | undefined;
  /** Chance that it is a hair, 0–1. */
  readonly score: number;
  /** An end lies on the frame, so the hair goes on outside. */
  readonly borderCut: boolean;
  /** Chance that its root lies in the photo: 1 unless the frame cuts it. */
  readonly rootInside: number;
  /** Which follicular unit it grows from. */
  readonly unit: number;
  readonly source: "bank" | "residual" | "manual";
}

export interface HairOrder {
  readonly image: PixelImage;
  readonly grid: WorkingGrid;
  readonly relative: Plane;
  readonly cover: CoverMap;
  readonly drafts: readonly HairDraft[];
  readonly isLight: boolean;
  readonly umPerPx: number | undefined;
}

/** Lens blur taken where no hair tells it, in photo pixels: a sharp photo's. */
const usualBlurPx = 0.8;
/** An end this near to the frame is cut by it. */
const frameUm = 32;

/** Width, class, root, tip and unit of every hair that was found. */
export function describeHairs(order: HairOrder): {
  readonly hairs: MeasuredHair[];
  readonly blurSigmaPx: number | undefined;
} {
  const { grid, drafts, relative } = order;
  const profiles = drafts.map((draft) => measureDraft(order, draft));
  const blurSigmaPx = estimateBlur(profiles);
  const rooted = findRoots(
    relative,
    drafts.map(({ chain }) => chain),
    profiles.map(endWidths),
    grid.umPerPx,
  );
  const hairs = drafts.map((draft, i) => {
    const width = settleWidth(profiles[i] ?? [], blurSigmaPx ?? usualBlurPx);
    const seen = { ...width, fallbackPx: draft.widthPx * grid.photoPxPerPx };
    const { chain, rootConfidence } = rooted[i] ?? { chain: draft.chain, rootConfidence: 0 };
    return describeHair(order, draft, { chain, rootConfidence }, seen);
  });
  const units = groupUnits(
    hairs.map(({ root }) => root),
    grid.umPerPx / grid.photoPxPerPx,
  );
  return { hairs: hairs.map((hair, i) => ({ ...hair, unit: units[i] ?? i })), blurSigmaPx };
}

function measureDraft(order: HairOrder, draft: HairDraft): ProfileWidth[] {
  const { image, grid, cover, isLight } = order;
  return readProfiles({
    image,
    grid,
    cover,
    isLight,
    chain: draft.chain,
    widthPx: draft.widthPx,
  }).flatMap((profile) => measureProfile(profile) ?? []);
}

/** Mean width seen over the first and the last third. */
function endWidths(profiles: readonly ProfileWidth[]): readonly [number, number] {
  const third = Math.max(1, Math.floor(profiles.length / 3));
  const mean = (part: readonly ProfileWidth[]) =>
    part.reduce((sum, { seenPx }) => sum + seenPx, 0) / Math.max(1, part.length);
  return profiles.length < 2
    ? [1, 1]
    : [mean(profiles.slice(0, third)), mean(profiles.slice(-third))];
}

function describeHair(
  { grid, umPerPx }: HairOrder,
  draft: HairDraft,
  { chain, rootConfidence }: { readonly chain: Chain; readonly rootConfidence: number },
  seen: { readonly widthPx?: number; readonly sdPx?: number; readonly fallbackPx: number },
): MeasuredHair {
  const polyline = chain.x.map((x, i) => ({
    x: photoFromGrid(x, grid),
    y: photoFromGrid(chain.y[i] ?? 0, grid),
  }));
  const root = polyline[0] ?? { x: 0, y: 0 };
  const widthPx = seen.widthPx ?? seen.fallbackPx;
  const sdPx = seen.sdPx ?? 0.3 * widthPx;
  const lengthPx = chainLength(chain) * grid.photoPxPerPx;
  const ends = endsOnFrame(chain, grid);
  return {
    polyline,
    root,
    tip: polyline.at(-1) ?? root,
    rootConfidence,
    widthPx,
    widthUm: umPerPx === undefined ? undefined : widthPx * umPerPx,
    widthSdUm: umPerPx === undefined ? undefined : sdPx * umPerPx,
    lengthUm: umPerPx === undefined ? undefined : lengthPx * umPerPx,
    class: umPerPx === undefined ? undefined : classOfWidth(widthPx * umPerPx),
    score: draft.score,
    borderCut: ends[0] || ends[1],
    rootInside: chanceRootInside(ends, rootConfidence),
    unit: 0,
    source: draft.source,
  };
}

/** Whether the first and the last point of a line lie on the frame. */
function endsOnFrame({ x, y }: Chain, grid: WorkingGrid): readonly [boolean, boolean] {
  const framePx = frameUm / grid.umPerPx;
  const isOn = (i: number) => {
    const atX = x[i] ?? 0;
    const atY = y[i] ?? 0;
    const isInside =
      atX >= framePx &&
      atY >= framePx &&
      atX <= grid.width - 1 - framePx &&
      atY <= grid.height - 1 - framePx;
    return !isInside;
  };
  return [isOn(0), isOn(x.length - 1)];
}

/**
 * Chance that the root lies in the photo. Of a hair that the frame cuts one end is seen: if that is the tip, the root
 * is outside. A cut hair whose root is a guess counts one half, which is right on average.
 */
function chanceRootInside(
  [isRootCut, isTipCut]: readonly [boolean, boolean],
  rootConfidence: number,
): number {
  if (!isRootCut && !isTipCut) return 1;
  const lean = isRootCut === isTipCut ? 0 : isRootCut ? -0.5 : 0.5;
  return 0.5 + lean * rootConfidence;
}
