import type { Points } from "./distance-map.ts";
import { cos, sin } from "./elementary.ts";
import type { Values } from "./parameter.ts";
import type { rollerParameters } from "./parameters/roller.ts";
import { createRandom } from "./random.ts";
import {
  checkRoller,
  densityPerRollCm2,
  entryAngleRad,
  nominalDensityPerCm2,
  type Roller,
  slitMm,
} from "./roller.ts";
import { type Rolls, rollField, rollStride } from "./strokes.ts";

/** The holes in a patch of skin, `punctureStride` numbers each, in the order of `punctureField`. */
export type Punctures = Points;

export const punctureStride = 8;

/** Where each number of a puncture stands. */
export const punctureField = {
  xMm: 0,
  yMm: 1,
  /** Direction in which the drum rolled, and in which the slit lies. */
  directionRad: 2,
  roll: 3,
  ring: 4,
  entryAngleRad: 5,
  slitMm: 6,
  depthMm: 7,
} as const;

/** A rectangle of skin with a corner at (0, 0), inside the treated section: every stroke runs past its edges. */
export interface Patch {
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface Rolling {
  readonly roller: Roller;
  readonly rolls: Rolls;
  readonly patch: Patch;
  readonly needleLengthMm: number;
  /** How deep the needles go, from the penetration stage; 0 leaves no hole. */
  readonly depthMm: number;
  readonly parameters: Values<typeof rollerParameters>;
}

/** Standard deviations of displacement beyond which no hole is expected to come into the patch from outside. */
const jitterReach = 6;

/** Largest share by which an ink test or a hand may change the number of holes. */
const factorLimit = 20;

/**
 * Every hole that the rolls leave in the patch.
 *
 *     along   a = (k + φ + σⱼ) · 2πρ(1 + s) / (M f)       k whole, σⱼ = ½ on every second ring
 *     across  c = (j − (J − 1)/2) · W/J + o + lane · W
 *     (x, y) = middle of the patch + (a, c), displaced by N(0, jitter²) along each axis, turned by the direction
 *
 * f carries the ink test (measured over nominal density) and the hand factor: the needles that do not touch, or touch
 * twice, are spread evenly round the drum.
 */
export function rollOut(rolling: Rolling): Punctures {
  checkRolling(rolling);
  const { rolls, depthMm, patch } = rolling;
  if (depthMm === 0) return { values: new Float64Array(0), stride: punctureStride, count: 0 };

  const reachMm =
    Math.sqrt(patch.widthMm * patch.widthMm + patch.heightMm * patch.heightMm) / 2 +
    jitterReach * rolling.parameters.jitterMm;
  let values = new Float64Array(1024 * punctureStride);
  let count = 0;
  for (let roll = 0; roll < rolls.count; roll++) {
    const most = count + mostHolesOfRoll(rolling, roll, reachMm);
    if (most * punctureStride > values.length) {
      const larger = new Float64Array(Math.max(most * punctureStride, 2 * values.length));
      larger.set(values);
      values = larger;
    }
    count = rollOnce({ rolling, roll, reachMm, values, count });
  }
  return { values: values.slice(0, count * punctureStride), stride: punctureStride, count };
}

/** Writes the holes of one roll behind those already there, and gives the new count. */
function rollOnce(place: {
  readonly rolling: Rolling;
  readonly roll: number;
  readonly reachMm: number;
  readonly values: Float64Array;
  readonly count: number;
}): number {
  const { rolling, roll, reachMm, values } = place;
  const { roller, rolls, patch, needleLengthMm, depthMm, parameters } = rolling;
  const at = roll * rollStride;
  const directionRad = rolls.values[at + rollField.directionRad] ?? 0;
  const offsetMm = rolls.values[at + rollField.offsetMm] ?? 0;
  const phase = rolls.values[at + rollField.phase] ?? 0;
  const slip = rolls.values[at + rollField.slip] ?? 0;
  const random = createRandom(rolls.values[at + rollField.jitterSeed] ?? 0);

  const pass = { drumRadiusMm: roller.drumRadiusMm, needleLengthMm, depthMm };
  const angleRad = entryAngleRad(pass);
  const slit = slitMm(pass, slip, parameters);
  const cosine = cos(directionRad);
  const sine = sin(directionRad);
  const stepMm = stepAlongMm(rolling, slip);
  const spacingMm = roller.drumWidthMm / roller.rings;
  const firstOffsetMm = offsetMm - ((roller.rings - 1) / 2) * spacingMm;

  let count = place.count;
  const lastLine = Math.floor((reachMm - firstOffsetMm) / spacingMm);
  for (let line = Math.ceil((-reachMm - firstOffsetMm) / spacingMm); line <= lastLine; line++) {
    // Lanes lie one drum's width apart, so the rings of all lanes are one row of lines.
    const ring = line - roller.rings * Math.floor(line / roller.rings);
    const acrossMm = firstOffsetMm + line * spacingMm;
    const start = phase + (ring % 2) / 2;
    const lastStep = Math.floor(reachMm / stepMm - start);
    for (let k = Math.ceil(-reachMm / stepMm - start); k <= lastStep; k++) {
      const a = (k + start) * stepMm + random.normal() * parameters.jitterMm;
      const c = acrossMm + random.normal() * parameters.jitterMm;
      const x = patch.widthMm / 2 + a * cosine - c * sine;
      const y = patch.heightMm / 2 + a * sine + c * cosine;
      if (!(x >= 0 && y >= 0 && x < patch.widthMm && y < patch.heightMm)) continue;
      const to = count * punctureStride;
      values[to + punctureField.xMm] = x;
      values[to + punctureField.yMm] = y;
      values[to + punctureField.directionRad] = directionRad;
      values[to + punctureField.roll] = roll;
      values[to + punctureField.ring] = ring;
      values[to + punctureField.entryAngleRad] = angleRad;
      values[to + punctureField.slitMm] = slit;
      values[to + punctureField.depthMm] = depthMm;
      count++;
    }
  }
  return count;
}

/** Way along the skin from one hole of a ring to the next. */
function stepAlongMm({ roller, parameters }: Rolling, slip: number): number {
  const { drumRadiusMm, needlesPerRing } = roller;
  const factor = densityFactor(roller, parameters.handFactor);
  return (2 * Math.PI * drumRadiusMm * (1 + slip)) / (needlesPerRing * factor);
}

/** Holes really made as a share of those that geometry promises. */
function densityFactor(roller: Roller, handFactor: number): number {
  return (densityPerRollCm2(roller) / nominalDensityPerCm2(roller)) * handFactor;
}

/** An upper bound, to reserve memory once for a roll. */
function mostHolesOfRoll(rolling: Rolling, roll: number, reachMm: number): number {
  const slip = rolling.rolls.values[roll * rollStride + rollField.slip] ?? 0;
  const lines = (2 * reachMm * rolling.roller.rings) / rolling.roller.drumWidthMm + 1;
  const steps = (2 * reachMm) / stepAlongMm(rolling, slip) + 1;
  return Math.ceil(lines) * Math.ceil(steps);
}

function checkRolling({ roller, rolls, patch, parameters }: Rolling): void {
  checkRoller(roller);
  for (const name of ["widthMm", "heightMm"] as const) {
    if (!(patch[name] > 0 && patch[name] <= 1000)) {
      throw new RangeError(`patch.${name} must be above 0 and at most 1000, got ${patch[name]}`);
    }
  }
  if (rolls.values.length < rolls.count * rollStride) {
    throw new RangeError(
      `rolls.values must hold ${rolls.count * rollStride} numbers, got ${rolls.values.length}`,
    );
  }
  if (!(parameters.jitterMm >= 0)) {
    throw new RangeError(`jitterMm must be 0 or more, got ${parameters.jitterMm}`);
  }
  const factor = densityFactor(roller, parameters.handFactor);
  if (!(factor > 0 && factor <= factorLimit)) {
    throw new RangeError(
      `measured density times handFactor must be above 0 and at most ${factorLimit} times nominal, got ${factor}`,
    );
  }
}
