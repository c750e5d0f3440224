import { type CameraMove, drawMove, moveShot } from "./camera-move.ts";
import { randomFor } from "./draws.ts";
import { firstShot, type SceneOptions, type SyntheticScene, siteOf, takeScene } from "./scene.ts";

/** How far the camera is from where it was; standard deviations. */
const camera = { shiftSdUm: 500, rotationSdRad: 0.05, scaleSd: 0.005, stretchUm: 0 } as const;

/** Hair lies a little differently each time. */
const headingSdRad = 0.05;

/** Spreads the numbers of the repeats over the seeds. */
const repeatStep = 0x85ebca6b;

/**
 * The same place photographed again at once, from about the same camera: light, noise and the lie of the hair differ,
 * and nothing else. For the spread of repeated measurements.
 *
 * @param repeat 1, 2, 3 …: each a photo of its own
 */
export function makeRepeatShot(options: SceneOptions, repeat: number): SyntheticScene & CameraMove {
  if (!(Number.isInteger(repeat) && repeat >= 1)) {
    throw new RangeError(`repeat must be a whole number of at least 1, got ${repeat}`);
  }
  const seed = (options.seed + Math.imul(repeat, repeatStep)) >>> 0;
  const random = randomFor(seed, "secondShot");
  const site = siteOf(options);
  const move = drawMove(random, firstShot(options).placement, camera);
  const hairs = site.hairs.map((hair) => ({
    ...hair,
    headingRad: hair.headingRad + headingSdRad * random.normal(),
  }));
  const shot = { ...moveShot(firstShot(options), move, streams), seed };
  return { ...takeScene({ ...site, hairs }, shot), ...move };
}

const streams = {
  light: "secondShotLight",
  glare: "secondShotLight",
  sensor: "secondShotSensor",
} as const;
