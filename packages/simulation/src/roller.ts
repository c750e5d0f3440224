import { angleOfCosine, tan } from "./elementary.ts";

/**
 * The roller as it can be counted and measured: rings of needles across a drum, and how a needle enters and leaves the
 * skin while the drum rolls.
 */
export interface Roller {
  readonly rings: number;
  readonly needlesPerRing: number;
  /** Axis to drum surface; the drum rolls on this radius. */
  readonly drumRadiusMm: number;
  readonly drumWidthMm: number;
  /** What one roll over paper really left; replaces what the geometry promises. */
  readonly inkTest?: InkTest | undefined;
}

/**
 * Ink or foil test: roll once over paper and count the marks inside a square. Worth doing where the box promises many
 * needles, because a count of needles sold is not a count of needles that touch.
 */
interface InkTest {
  readonly markCount: number;
  readonly squareSideMm: number;
}

/** One needle's way through the skin. */
export interface NeedlePass {
  readonly drumRadiusMm: number;
  readonly needleLengthMm: number;
  /** How deep the tip goes, at most the length. */
  readonly depthMm: number;
}

/** How far the skin follows a needle sideways before it tears. */
export interface Compliance {
  readonly complianceBaseMm: number;
  readonly complianceShare: number;
}

/** Refuses a drum that cannot exist; every function of the map calls it. */
export function checkRoller(roller: Roller): void {
  for (const name of ["rings", "needlesPerRing"] as const) {
    const count = roller[name];
    if (!(Number.isInteger(count) && count >= 1)) {
      throw new RangeError(`${name} must be a whole number of at least 1, got ${count}`);
    }
  }
  for (const name of ["drumRadiusMm", "drumWidthMm"] as const) {
    if (!(roller[name] > 0 && roller[name] < Infinity)) {
      throw new RangeError(`${name} must be above 0, got ${roller[name]}`);
    }
  }
  if (roller.inkTest) checkInkTest(roller.inkTest);
}

function checkInkTest({ markCount, squareSideMm }: InkTest): void {
  if (!(Number.isInteger(markCount) && markCount >= 1)) {
    throw new RangeError(`markCount must be a whole number of at least 1, got ${markCount}`);
  }
  if (!(squareSideMm > 0 && squareSideMm < Infinity)) {
    throw new RangeError(`squareSideMm must be above 0, got ${squareSideMm}`);
  }
}

/**
 * Holes per cm² that one roll of a flat, pressed-down drum leaves, by its geometry alone.
 *
 *     n₁ = J M / (2π ρ W)     J rings of M needles, rolling radius ρ, width W
 */
export function nominalDensityPerCm2(roller: Roller): number {
  checkRoller(roller);
  const { rings, needlesPerRing, drumRadiusMm, drumWidthMm } = roller;
  const areaCm2 = (2 * Math.PI * drumRadiusMm * drumWidthMm) / 100;
  return (rings * needlesPerRing) / areaCm2;
}

/** Holes per cm² and roll: as counted in the ink test, else as the geometry promises. */
export function densityPerRollCm2(roller: Roller): number {
  checkRoller(roller);
  if (!roller.inkTest) return nominalDensityPerCm2(roller);

  const { markCount, squareSideMm } = roller.inkTest;
  return markCount / (squareSideMm * squareSideMm * 0.01);
}

/**
 * Angle from the upright at which the needle's tip meets the skin; it leaves at the same angle on the other side.
 *
 *     cos θ = H / (R + L),   H = R + L − d
 *
 * @returns 0 for a needle that does not go in
 */
export function entryAngleRad(pass: NeedlePass): number {
  checkPass(pass);
  const tipRadiusMm = pass.drumRadiusMm + pass.needleLengthMm;
  return angleOfCosine(pass.depthMm / tipRadiusMm);
}

/**
 * Length of the slit that the shaft would cut at the surface if skin did not give way at all: an upper bound.
 *
 *     S = 2 |H tan θ − ρ θ|,   ρ = R;   fully inserted S ≈ (4√2 / 3) L^1.5 / √R
 *
 * It grows as L^1.5 and falls with the drum's radius, which is why long needles belong on large drums, or are better
 * stamped than rolled.
 */
export function rigidSlitMm(pass: NeedlePass): number {
  const angleRad = entryAngleRad(pass);
  const axisHeightMm = pass.drumRadiusMm + pass.needleLengthMm - pass.depthMm;
  return 2 * Math.abs(axisHeightMm * tan(angleRad) - pass.drumRadiusMm * angleRad);
}

/**
 * Length of the slit in skin that follows the needle, and what sliding instead of rolling adds.
 *
 *     S_eff = max(0, S − 2δ) + |s| ρ 2θ,   δ = base + share · L
 *
 * @param slip share of the way that the drum slides, of either sign
 */
export function slitMm(pass: NeedlePass, slip: number, compliance: Compliance): number {
  if (!(Math.abs(slip) < 1)) throw new RangeError(`slip must be between -1 and 1, got ${slip}`);
  const followedMm = compliance.complianceBaseMm + compliance.complianceShare * pass.needleLengthMm;
  const tearMm = Math.abs(slip) * pass.drumRadiusMm * 2 * entryAngleRad(pass);
  return Math.max(0, rigidSlitMm(pass) - 2 * followedMm) + tearMm;
}

function checkPass({ drumRadiusMm, needleLengthMm, depthMm }: NeedlePass): void {
  if (!(drumRadiusMm > 0))
    throw new RangeError(`drumRadiusMm must be above 0, got ${drumRadiusMm}`);
  if (!(needleLengthMm >= 0)) {
    throw new RangeError(`needleLengthMm must be 0 or more, got ${needleLengthMm}`);
  }
  if (!(depthMm >= 0 && depthMm <= needleLengthMm)) {
    throw new RangeError(`depthMm must be 0 to ${needleLengthMm} (the needle), got ${depthMm}`);
  }
}
