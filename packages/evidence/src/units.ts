import type { Unit } from "./trials/trial.ts";

/** 1 in² = 2.54² cm², exact by the definition of the inch. */
export const squareInchCm2 = 6.4516;

/** Area of a circle one inch across, π × 1.27² cm². */
export const oneInchCircleCm2 = Math.PI * 1.27 ** 2;

/** A density in hairs per square inch as hairs/cm². */
export function perCm2FromPerSquareInch(hairsPerSquareInch: number): number {
  return hairsPerSquareInch / squareInchCm2;
}

/** A count in a circle one inch across as hairs/cm². */
export function perCm2FromOneInchCircle(hairsInCircle: number): number {
  return hairsInCircle / oneInchCircleCm2;
}

/** The factor that turns a value of this unit into hairs/cm²; `undefined` where the area is not known. */
export function perCm2Factor(unit: Unit): number | undefined {
  switch (unit) {
    case "hairs/cm2":
      return 1;
    case "hairs/in2":
      return 1 / squareInchCm2;
    case "hairs/1-inch-circle":
      return 1 / oneInchCircleCm2;
    default:
      return undefined;
  }
}
