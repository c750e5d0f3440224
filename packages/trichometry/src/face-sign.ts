import { type DarkRegion, findDarkRegions } from "./dark-regions.ts";
import type { PixelImage } from "./image.ts";
import { measureLightness } from "./luminance.ts";
import { type Plane, samplePlane } from "./plane.ts";
import { type Point, polygonAreaPx2 } from "./point.ts";
import { reducePlane } from "./reduce-plane.ts";
import { smoothPlane } from "./smooth.ts";

/** The photo is looked at this small: single hairs fade, and what is as large as an eye stays. */
const sidePx = 160;

const limits = {
  /** Of the photo's longer side, how far around a pixel its surroundings reach. */
  surroundings: 0.11,
  below: 0.78,
  /** Sides of an eye, of the photo's longer side. */
  eyeSides: [0.028, 0.22],
  /** An eye is wider than high, fills its outline, and is no line: its area over the square of its longest way. */
  eyeAspect: [0.9, 4],
  leastFill: 0.7,
  leastRoundness: 0.28,
  /** Larger over smaller of the two. */
  mostUnlike: 2,
  /** Distance of the two, in widths of one, and of the photo's longer side. */
  apartWidths: [1.6, 5],
  apartShare: [0.1, 0.5],
  mostTiltRad: 0.35,
  /** Light between the eyes over their own. */
  bridge: 1.25,
  /** A mouth lies so far below the middle of the eyes, and so far aside, in distances of the eyes. */
  mouthBelow: [0.75, 1.7],
  mouthAside: 0.3,
  mouthWidth: [0.45, 1.5],
  /** Clipped hair makes dozens of dark patches, a face a few. */
  mostPatches: 12,
} as const;

interface Patch {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: number;
  readonly roundness: number;
}

/**
 * Whether two dark places lie side by side over a third one, as eyes lie over a mouth.
 *
 * Three patches that agree are a sign and no proof: a face with closed eyes or glasses shows none, and three moles may
 * show one. It may therefore warn and never refuse. Bare skin has no patches, and clipped hair has dozens.
 *
 * None of 175 real close-ups of scalps and none of 60 drawn scenes and crowns of six skin tones is called a face; of 40
 * drawn faces 34 are, those missed with dark skin before a bright wall. It was never held against photos of real faces.
 */
export function looksLikeFace(image: PixelImage): boolean {
  const { plane } = reducePlane(measureLightness(image), sidePx);
  const side = Math.max(plane.width, plane.height);
  const [least, most] = limits.eyeSides;
  const soft = smoothPlane(plane, 1);
  const patches = findDarkRegions(soft, {
    radiusPx: Math.round(limits.surroundings * side),
    below: limits.below,
    sidesPx: [Math.max(2, Math.round((least * side) / 2)), Math.round(2 * most * side)],
  }).map(patchOf);
  if (patches.length > limits.mostPatches) return false;
  const eyes = patches.filter((patch) => isEye(patch, side));
  return eyes.some((left, at) =>
    eyes
      .slice(at + 1)
      .some((right) => arePair(left, right, soft) && hasMouth(left, right, patches)),
  );
}

function patchOf({ areaPx2, hull }: DarkRegion): Patch {
  const xs = hull.map(({ x }) => x);
  const ys = hull.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    width: right - left,
    height: bottom - top,
    fill: areaPx2 / Math.max(1, polygonAreaPx2(hull)),
    roundness: areaPx2 / Math.max(1, longestWay(hull) ** 2),
  };
}

function longestWay(hull: readonly Point[]): number {
  return Math.max(
    ...hull.map((a) => Math.max(...hull.map((b) => Math.hypot(a.x - b.x, a.y - b.y)))),
  );
}

function isEye({ width, height, fill, roundness }: Patch, side: number): boolean {
  const [least, most] = limits.eyeSides;
  return (
    Math.min(width, height) >= least * side * 0.7 &&
    width >= least * side &&
    width <= most * side &&
    isWithin(width / height, limits.eyeAspect) &&
    fill >= limits.leastFill &&
    roundness >= limits.leastRoundness
  );
}

function arePair(a: Patch, b: Patch, light: Plane): boolean {
  const apart = Math.hypot(a.x - b.x, a.y - b.y);
  const width = (a.width + b.width) / 2;
  const unlike = Math.max(
    a.width / b.width,
    b.width / a.width,
    a.height / b.height,
    b.height / a.height,
  );
  const tilt = Math.atan2(Math.abs(a.y - b.y), Math.abs(a.x - b.x));
  const at = ({ x, y }: { readonly x: number; readonly y: number }) => samplePlane(light, x, y);
  const between = at({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  return (
    unlike <= limits.mostUnlike &&
    tilt <= limits.mostTiltRad &&
    isWithin(apart / width, limits.apartWidths) &&
    isWithin(apart / Math.max(light.width, light.height), limits.apartShare) &&
    between >= limits.bridge * Math.max(at(a), at(b))
  );
}

function hasMouth(a: Patch, b: Patch, patches: readonly Patch[]): boolean {
  const apart = Math.hypot(a.x - b.x, a.y - b.y);
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return patches.some(
    ({ x, y, width, height }) =>
      isWithin((y - middle.y) / apart, limits.mouthBelow) &&
      Math.abs(x - middle.x) <= limits.mouthAside * apart &&
      isWithin(width / apart, limits.mouthWidth) &&
      width > height,
  );
}

function isWithin(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}
