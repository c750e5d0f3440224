import type { SkinPatch } from "./follicular-units.ts";
import { growHairs } from "./grow-hairs.ts";
import type { SkinHair } from "./hair.ts";
import type { SceneLevel } from "./levels.ts";

/** A piece of scalp that can be photographed more than once. */
export interface Site {
  readonly seed: number;
  readonly skinPatch: SkinPatch;
  /** Hairs come from further away than the skin is seen. */
  readonly hairPatch: SkinPatch;
  readonly hairs: readonly SkinHair[];
}

/** Later photos may be shifted by this much and still see skin everywhere. */
const skinMarginUm = 1200;

/** A frame of scalp with what grows into it from around. */
export function growSite(
  seed: number,
  level: SceneLevel,
  frame: { readonly widthUm: number; readonly heightUm: number },
): Site {
  const longestUm = Math.max(level.terminalLengthUm[1], level.vellusLengthUm[1]);
  const hairPatch = patchAround(frame, longestUm + skinMarginUm / 2);
  return {
    seed,
    skinPatch: patchAround(frame, skinMarginUm),
    hairPatch,
    hairs: growHairs(level, hairPatch, seed),
  };
}

function patchAround(
  { widthUm, heightUm }: { readonly widthUm: number; readonly heightUm: number },
  marginUm: number,
): SkinPatch {
  return {
    leftUm: -marginUm,
    topUm: -marginUm,
    rightUm: widthUm + marginUm,
    bottomUm: heightUm + marginUm,
  };
}
