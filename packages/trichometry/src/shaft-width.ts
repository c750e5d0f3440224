import { unblurredWidth } from "./blurred-width.ts";
import { median } from "./shaft-edges.ts";
import { clearEnough, type ShaftProfile } from "./shaft-profile.ts";

export interface ShaftWidth {
  readonly widthPx: number;
  readonly sdPx: number;
}

/** What one profile says: full width at half of its depth, in photo pixels, and how sharp its edges are. */
export interface ProfileWidth {
  readonly seenPx: number;
  /** Distance over which an edge rises from a quarter to three quarters; undefined where it does not. */
  readonly edgePx: number | undefined;
  readonly depth: number;
  /** One side only was free of other hairs, so the width is twice that half. */
  readonly isHalf: boolean;
}

/** Measures a profile from its deepest stretch outwards; undefined where no side shows an edge. */
export function measureProfile({
  darkness,
  stepPx,
  clearShare,
}: ShaftProfile): ProfileWidth | undefined {
  const middle = darkness.length >> 1;
  const depth = deepest(darkness, middle);
  if (!(depth > 0.02)) return undefined;
  const left = walkOut(darkness, middle, -1, depth);
  const right = walkOut(darkness, middle, 1, depth);
  const isLeftClear = clearShare.left >= clearEnough && left !== undefined;
  const isRightClear = clearShare.right >= clearEnough && right !== undefined;
  if (isLeftClear && isRightClear) {
    return {
      seenPx: (left.half + right.half) * stepPx,
      edgePx: Math.min(left.rise, right.rise) * stepPx,
      depth,
      isHalf: false,
    };
  }
  const clear = isLeftClear ? left : isRightClear ? right : undefined;
  if (!clear) return undefined;
  return { seenPx: 2 * clear.half * stepPx, edgePx: clear.rise * stepPx, depth, isHalf: true };
}

/** Mean of the darkest places near the middle, few enough to lie on a thin hair's crest. */
function deepest(darkness: Float64Array, middle: number): number {
  const reach = Math.max(2, Math.round(middle / 6));
  const near = [...darkness.slice(middle - reach, middle + reach + 1)].sort((a, b) => b - a);
  const kept = near.slice(0, Math.max(1, Math.round(near.length * 0.3)));
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

interface Edge {
  /** Steps from the middle to where the darkness is half as deep. */
  readonly half: number;
  /** Steps between three quarters and one quarter of it. */
  readonly rise: number;
}

function walkOut(
  darkness: Float64Array,
  middle: number,
  way: 1 | -1,
  depth: number,
): Edge | undefined {
  const half = crossing(darkness, middle, way, depth / 2);
  const high = crossing(darkness, middle, way, 0.75 * depth);
  const low = crossing(darkness, middle, way, 0.25 * depth);
  if (half === undefined || high === undefined) return undefined;
  return { half, rise: low === undefined ? Infinity : low - high };
}

function crossing(
  darkness: Float64Array,
  middle: number,
  way: 1 | -1,
  level: number,
): number | undefined {
  for (let step = 1; step <= middle; step++) {
    const here = darkness[middle + way * step] ?? 0;
    const before = darkness[middle + way * (step - 1)] ?? 0;
    if (here < level) return before > level ? step - 1 + (before - level) / (before - here) : step;
  }
  return undefined;
}

/** The shaft's width with the lens' blur taken off, and how far it may be off. */
export function settleWidth(
  profiles: readonly ProfileWidth[],
  blurSigmaPx: number,
): ShaftWidth | undefined {
  const whole = profiles.filter(({ isHalf }) => !isHalf);
  const used = whole.length * 4 >= profiles.length ? whole : profiles;
  if (used.length === 0) return undefined;
  const widths = used.map(({ seenPx }) => unblurredWidth(seenPx, blurSigmaPx));
  const widthPx = median(widths);
  const spread = 1.4826 * median(widths.map((width) => Math.abs(width - widthPx)));
  const sampling = (1.2533 * spread) / Math.sqrt(used.length);
  const ofHalf = used === whole ? 0 : 0.1 * widthPx;
  return { widthPx, sdPx: Math.hypot(sampling, ofHalf, leastSdPx) };
}

/** However many profiles agree, a width is no better than this share of a photo pixel. */
const leastSdPx = 0.25;
