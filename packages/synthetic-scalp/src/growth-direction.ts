import type { Random } from "@stipple/simulation";
import { drawUniform } from "./draws.ts";
import type { Point } from "./placement.ts";

/** Which way hair grows at every place of a patch of skin. */
interface GrowthDirection {
  readonly meanRad: number;
  readonly waves: readonly {
    readonly amplitudeRad: number;
    readonly wavelengthUm: number;
    readonly towardsRad: number;
    readonly phaseRad: number;
  }[];
}

/** One main direction, bent by two slow waves: neighbours agree, distant hairs less so. */
export function drawGrowthDirection(random: Random): GrowthDirection {
  const wave = () => ({
    amplitudeRad: drawUniform(random, [0.08, 0.25]),
    wavelengthUm: drawUniform(random, [6000, 16_000]),
    towardsRad: drawUniform(random, [0, 2 * Math.PI]),
    phaseRad: drawUniform(random, [0, 2 * Math.PI]),
  });
  return { meanRad: drawUniform(random, [0, 2 * Math.PI]), waves: [wave(), wave()] };
}

export function growthDirectionRad({ meanRad, waves }: GrowthDirection, [x, y]: Point): number {
  return waves.reduce((sum, { amplitudeRad, wavelengthUm, towardsRad, phaseRad }) => {
    const alongUm = x * Math.cos(towardsRad) + y * Math.sin(towardsRad);
    return sum + amplitudeRad * Math.sin((2 * Math.PI * alongUm) / wavelengthUm + phaseRad);
  }, meanRad);
}
