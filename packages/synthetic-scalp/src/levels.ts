/** Two ends of a uniform draw, low first. */
export type Range = readonly [number, number];

/** How hard a scene is to count, from single straight hairs to hair that must be refused. */
export const levelNames = ["L0", "L1", "L2", "L3", "L4", "real-like"] as const;
export type LevelName = (typeof levelNames)[number];

/** Everything that makes one scene harder than another. Lengths on the skin in µm, optics in pixels of the photo. */
export interface SceneLevel {
  readonly densityPerCm2: number;
  /** Share of all hairs that are vellus, and that are between vellus and terminal. */
  readonly vellusFraction: number;
  readonly intermediateFraction: number;
  /** Shares of the units with one, two, three … hairs. */
  readonly unitFractions: readonly number[];
  readonly terminalDiameterUm: { readonly mean: number; readonly sd: number };
  readonly terminalLengthUm: Range;
  readonly vellusLengthUm: Range;
  /** Total bend of a hair from root to tip, standard deviation. */
  readonly turnSdRad: number;
  /** How far the units of a neighbourhood point apart, standard deviation. */
  readonly directionSdRad: number;
  readonly terminalOpacity: Range;
  readonly vellusOpacity: Range;
  /** A clipped hair ends flat; an unclipped one tapers. */
  readonly isClipped: boolean;
  /** Hairs that come near another one are left out, so that the density is a little lower. */
  readonly isIsolated: boolean;
  readonly anagenFraction: number;
  /** How dark the part of a shaft is that shines through the skin before the root, 0–1. */
  readonly subdermalShadow: Range;
  /** Way over which a shaft comes out of the skin, hidden by its rim at first. */
  readonly rootFadeUm: number;
  /** How dark the shadow is that a shaft throws on the skin, 0–1. */
  readonly contactShadow: number;
  readonly textureGreyLevels: number;
  /** Total fall of light across the frame, as a share of the brightest place. */
  readonly lightFallFraction: number;
  readonly glareCount: number;
  readonly bubbleCount: number;
  readonly blurPx: number;
  readonly motionPx: Range;
  readonly noiseGreyLevels: number;
  /** A sensor with one colour a pixel softens what it fills in. */
  readonly isDemosaiced: boolean;
  /** Undefined leaves the photo uncompressed. */
  readonly jpegQuality: number | undefined;
  /** Chance that a device has drawn its measuring arc over the photo. */
  readonly deviceOverlayFraction: number;
}

const clean: SceneLevel = {
  densityPerCm2: 150,
  vellusFraction: 0.15,
  intermediateFraction: 0,
  unitFractions: [0.75, 0.2, 0.05],
  terminalDiameterUm: { mean: 68, sd: 14 },
  terminalLengthUm: [600, 1200],
  vellusLengthUm: [300, 700],
  turnSdRad: 0.15,
  directionSdRad: 0.35,
  terminalOpacity: [0.85, 0.95],
  vellusOpacity: [0.55, 0.75],
  isClipped: true,
  isIsolated: false,
  anagenFraction: 0.85,
  subdermalShadow: [0, 0.2],
  rootFadeUm: 0,
  contactShadow: 0.08,
  textureGreyLevels: 3,
  lightFallFraction: 0.08,
  glareCount: 0,
  bubbleCount: 0,
  blurPx: 0.8,
  motionPx: [0, 0],
  noiseGreyLevels: 2,
  isDemosaiced: true,
  jpegQuality: 95,
  deviceOverlayFraction: 0,
};

/**
 * The levels of the benchmark. Densities, lengths, optics and opacities are those of the specification
 * (docs/measurement-accuracy.md repeats them); what it leaves open is chosen here: motion, bubbles, the share of
 * intermediate hairs, the strength of the shadow under the skin. "real-like" is fitted by eye to handheld
 * trichoscopy of clipped hair at about 3 µm per pixel: short thick stumps, strong blue shadows, deep units.
 */
export const levels: Readonly<Record<LevelName, SceneLevel>> = {
  L0: {
    ...clean,
    densityPerCm2: 100,
    unitFractions: [1],
    turnSdRad: 0,
    isIsolated: true,
  },
  L1: clean,
  L2: {
    ...clean,
    densityPerCm2: 200,
    vellusFraction: 0.3,
    intermediateFraction: 0.06,
    unitFractions: [0.5, 0.38, 0.12],
    terminalLengthUm: [800, 1800],
    vellusLengthUm: [300, 1000],
    turnSdRad: 0.3,
    directionSdRad: 0.44,
    terminalOpacity: [0.75, 0.92],
    vellusOpacity: [0.35, 0.65],
    subdermalShadow: [0, 0.35],
    contactShadow: 0.14,
    textureGreyLevels: 6,
    lightFallFraction: 0.2,
    glareCount: 15,
    bubbleCount: 2,
    blurPx: 1.1,
    motionPx: [0, 0.8],
    noiseGreyLevels: 4,
    jpegQuality: 88,
  },
  L3: {
    ...clean,
    densityPerCm2: 250,
    vellusFraction: 0.35,
    intermediateFraction: 0.08,
    unitFractions: [0.4, 0.42, 0.18],
    terminalLengthUm: [1500, 3500],
    vellusLengthUm: [400, 1400],
    turnSdRad: 0.45,
    directionSdRad: 0.61,
    terminalOpacity: [0.6, 0.88],
    vellusOpacity: [0.25, 0.55],
    isClipped: false,
    subdermalShadow: [0, 0.35],
    contactShadow: 0.2,
    textureGreyLevels: 9,
    lightFallFraction: 0.3,
    glareCount: 40,
    bubbleCount: 0,
    blurPx: 1.5,
    motionPx: [0, 1.5],
    noiseGreyLevels: 6,
    jpegQuality: 80,
  },
  L4: {
    ...clean,
    densityPerCm2: 220,
    vellusFraction: 0.35,
    intermediateFraction: 0.08,
    unitFractions: [0.35, 0.45, 0.2],
    terminalLengthUm: [4000, 9000],
    vellusLengthUm: [500, 2000],
    turnSdRad: 0.6,
    directionSdRad: 0.7,
    terminalOpacity: [0.45, 0.8],
    vellusOpacity: [0.2, 0.45],
    isClipped: false,
    subdermalShadow: [0, 0.3],
    contactShadow: 0.2,
    textureGreyLevels: 12,
    lightFallFraction: 0.35,
    glareCount: 80,
    bubbleCount: 0,
    blurPx: 1.8,
    motionPx: [0, 3],
    noiseGreyLevels: 8,
    jpegQuality: 72,
  },
  "real-like": {
    ...clean,
    densityPerCm2: 110,
    vellusFraction: 0.08,
    intermediateFraction: 0.06,
    unitFractions: [0.4, 0.36, 0.19, 0.05],
    terminalDiameterUm: { mean: 82, sd: 13 },
    terminalLengthUm: [260, 780],
    vellusLengthUm: [200, 500],
    turnSdRad: 0.12,
    directionSdRad: 0.25,
    terminalOpacity: [0.8, 0.97],
    vellusOpacity: [0.4, 0.7],
    subdermalShadow: [0.35, 0.85],
    rootFadeUm: 90,
    contactShadow: 0.25,
    textureGreyLevels: 9,
    lightFallFraction: 0.3,
    glareCount: 420,
    blurPx: 2,
    motionPx: [0, 1.5],
    noiseGreyLevels: 2.5,
    jpegQuality: 88,
    deviceOverlayFraction: 0.15,
  },
};

/** Scenes show a frame of this size unless asked otherwise. */
export const standardFrame = { widthUm: 8000, heightUm: 6000 } as const;
