import { halvePlane, type Plane } from "./plane.ts";
import { filterRidges } from "./ridge.ts";

/** Whether hairs are darker or lighter than the skin they lie on. */
export type HairTone = "dark" | "light";

/**
 * Light hair is believed when light lines are this much plainer than dark ones. Between two dark hairs lies a light line
 * and the other way round: on 172 photos and on drawn scenes of dark hair the ratio is 0.5 to 0.8, on drawn scenes of
 * light hair 1.3 and more, and 1 is noise.
 */
const lightPerDark = 1.1;

/** Line width asked, half of a thin terminal hair. */
const sigmaUm = 22;
/** Weaker answers than this are skin. */
const leastAnswer = 0.06;

/** The tone of the hairs, by which of the two has more and plainer lines. */
export function findHairTone(brightness: Plane, umPerPx: number): HairTone {
  const seen = halvePlane(brightness);
  const { values } = seen;
  // Logarithms treat twice as bright and half as bright alike; a second derivative needs no estimate of the skin.
  for (let i = 0; i < values.length; i++) {
    values[i] = 0.5 * Math.log(Math.max(values[i] ?? 0, darkestValue));
  }
  const dark = measureLines(seen, 2 * umPerPx);
  for (let i = 0; i < values.length; i++) values[i] = -(values[i] ?? 0);
  const light = measureLines(seen, 2 * umPerPx);
  return light > lightPerDark * dark ? "light" : "dark";
}

/** Light hair on dark skin as dark hair on light skin: the reciprocal keeps ratios of brightness. */
export function invertBrightness({ width, height, values }: Plane): Plane {
  return { width, height, values: values.map((value) => 0.01 / Math.max(value, 0.002)) };
}

function measureLines(seen: Plane, umPerPx: number): number {
  const { strength } = filterRidges(seen, [Math.max(1, sigmaUm / umPerPx)]);
  let sum = 0;
  for (let i = 0; i < strength.length; i++) {
    const answer = strength[i] ?? 0;
    if (answer > leastAnswer) sum += answer * answer;
  }
  return sum;
}

/** Darker than this a photo shows its own noise. */
const darkestValue = 0.004;
