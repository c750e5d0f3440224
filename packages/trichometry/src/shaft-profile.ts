import { type Chain, chainAngle } from "./chain.ts";
import type { CoverMap } from "./cover-map.ts";
import { brightnessAt } from "./darkness.ts";
import type { PixelImage } from "./image.ts";
import { photoFromGrid, type WorkingGrid } from "./working-grid.ts";

/** Darkness across a hair, averaged over a short stretch of it, read from the photo itself. */
export interface ShaftProfile {
  /** From left to right, `stepPx` photo pixels apart, the line in the middle; 0 is the skin beside it, 1 black. */
  readonly darkness: Float64Array;
  readonly stepPx: number;
  /** Share of the places beside the hair where no other hair lies, on the emptier side and on the fuller one. */
  readonly clearShare: { readonly left: number; readonly right: number };
}

export interface ProfileOrder {
  readonly image: PixelImage;
  readonly grid: WorkingGrid;
  readonly cover: CoverMap;
  readonly chain: Chain;
  readonly widthPx: number;
  /** Hairs brighter than the skin are measured by their brightness. */
  readonly isLight: boolean;
}

/** In photo pixels. */
const stepPx = 0.5;
/** Middle part of a hair that is measured, and points of its line that make one profile. */
const middleShare = 0.76;
const pointsPerProfile = 6;
/** What is seen on both sides, in hair widths beyond the edge and at least this many photo pixels. */
const besideWidths = 0.7;
const leastBesidePx = 7;

/** The profiles along the middle of a hair, one for each stretch of six points. */
export function readProfiles(order: ProfileOrder): ShaftProfile[] {
  const { chain, widthPx, grid } = order;
  const count = chain.x.length;
  const skipped = Math.floor((count * (1 - middleShare)) / 2);
  const seenPx = widthPx * grid.photoPxPerPx;
  const besidePx = Math.max(leastBesidePx, besideWidths * seenPx);
  const side = Math.ceil((seenPx / 2 + besidePx) / stepPx);
  const profiles: ShaftProfile[] = [];
  for (let from = skipped; from < count - skipped; from += pointsPerProfile) {
    const to = Math.min(count - skipped, from + pointsPerProfile);
    const profile = readStretch(order, from, to, { side, edge: Math.round(seenPx / 2 / stepPx) });
    if (profile) profiles.push(profile);
  }
  return profiles;
}

/** Half the places of a profile, and those of them that the hair itself takes. */
interface Reach {
  readonly side: number;
  readonly edge: number;
}

function readStretch(
  order: ProfileOrder,
  from: number,
  to: number,
  reach: Reach,
): ShaftProfile | undefined {
  const places = 2 * reach.side + 1;
  const lines: Float64Array[] = [];
  const clear = { left: 0, right: 0 };
  for (let point = from; point < to; point++) {
    lines.push(readLine(order, point, reach, clear));
  }
  const beside = Math.max(1, (reach.side - reach.edge) * lines.length);
  const clearShare = { left: clear.left / beside, right: clear.right / beside };
  const brightness = new Float64Array(places);
  const across = new Float64Array(lines.length);
  for (let i = 0; i < places; i++) {
    for (let line = 0; line < across.length; line++) {
      across[line] = lines[line]?.[i] ?? Number.NaN;
    }
    brightness[i] = middleOf(across);
  }
  const skin = skinBeside(brightness, reach, clearShare);
  if (!(skin > 0)) return undefined;
  const sign = order.isLight ? -1 : 1;
  return { darkness: brightness.map((b) => (sign * (skin - b)) / skin), stepPx, clearShare };
}

function readLine(
  { image, grid, cover, chain }: ProfileOrder,
  point: number,
  { side, edge }: Reach,
  clear: { left: number; right: number },
): Float64Array {
  const angleRad = chainAngle(chain, point, 5);
  const nx = -Math.sin(angleRad);
  const ny = Math.cos(angleRad);
  const x = chain.x[point] ?? 0;
  const y = chain.y[point] ?? 0;
  const line = new Float64Array(2 * side + 1);
  for (let i = -side; i <= side; i++) {
    const offset = (i * stepPx) / grid.photoPxPerPx;
    const gridX = x + offset * nx;
    const gridY = y + offset * ny;
    line[i + side] = sampleBrightness(
      image,
      photoFromGrid(gridX, grid),
      photoFromGrid(gridY, grid),
    );
    if (Math.abs(i) <= edge) continue;
    const column = Math.round(gridX);
    const row = Math.round(gridY);
    const isInside = column >= 0 && row >= 0 && column < cover.width && row < cover.height;
    const isClear = isInside && (cover.count[row * cover.width + column] ?? 0) === 0;
    if (isClear && i < 0) clear.left++;
    if (isClear && i > 0) clear.right++;
  }
  return line;
}

function sampleBrightness(image: PixelImage, x: number, y: number): number {
  const clampedX = Math.min(image.width - 1, Math.max(0, x));
  const clampedY = Math.min(image.height - 1, Math.max(0, y));
  const left = Math.floor(clampedX);
  const top = Math.floor(clampedY);
  const right = Math.min(image.width - 1, left + 1);
  const bottom = Math.min(image.height - 1, top + 1);
  const shareX = clampedX - left;
  const shareY = clampedY - top;
  return (
    (1 - shareY) *
      ((1 - shareX) * brightnessAt(image, left, top) + shareX * brightnessAt(image, right, top)) +
    shareY *
      ((1 - shareX) * brightnessAt(image, left, bottom) +
        shareX * brightnessAt(image, right, bottom))
  );
}

/** Median brightness of the outer two thirds of the clearer side, or of both where both are clear. */
function skinBeside(
  brightness: Float64Array,
  { side, edge }: Reach,
  clearShare: ShaftProfile["clearShare"],
): number {
  const skip = Math.ceil((side - edge) / 3);
  const left = brightness.slice(0, side - edge - skip + 1);
  const right = brightness.slice(side + edge + skip);
  const usesLeft = clearShare.left >= clearEnough || clearShare.left >= clearShare.right;
  const usesRight = clearShare.right >= clearEnough || clearShare.right > clearShare.left;
  return middleOf(Float64Array.of(...(usesLeft ? left : []), ...(usesRight ? right : [])));
}

/** From this share of empty places on, a side is taken for bare skin. */
export const clearEnough = 0.85;

/** The values are left in order: by insertion, which is quickest for a few. */
function middleOf(values: Float64Array): number {
  for (let i = 1; i < values.length; i++) {
    const value = values[i] ?? 0;
    let at = i;
    for (; at > 0 && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0;
    values[at] = value;
  }
  const upper = values.length >> 1;
  const high = values[upper] ?? Number.NaN;
  return values.length % 2 === 1 ? high : (high + (values[upper - 1] ?? Number.NaN)) / 2;
}
