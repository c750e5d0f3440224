import { classOf, type HairClass, type HairPhase, hairCourse, type SkinHair } from "./hair.ts";
import { type Placement, type Point, pxFromSkin } from "./placement.ts";

/** What is true of a hair that a photo shows, whatever lens and sensor made of it. */
export interface TrueHair {
  readonly id: number;
  readonly unit: number;
  /** Centreline from root to tip; it may run out of the frame. */
  readonly polylinePx: readonly Point[];
  readonly root: Point;
  readonly tip: Point;
  readonly diameterUm: number;
  readonly lengthUm: number;
  readonly hairClass: HairClass;
  readonly opacity: number;
  readonly phase: HairPhase;
  /** Part of it lies outside the frame. */
  readonly isBorderCut: boolean;
}

/** The hairs of which at least a point of the centreline lies in the frame. */
export function trueHairs(
  hairs: readonly SkinHair[],
  placement: Placement,
  frame: { readonly widthPx: number; readonly heightPx: number },
): TrueHair[] {
  return hairs.flatMap((hair) => {
    const polylinePx = hairCourse(hair).map((point) => pxFromSkin(point, placement));
    const inside = polylinePx.filter(
      ([x, y]) => x >= 0 && y >= 0 && x <= frame.widthPx - 1 && y <= frame.heightPx - 1,
    );
    const root = polylinePx[0];
    const tip = polylinePx.at(-1);
    if (inside.length === 0 || root === undefined || tip === undefined) return [];
    const { id, unit, diameterUm, lengthUm, opacity, phase } = hair;
    return {
      ...{ id, unit, diameterUm, lengthUm, opacity, phase, polylinePx, root, tip },
      hairClass: classOf(diameterUm),
      isBorderCut: inside.length < polylinePx.length,
    };
  });
}
