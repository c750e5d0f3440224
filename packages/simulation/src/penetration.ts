import type { Values } from "./parameter.ts";
import { penetrationParameters } from "./parameters/penetration.ts";

export type PenetrationValues = Values<typeof penetrationParameters>;

/** Depth of a needle's hole: a middle estimate and the ends between which 95 % of cases are expected. */
export interface DepthBand {
  readonly lowMm: number;
  readonly centralMm: number;
  readonly highMm: number;
}

type SkinLayer =
  | "stratum-corneum"
  | "viable-epidermis"
  | "papillary-dermis"
  | "reticular-dermis"
  | "below-dermis";

/** Whether a hole gets into a layer, where layers are thicker in one person than in another. */
export interface LayerReach {
  readonly layer: SkinLayer;
  readonly reached: "yes" | "perhaps" | "no";
}

/** What a needle of a given length does to the skin. */
export interface Penetration {
  readonly depth: DepthBand;
  /** Radius of the hole while the needle is in it; 0 where there is none. */
  readonly holeRadiusUm: number;
  /** Radius that is left open for a drug when the needle is out. */
  readonly openRadiusUm: number;
  readonly layers: readonly LayerReach[];
  readonly bulge: FollicleReach;
}

/** Whether any needle of this length can touch the part of the follicle that keeps its stem cells. */
export interface FollicleReach {
  readonly reached: "never" | "only-at-the-deepest" | "usually";
  readonly says: string;
}

/** Depth, hole, layers and follicle for one needle length. */
export function penetrate(needleLengthMm: number, parameters: PenetrationValues): Penetration {
  const depth = estimateDepth(needleLengthMm, parameters);
  return {
    depth,
    holeRadiusUm: holeRadiusUm(depth.centralMm, parameters),
    openRadiusUm: openRadiusUm(depth.centralMm, parameters),
    layers: layersReached(depth.centralMm, parameters),
    bulge: reachBulge(needleLengthMm, parameters),
  };
}

/**
 * How deep the hole gets: the needle first dimples the skin, then a share of the rest goes in.
 *
 *     d = min(L, η · max(0, L − L₀))
 */
export function depthMm(
  needleLengthMm: number,
  { deadLengthMm, insertedShare }: Pick<PenetrationValues, "deadLengthMm" | "insertedShare">,
): number {
  if (!(needleLengthMm >= 0 && needleLengthMm < Infinity)) {
    throw new RangeError(`needleLengthMm must be 0 or more, got ${needleLengthMm}`);
  }
  if (!(deadLengthMm >= 0)) {
    throw new RangeError(`deadLengthMm must be 0 or more, got ${deadLengthMm}`);
  }
  if (!(insertedShare >= 0)) {
    throw new RangeError(`insertedShare must be 0 or more, got ${insertedShare}`);
  }
  return Math.min(needleLengthMm, insertedShare * Math.max(0, needleLengthMm - deadLengthMm));
}

/** The depth at the middle of the parameters and at both ends of the inserted share, which decides nearly all of it. */
export function estimateDepth(needleLengthMm: number, parameters: PenetrationValues): DepthBand {
  const { deadLengthMm, insertedShare } = parameters;
  const [lowest, highest] = penetrationParameters.insertedShare.range;
  const at = (share: number) => depthMm(needleLengthMm, { deadLengthMm, insertedShare: share });
  return {
    lowMm: at(Math.min(lowest, insertedShare)),
    centralMm: at(insertedShare),
    highMm: at(Math.max(highest, insertedShare)),
  };
}

/**
 * Radius of the hole at the surface while the needle is in it.
 *
 *     a = r_tip + tear · d · tan α,   tan α = base radius / taper length;   0 where d = 0
 */
