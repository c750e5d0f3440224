import type { SceneLevel } from "../levels.ts";
import type { SceneOptions } from "../scene.ts";

/** A frame small enough for many scenes in a test. */
export const smallScene: SceneOptions = {
  seed: 11,
  level: "L1",
  umPerPx: 4,
  widthUm: 3200,
  heightUm: 2400,
  tone: "III",
  hairColour: "dark",
};

/** Nothing between the hairs and the pixels: even light, bare skin, no lens, no noise, no compression. */
export const plain: Partial<SceneLevel> = {
  textureGreyLevels: 0,
  lightFallFraction: 0,
  subdermalShadow: [0, 0],
  contactShadow: 0,
  glareCount: 0,
  bubbleCount: 0,
  blurPx: 0,
  motionPx: [0, 0],
  noiseGreyLevels: 0,
  isDemosaiced: false,
  jpegQuality: undefined,
};
