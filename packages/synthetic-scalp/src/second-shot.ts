import { type CameraMove, drawMove, moveShot } from "./camera-move.ts";
import { drawUniform, randomFor } from "./draws.ts";
import type { SkinHair } from "./hair.ts";
import { firstShot, type SceneOptions, type SyntheticScene, siteOf, takeScene } from "./scene.ts";

/** Growth of a hair in anagen, standard deviation between hairs (about 1 cm a month). */
const growthUmPerDay = { mean: 340, sd: 60 } as const;

/** Share of hairs that are lost between the two shots. */
const shedFractions = [0.01, 0.02] as const;

/** A hair never lies twice in quite the same way. */
const headingSdRad = 0.035;

/** How far the camera is from where it was; standard deviations. */
const camera = { shiftSdUm: 150, rotationSdRad: 0.03, scaleSd: 0.004 } as const;

export interface SecondShot extends SyntheticScene, CameraMove {
  /** The hairs of the first shot that fell out before the second. */
  readonly shedIds: readonly number[];
}

/**
 * The same clipped place some days later, for the share of anagen: hairs in anagen are longer, hairs in telogen are
 * not, a few are gone; a hair keeps its number.
 */
export function makeSecondShot(options: SceneOptions, afterDays: number): SecondShot {
  if (!(afterDays >= 0)) throw new RangeError(`afterDays must be 0 or more, got ${afterDays}`);
  const site = siteOf(options);
  const random = randomFor(options.seed, "secondShot");
  const move = drawMove(random, firstShot(options).placement, { ...camera, stretchUm: 0 });
  const shedFraction = drawUniform(random, shedFractions);
  const shedIds: number[] = [];
  const hairs = site.hairs.flatMap((hair): SkinHair[] => {
    const isShed = random.uniform() < shedFraction;
    const perDayUm = Math.max(0, growthUmPerDay.mean + growthUmPerDay.sd * random.normal());
    const turnedRad = headingSdRad * random.normal();
    if (isShed) shedIds.push(hair.id);
    const grownUm = hair.phase === "anagen" ? perDayUm * afterDays : 0;
    return isShed
      ? []
      : [
          {
            ...hair,
            lengthUm: hair.lengthUm + grownUm,
            headingRad: hair.headingRad + turnedRad,
          },
        ];
  });
  const shot = moveShot(firstShot(options), move, {
    light: "secondShotLight",
    glare: "secondShotLight",
    sensor: "secondShotSensor",
  });
  return { ...takeScene({ ...site, hairs }, shot), ...move, shedIds };
}
