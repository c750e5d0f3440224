import { chainAngle, chainLength } from "./chain.ts";
import type { HairDraft } from "./hair-draft.ts";

export interface PhotoTraits {
  /** Width of one terminal hair in this photo, in grid pixels. */
  readonly singleWidthPx: number;
  /** Darkness of the plain hairs of this photo. */
  readonly usualContrast: number;
  /** How abruptly their edges rise. */
  readonly usualSharpness: number;
  readonly umPerPx: number;
}

/** Specification section 3, step 10; contrasts are shares of the photo's plain hairs'. */
const limits = {
  /** At least this dark a line is a hair. */
  plainContrast: 0.5,
  /** Sharper than the lens lets hairs be is noise, or drawn on the photo by the device. */
  sharpest: 0.35,
  sharpestOfUsual: 2.2,
  /** Fainter ones must stand out from the unevenness of the skin beside them; else they are furrows or shadows. */
  faintContrast: 0.25,
  unevenness: 0.3,
  unevennessPerContrast: 0.4,
  /** A short line across the direction in which the hairs around it grow is texture. */
  shortUm: 350,
  shortTurnRad: (50 * Math.PI) / 180,
  /** Across another hair even a small turn makes a short line doubtful. */
  touchingTurnRad: (25 * Math.PI) / 180,
  neighbourhoodUm: 1500,
  /** Where the hairs around agree this well, a line less than this dark across them is no hair, however long. */
  agreement: 0.75,
  strayContrast: 0.75,
  /** Thinner than any hair looks through a lens, and parallel to the frame: a scale bar or a drawn frame. */
  /** No hair winds so far on so small a circle: the rim of a bubble. */
  roundTurnRad: 2.4,
  roundRadiusUm: 350,
  drawnUm: 14,
  drawnSlope: 0.02,
};

/** The lines that may be hairs for all that is known of the photo; a hair's neighbours say how hairs grow there. */
export function keepPlausible(drafts: readonly HairDraft[], traits: PhotoTraits): HairDraft[] {
  const { umPerPx } = traits;
  const dark = drafts.filter(
    (draft) =>
      isClear(draft, traits) &&
      !(draft.widthPx * umPerPx < limits.drawnUm && isDrawn(draft)) &&
      !isRound(draft, umPerPx),
  );
  const placed = dark.map(placeDraft);
  return dark.filter((_, i) => growsAlong(placed, i, traits));
}

/** Whether a line is dark enough for a hair, or faint but plain against the skin beside it. */
export function isClear(
  draft: HairDraft,
  { usualContrast, usualSharpness }: Pick<PhotoTraits, "usualContrast" | "usualSharpness">,
): boolean {
  const sharpest = Math.max(limits.sharpest, limits.sharpestOfUsual * usualSharpness);
  if (draft.edgeSharpness > sharpest) return false;
  const share = draft.contrast / usualContrast;
  if (share >= limits.plainContrast) return true;
  const uneven = limits.unevenness + limits.unevennessPerContrast * (share - limits.faintContrast);
  return share >= limits.faintContrast && draft.sideUnevenness <= uneven;
}

function isDrawn({ chain: { x, y } }: HairDraft): boolean {
  const last = x.length - 1;
  const width = Math.abs((x[last] ?? 0) - (x[0] ?? 0));
  const height = Math.abs((y[last] ?? 0) - (y[0] ?? 0));
  return Math.min(width, height) <= limits.drawnSlope * Math.max(width, height);
}

function isRound({ chain }: HairDraft, umPerPx: number): boolean {
  let turnRad = 0;
  let before = chainAngle(chain, 0, 4);
  for (let i = 1; i < chain.x.length; i++) {
    const angleRad = chainAngle(chain, i, 4);
    turnRad += Math.atan2(Math.sin(angleRad - before), Math.cos(angleRad - before));
    before = angleRad;
  }
  const radiusUm = (chainLength(chain) * umPerPx) / Math.abs(turnRad);
  return Math.abs(turnRad) > limits.roundTurnRad && radiusUm < limits.roundRadiusUm;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly angleRad: number;
  readonly lengthPx: number;
  readonly weight: number;
  readonly draft: HairDraft;
}

function placeDraft(draft: HairDraft): Placed {
  const { x, y } = draft.chain;
  const last = x.length - 1;
  const lengthPx = chainLength(draft.chain);
  return {
    x: x[last >> 1] ?? 0,
    y: y[last >> 1] ?? 0,
    angleRad: Math.atan2((y[last] ?? 0) - (y[0] ?? 0), (x[last] ?? 0) - (x[0] ?? 0)),
    lengthPx,
    weight: lengthPx * draft.contrast ** 2,
    draft,
  };
}

function growsAlong(
  placed: readonly Placed[],
  index: number,
  { umPerPx, usualContrast }: PhotoTraits,
): boolean {
  const own = placed[index];
  if (!own) return true;
  const { turnRad, agreement } = turnFromNeighbours(placed, own, umPerPx);
  const isFaint = own.draft.contrast < limits.strayContrast * usualContrast;
  if (isFaint && agreement > limits.agreement && turnRad > limits.shortTurnRad) return false;
  if (own.lengthPx * umPerPx >= limits.shortUm) return true;
  if (turnRad > limits.shortTurnRad) return false;
  return !(turnRad > limits.touchingTurnRad && touchesAnother(placed, own));
}

/**
 * Angle between a line and the mean direction of the lines around it, and how well those agree, 0–1. Lines have no
 * sign, so angles are doubled.
 */
function turnFromNeighbours(
  placed: readonly Placed[],
  own: Placed,
  umPerPx: number,
): { readonly turnRad: number; readonly agreement: number } {
  let cos = 0;
  let sin = 0;
  let total = 0;
  for (const other of placed) {
    if (other === own) continue;
    const distanceUm = Math.hypot(other.x - own.x, other.y - own.y) * umPerPx;
    const weight = other.weight * Math.exp(-0.5 * (distanceUm / limits.neighbourhoodUm) ** 2);
    cos += weight * Math.cos(2 * other.angleRad);
    sin += weight * Math.sin(2 * other.angleRad);
    total += weight;
  }
  if (total === 0) return { turnRad: 0, agreement: 0 };
  const difference = own.angleRad - Math.atan2(sin, cos) / 2;
  return {
    turnRad: Math.abs(Math.atan2(Math.sin(2 * difference), Math.cos(2 * difference)) / 2),
    agreement: Math.hypot(cos, sin) / total,
  };
}

/** Whether a plainer line passes within the two half widths of any point of this one. */
function touchesAnother(placed: readonly Placed[], own: Placed): boolean {
  return placed.some((other) => {
    if (other === own || other.weight < own.weight) return false;
    const reach = (other.draft.widthPx + own.draft.widthPx) / 2 + 3;
    return own.draft.chain.x.some((x, i) => {
      const y = own.draft.chain.y[i] ?? 0;
      return other.draft.chain.x.some(
        (otherX, j) =>
          Math.abs(otherX - x) < reach &&
          Math.hypot(otherX - x, (other.draft.chain.y[j] ?? 0) - y) < reach,
      );
    });
  });
}
