import type { Values } from "./parameter.ts";
import type { rollerParameters } from "./parameters/roller.ts";
import type { Random } from "./random.ts";
import { checkRoller, type Roller } from "./roller.ts";

/**
 * How the roller is led over one section: a star of four directions, a fan along the hair, again and again on one
 * track, or one direction with the track moved at random each time.
 */
export type StrokePattern = "star" | "fan" | "one-direction" | "moved-track";

export interface StrokePlan {
  readonly pattern: StrokePattern;
  /** Rolls over the section, all directions together. */
  readonly rolls: number;
  /** Direction in which the hair lies: the middle of the fan, the first direction of the others. */
  readonly hairDirectionRad: number;
}

/** The rolls of a session in one array, `rollStride` numbers each, in the order of `rollField`. */
export interface Rolls {
  readonly values: Float64Array;
  readonly count: number;
}

export const rollStride = 5;

/** Where each number of a roll stands. */
export const rollField = {
  /** Direction of the roll. */
  directionRad: 0,
  /** How far the middle of the drum is set down beside the middle of the patch. */
  offsetMm: 1,
  /** Where in its turn the drum touches down, as a share of the step from needle to needle. */
  phase: 2,
  /** Share of the way that the drum slides instead of rolling. */
  slip: 3,
  /** Seed of the small displacements of this roll's holes, so that a roll is the same whatever comes before it. */
  jitterSeed: 4,
} as const;

/** The largest slip that is drawn: beyond it a drum no longer rolls. */
const slipLimit = 0.5;

/**
 * Draws the rolls of one section: equally many in every direction, as far as the number allows. Each direction has a
 * track of its own, at random over the patch: rings that all straddled its middle would crowd or spare its edges.
 */
export function drawRolls(
  plan: StrokePlan,
  setting: { readonly roller: Roller; readonly parameters: Values<typeof rollerParameters> },
  random: Random,
): Rolls {
  const { pattern, rolls, hairDirectionRad } = plan;
  const { roller, parameters } = setting;
  checkRoller(roller);
  if (!(Number.isInteger(rolls) && rolls >= 0)) {
    throw new RangeError(`rolls must be a whole number of at least 0, got ${rolls}`);
  }
  if (!Number.isFinite(hairDirectionRad)) {
    throw new RangeError(`hairDirectionRad must be a finite angle, got ${hairDirectionRad}`);
  }
  const { offsetSdMm, slipSd } = parameters;
  if (!(offsetSdMm >= 0)) throw new RangeError(`offsetSdMm must be 0 or more, got ${offsetSdMm}`);
  if (!(slipSd >= 0)) throw new RangeError(`slipSd must be 0 or more, got ${slipSd}`);

  const anglesRad = patternAnglesRad(pattern, parameters);
  const ringSpacingMm = roller.drumWidthMm / roller.rings;
  const tracksMm = anglesRad.map(() => random.uniform() * ringSpacingMm);
  const values = new Float64Array(rolls * rollStride);
  for (let roll = 0; roll < rolls; roll++) {
    const at = roll * rollStride;
    const turn = Math.floor((roll * anglesRad.length) / rolls);
    values[at + rollField.directionRad] = hairDirectionRad + (anglesRad[turn] ?? 0);
    values[at + rollField.offsetMm] =
      pattern === "moved-track"
        ? random.uniform() * ringSpacingMm
        : (tracksMm[turn] ?? 0) + random.normal() * offsetSdMm;
    values[at + rollField.phase] = random.uniform();
    const slip = random.normal() * slipSd;
    values[at + rollField.slip] = Math.max(-slipLimit, Math.min(slipLimit, slip));
    values[at + rollField.jitterSeed] = random.bits();
  }
  return { values, count: rolls };
}

/** Directions of a pattern, measured from the hair's own. */
export function patternAnglesRad(
  pattern: StrokePattern,
  parameters: Values<typeof rollerParameters>,
): readonly number[] {
  const { starDirections, fanDirections, fanHalfAngleDeg } = parameters;
  if (pattern === "star") {
    checkDirections("starDirections", starDirections);
    return Array.from({ length: starDirections }, (_, i) => (i * Math.PI) / starDirections);
  }
  if (pattern === "fan") {
    checkDirections("fanDirections", fanDirections);
    const halfRad = (fanHalfAngleDeg * Math.PI) / 180;
    return Array.from(
      { length: fanDirections },
      (_, i) => ((2 * i) / (fanDirections - 1) - 1) * halfRad,
    );
  }
  return [0];
}

function checkDirections(name: string, count: number): void {
  if (!(Number.isInteger(count) && count >= 2)) {
    throw new RangeError(`${name} must be a whole number of at least 2, got ${count}`);
  }
}
