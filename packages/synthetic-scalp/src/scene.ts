import type { HairColour, SkinTone } from "./colours.ts";
import type { SkinHair } from "./hair.ts";
import { type LevelName, levels, type SceneLevel } from "./levels.ts";
import type { Placement, Point } from "./placement.ts";
import { type Photo, photograph, type Shot } from "./shot.ts";
import { growSite, type Site } from "./site.ts";
import { type TrueHair, trueHairs } from "./true-hairs.ts";

export interface SceneOptions {
  /** A whole number of at least 0 and below 2³². */
  readonly seed: number;
  readonly level: LevelName;
  readonly umPerPx: number;
  readonly widthUm: number;
  readonly heightUm: number;
  readonly tone: SkinTone;
  readonly hairColour: HairColour;
  /** Changes to the level, for example `{ densityPerCm2: 0 }` for bare skin. */
  readonly overrides?: Partial<SceneLevel>;
  /** Hairs laid over those of the level. */
  readonly extraHairs?: readonly ExtraHair[];
}

/** A straight, flat-cut hair at a chosen place; µm from the upper left corner of the frame. */
export interface ExtraHair {
  readonly rootUm: Point;
  readonly headingRad: number;
  readonly lengthUm: number;
  readonly diameterUm: number;
  readonly opacity: number;
}

/** A close-up with everything that is true of it. Pixels have their centres at whole numbers. */
export interface SyntheticScene extends Photo {
  readonly umPerPx: number;
  readonly areaCm2: number;
  readonly hairs: readonly TrueHair[];
}

/** The close-up of a seed and a level: the same options give the same bytes. */
export function makeScene(options: SceneOptions): SyntheticScene {
  return takeScene(siteOf(options), firstShot(options));
}

/** The scalp of a scene. */
export function siteOf(options: SceneOptions): Site {
  const site = growSite(options.seed, levelOf(options), options);
  const extraHairs = (options.extraHairs ?? []).map((hair, index) =>
    layHair(hair, site.hairs.length + index),
  );
  return { ...site, hairs: [...site.hairs, ...extraHairs] };
}

/** The photo that a scene is seen in first. */
export function firstShot(options: SceneOptions): Shot {
  const { seed, umPerPx, widthUm, heightUm, tone, hairColour } = options;
  if (!(umPerPx > 0)) throw new RangeError(`umPerPx must be above 0, got ${umPerPx}`);
  const placement: Placement = {
    umPerPx,
    middleUm: [widthUm / 2, heightUm / 2],
    rotationRad: 0,
    shiftUm: [0, 0],
    scale: 1,
    stretch: undefined,
  };
  return {
    seed,
    widthPx: sidePx("widthUm", widthUm, umPerPx),
    heightPx: sidePx("heightUm", heightUm, umPerPx),
    placement,
    level: levelOf(options),
    tone,
    hairColour,
    streams: { light: "light", glare: "glare", sensor: "sensor" },
  };
}

export function takeScene(site: Site, shot: Shot): SyntheticScene {
  // From nearer, a pixel shows less skin.
  const umPerPx = shot.placement.umPerPx / shot.placement.scale;
  return {
    ...photograph(site, shot),
    umPerPx,
    areaCm2: (shot.widthPx * shot.heightPx * umPerPx * umPerPx) / 1e8,
    hairs: trueHairs(site.hairs, shot.placement, shot),
  };
}

function levelOf({ level, overrides }: SceneOptions): SceneLevel {
  return { ...levels[level], ...overrides };
}

/** Pixels along a side: 1 to 8192. */
function sidePx(name: string, sideUm: number, umPerPx: number): number {
  const pixels = Math.round(sideUm / umPerPx);
  if (!(pixels >= 1 && pixels <= 8192)) {
    throw new RangeError(`${name} must be 1 to 8192 pixels of ${umPerPx} µm, got ${sideUm}`);
  }
  return pixels;
}

function layHair(hair: ExtraHair, id: number): SkinHair {
  return {
    ...hair,
    id,
    unit: id,
    courseLengthUm: hair.lengthUm,
    turnRad: 0,
    swayRad: 0,
    phase: "anagen",
    isTapered: false,
    shade: 0,
    medulla: 0,
    liftUm: 0,
    depth: 1,
    subdermalShadow: 0,
    subdermalLengthUm: 0,
  };
}
