import type { HealingSample, SessionResponse } from "./healing.ts";
import type { HealingValues } from "./healing-equations.ts";

/** The three phases of a healing wound, in the order they begin. They overlap. */
export type HealingPhase = "inflammation" | "proliferation" | "remodelling";

const allPhases = ["inflammation", "proliferation", "remodelling"] as const;
/** The phases for every combination of the three, so that hours share their lists. */
const combinations: readonly (readonly HealingPhase[])[] = Array.from({ length: 8 }, (_, bits) =>
  allPhases.filter((_phase, place) => (bits & (1 << place)) !== 0),
);

/**
 * Which phases go on at each sample.
 *
 * Inflammation: from a session until phagocytes have fallen below a fifth of the peak after it. Proliferation: while
 * fibroblasts are above a fifth of their peak and new collagen still rises. Remodelling: after a proliferation, while
 * mature collagen is above a fifth of its peak. An overlap is shown, not hidden.
 */
export function labelPhases(
  samples: readonly HealingSample[],
  responses: readonly SessionResponse[],
  { phaseShare }: HealingValues,
): readonly (readonly HealingPhase[])[] {
  const fibroblastPeak = samples.reduce(
    (most, { fibroblastFraction }) => Math.max(most, fibroblastFraction),
    0,
  );
  let latest = -1;
  let hasProliferated = false;
  let maturePeak = 0;
  return samples.map((sample) => {
    while ((responses[latest + 1]?.day ?? Number.POSITIVE_INFINITY) <= sample.day) latest++;
    const response = responses[latest];
    const isInflamed =
      response !== undefined &&
      response.peak > 0 &&
      (sample.day <= response.peakDay || sample.phagocytes > phaseShare * response.peak);
    const isProliferating =
      sample.isCollagenRising && sample.fibroblastFraction > phaseShare * fibroblastPeak;
    maturePeak = Math.max(maturePeak, sample.matureCollagen);
    const isRemodelling =
      hasProliferated && !isProliferating && sample.matureCollagen > phaseShare * maturePeak;
    hasProliferated ||= isProliferating;
    return (
      combinations[(isInflamed ? 1 : 0) + (isProliferating ? 2 : 0) + (isRemodelling ? 4 : 0)] ?? []
    );
  });
}
