import { mapForAlignment } from "./alignment-map.ts";
import { type Homography, rescaleHomography } from "./homography.ts";
import type { PixelImage } from "./image.ts";
import { measureLightness } from "./luminance.ts";
import { findShift, measureSpectra } from "./phase-correlation.ts";
import { createPlane, type Plane, samplePlane } from "./plane.ts";
import type { ReducedPlane } from "./reduce-plane.ts";

/** How the camera's picture differs from the ghost of the first photo. */
export interface GhostEstimate {
  /** How far the head lies to the right of where it was, and below it, as a share of the picture's width. */
  readonly rightFraction: number;
  readonly downFraction: number;
  /** How much larger the head looks: 1.1 when the camera is a tenth too near. */
  readonly scale: number;
  /** How far the head is turned clockwise. */
  readonly rollDeg: number;
  /** Height of the correlation peak in standard deviations. */
  readonly confidence: number;
  /** From pixels of the first photo to pixels of the second, both at full size. */
  readonly homography: Homography;
}

/** Longer side of the pictures that are compared: enough for arrows, few enough for every frame of a video. */
const ghostSizePx = 160;
/** The same for a photo that is nearly square, whose transform would be twice as large. */
const squareSizePx = 128;

/**
 * Shift, size and turn between two photos, for the arrows in the viewfinder and as a start of the alignment.
 *
 * The moduli of spectra know nothing of shifts; over direction and logarithm of frequency, a turn and a size become a
 * shift, which phase correlation finds (Reddy and Chatterji 1996). A second phase correlation finds the shift itself.
 */
export function estimateGhost(first: PixelImage, second: PixelImage): GhostEstimate {
  return compareMaps(mapGhost(measureLightness(first)), mapGhost(measureLightness(second)));
}

/** The small map of a photo that `compareMaps` takes; the ghost's need not be made anew for every frame. */
export function mapGhost(lightness: Plane): ReducedPlane {
  const { width, height } = lightness;
  const shortSidePx = (ghostSizePx * Math.min(width, height)) / Math.max(width, height);
  return mapForAlignment(lightness, shortSidePx > squareSizePx ? squareSizePx : ghostSizePx);
}

/** The same from two small maps. */
export function compareMaps(ghost: ReducedPlane, live: ReducedPlane): GhostEstimate {
  const turn = findTurn(ghost.plane, live.plane);
  const turned = turnBack(live.plane, ghost.plane, turn);
  const most = mostShiftFraction * Math.max(ghost.plane.width, ghost.plane.height);
  const shift = findShift(ghost.plane, turned, { x: most, y: most });

  const small = turnedShift(ghost.plane, live.plane, { ...turn, ...shift });
  const { cos, sin } = turn;
  return {
    rightFraction: (sin * shift.y - cos * shift.x) / live.plane.width,
    downFraction: (-sin * shift.x - cos * shift.y) / live.plane.width,
    scale: (Math.hypot(cos, sin) * ghost.factor) / live.factor,
    rollDeg: (Math.atan2(sin, cos) * 180) / Math.PI,
    confidence: shift.confidence,
    homography: rescaleHomography(small, { from: 1 / ghost.factor, to: 1 / live.factor }),
  };
}

/** A turn with a change of size: sR = (cos, −sin; sin, cos). */
export interface Turn {
  readonly cos: number;
  readonly sin: number;
}

/** Steps of the polar maps. */
const directions = 128;
const rings = 128;
/** Cycles a pixel of the innermost and the outermost ring. */
const ringRange = [0.025, 0.4] as const;

/** Beyond these the arrows point the same way, and a peak is a chance. */
const mostTurnRad = 0.35;
const mostScale = 1.35;
const mostShiftFraction = 0.35;

function findTurn(ghost: Plane, live: Plane): Turn {
  const [first, second] = measureSpectra(ghost, live);
  const perDirectionRad = Math.PI / directions;
  const perRing = Math.log(ringRange[1] / ringRange[0]) / rings;
  const { x, y } = findShift(polarMap(first), polarMap(second), {
    x: Math.log(mostScale) / perRing,
    y: mostTurnRad / perDirectionRad,
  });
  // A larger picture has its spectrum nearer to the middle, and a turned one has it turned.
  const scale = Math.exp(x * perRing);
  const turnRad = -y * perDirectionRad;
  return { cos: scale * Math.cos(turnRad), sin: scale * Math.sin(turnRad) };
}

/** The spectrum over direction (down) and logarithm of frequency (across), as logarithms of the moduli. */
function polarMap(spectrum: Plane): Plane {
  const { width, height, values } = spectrum;
  const map = createPlane(rings, directions);
  for (let direction = 0; direction < directions; direction++) {
    const angle = -Math.PI / 2 + (direction * Math.PI) / directions;
    for (let ring = 0; ring < rings; ring++) {
      const frequency = ringRange[0] * (ringRange[1] / ringRange[0]) ** (ring / rings);
      const x = frequency * width * Math.cos(angle);
      const y = frequency * height * Math.sin(angle);
      const left = Math.floor(x);
      const top = Math.floor(y);
      const at = (column: number, row: number) =>
        values[((row + height) % height) * width + ((column + width) % width)] ?? 0;
      const upper = at(left, top) + (at(left + 1, top) - at(left, top)) * (x - left);
      const lower = at(left, top + 1) + (at(left + 1, top + 1) - at(left, top + 1)) * (x - left);
      map.values[direction * rings + ring] = Math.log(1 + upper + (lower - upper) * (y - top));
    }
  }
  const mean = map.values.reduce((sum, value) => sum + value, 0) / map.values.length;
  for (let at = 0; at < map.values.length; at++) map.values[at] = (map.values[at] ?? 0) - mean;
  return map;
}

/** From the ghost to the live picture: ghost(p) = turned(p − shift) = live(live middle + sR (p − shift − ghost middle)). */
export function turnedShift(
  ghost: Plane,
  live: Plane,
  { cos, sin, x, y }: Turn & { readonly x: number; readonly y: number },
): Homography {
  const to = middleOf(live);
  const from = middleOf(ghost);
  const fromX = from.x + x;
  const fromY = from.y + y;
  const right = to.x - cos * fromX + sin * fromY;
  const down = to.y - sin * fromX - cos * fromY;
  return [cos, -sin, right, sin, cos, down, 0, 0, 1];
}

/** The live picture turned and sized like the ghost, middle on middle; 0 where it shows nothing. */
export function turnBack(live: Plane, ghost: Plane, { cos, sin }: Turn): Plane {
  const turned = createPlane(ghost.width, ghost.height);
  const from = middleOf(ghost);
  const to = middleOf(live);
  for (let y = 0; y < ghost.height; y++) {
    for (let x = 0; x < ghost.width; x++) {
      const liveX = to.x + cos * (x - from.x) - sin * (y - from.y);
      const liveY = to.y + sin * (x - from.x) + cos * (y - from.y);
      const isInside =
        liveX >= 0 && liveY >= 0 && liveX <= live.width - 1 && liveY <= live.height - 1;
      if (isInside) turned.values[y * ghost.width + x] = samplePlane(live, liveX, liveY);
    }
  }
  return turned;
}

function middleOf({ width, height }: Plane) {
  return { x: (width - 1) / 2, y: (height - 1) / 2 };
}
