import { type CameraMove, drawMove, moveShot } from "./camera-move.ts";
import { drawUniform, randomFor } from "./draws.ts";
import { growHairs } from "./grow-hairs.ts";
import type { SkinHair } from "./hair.ts";
import type { Range, SceneLevel } from "./levels.ts";
import { firstShot, type SceneOptions, type SyntheticScene, siteOf, takeScene } from "./scene.ts";
import type { Site } from "./site.ts";

/** What months of treatment, or of none, did: shares of the hairs that were there. */
export interface Change {
  readonly newFraction: number;
  readonly thickerFraction: number;
  readonly thinnerFraction: number;
  readonly goneFraction: number;
}

export type HairFate = "kept" | "thicker" | "thinner" | "gone" | "new";

export interface SecondVisit extends SyntheticScene, CameraMove {
  /** What became of every hair of the site, by its number; hairs outside the frames included. */
  readonly fates: ReadonlyMap<number, HairFate>;
}

/** How far the camera is from where it was; standard deviations. */
const camera = { shiftSdUm: 250, rotationSdRad: 0.05, scaleSd: 0.01, stretchUm: 50 } as const;

const thickerByUm: Range = [8, 20];
const thinnestUm = 8;

/** Hair was washed and clipped anew since: it lies a little differently. */
const headingSdRad = 0.1;

/** A new hair stands at least this far from those that were there, so that its number is its own. */
const newSpacingUm = 200;

/** New hairs come from a seed of their own. */
const newHairSeed = 0x9e3779b9;

/** The same place at a later visit; a hair that is still there keeps its number. */
export function makeSecondVisit(options: SceneOptions, change: Change): SecondVisit {
  const site = siteOf(options);
  const shot = firstShot(options);
  const random = randomFor(options.seed, "secondVisit");
  const move = drawMove(random, shot.placement, camera);
  const fates = new Map<number, HairFate>();
  const old = site.hairs.flatMap((hair): SkinHair[] => {
    const fate = drawFate(random.uniform(), change);
    fates.set(hair.id, fate);
    const isVellus = hair.diameterUm < 30;
    const byUm = drawUniform(random, thickerByUm);
    const lengthUm = drawUniform(
      random,
      isVellus ? shot.level.vellusLengthUm : shot.level.terminalLengthUm,
    );
    const headingRad = hair.headingRad + headingSdRad * random.normal();
    if (fate === "gone") return [];
    const diameterUm =
      fate === "thicker"
        ? hair.diameterUm + byUm
        : fate === "thinner"
          ? Math.max(thinnestUm, hair.diameterUm - byUm)
          : hair.diameterUm;
    return [{ ...hair, diameterUm, headingRad, lengthUm, courseLengthUm: lengthUm }];
  });
  const fresh = growNewHairs(site, shot.level, { options, newFraction: change.newFraction });
  for (const { id } of fresh) fates.set(id, "new");
  const moved = moveShot(shot, move, {
    light: "secondVisitLight",
    glare: "secondVisitLight",
    sensor: "secondVisitSensor",
  });
  return { ...takeScene({ ...site, hairs: [...old, ...fresh] }, moved), ...move, fates };
}

function drawFate(draw: number, change: Change): HairFate {
  const { goneFraction, thickerFraction, thinnerFraction } = change;
  if (draw < goneFraction) return "gone";
  if (draw < goneFraction + thickerFraction) return "thicker";
  return draw < goneFraction + thickerFraction + thinnerFraction ? "thinner" : "kept";
}

function growNewHairs(
  site: Site,
  level: SceneLevel,
  { options, newFraction }: { readonly options: SceneOptions; readonly newFraction: number },
): SkinHair[] {
  const densityPerCm2 = level.densityPerCm2 * newFraction;
  const seed = (options.seed ^ newHairSeed) >>> 0;
  const firstId = site.hairs.length;
  return growHairs({ ...level, densityPerCm2, unitFractions: [1] }, site.hairPatch, seed)
    .filter(({ rootUm }) =>
      site.hairs.every(
        (other) =>
          Math.hypot(rootUm[0] - other.rootUm[0], rootUm[1] - other.rootUm[1]) >= newSpacingUm,
      ),
    )
    .map((hair, index) => ({ ...hair, id: firstId + index, unit: firstId + index }));
}
