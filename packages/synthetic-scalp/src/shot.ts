import type { PixelImage } from "@stipple/trichometry";
import { type Canvas, createCanvas } from "./canvas.ts";
import { type HairColour, type SkinTone, skinColours } from "./colours.ts";
import { paintDeviceOverlay } from "./device-overlay.ts";
import { drawUniform, randomFor, type StreamName } from "./draws.ts";
import { paintBubbles, paintGlare } from "./glare.ts";
import { loseByJpeg } from "./jpeg-loss.ts";
import { blurCanvas } from "./lens-blur.ts";
import type { SceneLevel } from "./levels.ts";
import { applyLight, drawLight } from "./light.ts";
import { paintHairs } from "./paint-hairs.ts";
import type { Placement } from "./placement.ts";
import { exposeSensor } from "./sensor.ts";
import type { Site } from "./site.ts";
import { drawSkinMarks, paintSkinMarks } from "./skin-marks.ts";
import { paintSkin } from "./skin-texture.ts";
import { createStrokeTracer, type StrokeTracer } from "./strokes.ts";

/** One photo of a site: where the camera was and what light, lens and sensor did. */
export interface Shot {
  readonly seed: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly placement: Placement;
  readonly level: SceneLevel;
  readonly tone: SkinTone;
  readonly hairColour: HairColour;
  /** Streams of their own make light and noise of a later photo differ. */
  readonly streams: {
    readonly light: StreamName;
    readonly glare: StreamName;
    readonly sensor: StreamName;
  };
}

export interface Photo {
  readonly image: PixelImage;
  /** Share of every pixel that hair covers, 0–255, before any blur. */
  readonly hairCover: Uint8ClampedArray;
  /** 1 where a reflection hides what is below. */
  readonly glare: Uint8Array;
}

/** Photographs a site: skin, hairs, light, reflections, lens, sensor, compression. */
export function photograph(site: Site, shot: Shot): Photo {
  const canvas = createCanvas(shot.widthPx, shot.heightPx);
  const tracer = createStrokeTracer(shot.widthPx, shot.heightPx);
  const hairCover = paintSite(canvas, { site, shot, tracer });
  const glare = paintReflections(canvas, shot, tracer);
  takePhoto(canvas, shot);
  return { image: imageOf(canvas), hairCover, glare };
}

function paintSite(
  canvas: Canvas,
  { site, shot, tracer }: { site: Site; shot: Shot; tracer: StrokeTracer },
): Uint8ClampedArray {
  const { level, placement } = shot;
  const look = {
    seed: site.seed,
    colour: skinColours[shot.tone],
    textureGreyLevels: level.textureGreyLevels,
    patch: site.skinPatch,
  };
  paintSkin(canvas, look, placement);
  paintSkinMarks(canvas, drawSkinMarks(look), { placement, tracer });
  const light = drawLight(randomFor(shot.seed, shot.streams.light), level.lightFallFraction);
  const cover = new Uint8ClampedArray(canvas.width * canvas.height);
  paintHairs(canvas, site.hairs, {
    colour: shot.hairColour,
    placement,
    tracer,
    contactShadow: level.contactShadow,
    rootFadeUm: level.rootFadeUm,
    lightFromRad: light.shadowRad,
    cover,
  });
  applyLight(canvas, light);
  return cover;
}

function paintReflections(canvas: Canvas, shot: Shot, tracer: StrokeTracer): Uint8Array {
  const random = randomFor(shot.seed, shot.streams.glare);
  const { glareCount, bubbleCount, deviceOverlayFraction } = shot.level;
  const shine = { glareCount, bubbleCount, umPerPx: shot.placement.umPerPx };
  paintBubbles(canvas, shine, { random, tracer });
  const mask = paintGlare(canvas, shine, random);
  const overlayRandom = randomFor(shot.seed, "overlay");
  if (overlayRandom.uniform() < deviceOverlayFraction) {
    paintDeviceOverlay(canvas, { random: overlayRandom, tracer });
  }
  return mask;
}

/** From light to grey levels. */
function takePhoto(canvas: Canvas, { seed, streams, level }: Shot): void {
  const random = randomFor(seed, streams.sensor);
  blurCanvas(canvas, {
    sigmaPx: level.blurPx,
    motionPx: drawUniform(random, level.motionPx),
    motionAxis: random.uniform() < 0.5 ? "across" : "down",
  });
  exposeSensor(canvas, level, random);
  if (level.jpegQuality !== undefined) loseByJpeg(canvas, level.jpegQuality);
}

/** Rounds grey levels to bytes. */
export function imageOf({ width, height, planes: [red, green, blue] }: Canvas): PixelImage {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let at = 0; at < red.length; at++) {
    rgba[4 * at] = red[at] ?? 0;
    rgba[4 * at + 1] = green[at] ?? 0;
    rgba[4 * at + 2] = blue[at] ?? 0;
    rgba[4 * at + 3] = 255;
  }
  return { width, height, rgba };
}