export function holeRadiusUm(holeDepthMm: number, parameters: PenetrationValues): number {
  if (!(holeDepthMm >= 0))
    throw new RangeError(`holeDepthMm must be 0 or more, got ${holeDepthMm}`);
  if (holeDepthMm === 0) return 0;
  const { tipRadiusUm, tearFactor, needleBaseRadiusUm, needleTaperLengthUm } = parameters;
  return tipRadiusUm + (tearFactor * holeDepthMm * 1000 * needleBaseRadiusUm) / needleTaperLengthUm;
}

/**
 * Radius of the channel that stays open for a drug: the skin springs back at once.
 *
 *     a_open = min(limit, √χ · a)
 */
export function openRadiusUm(holeDepthMm: number, parameters: PenetrationValues): number {
  const { openShare, openRadiusLimitUm } = parameters;
  if (!(openShare >= 0 && openShare <= 1)) {
    throw new RangeError(`openShare must be 0 to 1, got ${openShare}`);
  }
  return Math.min(openRadiusLimitUm, Math.sqrt(openShare) * holeRadiusUm(holeDepthMm, parameters));
}

/**
 * Layers that a hole of this depth gets into: "perhaps" where it depends on how thick the layers above are, between
 * the thin and the thick ends of their ranges.
 */
export function layersReached(
  holeDepthMm: number,
  parameters: PenetrationValues,
): readonly LayerReach[] {
  if (!(holeDepthMm >= 0))
    throw new RangeError(`holeDepthMm must be 0 or more, got ${holeDepthMm}`);
  return layerTopsMm(parameters).map(({ layer, shallowestMm, deepestMm }) => ({
    layer,
    reached: holeDepthMm > deepestMm ? "yes" : holeDepthMm > shallowestMm ? "perhaps" : "no",
  }));
}

/** Where each layer begins, in thin and in thick skin. A layer thinner or thicker than the range widens it. */
function layerTopsMm(parameters: PenetrationValues) {
  const ends = (name: "stratumCorneumUm" | "viableEpidermisUm" | "papillaryDermisUm") => {
    const [low, high] = penetrationParameters[name].range;
    const value = parameters[name];
    return [Math.min(low, value) / 1000, Math.max(high, value) / 1000] as const;
  };
  const horny = ends("stratumCorneumUm");
  const living = ends("viableEpidermisUm");
  const papillary = ends("papillaryDermisUm");
  const [thinDermis, thickDermis] = penetrationParameters.dermisMm.range;
  const junction = [horny[0] + living[0], horny[1] + living[1]] as const;
  const top = (layer: SkinLayer, shallowestMm: number, deepestMm: number) => ({
    layer,
    shallowestMm,
    deepestMm,
  });
  return [
    top("stratum-corneum", 0, 0),
    top("viable-epidermis", horny[0], horny[1]),
    top("papillary-dermis", junction[0], junction[1]),
    top("reticular-dermis", junction[0] + papillary[0], junction[1] + papillary[1]),
    top("below-dermis", junction[0] + thinDermis, junction[1] + thickDermis),
  ];
}

/** The plain fact about the follicle: home lengths end above the bulge, so what they do must act through signals. */
export function reachBulge(needleLengthMm: number, parameters: PenetrationValues): FollicleReach {
  const { centralMm, highMm } = estimateDepth(needleLengthMm, parameters);
  const { bulgeTopMm } = parameters;
  if (needleLengthMm < bulgeTopMm || highMm < bulgeTopMm) {
    return {
      reached: "never",
      says: `The hole ends above the bulge, where the follicle keeps its stem cells (from ${bulgeTopMm} mm down), and far above the bulb. Any direct effect must act through signals.`,
    };
  }
  if (centralMm < bulgeTopMm) {
    return {
      reached: "only-at-the-deepest",
      says: `Most holes end above the bulge (from ${bulgeTopMm} mm down); only the deepest may reach it. None reaches the bulb.`,
    };
  }
  return {
    reached: "usually",
    says: `The hole usually gets as deep as the bulge (from ${bulgeTopMm} mm down).`,
  };
}
