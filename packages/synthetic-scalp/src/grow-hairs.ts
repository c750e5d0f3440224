import type { Random } from "@stipple/simulation";
import { drawIndex, drawNormalWithin, drawUniform, randomFor } from "./draws.ts";
import { type SkinPatch, scatterUnits } from "./follicular-units.ts";
import { drawGrowthDirection, growthDirectionRad } from "./growth-direction.ts";
import { type HairClass, hairCourse, type SkinHair } from "./hair.ts";
import type { Range, SceneLevel } from "./levels.ts";
import type { Point } from "./placement.ts";

const vellusDiameterUm = { mean: 20, sd: 5 } as const;
const vellusRangeUm: Range = [8, 29];
const intermediateRangeUm: Range = [30, 45];
const terminalRangeUm: Range = [31, 110];

/** How far hairs of one unit point apart, and how far their roots lie apart; standard deviations. */
const unitHeadingSdRad = (9 * Math.PI) / 180;
const unitRootSdUm = 50;

/** Two shafts cannot leave the skin at one place: their roots are at least half of each apart, if that can be had. */
const rootDraws = 8;

/** Hairs of a level without contacts keep this far from one another. */
const isolationUm = 150;

/** The hairs of a patch of skin, unit by unit. */
export function growHairs(level: SceneLevel, patch: SkinPatch, seed: number): SkinHair[] {
  const unitRandom = randomFor(seed, "units");
  const random = randomFor(seed, "hairs");
  const direction = drawGrowthDirection(unitRandom);
  const unitsPerCm2 = level.densityPerCm2 / meanHairsPerUnit(level);

  const hairs: SkinHair[] = [];
  for (const [unit, middleUm] of scatterUnits(patch, unitsPerCm2, unitRandom).entries()) {
    const unitHeadingRad =
      growthDirectionRad(direction, middleUm) + level.directionSdRad * random.normal();
    const count = 1 + drawIndex(random, level.unitFractions);
    const siblings: SkinHair[] = [];
    for (let sibling = 0; sibling < count; sibling++) {
      const id = hairs.length + siblings.length;
      siblings.push(
        growHair({ level, id, unit, middleUm, unitHeadingRad, count, siblings }, random),
      );
    }
    if (!level.isIsolated || siblings.every((hair) => isAlone(hair, hairs))) {
      hairs.push(...siblings);
    }
  }
  return hairs;
}

function meanHairsPerUnit({ unitFractions }: SceneLevel): number {
  const total = unitFractions.reduce((sum, fraction) => sum + fraction, 0);
  return unitFractions.reduce((sum, fraction, index) => sum + (index + 1) * fraction, 0) / total;
}

interface Sprout {
  readonly level: SceneLevel;
  readonly id: number;
  readonly unit: number;
  readonly middleUm: Point;
  readonly unitHeadingRad: number;
  readonly count: number;
  readonly siblings: readonly SkinHair[];
}

function growHair(sprout: Sprout, random: Random): SkinHair {
  const { level, id, unit, unitHeadingRad } = sprout;
  const kind = drawKind(level, random);
  const isVellus = kind === "vellus";
  const diameterUm = drawDiameterUm(kind, level, random);
  const lengthUm = drawUniform(random, isVellus ? level.vellusLengthUm : level.terminalLengthUm);
  const opacity = drawUniform(random, opacityRange(kind, level));
  const strength = isVellus ? 0.3 : 1;
  return {
    id,
    unit,
    rootUm: drawRoot(sprout, diameterUm, random),
    headingRad: unitHeadingRad + (sprout.count > 1 ? unitHeadingSdRad * random.normal() : 0),
    lengthUm,
    courseLengthUm: lengthUm,
    turnRad: level.turnSdRad * random.normal(),
    swayRad: 0.5 * level.turnSdRad * random.normal(),
    diameterUm,
    opacity,
    phase: random.uniform() < level.anagenFraction ? "anagen" : "telogen",
    isTapered: !level.isClipped,
    shade: random.uniform() ** 2,
    medulla: isVellus ? 0 : drawUniform(random, [0, 0.2]),
    liftUm: drawUniform(random, [0, 120]),
    depth: random.uniform(),
    subdermalShadow: strength * drawUniform(random, level.subdermalShadow),
    subdermalLengthUm: drawUniform(random, [200, 600]),
  };
}

function drawKind({ vellusFraction, intermediateFraction }: SceneLevel, random: Random): HairClass {
  const draw = random.uniform();
  if (draw < vellusFraction) return "vellus";
  return draw < vellusFraction + intermediateFraction ? "intermediate" : "terminal";
}

function drawDiameterUm(kind: HairClass, level: SceneLevel, random: Random): number {
  if (kind === "vellus") return drawNormalWithin(random, vellusDiameterUm, vellusRangeUm);
  if (kind === "intermediate") return drawUniform(random, intermediateRangeUm);
  return drawNormalWithin(random, level.terminalDiameterUm, terminalRangeUm);
}

function opacityRange(kind: HairClass, { terminalOpacity, vellusOpacity }: SceneLevel): Range {
  if (kind === "vellus") return vellusOpacity;
  if (kind === "terminal") return terminalOpacity;
  return [(terminalOpacity[0] + vellusOpacity[0]) / 2, (terminalOpacity[1] + vellusOpacity[1]) / 2];
}

function drawRoot({ middleUm, siblings, count }: Sprout, diameterUm: number, random: Random) {
  const spreadUm = count > 1 ? unitRootSdUm : 0;
  const draw = (): Point => [
    middleUm[0] + spreadUm * random.normal(),
    middleUm[1] + spreadUm * random.normal(),
  ];
  let root = draw();
  for (let drawn = 1; drawn < rootDraws; drawn++) {
    const isFree = siblings.every(
      (other) =>
        Math.hypot(root[0] - other.rootUm[0], root[1] - other.rootUm[1]) >=
        (diameterUm + other.diameterUm) / 2,
    );
    if (isFree) break;
    root = draw();
  }
  return root;
}

function isAlone(hair: SkinHair, others: readonly SkinHair[]): boolean {
  const reachUm = 2 * isolationUm + hair.lengthUm;
  const course = hairCourse(hair);
  return others.every((other) => {
    const apartUm = Math.hypot(hair.rootUm[0] - other.rootUm[0], hair.rootUm[1] - other.rootUm[1]);
    if (apartUm > reachUm + other.lengthUm) return true;
    return hairCourse(other).every(([x, y]) =>
      course.every((point) => Math.hypot(point[0] - x, point[1] - y) >= isolationUm),
    );
  });
}
