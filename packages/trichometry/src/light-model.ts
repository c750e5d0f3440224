import { type BarProfile, barShare } from "./bar-profile.ts";
import { resampleChain } from "./chain.ts";
import { createPlane, type Plane } from "./plane.ts";
import type { Shaft } from "./shaft.ts";

/**
 * How much light the hairs found so far take away, and how much the photo says is missing.
 *
 * A blurred picture of hairs side by side is the sum of their blurred pictures; where one lies on another no more than
 * all light is lost, so the sum is capped.
 */
export interface LightModel {
  /** Share of the skin's light that is missing, at most `mostDepth`. */
  readonly seen: Plane;
  /** The sum over the hairs that were laid. */
  readonly explained: Plane;
  readonly profile: BarProfile;
  readonly mostDepth: number;
  /** Which laying touched a pixel last, and the distance from the hair's line that it found. */
  readonly stamp: Int32Array;
  readonly distancePx: Float32Array;
  lastStamp: number;
}

/** Lighter than skin by more than this is glare, and says nothing of hairs. */
const lightest = -0.2;

export function createLightModel(
  relative: Plane,
  profile: BarProfile,
  mostDepth: number,
): LightModel {
  const { width, height, values } = relative;
  const seen = createPlane(width, height);
  for (let i = 0; i < values.length; i++) {
    const root = values[i] ?? 1;
    seen.values[i] = Math.min(mostDepth, Math.max(lightest, 1 - root * root));
  }
  return {
    seen,
    explained: createPlane(width, height),
    profile,
    mostDepth,
    stamp: new Int32Array(width * height),
    distancePx: new Float32Array(width * height),
    lastStamp: 0,
  };
}

/** Adds a hair to what is explained, or takes it away again with `sign` −1. */
export function layShaft(model: LightModel, shaft: Shaft, sign: 1 | -1): void {
  const { explained, profile, stamp, distancePx } = model;
  const { halfWidthPx, depth } = shaft;
  const reach = halfWidthPx + profile.spillPx;
  const { x, y } = resampleChain(shaft.chain, 4);
  const touched: number[] = [];
  model.lastStamp++;
  for (let i = 1; i < x.length; i++) {
    const fromX = x[i - 1] ?? 0;
    const fromY = y[i - 1] ?? 0;
    const toX = x[i] ?? 0;
    const toY = y[i] ?? 0;
    const length = Math.hypot(toX - fromX, toY - fromY);
    if (length === 0) continue;
    const alongX = (toX - fromX) / length;
    const alongY = (toY - fromY) / length;
    const least = i === 1 ? -0.5 : -1.5;
    const most = length + (i === x.length - 1 ? 0.5 : 1.5);
    const top = Math.max(0, Math.ceil(Math.min(fromY, toY) - reach));
    const bottom = Math.min(explained.height - 1, Math.max(fromY, toY) + reach);
    const left = Math.max(0, Math.ceil(Math.min(fromX, toX) - reach));
    const right = Math.min(explained.width - 1, Math.max(fromX, toX) + reach);
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const offX = column - fromX;
        const offY = row - fromY;
        const along = offX * alongX + offY * alongY;
        if (along < least || along > most) continue;
        const across = Math.abs(offY * alongX - offX * alongY);
        if (across > reach) continue;
        const at = row * explained.width + column;
        if (stamp[at] !== model.lastStamp) {
          stamp[at] = model.lastStamp;
          distancePx[at] = across;
          touched.push(at);
        } else if (across < (distancePx[at] ?? 0)) distancePx[at] = across;
      }
    }
  }
  const amount = sign * depth;
  for (const at of touched) {
    explained.values[at] =
      (explained.values[at] ?? 0) + amount * barShare(profile, distancePx[at] ?? 0, halfWidthPx);
  }
}
